#include "rules/belonging.hpp"

#include "rec/sams_fki.hpp"
#include "rec/sams_stb.hpp"
#include "rules/effects.hpp"
#include "rules/history.hpp"
#include "rules/road.hpp"

namespace samspil::rules {
namespace {

using namespace samspil::rec;

constexpr std::array stb_fields{describe(STB_DATA::LANDEKOD)};
constexpr std::array fki_fields{describe(FKI_DATA::FKIRK)};

std::string stb_aktuel(key_facts const& f) {
  using from = PERSON_010;
  codec::buffer<STB_AKTUEL> out;
  if (auto const now = f.person->records.get<from>())
    out.set(STB_AKTUEL::LANDEKOD, or_zeros((*now)[from::LANDEKOD]))
        .set(STB_AKTUEL::HAENSTART, or_zeros((*now)[from::HAENSTART_STATSBORGERSKAB]));
  return std::string(out.bytes());
}

std::string fki_aktuel(key_facts const& f) {
  using from = PERSON_011;
  codec::buffer<FKI_AKTUEL> out;
  if (auto const now = f.person->records.get<from>())
    out.set(FKI_AKTUEL::FKIRK, (*now)[from::FKIRK]).set(FKI_AKTUEL::START_DT, (*now)[from::START_DT_FOLKEKIRKE]);
  return std::string(out.bytes());
}

std::string stb_klartekst(data_facts const& f) {
  codec::buffer<STB_KLARTEKST> out;
  out.set(STB_KLARTEKST::LANDENVN, authority_name(f.keys.source, f.text("LANDEKOD"), country));
  return std::string(out.bytes());
}

std::string fki_klartekst(data_facts const& f) {
  codec::buffer<FKI_KLARTEKST> out;
  out.set(FKI_KLARTEKST::FKIRK_TEKST, f.keys.table.codes.find("FKIRK", f.text("FKIRK"), f.keys.who.language));
  return std::string(out.bytes());
}

std::vector<touched_person> stb_effects(data_facts const& f) {
  using row = PERSON_010;
  std::string const since = f.keys.hdto12();
  return {touch(f.person, "", [&](record::person& p) {
    end_period(p, 10, {since});
    auto out = record_of<row>(p);
    out.set(row::LANDEKOD, f.text("LANDEKOD"))
        .set(row::HAENSTART_STATSBORGERSKAB, since)
        .set(row::HAENSTART_UMRK_STATSBORGERSKAB, "");
    p.set(out.bytes());
  })};
}

std::vector<touched_person> fki_effects(data_facts const& f) {
  using row = PERSON_011;
  std::string const since = f.keys.hdto12();
  return {touch(f.person, "", [&](record::person& p) {
    end_period(p, 11, {since});
    auto out = record_of<row>(p);
    out.set(row::FKIRK, f.text("FKIRK"))
        .set(row::START_DT_FOLKEKIRKE, dashed(f.keys.hdto()))
        .set(row::START_DT_UMRK_FOLKEKIRKE, "");
    p.set(out.bytes());
  })};
}

}  // namespace

constinit event_type const stb{.code = "STB",
                               .fields = stb_fields,
                               .tidy = nullptr,
                               .aktuel = stb_aktuel,
                               .klartekst = stb_klartekst,
                               .effects = stb_effects};
constinit event_type const fki{.code = "FKI",
                               .fields = fki_fields,
                               .tidy = nullptr,
                               .aktuel = fki_aktuel,
                               .klartekst = fki_klartekst,
                               .effects = fki_effects};

}  // namespace samspil::rules
