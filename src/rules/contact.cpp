#include "rules/contact.hpp"

#include "rec/sams_kad.hpp"
#include "rec/sams_sua.hpp"
#include "rules/effects.hpp"
#include "rules/history.hpp"

namespace samspil::rules {
namespace {

using namespace samspil::rec;

constexpr std::array kad_fields{describe(KAD_DATA::KONTAKTADR), describe(KAD_DATA::SLUTDTO)};
constexpr std::array sua_fields{describe(SUA_DATA::SUPLADR), describe(SUA_DATA::SLUTDTO)};

std::string kad_aktuel(key_facts const& f) {
  using from = PERSON_006;
  codec::buffer<KAD_AKTUEL> out;
  if (auto const now = f.person->records.get<from>())
    out.set(KAD_AKTUEL::KONTAKTADR, 0, (*now)[from::ADR1_KONTAKTADR])
        .set(KAD_AKTUEL::KONTAKTADR, 1, (*now)[from::ADR2_KONTAKTADR])
        .set(KAD_AKTUEL::KONTAKTADR, 2, (*now)[from::ADR3_KONTAKTADR])
        .set(KAD_AKTUEL::KONTAKTADR, 3, (*now)[from::ADR4_KONTAKTADR])
        .set(KAD_AKTUEL::KONTAKTADR, 4, (*now)[from::ADR5_KONTAKTADR])
        .set(KAD_AKTUEL::START_DT, (*now)[from::START_DT_ADRTXT])
        .set(KAD_AKTUEL::SLET_DT, (*now)[from::SLET_DT_ADRTXT]);
  return std::string(out.bytes());
}

std::string sua_aktuel(key_facts const& f) {
  using from = PERSON_002;
  codec::buffer<SUA_AKTUEL> out;
  if (auto const now = f.person->records.get<from>())
    out.set(SUA_AKTUEL::SUPLADR, 0, (*now)[from::ADR1_SUPLADR])
        .set(SUA_AKTUEL::SUPLADR, 1, (*now)[from::ADR2_SUPLADR])
        .set(SUA_AKTUEL::SUPLADR, 2, (*now)[from::ADR3_SUPLADR])
        .set(SUA_AKTUEL::SUPLADR, 3, (*now)[from::ADR4_SUPLADR])
        .set(SUA_AKTUEL::SUPLADR, 4, (*now)[from::ADR5_SUPLADR])
        .set(SUA_AKTUEL::START_DT, (*now)[from::START_DT_ADRTXT])
        .set(SUA_AKTUEL::SLET_DT, (*now)[from::SLET_DT_ADRTXT]);
  return std::string(out.bytes());
}

std::string kad_klartekst(data_facts const& f) {
  codec::buffer<KAD_KLARTEKST> out;
  codec::view<KAD_DATA> const seen(f.data);
  for (std::size_t i = 0; i < KAD_DATA::KONTAKTADR.count; ++i)
    out.set(KAD_KLARTEKST::KONTAKTADR, i, seen(KAD_DATA::KONTAKTADR, i));
  return std::string(out.bytes());
}

std::string sua_klartekst(data_facts const& f) {
  codec::buffer<SUA_KLARTEKST> out;
  codec::view<SUA_DATA> const seen(f.data);
  for (std::size_t i = 0; i < SUA_DATA::SUPLADR.count; ++i)
    out.set(SUA_KLARTEKST::SUPLADR, i, seen(SUA_DATA::SUPLADR, i));
  return std::string(out.bytes());
}

std::vector<touched_person> kad_effects(data_facts const& f) {
  using row = PERSON_006;
  codec::view<KAD_DATA> const seen(f.data);
  return {touch(f.person, "", [&](record::person& p) {
    auto out = record_of<row>(p);
    out.set(row::ADR1_KONTAKTADR, seen(KAD_DATA::KONTAKTADR, 0))
        .set(row::ADR2_KONTAKTADR, seen(KAD_DATA::KONTAKTADR, 1))
        .set(row::ADR3_KONTAKTADR, seen(KAD_DATA::KONTAKTADR, 2))
        .set(row::ADR4_KONTAKTADR, seen(KAD_DATA::KONTAKTADR, 3))
        .set(row::ADR5_KONTAKTADR, seen(KAD_DATA::KONTAKTADR, 4))
        .set(row::START_DT_ADRTXT, dashed(f.keys.hdto()))
        .set(row::SLET_DT_ADRTXT, dashed(seen[KAD_DATA::SLUTDTO]));
    p.set(out.bytes());
  })};
}

std::vector<touched_person> sua_effects(data_facts const& f) {
  using row = PERSON_002;
  codec::view<SUA_DATA> const seen(f.data);
  return {touch(f.person, "", [&](record::person& p) {
    if (!p.has(record::type_of<row>())) return;  // a status of residence without an address: a loaded person
    auto out = record_of<row>(p);
    out.set(row::START_MYNKOD_ADRTXT, f.keys.komkod())
        .set(row::ADR1_SUPLADR, seen(SUA_DATA::SUPLADR, 0))
        .set(row::ADR2_SUPLADR, seen(SUA_DATA::SUPLADR, 1))
        .set(row::ADR3_SUPLADR, seen(SUA_DATA::SUPLADR, 2))
        .set(row::ADR4_SUPLADR, seen(SUA_DATA::SUPLADR, 3))
        .set(row::ADR5_SUPLADR, seen(SUA_DATA::SUPLADR, 4))
        .set(row::START_DT_ADRTXT, dashed(f.keys.hdto()))
        .set(row::SLET_DT_ADRTXT, dashed(seen[SUA_DATA::SLUTDTO]));
    p.set(out.bytes());
  })};
}

}  // namespace

constinit event_type const kad{.code = "KAD",
                               .fields = kad_fields,
                               .tidy = nullptr,
                               .aktuel = kad_aktuel,
                               .klartekst = kad_klartekst,
                               .effects = kad_effects};
constinit event_type const sua{.code = "SUA",
                               .fields = sua_fields,
                               .tidy = nullptr,
                               .aktuel = sua_aktuel,
                               .klartekst = sua_klartekst,
                               .effects = sua_effects};

}  // namespace samspil::rules
