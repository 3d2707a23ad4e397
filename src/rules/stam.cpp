#include "rules/stam.hpp"

#include "rules/household.hpp"
#include "rules/protection.hpp"
#include "rules/road.hpp"

namespace samspil::rules {
namespace {

using rec::STAM;
using out_record = codec::buffer<STAM>;

void put_status(out_record& out, record::person const& p, tables const& table, std::string_view language) {
  using from = rec::PERSON_001;
  codec::view<from> const v(p.first(record::type_of<from>()));
  out.set(STAM::PNR, v[from::PNR])
      .set(STAM::KOEN, v[from::KOEN])
      .set(STAM::PERSONSTATUS, or_zeros(v[from::PERSONSTATUS]))
      .set(STAM::STATUS_TEKST, table.codes.find("STATUS", v[from::PERSONSTATUS], language))
      .set(STAM::STATUSHAENSTART, or_zeros(v[from::STATUSHAENSTART]))
      .set(STAM::PNRGAELD, or_zeros(v[from::PNRGAELD]))
      .set(STAM::FOEDDATO, digits_of(v[from::FOED_DT]))
      .set(STAM::FOEDDATO_UMRK, v[from::FOED_DT_UMRK]);
}

void put_names(out_record& out, record::person const& p) {
  using from = rec::PERSON_008;
  if (auto const v = p.get<from>())
    out.set(STAM::FORNVN, (*v)[from::FORNVN])
        .set(STAM::MELNVN, (*v)[from::MELNVN])
        .set(STAM::EFTERNVN, (*v)[from::EFTERNVN]);
  out.set(STAM::CIVST, p.value(rec::PERSON_012::CIVST));
}

void put_home(out_record& out, record::person const& p, register_source& source) {
  using from = rec::PERSON_002;
  auto const v = p.get<from>();
  if (!v) return;
  out.set(STAM::KOMKOD, or_zeros((*v)[from::KOMKOD]))
      .set(STAM::KOMNVN, authority_name(source, (*v)[from::KOMKOD]))
      .set(STAM::VEJKOD, or_zeros((*v)[from::VEJKOD]))
      .set(STAM::HUSNR, (*v)[from::HUSNR])
      .set(STAM::ETAGE, (*v)[from::ETAGE])
      .set(STAM::SIDEDOER, (*v)[from::SIDEDOER])
      .set(STAM::BNR, (*v)[from::BNR])
      .set(STAM::CONVN, (*v)[from::CONVN])
      .set(STAM::TILFLYDTO, or_zeros((*v)[from::TILFLYDTO]));
}

void put_address_text(out_record& out, record::person const& p) {
  using from = rec::PERSON_003;
  auto const v = p.get<from>();
  if (!v) return;
  out.set(STAM::ADRNVN, (*v)[from::ADRNVN])
      .set(STAM::VEJADRNVN, (*v)[from::VEJADRNVN])
      .set(STAM::LOKALITET, (*v)[from::LOKALITET])
      .set(STAM::STANDARDADR, (*v)[from::STANDARDADR])
      .set(STAM::BYNVN, (*v)[from::BYNVN])
      .set(STAM::POSTNR, or_zeros((*v)[from::POSTNR]))
      .set(STAM::POSTDISTTXT, (*v)[from::POSTDISTTXT]);
}

void put_protection(out_record& out, record::person const& p, date business_date) {
  using from = rec::PERSON_004;
  auto const found = protection_in_force(p, name_and_address, date8(business_date));
  if (found) out.set(STAM::BESKYT, "1").set(STAM::BESKYT_SLUT, digits_of((*found)[from::SLET_DT_BESKYTTELSE]));
}

void put_abroad(out_record& out, record::person const& p, register_source& source) {
  using from = rec::PERSON_005;
  auto const v = p.get<from>();
  if (!v) return;
  out.set(STAM::UDR_LANDEKOD, or_zeros((*v)[from::UDR_LANDEKOD]))
      .set(STAM::UDR_LAND, authority_name(source, (*v)[from::UDR_LANDEKOD], country))
      .set(STAM::UDLANDADR, 0, (*v)[from::UDLANDADR1])
      .set(STAM::UDLANDADR, 1, (*v)[from::UDLANDADR2])
      .set(STAM::UDLANDADR, 2, (*v)[from::UDLANDADR3])
      .set(STAM::UDLANDADR, 3, (*v)[from::UDLANDADR4])
      .set(STAM::UDLANDADR, 4, (*v)[from::UDLANDADR5]);
}

}  // namespace

codec::buffer<rec::STAM> make_stam(stored_person const& person, register_source& source, tables const& table,
                                   std::string_view language, date business_date) {
  out_record out;
  record::person const& p = person.records;
  put_status(out, p, table, language);
  if (person.waiting_open > 0) out.set(STAM::VENT_MRK, "X");
  put_names(out, p);
  put_home(out, p, source);
  put_address_text(out, p);
  put_protection(out, p, business_date);
  put_abroad(out, p, source);
  return out;
}

}  // namespace samspil::rules
