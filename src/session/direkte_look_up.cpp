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

/// What is asked, what was found, and how it goes on.
struct look_up {
  std::string pnr;
  std::string_view field_classes;
  char abon_type = leave;
  bool with_data = false;
  unsigned wrong = 0;
  std::string data;
  std::string others;
  std::string language;
};

std::optional<char> one_of(std::string_view value, std::string_view codes) {
  return codes.find(value.front()) == std::string_view::npos ? std::nullopt : std::optional<char>(value.front());
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

  auto const actor = who->actor();
  look_up found;
  found.language = actor->language;
  found.pnr = asked[DIREKTE_OPSLAG::PNR];
  auto const abon_type = one_of(asked[DIREKTE_OPSLAG::ABON_TYPE], std::string{leave, set, remove});
  auto const data_type = one_of(asked[DIREKTE_OPSLAG::DATA_TYPE], "06");
  auto const around = world();
  rules::group_table const& groups = around->tables(time.business_date()).groups;
  if (!has_transaction(*customer, ex->function()) || !groups.may_use(actor->group, ex->function()))
    found.wrong = 18;
  else if (!abon_type)
    found.wrong = 10;
  else if (!data_type)
    found.wrong = 11;
  else if (!codec::is_digits(found.pnr))
    found.wrong = 5;
  std::uint64_t shown = 0;
  if (found.wrong == 0) {
    found.abon_type = *abon_type;
    found.with_data = *data_type == '6';
    db.with_read([&](store::read_scope& scope) {
      shown = db.committed_sequence();
      found.wrong = 0;
      auto const row = scope.person(found.pnr);
      if (!row) {
        found.wrong = 5;
      } else if (found.with_data) {
        shown = std::max(shown, row->changed());
        record::person const person = record::person::trusted(row->records);
        bool const priv = ex->function() == "PRIV";
        found.data = priv ? transaction::priv_data(person, *customer, time.business_date())
                          : transaction::off4_data(person, *customer, time.business_date());
        found.others = priv ? std::string() : transaction::others_in(found.data, found.pnr);
      }
    });
  }
  std::string text;
  if (found.wrong == 0 && found.data.size() > transaction::look_up_length_max) {
    found.wrong = 9;
    text = text_of(look_up_too_long, found.language, std::to_string(found.data.size()));
  }

  transaction::caller const caller{*actor, ex->from().address, ex->from().certificate};
  auto entry = transaction::audit_of(caller, ex->function());
  if (codec::is_digits(found.pnr)) entry.row.set(audit::PNR, found.pnr);
  if (found.wrong != 0) {
    entry.row.set(audit::OUTCOME, "F").set(audit::FEJLNR, found.wrong);
  } else {
    entry.row.set(audit::FIELD_CLASSES, found.with_data ? "RECORDS" : "HEADER");
    entry.others = found.others;
  }
  char const subscription = found.wrong == 0 ? found.abon_type : leave;
  if (subscription != leave)
    entry.row.set(audit::NOTE, subscription == set ? "subscription set" : "subscription deleted");
  auto tell = [ex, found = std::move(found), text = std::move(text)](std::exception_ptr e) {
    if (e) return ex->fail(e);
    if (found.wrong != 0) return ex->refuse(found.wrong, found.language, text);
    ex->answer(found.data);
  };
  if (subscription != leave) {
    // The row and the subscription are one transaction, and the answer waits for it.
    auto change = [entry, kundenr = std::string(ex->kundenr()), pnr = std::string(entry.row[audit::PNR]),
                   subscription, shown](store::write_scope& scope) {
      scope.append_audit(entry);
      // From what the answer shows: an event since then is the customer's first change.
      if (subscription == set)
        scope.put_subscription(kundenr, pnr, shown);
      else
        scope.erase_subscription(kundenr, pnr);
    };
    return db.submit(std::move(change), std::move(tell));
  }
  if (how.durable_lookups) return db.audit(std::move(entry), std::move(tell));
  db.audit(std::move(entry), [](std::exception_ptr) {});
  db.when_durable(shown, std::move(tell));
}

}  // namespace samspil::session
