#include "support/judge.hpp"

#include <algorithm>
#include <vector>

#include "record/person.hpp"
#include "rules/history.hpp"

namespace samspil::test {
namespace {

using namespace samspil::rec;
using record::person;

struct period {
  std::string begin, end;  ///< twelve digits; zeros: not known
};

/// `Past`'s periods in order, then that of the current record, without an end.
template <class Past, class Start, class End>
std::vector<period> periods(person const& p, unsigned now, Start const& start, End const& end) {
  std::vector<period> out;
  for (std::string_view const row : p.all(record::type_of<Past>())) {
    codec::view<Past> const v(row);
    if (v[Past::ANNKOR] != "A") out.push_back({std::string(v[start]), std::string(v[end])});
  }
  if (std::string_view const current = p.first(now); !current.empty())
    out.push_back({rules::period_start(current), ""});
  return out;
}

/// By days: a death has a clock time and what is registered of the same day after it has 0000 (domain.md, "Effects in
/// general"), so that the minutes tell no order.
bool in_order(std::vector<period> all) {
  constexpr std::string_view unknown = "00000000";
  std::string latest;
  for (period& one : all) {
    one.begin.resize(std::min<std::size_t>(one.begin.size(), 8));
    one.end.resize(std::min<std::size_t>(one.end.size(), 8));
    if (one.begin != unknown && one.begin < latest) return false;
    if (one.end.empty() || one.end == unknown) continue;
    if (one.begin != unknown && one.end < one.begin) return false;
    latest = std::max(latest, one.end);
  }
  return true;
}

bool spouse_fits(store::read_scope const& scope, person const& p) {
  auto const civil = p.get<PERSON_012>();
  if (!civil) return true;
  std::string_view const civst = (*civil)[PERSON_012::CIVST], pnr = (*civil)[PERSON_012::AEGTEPNR];
  if ((civst != "G" && civst != "P") || !codec::is_digits(pnr)) return true;
  auto const row = scope.person(pnr);
  if (!row) return true;
  person const other = person::trusted(row->records);
  return other.value(PERSON_012::AEGTEPNR) == p.pnr() && other.value(PERSON_012::CIVST) == civst;
}

bool children_fit(store::read_scope const& scope, person const& p) {
  for (std::string_view const row : p.all(14)) {
    auto const child = scope.person(codec::view<PERSON_014>(row)[PERSON_014::PNR_BARN]);
    if (!child) continue;
    person const records = person::trusted(child->records);
    if (records.value(PERSON_015::PNRMOR) != p.pnr() && records.value(PERSON_015::PNRFAR) != p.pnr()) return false;
  }
  return true;
}

}  // namespace

std::string wrong_with(store::read_scope const& scope, std::string_view pnr) {
  auto const row = scope.person(pnr);
  if (!row) return "not in the register";
  auto const p = person::parse(row->records);
  if (!p) return "the records do not parse";
  bool const lives_somewhere = p->value(PERSON_001::PERSONSTATUS) < "30";
  if (p->has(2) && !lives_somewhere) return "002 with status 30 or above";
  if (!spouse_fits(scope, *p)) return "the spouse does not name the person";
  if (!children_fit(scope, *p)) return "a child does not name the person";
  if (!in_order(periods<PERSON_023>(*p, 2, PERSON_023::TILFLYDTO, PERSON_023::FRAFLYDTO))) return "023 overlap";
  if (!in_order(periods<PERSON_024>(*p, 5, PERSON_024::UDRDTO, PERSON_024::INDRDTO))) return "024 overlap";
  if (!in_order(periods<PERSON_025>(*p, 7, PERSON_025::FORSVINDDTO, PERSON_025::GENFINDDTO))) return "025 overlap";
  if (!in_order(periods<PERSON_026>(*p, 8, PERSON_026::NVNHAENSTART, PERSON_026::NVNHAENSLUT))) return "026 overlap";
  if (!in_order(periods<PERSON_027>(*p, 10, PERSON_027::HAENSTART_STATSBORGERSKAB,
                                    PERSON_027::HAENSLUT_STATSBORGERSKAB)))
    return "027 overlap";
  if (!in_order(periods<PERSON_029>(*p, 12, PERSON_029::HAENSTART_CIVILSTAND, PERSON_029::HAENSLUT_CIVILSTAND)))
    return "029 overlap";
  return {};
}

}  // namespace samspil::test
