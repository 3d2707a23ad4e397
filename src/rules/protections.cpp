#include "rules/protections.hpp"

#include "rec/sams_kre.hpp"
#include "rec/sams_lvb.hpp"
#include "rec/sams_mfb.hpp"
#include "rec/sams_nab.hpp"
#include "rules/effects.hpp"
#include "rules/klartekst.hpp"
#include "rules/protection.hpp"

namespace samspil::rules {
namespace {

template <class Data>
constexpr std::array fields_of{describe(Data::HANDLING), describe(Data::SLUTDTO), describe(Data::ANTAL_BOERN),
                               describe(Data::BARN)};

/// A lifted protection has no end of its own: SLUTDTO is answered as zeros.
template <class Data>
void tidy(std::string& data) {
  if (codec::view<Data>(data)[Data::HANDLING] == "O")
    data.replace(Data::SLUTDTO.offset, Data::SLUTDTO.width, Data::SLUTDTO.width, '0');
}

template <class Aktuel>
std::string aktuel(key_facts const& f) {
  using row = rec::PERSON_004;
  using protection = typename Aktuel::BESKYT;
  using child = typename Aktuel::BARN;
  codec::buffer<Aktuel> out;
  record::person const& person = f.person->records;
  std::size_t n = 0;
  for (std::string_view bytes = person.first(record::type_of<row>());
       !bytes.empty() && n < protection::BESKYTTYPE.count; bytes = person.next(bytes), ++n) {
    codec::view<row> const v(bytes);
    out.set(protection::BESKYTTYPE, n, v[row::BESKYTTYPE])
        .set(protection::START_DT, n, v[row::START_DT_BESKYTTELSE])
        .set(protection::SLET_DT, n, v[row::SLET_DT_BESKYTTELSE]);
  }
  out.set(Aktuel::ANTAL_BESKYT, n);
  n = 0;
  for (household_member const& m : household(person, f.source, f.hdto())) {
    if (m.relation != relation_child) continue;
    out.set(child::PNR, n, m.pnr).set(child::ADRNVN, n, m.person->records.value(rec::PERSON_003::ADRNVN));
    if (++n == child::PNR.count) break;
  }
  out.set(Aktuel::ANTAL_BOERN, n);
  return std::string(out.bytes());
}

template <class Data, class Klartekst>
std::string klartekst(data_facts const& f) {
  codec::buffer<Klartekst> out;
  protection_change const change(f);
  out.set(Klartekst::BESKYT_TEKST, f.keys.table.codes.find("BESKYT", change.type, f.keys.who.language))
      .set(Klartekst::START_DT, change.start_of(f.person))
      .set(Klartekst::SLET_DT, change.end);
  codec::view<Data> const seen(f.data);
  for (std::size_t i = 0; i < Data::BARN.count; ++i)
    out.set(Klartekst::BARN_ADRNVN, i, name_of(f, seen(Data::BARN, i)));
  return std::string(out.bytes());
}

template <class Data, class Aktuel, class Klartekst>
constexpr event_type protection(std::string_view code) {
  return {.code = code,
          .fields = fields_of<Data>,
          .tidy = tidy<Data>,
          .aktuel = aktuel<Aktuel>,
          .klartekst = klartekst<Data, Klartekst>,
          .effects = protection_effects};
}

}  // namespace

constinit event_type const nab = protection<rec::NAB_DATA, rec::NAB_AKTUEL, rec::NAB_KLARTEKST>("NAB");
constinit event_type const lvb = protection<rec::LVB_DATA, rec::LVB_AKTUEL, rec::LVB_KLARTEKST>("LVB");
constinit event_type const mfb = protection<rec::MFB_DATA, rec::MFB_AKTUEL, rec::MFB_KLARTEKST>("MFB");
constinit event_type const kre = protection<rec::KRE_DATA, rec::KRE_AKTUEL, rec::KRE_KLARTEKST>("KRE");

std::string_view protection_type(std::string_view haendelse) {
  if (haendelse == nab.code) return "0001";
  if (haendelse == lvb.code) return "0002";
  if (haendelse == mfb.code) return "0003";
  return haendelse == kre.code ? "0005" : "";
}

}  // namespace samspil::rules
