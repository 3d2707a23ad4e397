#include "admin/waiting_access.hpp"

#include "admin/encoding.hpp"
#include "admin/masking.hpp"
#include "session/fejl_text.hpp"

namespace samspil::admin {
namespace {

constexpr std::string_view offline_group = "CPRADM";

std::string line(std::string_view number, std::string_view felt, std::string const& text) {
  std::string out(number);
  if (!felt.empty()) out.append(" ").append(felt);
  return out + ": " + to_terminal(without_numbers(text));
}

}  // namespace

transaction::caller cpradm(actor const& who) {
  transaction::caller out;
  out.actor.kundenr = "0000";
  out.actor.user = who.name.substr(0, rec::WAITING_ROW::AFGJORT_AF.width);
  out.actor.group = offline_group;
  return out;
}

waiting_access access_to(context const& with, transaction::world_cache& worlds, std::string_view funktion) {
  waiting_access out{with.db().with_read([&](store::read_scope& scope) { return worlds.of(scope); })};
  if (out.around->tables(with.time.business_date()).groups.may_use(offline_group, funktion)) return out;
  store::audit_entry entry = audit_entry_of(with);
  entry.row.set(rec::AUDIT_ROW::OUTCOME, "F").set(rec::AUDIT_ROW::FEJLNR, 18);
  audit_now(with.db(), std::move(entry));
  out.refused = refuse_with_fejlnr(with, *out.around, 18, {});
  return out;
}

int refuse_with(context const& with, rules::messages const& list) {
  for (rules::message const& one : list)
    fail(with, status::refused, line(std::to_string(one.number), one.felt, one.text));
  return status::refused;
}

int refuse_with_fejlnr(context const& with, transaction::world const& around, unsigned number, std::string_view felt) {
  std::string const text = session::fejl_text(around.tables(with.time.business_date()), number, "da");
  return fail(with, status::refused, line("FEJLNR " + std::to_string(number), felt, text));
}

}  // namespace samspil::admin
