#include <algorithm>

#include "rec/authority.hpp"
#include "record/pnr.hpp"
#include "rules/checks.hpp"
#include "rules/words.hpp"

namespace samspil::rules {
namespace {

using facts = key_facts;

bool unknown_event(facts const& f) { return f.event == nullptr; }

bool no_right(facts const& f) { return f.table.groups.event_mode(f.who.group, f.haendelse()) == '\0'; }

bool other_authority(facts const& f) { return f.komkod() != f.who.mynkod; }

bool no_personnummer(facts const& f) { return !record::birth_date(f.pnr()); }

bool not_registered(facts const& f) { return f.person == nullptr; }

bool no_event_date(facts const& f) { return !f.event_date; }

bool komkod_not_numeric(facts const& f) { return !codec::is_digits(f.komkod()); }

bool no_authority(facts const& f) { return f.source.authorities(f.komkod()).empty(); }

bool no_open_municipality(facts const& f) {
  using row = rec::AUTHORITY_001;
  for (std::string const& bytes : f.source.authorities(f.komkod())) {
    codec::view<row> const v(bytes);
    std::string_view const end = v[row::HAENSLUT];
    if (v[row::MYNTYP] == "05" && (is_zero(end) || end.substr(0, 8) > f.hdto())) return false;
  }
  return true;
}

bool replaced_number(facts const& f) { return f.status() == "50" || f.status() == "60"; }

std::string valid_number(facts const& f) { return std::string(f.person->records.value(rec::PERSON_001::PNRGAELD)); }

bool status_forbids(facts const& f) { return !has_word(f.event->statuses, f.status()); }

std::string its_status(facts const& f) { return std::string(f.status()); }

bool not_at_residence(facts const& f) {
  if (!f.event->at_residence) return false;
  std::string_view const home = residence_of(f.person->records);
  return !home.empty() && home != f.komkod();
}

bool before_the_person(facts const& f) {
  // As digits: a date of a real file need be no date (month 00).
  auto const& p = f.person->records;
  std::string const start = digits_of(p.value(rec::PERSON_001::START_DT_PERSON));
  return f.hdto() < start || f.hdto() < birth_digits(p);
}

int days_ahead(facts const& f) {
  return f.scope() == "REP" ? f.event->days_ahead_citizen : f.event->days_ahead_authority;
}

bool too_far_ahead(facts const& f) { return days_between(f.business_date, *f.event_date) > days_ahead(f); }

std::string allowed_days(facts const& f) { return std::to_string(days_ahead(f)); }

bool data_waiting(facts const& f) { return f.person->waiting_open > 0; }

bool in_the_future(facts const& f) { return *f.event_date > f.business_date; }

constexpr std::span<unsigned const> none;
constexpr unsigned after_event[] = {7001};
constexpr unsigned after_event_and_right[] = {7001, 184, 37};
constexpr unsigned about_a_person[] = {7001, 184, 5, 52};
constexpr unsigned known_person[] = {7001, 184, 5, 52, 172};
constexpr unsigned own_number[] = {7001, 184, 5, 52, 172, 7011};
constexpr unsigned residence_known[] = {7001, 184, 5, 52, 172, 7011, 37, 4};
constexpr unsigned person_and_date[] = {7001, 184, 5, 52, 172, 7011, 40};
constexpr unsigned numeric[] = {37};
constexpr unsigned authority_and_date[] = {37, 4, 40};
constexpr unsigned event_and_date[] = {7001, 40};

// rule, number, class, groups, FELT, not after, predicate, the text's value
constexpr key_check rows[] = {
    {"K7001", 7001, 'F', "*", "HAENDELSE", none, unknown_event},
    {"K0184", 184, 'F', "*", "HAENDELSE", after_event, no_right},
    {"K0005", 5, 'F', "OWN", "KOMKOD", after_event_and_right, other_authority},
    {"K0052", 52, 'F', "*", "PNR", none, no_personnummer},
    {"K0172", 172, 'F', "*", "PNR", about_a_person, not_registered},
    {"K0040", 40, 'F', "*", "HDTO", none, no_event_date},
    {"K0037", 37, 'F', "*", "KOMKOD", none, komkod_not_numeric},
    {"K0004", 4, 'F', "*", "KOMKOD", numeric, no_authority},
    {"K7013", 7013, 'F', "*", "KOMKOD", authority_and_date, no_open_municipality},
    {"K7011", 7011, 'F', "*", "PNR", known_person, replaced_number, valid_number},
    {"K7010", 7010, 'F', "*", "PNR", own_number, status_forbids, its_status},
    {"K7012", 7012, 'F', "*", "KOMKOD", residence_known, not_at_residence},
    {"K7014", 7014, 'F', "*", "HDTO", person_and_date, before_the_person},
    {"K7015", 7015, 'F', "*", "HDTO", event_and_date, too_far_ahead, allowed_days},
    {"K7020", 7020, 'A', "*", "PNR", none, data_waiting},
    {"K7023", 7023, 'I', "*", "HDTO", none, in_the_future},
};

bool any_of(std::span<unsigned const> numbers, messages const& list) {
  for (unsigned const n : numbers)
    for (message const& m : list)
      if (m.number == n) return true;
  return false;
}

}  // namespace

std::span<key_check const> key_checks() { return rows; }

messages check_keys(key_facts const& facts, std::span<unsigned const> without) {
  messages out;
  // "5" waits for "37", which stands behind it in the order of the answer.
  bool const numeric_komkod = !komkod_not_numeric(facts);
  std::string_view const scope = facts.scope();
  for (key_check const& row : rows) {
    if (row.klasse != 'F' && refused(out)) break;
    if (any_of(row.not_after, out) || (row.number == 5 && !numeric_komkod)) continue;
    if (std::find(without.begin(), without.end(), row.number) != without.end()) continue;
    if (!admits(row.scopes, scope) || !row.fires(facts)) continue;
    out.push_back(make_message(facts.table, facts.who, row.rule, row.number, row.klasse, row.felt, 0,
                               row.value == nullptr ? std::string() : row.value(facts)));
  }
  return out;
}

}  // namespace samspil::rules
