// A look-up of CPR Direkte: 06, 16, 07, 18, 10, 11, 05, 09. Its audit row is on
// disk before the answer leaves, and a subscription that it sets with it.
#include "session/access.hpp"
#include "session/direkte.hpp"
#include "session/fejl_text.hpp"
#include "transaction/look_up.hpp"

namespace samspil::session {
namespace {

using audit = rec::AUDIT_ROW;
using rec::DIREKTE_OPSLAG;

/// ABON_TYPE of a look-up: what becomes of the subscription.
constexpr char leave = '0', set = '1', remove = '3';
/// DATA_TYPE.
constexpr char header_only = '0', with_data = '6';

/// What was found, and how it goes on.
struct look_up {
  std::string pnr;
  std::string language;
  char abon_type = leave;
  unsigned wrong = 0;
  std::string wrong_text;   ///< instead of the number's own
  std::string data;         ///< none when only the header was asked for
  std::string others;       ///< persons shown besides
  std::uint64_t shown = 0;  ///< audit sequence up to which changes are in it

  void refuse(unsigned fejlnr, std::string text = {}) {
    wrong = fejlnr;
    wrong_text = std::move(text);
    data.clear();
    others.clear();
  }
};

bool is_one_of(std::string_view value, std::string_view codes) {
  return codes.find(value.front()) != std::string_view::npos;
}

/// 18, 10, 11 or the 05 of a malformed PNR, in this order; 0 without.
unsigned fault_of(codec::view<DIREKTE_OPSLAG> const& asked, bool has_access) {
  if (!has_access) return 18;
  if (!is_one_of(asked[DIREKTE_OPSLAG::ABON_TYPE], std::string{leave, set, remove})) return 10;
  if (!is_one_of(asked[DIREKTE_OPSLAG::DATA_TYPE], std::string{header_only, with_data})) return 11;
  return codec::is_digits(asked[DIREKTE_OPSLAG::PNR]) ? 0 : 5;
}

store::audit_entry entry_of(look_up const& found, direkte_exchange const& ex, rules::actor const& actor) {
  transaction::caller const caller{actor, ex.from().address, ex.from().certificate};
  auto entry = transaction::audit_of(caller, ex.function());
  if (codec::is_digits(found.pnr)) entry.row.set(audit::PNR, found.pnr);
  if (found.wrong != 0) {
    entry.row.set(audit::OUTCOME, "F").set(audit::FEJLNR, found.wrong);
    return entry;
  }
  entry.row.set(audit::FIELD_CLASSES, found.data.empty() ? "HEADER" : "RECORDS");
  entry.others = found.others;
  if (found.abon_type != leave)
    entry.row.set(audit::NOTE, found.abon_type == set ? "subscription set" : "subscription deleted");
  return entry;
}

/// The row and the subscription are one transaction. A new one counts from what the
/// answer shows: an event since then is the customer's first change.
store::database::work subscription_work(look_up const& found, store::audit_entry entry, std::string kundenr) {
  return [entry = std::move(entry), kundenr = std::move(kundenr), pnr = found.pnr, what = found.abon_type,
          shown = found.shown](store::write_scope& scope) {
    scope.append_audit(entry);
    if (what == set)
      scope.put_subscription(kundenr, pnr, shown);
    else
      scope.erase_subscription(kundenr, pnr);
  };
}

}  // namespace

void service::state::direkte_look_up(std::string_view message, std::shared_ptr<direkte_exchange> const& ex) {
  codec::view<DIREKTE_OPSLAG> const asked(message);
  auto const stranger = [&](unsigned fejlnr) {
    count_stranger(ex->from(), fejlnr);
    ex->refuse(fejlnr);
  };
  auto const customer = db.with_read([&](store::read_scope& scope) { return scope.customer(ex->kundenr()); });
  if (!customer) return stranger(6);
  if (!may_come_from(*customer, ex->from())) return stranger(16);
  auto const who = sessions.find(family::direkte, asked[DIREKTE_OPSLAG::TOKEN], ex->kundenr(), ex->user(), ex->from(),
                                 current_limits());
  if (!who) return stranger(7);

  auto const rights = who->rights_now();
  rules::actor const& actor = rights->actor;
  date const today = time.business_date();
  bool const may = has_transaction(*customer, ex->function()) &&
                   world()->tables(today).groups.may_use(actor.group, ex->function());
  look_up found;
  found.pnr = asked[DIREKTE_OPSLAG::PNR];
  found.language = actor.language;
  found.abon_type = asked[DIREKTE_OPSLAG::ABON_TYPE].front();
  found.wrong = fault_of(asked, may);
  if (found.wrong == 0) {
    bool const priv = ex->function() == "PRIV", data = asked[DIREKTE_OPSLAG::DATA_TYPE].front() == with_data;
    std::uint64_t const before = db.committed_sequence();
    db.with_read([&](store::read_scope& scope) {
      auto const one = scope.shared_person(found.pnr);
      found.wrong = one ? 0 : 5;
      found.shown = before;
      if (!one || !data) return;
      found.shown = std::max(before, one->changed);
      found.data = priv ? transaction::priv_data(one->records, *customer, today)
                        : transaction::off4_data(one->records, *customer, today);
      found.others = priv ? std::string() : transaction::others_in(found.data, found.pnr);
    });
  }
  // What cannot be answered changes nothing.
  if (found.wrong != 0)
    found.refuse(found.wrong);
  else if (found.data.size() > transaction::look_up_length_max)
    found.refuse(9, text_of(look_up_too_long, found.language, std::to_string(found.data.size())));
  else if (auto const field = ex->unsendable(found.data))
    found.refuse(9, text_of(answer_not_in_page, found.language, *field));
  else if (found.abon_type != leave && saves_refused)
    found.refuse(9);

  auto entry = entry_of(found, *ex, actor);
  auto tell = [ex, found](std::exception_ptr e) {
    if (e) return ex->fail(e);
    if (found.wrong != 0) return ex->refuse(found.wrong, found.language, found.wrong_text);
    ex->answer(found.data);
  };
  if (found.wrong == 0 && found.abon_type != leave)
    return db.submit(subscription_work(found, std::move(entry), std::string(ex->kundenr())), std::move(tell));
  write_row(std::move(entry), std::move(tell));
}

}  // namespace samspil::session
