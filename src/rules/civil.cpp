#include "rules/civil.hpp"

#include "rec/sams_civ.hpp"
#include "rules/effects.hpp"
#include "rules/klartekst.hpp"

namespace samspil::rules {
namespace {

using namespace samspil::rec;
using current = PERSON_012;

constexpr std::array fields{describe(CIV_DATA::CIVST), describe(CIV_DATA::AEGTEPNR)};

std::string aktuel(key_facts const& f) {
  codec::buffer<CIV_AKTUEL> out;
  if (auto const now = f.person->records.get<current>()) {
    std::string_view const pnr = (*now)[current::AEGTEPNR];
    out.set(CIV_AKTUEL::CIVST, (*now)[current::CIVST])
        .set(CIV_AKTUEL::AEGTEPNR, or_zeros(pnr))
        .set(CIV_AKTUEL::AEGTENVN, spouse_name(f, *now))
        .set(CIV_AKTUEL::HAENSTART, or_zeros((*now)[current::HAENSTART_CIVILSTAND]));
  }
  return std::string(out.bytes());
}

std::string klartekst(data_facts const& f) {
  codec::buffer<CIV_KLARTEKST> out;
  out.set(CIV_KLARTEKST::CIVST_TEKST, f.keys.table.codes.find("CIVST", f.text("CIVST"), f.keys.who.language))
      .set(CIV_KLARTEKST::AEGTE_ADRNVN, name_of(f, f.text("AEGTEPNR")));
  return std::string(out.bytes());
}

std::vector<touched_person> effects(data_facts const& f) {
  std::string const since = f.keys.hdto12();
  std::string_view const civst = f.text("CIVST"), pnr = f.text("AEGTEPNR");
  std::vector<touched_person> out;
  if (civst == "G") {
    out.push_back(touch(f.person, "", [&](record::person& p) { set_civil_status(p, civst, {since}, pnr); }));
    if (stored_person const* const other = f.keys.source.person(pnr))
      out.push_back(touch(other->records, relation_spouse,
                          [&](record::person& p) { set_civil_status(p, civst, {since}, f.keys.pnr()); }));
    return out;
  }
  out.push_back(touch(f.person, "", [&](record::person& p) { set_civil_status(p, civst, {since}); }));
  auto const [spouse, relation] = spouse_of(f.person, f.keys.source);
  if (spouse != nullptr && (civst == "F" || civst == "O"))
    out.push_back(touch(spouse->records, relation, [&](record::person& p) { set_civil_status(p, civst, {since}); }));
  return out;
}

}  // namespace

void set_civil_status(record::person& person, std::string_view civst, period_end const& since,
                      std::string_view spouse) {
  end_period(person, 12, since);
  auto out = record_of<current>(person);
  out.set(current::CIVST, civst)
      .set(current::HAENSTART_CIVILSTAND, since.since12)
      .set(current::HAENSTART_UMRK_CIVILSTAND, since.mark)
      .set(current::SEP_HENVIS_CIVILSTAND, "");
  if (!spouse.empty())
    out.set(current::AEGTEPNR, spouse)
        .set(current::AEGTEFOED_DT, "")
        .set(current::AEGTEFOEDDT_UMRK, "")
        .set(current::AEGTENVN, "")
        .set(current::AEGTENVN_MRK, "");
  person.set(out.bytes());
}

std::string_view widowed(std::string_view civst) { return civst == "P" ? "L" : "E"; }

constinit event_type const civ{.code = "CIV",
                               .fields = fields,
                               .tidy = nullptr,
                               .aktuel = aktuel,
                               .klartekst = klartekst,
                               .effects = effects,
                               .touches_relatives = true};

}  // namespace samspil::rules
