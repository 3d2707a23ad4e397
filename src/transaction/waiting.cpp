#include "transaction/waiting.hpp"

#include <algorithm>

#include "rec/person.hpp"
#include "rec/sams_fly.hpp"
#include "rec/sams_init.hpp"
#include "rec/sams_vvis.hpp"
#include "rules/aktuel.hpp"
#include "rules/facts.hpp"
#include "rules/stam.hpp"
#include "transaction/store_source.hpp"

namespace samspil::transaction {
namespace {

using row = rec::WAITING_ROW;
using init = rec::INIT_ANMODNING;
using post = rec::VENTPOST;

bool fits(codec::view<row> const& v, waiting_filter const& f) {
  codec::view<init> const keys(v[row::EVENT_KEYS]);
  if (codec::number(v[row::VENTENR]) < f.from) return false;
  if (!f.authority.empty() && v[row::GODKENDES_AF] != f.authority) return false;
  if (f.tilstand != ' ' && v[row::TILSTAND][0] != f.tilstand) return false;
  if (!f.pnr.empty() && keys[init::PNR] != f.pnr) return false;
  return f.due_by.empty() || (v[row::TILSTAND] == "A" && v[row::FRIST] <= f.due_by);
}

/// Finds the rows by the narrowest way there is, ascending by VENTENR.
std::vector<store::waiting_row> find_rows(store::read_scope const& scope, waiting_filter const& f) {
  std::vector<store::waiting_row> found;
  std::size_t const wanted = f.count_max + 1;
  auto const take = [&](codec::view<row> const& v) {
    if (fits(v, f)) found.emplace_back(v.bytes());
  };
  char const state = f.due_by.empty() ? f.tilstand : 'A';
  if (!f.pnr.empty()) {
    for (store::waiting_row const& one : scope.waiting_of(f.pnr)) take(one.as_view());
  } else if (state == 'A' || state == 'G') {  // open ones are few beside those that have ended
    scope.each_waiting_in(state, {}, [&](codec::view<row> const& v) {
      take(v);
      return true;
    });
    std::sort(found.begin(), found.end(),
              [](auto const& a, auto const& b) { return a[row::VENTENR] < b[row::VENTENR]; });
  } else {
    scope.each_waiting(f.from, [&](codec::view<row> const& v) {
      take(v);
      return found.size() < wanted;
    });
  }
  if (found.size() > wanted) found.resize(wanted);
  return found;
}

}  // namespace

waiting_list list_waiting(store::read_scope const& scope, waiting_filter const& filter) {
  std::vector<store::waiting_row> const rows = find_rows(scope, filter);
  waiting_list out;
  out.more = rows.size() > filter.count_max;
  for (std::size_t i = 0; i < std::min(rows.size(), filter.count_max); ++i)
    out.posts.push_back(ventpost(rows[i], scope));
  return out;
}

codec::buffer<post> ventpost(store::waiting_row const& from, store::read_scope const& scope) {
  codec::view<init> const keys(from[row::EVENT_KEYS]);
  codec::buffer<post> out;
  out.set(post::VENTENR, from[row::VENTENR])
      .set(post::TILSTAND, from[row::TILSTAND])
      .set(post::HAENDELSE, keys[init::HAENDELSE])
      .set(post::PNR, keys[init::PNR])
      .set(post::HDTO, keys[init::HDTO])
      .set(post::KOMKOD, from[row::GODKENDES_AF])
      .set(post::MODTAGET, from[row::MODTAGET])
      .set(post::KUNDENR, from[row::KUNDENR])
      .set(post::BRUGER_ID, from[row::BRUGER_ID])
      .set(post::AFGJORT, from[row::AFGJORT])
      .set(post::AFGJORT_AF, from[row::AFGJORT_AF])
      .set(post::FRIST, from[row::FRIST]);
  if (auto const person = scope.person(keys[init::PNR]))
    out.set(post::ADRNVN, record::person::trusted(person->records).value(rec::PERSON_003::ADRNVN));
  return out;
}

bool may_see(rules::actor const& who, rules::tables const& table, store::waiting_row const& from) {
  std::string_view const scope = table.groups.scope(who.group);
  if (scope == "ALL") return true;
  if (scope == "OWN") return from[row::GODKENDES_AF] == who.mynkod;
  return scope == "REP" && from[row::KUNDENR] == who.kundenr;
}

rules::actor reporter_of(store::waiting_row const& from, std::string_view language) {
  rules::actor out;
  out.kundenr = from[row::KUNDENR];
  out.user = codec::trimmed(from[row::BRUGER_ID]);
  out.group = codec::trimmed(from[row::SECURITY_GROUP]);
  out.mynkod = from[row::USER_MYNKOD];
  out.language = language;
  return out;
}

waiting_shown show_waiting(store::read_scope const& scope, world const& around, store::waiting_row const& from,
                           std::string_view language, date business_date) {
  store_source source(scope, around);
  rules::actor const reporter = reporter_of(from, language);
  rules::key_facts const facts(from[row::EVENT_KEYS], reporter, around.tables(business_date), source, business_date);
  waiting_shown out;
  out.body = ventpost(from, scope).bytes();
  if (facts.person != nullptr && facts.event != nullptr && facts.event_date) {
    rules::data_facts const data(facts, from[row::EVENT_DATA]);
    out.body.append(rules::make_stam(*facts.person, source, facts.table, language, business_date).bytes());
    out.body.append(rules::make_aktuel(facts));
    out.body.append(from[row::EVENT_DATA]);
    out.body.append(facts.event->klartekst(data));
  } else {  // the person was taken out of the register by a load
    out.body.append(codec::buffer<rec::STAM>().bytes());
    out.body.append(rec::FLY_AKTUEL::length, ' ');
    out.body.append(from[row::EVENT_DATA]);
    out.body.append(rec::FLY_KLARTEKST::length, ' ');
  }
  codec::buffer<rec::BEGRUNDELSE> reason;
  reason.set(rec::BEGRUNDELSE::TEKST, from[row::BEGRUNDELSE]);
  out.body.append(reason.bytes());
  out.others = source.persons_in(out.body, facts.pnr());
  return out;
}

}  // namespace samspil::transaction
