// waiting approve, reject and withdraw: the transaction of VGOD, VAFV and VFOR
// with an administrator in the customer's place.
#include <boost/json/object.hpp>

#include "admin/functions.hpp"
#include "admin/report.hpp"
#include "admin/user_report.hpp"
#include "admin/values.hpp"
#include "admin/waiting_access.hpp"
#include "admin/waiting_report.hpp"
#include "rec/sams_vafg.hpp"
#include "transaction/decide.hpp"

namespace samspil::admin {
namespace {

using receipt = rec::KVITTERING;

transaction::decision decision_of(std::string_view command) {
  if (command == "waiting approve") return transaction::decision::approve;
  return command == "waiting reject" ? transaction::decision::reject : transaction::decision::withdraw;
}

std::string reference_of(transaction::kvittering const& r) {
  return std::to_string(codec::number(r[receipt::KVITTERINGSNR]));
}

void show(context const& with, transaction::kvittering const& r) {
  std::string_view const state = r[receipt::TILSTAND];
  bool const registered = r[receipt::REGISTRERING] == "R";
  if (with.json)
    return write_json(with.out, boost::json::object{{"ventenr", codec::number(r[receipt::VENTENR])},
                                                    {"event", r[receipt::HAENDELSE]},
                                                    {"date", day_text(r[receipt::HDTO])},
                                                    {"state", state},
                                                    {"state_text", state_text(state)},
                                                    {"registered", registered},
                                                    {"number", codec::number(r[receipt::KVITTERINGSNR])},
                                                    {"loghoved", r[receipt::LOGHOVED]}});
  with.out << pairs_text({{"ventenr", std::to_string(codec::number(r[receipt::VENTENR]))},
                          {"event", std::string(r[receipt::HAENDELSE])},
                          {"date", day_text(r[receipt::HDTO])},
                          {"state", std::string(state) + "  " + std::string(state_text(state))},
                          {"in the register", registered ? "yes" : "no"},
                          {"number", reference_of(r)}});
}

}  // namespace

int waiting_decide(context const& with, arguments const& given) {
  auto const ventenr = number_value("VENTENR", given.value("VENTENR"), 1, 999'999'999'999);
  if (!ventenr) return fail(with, status::usage, ventenr.error().text);
  auto const reason = text_value("--reason", given.value("--reason"), rec::VAFG_ANMODNING::BEGRUNDELSE.width);
  if (!reason) return fail(with, status::usage, reason.error().text);
  transaction::decision_request request;
  request.what = decision_of(with.command);
  request.who = cpradm(with.who);
  request.ventenr = *ventenr;
  request.begrundelse = codec::trimmed(*reason);
  request.business_date = with.time.business_date();
  request.any_customer = true;
  request.row = audit_entry_of(with);
  transaction::world_cache worlds;
  auto const access = access_to(with, worlds, transaction::funktion_of(request.what));
  if (access.refused != status::ok) return access.refused;
  transaction::decided result;
  with.db().write([&](store::write_scope& scope) {
    result = transaction::decide(scope, *worlds.of(scope), with.time.now(), request);
  });
  if (result.wrong_state) return refuse_with_fejlnr(with, *access.around, 65, "VENTENR");
  if (!result.messages.empty()) return refuse_with(with, result.messages);
  show(with, result.receipt);
  return status::ok;
}

}  // namespace samspil::admin
