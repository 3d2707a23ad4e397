#include "rules/residence.hpp"

#include "record/address.hpp"
#include "rules/history.hpp"
#include "rules/klartekst.hpp"

namespace samspil::rules {
namespace {

codec::buffer<rec::PERSON_002> address_record(record::person const& person, new_home const& home) {
  using row = rec::PERSON_002;
  auto out = record_of<row>(person);
  if (std::string const from(out[row::KOMKOD]); from != home.komkod)
    out.set(row::TILFLYKOMDTO, home.since)
        .set(row::TILFLYKOMDT_UMRK, "")
        .set(row::FRAFLYKOMKOD, from)
        .set(row::FRAFLYKOMDTO, is_zero(from) ? std::string_view() : home.since)
        .set(row::FRAFLYKOMDT_UMRK, "");
  out.set(row::KOMKOD, home.komkod)
      .set(row::VEJKOD, home.vejkod)
      .set(row::HUSNR, home.husnr)
      .set(row::ETAGE, home.etage)
      .set(row::SIDEDOER, home.sidedoer)
      .set(row::BNR, home.bnr)
      .set(row::CONVN, home.convn)
      .set(row::TILFLYDTO, home.since)
      .set(row::TILFLYDT_UMRK, "");
  // The supplementary address was the old home's.
  out.set(row::START_MYNKOD_ADRTXT, 0)
      .set(row::ADR1_SUPLADR, "")
      .set(row::ADR2_SUPLADR, "")
      .set(row::ADR3_SUPLADR, "")
      .set(row::ADR4_SUPLADR, "")
      .set(row::ADR5_SUPLADR, "")
      .set(row::START_DT_ADRTXT, "")
      .set(row::SLET_DT_ADRTXT, "");
  return out;
}

codec::buffer<rec::PERSON_003> text_record(record::person const& person, new_home const& home) {
  using row = rec::PERSON_003;
  auto out = record_of<row>(person);
  if (!person.has(record::type_of<row>())) out.set(row::ADRNVN, person.value(rec::PERSON_008::ADRNVN));
  return out.set(row::CONVN, home.convn)
      .set(row::LOKALITET, home.text.lokalitet)
      .set(row::STANDARDADR, home.text.standardadr)
      .set(row::BYNVN, home.text.bynvn)
      .set(row::POSTNR, home.text.postnr)
      .set(row::POSTDISTTXT, home.text.postdisttxt)
      .set(row::KOMKOD, home.komkod)
      .set(row::VEJKOD, home.vejkod)
      .set(row::HUSNR, home.husnr)
      .set(row::ETAGE, home.etage)
      .set(row::SIDEDOER, home.sidedoer)
      .set(row::BNR, home.bnr)
      .set(row::VEJADRNVN, home.text.vejadrnvn);
}

}  // namespace

new_home::new_home(data_facts const& f)
    : komkod(f.keys.komkod()),
      vejkod(f.text("VEJKOD")),
      husnr(f.text("HUSNR")),
      etage(f.text("ETAGE")),
      sidedoer(f.text("SIDEDOER")),
      bnr(f.text("BNR")),
      convn(f.text("CONVN")),
      since(f.keys.hdto12()),
      text(new_address(f)) {}

std::string_view new_home::status() const {
  bool const administrative = record::is_administrative_road(vejkod);
  if (record::in_greenland(komkod)) return administrative ? "07" : "05";
  return administrative ? "03" : "01";
}

void end_residence(record::person& person, std::string_view end12, std::string_view mark) {
  end_period(person, 2, {end12, mark});
}

void leave_residence(record::person& person, std::string_view end12, std::string_view mark) {
  using text = rec::PERSON_003;
  end_residence(person, end12, mark);
  person.remove(2);
  if (!person.has(record::type_of<text>())) return;
  codec::buffer<text> out;
  out.set(text::RECORDTYPE, record::type_of<text>())
      .set(text::PNR, person.pnr())
      .set(text::ADRNVN, person.value(text::ADRNVN));
  person.set(out.bytes());
}

void take_residence(record::person& person, new_home const& home) {
  auto const address = address_record(person, home);
  auto const text = text_record(person, home);
  person.set(address.bytes());
  person.set(text.bytes());
  set_status(person, home.status(), home.since);
}

void set_status(record::person& person, std::string_view status, std::string_view since12, std::string_view mark) {
  using row = rec::PERSON_001;
  auto out = record_of<row>(person);
  if (out[row::PERSONSTATUS] == status) return;
  out.set(row::PERSONSTATUS, status).set(row::STATUSHAENSTART, since12).set(row::STATUSDTO_UMRK, mark);
  person.set(out.bytes());
}

}  // namespace samspil::rules
