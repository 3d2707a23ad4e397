// DOD (domain.md, "Events"): DOEDSTID is the time of every 12-digit date, and
// USIKKER-MRK their mark.
#include "rec/sams_dod.hpp"
#include "rules/civil.hpp"
#include "rules/effects.hpp"
#include "rules/klartekst.hpp"
#include "rules/residence.hpp"

namespace samspil::rules {
namespace {

using namespace samspil::rec;

constexpr std::array fields{describe(DOD_DATA::DOEDSTID), describe(DOD_DATA::USIKKER_MRK)};

std::string aktuel(key_facts const& f) {
  codec::buffer<DOD_AKTUEL> out;
  if (auto const now = f.person->records.get<PERSON_012>())
    out.set(DOD_AKTUEL::AEGTEPNR, or_zeros((*now)[PERSON_012::AEGTEPNR]))
        .set(DOD_AKTUEL::AEGTENVN, spouse_name(f, *now));
  return std::string(out.bytes());
}

std::string klartekst(data_facts const& f) {
  codec::buffer<DOD_KLARTEKST> out;
  auto const& codes = f.keys.table.codes;
  std::string_view const language = f.keys.who.language;
  out.set(DOD_KLARTEKST::STATUS_TEKST, codes.find("STATUS", "90", language));
  if (stored_person const* const spouse = spouse_of(f.person, f.keys.source).spouse) {
    std::string_view const becomes = widowed(spouse->records.value(PERSON_012::CIVST));
    out.set(DOD_KLARTEKST::AEGTE_CIVST_TEKST, codes.find("CIVST", becomes, language));
  }
  return std::string(out.bytes());
}

std::vector<touched_person> effects(data_facts const& f) {
  std::string const since = std::string(f.keys.hdto()).append(f.text("DOEDSTID"));
  period_end const end{since, f.text("USIKKER-MRK")};
  auto const [spouse, relation] = spouse_of(f.person, f.keys.source);
  std::vector<touched_person> out;
  out.push_back(touch(f.person, "", [&](record::person& p) {
    leave_residence(p, end.since12, end.mark);
    if (p.has(12)) set_civil_status(p, "D", end);
    set_status(p, "90", end.since12, end.mark);
  }));
  if (spouse != nullptr)
    out.push_back(touch(spouse->records, relation, [&](record::person& p) {
      set_civil_status(p, widowed(p.value(PERSON_012::CIVST)), end);
    }));
  return out;
}

}  // namespace

constinit event_type const dod{.code = "DOD",
                               .fields = fields,
                               .tidy = nullptr,
                               .aktuel = aktuel,
                               .klartekst = klartekst,
                               .effects = effects,
                               .touches_relatives = true};

}  // namespace samspil::rules
