// CIV, DOD, STB, FKI and FTR.
#include "rules/data_checks.hpp"
#include "rules/words.hpp"

namespace samspil::rules::due {
namespace {

using namespace samspil::rec;

/// CIVST that may follow (7601); a person without a 012 is taken as unmarried.
std::string_view reachable(std::string_view civst) {
  if (civst == "G") return "F E";
  if (civst == "P") return "O L";
  return civst.empty() || has_word("U F E O L", civst) ? "G" : "";
}

/// CIVST G or P with another than the person.
bool is_married_to_another(record::person const& other, std::string_view pnr) {
  std::string_view const civst = other.value(PERSON_012::CIVST);
  return (civst == "G" || civst == "P") && other.value(PERSON_012::AEGTEPNR) != pnr;
}

std::string_view day(std::string_view date12) { return is_zero(date12) ? std::string_view() : date12.substr(0, 8); }

}  // namespace

bool civil_status_unreachable(data_facts const& f, data_field const* field, unsigned) {
  return !has_word(reachable(f.person.value(PERSON_012::CIVST)), f.value(*field, 0));
}

bool spouse_not_wanted(data_facts const& f, data_field const* field, unsigned) {
  std::string_view const civst = f.text("CIVST");
  bool const given = !is_zero(f.value(*field, 0));
  return civst == "G" ? !given : has_word("F E O L", civst) && given;
}

bool spouse_cannot_marry(data_facts const& f, data_field const* field, unsigned) {
  std::string_view const pnr = f.value(*field, 0);
  if (is_zero(pnr)) return false;
  if (pnr == f.keys.pnr()) return true;
  stored_person const* const other = related(f.keys.source, pnr);
  if (other == nullptr) return true;
  return has_word("30 50 60 90", other->records.value(PERSON_001::PERSONSTATUS)) ||
         under_age(other->records, f.keys.hdto()) || is_married_to_another(other->records, f.keys.pnr());
}

bool married_under_age(data_facts const& f, data_field const* field, unsigned) {
  return f.value(*field, 0) == "G" && under_age(f.person, f.keys.hdto());
}

bool before_a_change(data_facts const& f, data_field const*, unsigned) {
  std::string_view const hdto = f.keys.hdto();
  return hdto < day(f.person.value(PERSON_001::STATUSHAENSTART)) || hdto < day(f.person.value(PERSON_002::TILFLYDTO)) ||
         hdto < day(f.person.value(PERSON_008::NVNHAENSTART)) ||
         hdto < day(f.person.value(PERSON_010::HAENSTART_STATSBORGERSKAB)) ||
         hdto < day(f.person.value(PERSON_012::HAENSTART_CIVILSTAND));
}

bool not_undoable(data_facts const& f, data_field const* field, unsigned) {
  auto const latest = f.keys.source.latest_event(f.keys.pnr());
  return !latest || !latest->may_be_undone || latest->haendelse != f.text("FTR-HAENDELSE") ||
         latest->timestampu != f.value(*field, 0);
}

bool no_other_church(data_facts const& f, data_field const* field, unsigned) {
  std::string_view const fkirk = f.value(*field, 0);
  return !has_word("F M S U A", fkirk) || fkirk == f.person.value(PERSON_011::FKIRK);
}

bool same_citizenship(data_facts const& f, data_field const* field, unsigned) {
  return f.value(*field, 0) == f.person.value(PERSON_010::LANDEKOD);
}

}  // namespace samspil::rules::due
