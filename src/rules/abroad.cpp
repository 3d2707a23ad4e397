#include "rules/abroad.hpp"

#include "rec/sams_ind.hpp"
#include "rec/sams_uad.hpp"
#include "rec/sams_udr.hpp"
#include "rules/effects.hpp"
#include "rules/history.hpp"
#include "rules/klartekst.hpp"
#include "rules/moving_aktuel.hpp"
#include "rules/residence.hpp"

namespace samspil::rules {
namespace {

using namespace samspil::rec;

constexpr std::array udr_fields{describe(UDR_DATA::UDR_LANDEKOD), describe(UDR_DATA::UDLANDADR),
                                describe(UDR_DATA::VARIGHED_MDR), describe(UDR_DATA::ANTAL_MEDFLYTTERE),
                                describe(UDR_DATA::MEDFLYTTER)};
constexpr std::array uad_fields{describe(UAD_DATA::UDR_LANDEKOD), describe(UAD_DATA::UDLANDADR)};
constexpr std::array ind_fields{describe(IND_DATA::FRA_LANDEKOD), describe(IND_DATA::VEJKOD),
                                describe(IND_DATA::HUSNR),        describe(IND_DATA::ETAGE),
                                describe(IND_DATA::SIDEDOER),     describe(IND_DATA::BNR),
                                describe(IND_DATA::CONVN)};

/// UAD-AKTUEL and IND-AKTUEL have the same layout.
template <class Aktuel>
std::string abroad_aktuel(key_facts const& f) {
  codec::buffer<Aktuel> out;
  using from = PERSON_005;
  if (auto const now = f.person->records.get<from>())
    out.set(Aktuel::UDR_LANDEKOD, or_zeros((*now)[from::UDR_LANDEKOD]))
        .set(Aktuel::UDRDTO, or_zeros((*now)[from::UDRDTO]))
        .set(Aktuel::UDLANDADR, 0, (*now)[from::UDLANDADR1])
        .set(Aktuel::UDLANDADR, 1, (*now)[from::UDLANDADR2])
        .set(Aktuel::UDLANDADR, 2, (*now)[from::UDLANDADR3])
        .set(Aktuel::UDLANDADR, 3, (*now)[from::UDLANDADR4])
        .set(Aktuel::UDLANDADR, 4, (*now)[from::UDLANDADR5]);
  return std::string(out.bytes());
}

std::string_view country_name(data_facts const& f, std::string_view field) {
  return authority_name(f.keys.source, f.text(field), country);
}

std::string udr_klartekst(data_facts const& f) {
  codec::buffer<UDR_KLARTEKST> out;
  out.set(UDR_KLARTEKST::LANDENVN, country_name(f, "UDR-LANDEKOD"));
  codec::view<UDR_DATA> const seen(f.data);
  for (std::size_t i = 0; i < UDR_DATA::MEDFLYTTER.count; ++i)
    out.set(UDR_KLARTEKST::MEDFLYTTER_ADRNVN, i, name_of(f, seen(UDR_DATA::MEDFLYTTER, i)));
  return std::string(out.bytes());
}

std::string uad_klartekst(data_facts const& f) {
  codec::buffer<UAD_KLARTEKST> out;
  out.set(UAD_KLARTEKST::LANDENVN, country_name(f, "UDR-LANDEKOD"));
  return std::string(out.bytes());
}

std::string ind_klartekst(data_facts const& f) {
  codec::buffer<IND_KLARTEKST> out;
  put_address(out, new_address(f));
  out.set(IND_KLARTEKST::LANDENVN, country_name(f, "FRA-LANDEKOD"));
  return std::string(out.bytes());
}

/// Country and lines of DATA into the person's 005; UDRDTO when `since12` is given.
template <class Data>
void write_abroad(record::person& person, data_facts const& f, std::string_view since12) {
  using row = PERSON_005;
  codec::view<Data> const seen(f.data);
  auto out = record_of<row>(person);
  if (!since12.empty()) out.set(row::UDRDTO, since12).set(row::UDRDTO_UMRK, "");
  out.set(row::UDR_LANDEKOD, seen[Data::UDR_LANDEKOD])
      .set(row::UDLANDADR1, seen(Data::UDLANDADR, 0))
      .set(row::UDLANDADR2, seen(Data::UDLANDADR, 1))
      .set(row::UDLANDADR3, seen(Data::UDLANDADR, 2))
      .set(row::UDLANDADR4, seen(Data::UDLANDADR, 3))
      .set(row::UDLANDADR5, seen(Data::UDLANDADR, 4));
  person.set(out.bytes());
}

std::vector<touched_person> udr_effects(data_facts const& f) {
  std::string const since = f.keys.hdto12();
  return touch_all_moving(f, [&](record::person& p) {
    leave_residence(p, since);
    write_abroad<UDR_DATA>(p, f, since);
    set_status(p, "80", since);
  });
}

std::vector<touched_person> uad_effects(data_facts const& f) {
  return {touch(f.person, "", [&](record::person& p) { write_abroad<UAD_DATA>(p, f, {}); })};
}

std::vector<touched_person> ind_effects(data_facts const& f) {
  new_home const home(f);
  return {touch(f.person, "", [&](record::person& p) {
    end_period(p, 5, {home.since, "", f.text("FRA-LANDEKOD")});
    p.remove(5);
    take_residence(p, home);
  })};
}

}  // namespace

constinit event_type const udr{.code = "UDR",
                               .fields = udr_fields,
                               .tidy = nullptr,
                               .aktuel = moving_aktuel<UDR_AKTUEL>,
                               .klartekst = udr_klartekst,
                               .effects = udr_effects};
constinit event_type const uad{.code = "UAD",
                               .fields = uad_fields,
                               .tidy = nullptr,
                               .aktuel = abroad_aktuel<UAD_AKTUEL>,
                               .klartekst = uad_klartekst,
                               .effects = uad_effects};
constinit event_type const ind{.code = "IND",
                               .fields = ind_fields,
                               .tidy = nullptr,
                               .aktuel = abroad_aktuel<IND_AKTUEL>,
                               .klartekst = ind_klartekst,
                               .effects = ind_effects};

}  // namespace samspil::rules
