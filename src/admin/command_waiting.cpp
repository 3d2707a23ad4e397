// waiting list and waiting show.
#include <set>

#include "admin/encoding.hpp"
#include "admin/functions.hpp"
#include "admin/report.hpp"
#include "admin/values.hpp"
#include "admin/waiting_access.hpp"
#include "admin/waiting_report.hpp"
#include "rules/checks.hpp"
#include "transaction/waiting.hpp"

namespace samspil::admin {
namespace {

using audit = rec::AUDIT_ROW;

constexpr std::size_t list_max = 10'000;
constexpr std::size_t others_in_a_row = 99;
constexpr std::string_view states = "AGEXTF";

value_result<transaction::waiting_filter> posts_asked_for(arguments const& given) {
  transaction::waiting_filter out;
  if (given.has("--state")) {
    std::string_view const state = given.value("--state");
    if (state.size() != 1 || states.find(state) == std::string_view::npos)
      return wrong_value("--state", "expected A, G, E, X, T or F");
    out.tilstand = state[0];
  }
  if (given.has("--authority")) {
    auto const authority = digits_value("--authority", given.value("--authority"), 4);
    if (!authority) return authority.error();
    if (*authority != "0000") out.authority = *authority;
  }
  if (given.has("--pnr")) {
    auto const pnr = pnr_value(given.value("--pnr"));
    if (!pnr) return wrong_value("--pnr", "expected ten digits");
    out.pnr = *pnr;
  }
  if (given.has("--deadline")) {
    auto const day = date_value("--deadline", given.value("--deadline"));
    if (!day) return day.error();
    out.due_by = date8(*day);
  }
  if (given.has("--from")) {
    auto const from = number_value("--from", given.value("--from"), 0, 999'999'999'999);
    if (!from) return from.error();
    out.from = *from;
  }
  if (given.has("--max")) {
    auto const most = number_value("--max", given.value("--max"), 1, list_max);
    if (!most) return most.error();
    out.count_max = *most;
  }
  return out;
}

/// On disk before anything is shown: rows that name every person of the list, one row at least.
void audit_list(context const& with, transaction::waiting_list const& list) {
  std::set<std::string_view> persons;
  for (auto const& post : list.posts) persons.insert(post[rec::VENTPOST::PNR]);
  auto next = persons.begin();
  do {
    store::audit_entry entry = audit_entry_of(with);
    if (next != persons.end()) entry.row.set(audit::PNR, *next++).set(audit::FIELD_CLASSES, "VENTPOST");
    for (std::size_t n = 0; n < others_in_a_row && next != persons.end(); ++n) entry.add_other(*next++);
    audit_now(with.db(), std::move(entry));
  } while (next != persons.end());
}

}  // namespace

int waiting_list(context const& with, arguments const& given) {
  auto const filter = posts_asked_for(given);
  if (!filter) return fail(with, status::usage, filter.error().text);
  transaction::world_cache worlds;
  if (auto const access = access_to(with, worlds, "VLST"); access.refused != status::ok) return access.refused;
  auto const list =
      with.db().with_read([&](store::read_scope& scope) { return transaction::list_waiting(scope, *filter); });
  audit_list(with, list);
  if (with.json) {
    json_list out(with.out);
    for (auto const& post : list.posts) out.add(ventpost_json(post.as_view()));
  } else {
    columns table(ventpost_headings());
    for (auto const& post : list.posts) table.add(ventpost_cells(post.as_view()));
    with.out << table.text();
  }
  if (list.more)
    with.err << "samspil: there are more: --from "
             << codec::number(list.posts.back()[rec::VENTPOST::VENTENR]) + 1 << '\n';
  return status::ok;
}

int waiting_show(context const& with, arguments const& given) {
  auto const ventenr = number_value("VENTENR", given.value("VENTENR"), 1, 999'999'999'999);
  if (!ventenr) return fail(with, status::usage, ventenr.error().text);
  transaction::world_cache worlds;
  auto const access = access_to(with, worlds, "VVIS");
  if (access.refused != status::ok) return access.refused;
  rules::actor const who = cpradm(with.who).actor;
  rules::messages wrong;
  shown_event shown;
  store::audit_entry const begun = audit_entry_of(with, "VENTENR " + std::to_string(*ventenr));
  store::audit_entry entry = begun;
  with.db().with_read([&](store::read_scope& scope) {
    wrong.clear();
    entry = begun;
    auto const event = scope.waiting(*ventenr);
    if (!event) {
      rules::tables const& tables = access.around->tables(with.time.business_date());
      wrong.push_back(rules::make_message(tables, who, "W7026", 7026, 'F', "VENTENR"));
      return false;
    }
    std::string_view const keys = (*event)[rec::WAITING_ROW::EVENT_KEYS];
    auto answer = transaction::show_waiting(scope, *access.around, *event, who.language, with.time.business_date());
    shown = take_apart(answer.body, keys, clear_text(scope, with.time.business_date()));
    transaction::add_keys(entry, keys);
    entry.others = std::move(answer.others);
    entry.row.set(audit::FIELD_CLASSES, "STAM AKTUEL DATA");
    return true;
  });
  if (!wrong.empty()) entry.row.set(audit::OUTCOME, "F").set(audit::MEDDNR, wrong.front().number);
  audit_now(with.db(), std::move(entry));
  if (!wrong.empty()) return refuse_with(with, wrong);
  if (with.json)
    write_json(with.out, event_json(shown));
  else
    with.out << event_text(shown);
  return status::ok;
}

}  // namespace samspil::admin
