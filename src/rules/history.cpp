#include "rules/history.hpp"

#include "rules/household.hpp"

namespace samspil::rules {
namespace {

using namespace samspil::rec;

/// A new row of `Past` owned as `current` is. The items from `First` to `Last` of
/// `Now` stand in both, one behind the other, from `To` on in `Past`.
template <class Past, class First, class Last, class To>
codec::buffer<Past> row_of(std::string_view current, First, Last, To) {
  codec::buffer<Past> fresh;
  fresh.set(Past::RECORDTYPE, record::type_of<Past>()).set(Past::PNR, current.substr(3, 10));
  std::string bytes(fresh.bytes());
  constexpr std::size_t width = Last::offset + Last::width - First::offset;
  bytes.replace(To::offset, width, current.substr(First::offset, width));
  return codec::buffer<Past>(bytes);
}

std::string past_address(std::string_view now, period_end const& end) {
  auto out = row_of<PERSON_023>(now, PERSON_002::KOMKOD, PERSON_002::TILFLYDT_UMRK, PERSON_023::KOMKOD);
  out.set(PERSON_023::ANNKOR, std::string_view(&end.annkor, 1))
      .set(PERSON_023::FRAFLYDTO, end.since12)
      .set(PERSON_023::FRAFLYDTO_UMRK, end.mark);
  return std::string(out.bytes());
}

std::string past_abroad(std::string_view now, period_end const& end) {
  auto out = row_of<PERSON_024>(now, PERSON_005::UDLANDADR1, PERSON_005::UDLANDADR5, PERSON_024::UDLANDADR1);
  codec::view<PERSON_005> const v(now);
  out.set(PERSON_024::ANNKOR, std::string_view(&end.annkor, 1))
      .set(PERSON_024::UDR_LANDEKOD, v[PERSON_005::UDR_LANDEKOD])
      .set(PERSON_024::UDRDTO, v[PERSON_005::UDRDTO])
      .set(PERSON_024::UDRDTO_UMRK, v[PERSON_005::UDRDTO_UMRK])
      .set(PERSON_024::INDR_LANDEKOD, end.landekod)
      .set(PERSON_024::INDRDTO, end.since12)
      .set(PERSON_024::INDRDTO_UMRK, end.mark);
  return std::string(out.bytes());
}

std::string past_disappearance(std::string_view now, period_end const& end) {
  auto out = row_of<PERSON_025>(now, PERSON_007::FORSVINDDTO, PERSON_007::FORSVINDDTO_UMRK, PERSON_025::FORSVINDDTO);
  out.set(PERSON_025::ANNKOR, std::string_view(&end.annkor, 1))
      .set(PERSON_025::GENFINDDTO, end.since12)
      .set(PERSON_025::GENFINDDTO_UMRK, end.mark);
  return std::string(out.bytes());
}

std::string past_name(std::string_view now, period_end const& end) {
  auto out = row_of<PERSON_026>(now, PERSON_008::FORNVN, PERSON_008::HAENSTART_UMRK_NAVNE, PERSON_026::FORNVN);
  out.set(PERSON_026::ANNKOR, std::string_view(&end.annkor, 1))
      .set(PERSON_026::NVNHAENSLUT, end.since12)
      .set(PERSON_026::HAENSLUT_UMRK_NAVNE, end.mark);
  return std::string(out.bytes());
}

std::string past_citizenship(std::string_view now, period_end const& end) {
  auto out =
      row_of<PERSON_027>(now, PERSON_010::LANDEKOD, PERSON_010::HAENSTART_UMRK_STATSBORGERSKAB, PERSON_027::LANDEKOD);
  out.set(PERSON_027::ANNKOR, std::string_view(&end.annkor, 1))
      .set(PERSON_027::HAENSLUT_STATSBORGERSKAB, end.since12)
      .set(PERSON_027::HAENSLUT_UMRK_STATSBORGERSKAB, end.mark);
  return std::string(out.bytes());
}

std::string past_church(std::string_view now, period_end const& end) {
  auto out = row_of<PERSON_028>(now, PERSON_011::FKIRK, PERSON_011::START_DT_UMRK_FOLKEKIRKE, PERSON_028::FKIRK);
  out.set(PERSON_028::SLUT_DT_FOLKEKIRKE, dashed(end.since12.substr(0, 8)))
      .set(PERSON_028::SLUT_DT_UMRK_FOLKEKIRKE, end.mark);
  return std::string(out.bytes());
}

std::string past_civil_status(std::string_view now, period_end const& end) {
  auto out = row_of<PERSON_029>(now, PERSON_012::CIVST, PERSON_012::HAENSTART_UMRK_CIVILSTAND, PERSON_029::CIVST);
  out.set(PERSON_029::ANNKOR, std::string_view(&end.annkor, 1))
      .set(PERSON_029::HAENSLUT_CIVILSTAND, end.since12)
      .set(PERSON_029::HAENSLUT_UMRK_CIVILSTAND, end.mark)
      .set(PERSON_029::SEP_HENVIS_CIVILSTAND, codec::view<PERSON_012>(now)[PERSON_012::SEP_HENVIS_CIVILSTAND]);
  return std::string(out.bytes());
}

}  // namespace

std::string history_row(std::string_view current, period_end const& end) {
  switch (record::record_type(current)) {
    case 2: return past_address(current, end);
    case 5: return past_abroad(current, end);
    case 7: return past_disappearance(current, end);
    case 8: return past_name(current, end);
    case 10: return past_citizenship(current, end);
    case 11: return past_church(current, end);
    case 12: return past_civil_status(current, end);
    default: return {};
  }
}

void end_period(record::person& person, unsigned type, period_end const& end) {
  std::string_view const current = person.first(type);
  if (current.empty()) return;
  if (std::string const row = history_row(current, end); !row.empty()) person.add(row);
}

std::string period_start(std::string_view current) {
  auto const at = [&](auto const& f) { return std::string(current.substr(f.offset, f.width)); };
  switch (record::record_type(current)) {
    case 2: return at(PERSON_002::TILFLYDTO);
    case 5: return at(PERSON_005::UDRDTO);
    case 7: return at(PERSON_007::FORSVINDDTO);
    case 8: return at(PERSON_008::NVNHAENSTART);
    case 10: return at(PERSON_010::HAENSTART_STATSBORGERSKAB);
    case 11: return digits_of(at(PERSON_011::START_DT_FOLKEKIRKE));
    case 12: return at(PERSON_012::HAENSTART_CIVILSTAND);
    default: return {};
  }
}

}  // namespace samspil::rules
