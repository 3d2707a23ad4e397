// The records of PRIV and OFF4 answers.
#include "transaction/look_up.hpp"

#include <boost/test/unit_test.hpp>

#include "rec/priv.hpp"

using namespace samspil;
using transaction::has_chosen;
using transaction::off4_data;
using transaction::priv_data;

namespace {

constexpr std::string_view pnr = "0101800002";
date const business = *parse_date8("20260310");

template <class Record>
codec::buffer<Record> row() {
  codec::buffer<Record> out;
  out.set(Record::RECORDTYPE, record::type_of<Record>()).set(Record::PNR, pnr);
  return out;
}

/// One who has everything that PRIV can tell.
record::person somebody() {
  std::string all;
  auto const add = [&](auto const& r) { all.append(r.bytes()); };
  using p1 = rec::PERSON_001;
  add(row<p1>()
          .set(p1::PERSONSTATUS, "01")
          .set(p1::STATUSHAENSTART, "200001011200")
          .set(p1::KOEN, "K")
          .set(p1::FOED_DT, "1980-01-01")
          .set(p1::STILLING, "Revisor"));
  using p2 = rec::PERSON_002;
  add(row<p2>().set(p2::KOMKOD, "0851").set(p2::VEJKOD, "2000").set(p2::TILFLYDTO, "202001010000"));
  using p3 = rec::PERSON_003;
  add(row<p3>()
          .set(p3::ADRNVN, "Berg,Anna")
          .set(p3::CONVN, "c/o Bo")
          .set(p3::LOKALITET, "Sted")
          .set(p3::STANDARDADR, "Vej 12")
          .set(p3::BYNVN, "By")
          .set(p3::POSTNR, "9000")
          .set(p3::POSTDISTTXT, "Aalborg")
          .set(p3::KOMKOD, "0851")
          .set(p3::VEJKOD, "2000")
          .set(p3::HUSNR, "012")
          .set(p3::ETAGE, "st")
          .set(p3::SIDEDOER, "  tv")
          .set(p3::BNR, "B1")
          .set(p3::VEJADRNVN, "Vej"));
  using p4 = rec::PERSON_004;
  add(row<p4>().set(p4::BESKYTTYPE, "0003").set(p4::START_DT_BESKYTTELSE, "2010-05-06"));
  add(row<p4>().set(p4::BESKYTTYPE, "0005").set(p4::START_DT_BESKYTTELSE, "2011-06-07"));
  using p6 = rec::PERSON_006;
  add(row<p6>().set(p6::ADR1_KONTAKTADR, "Kontakt 1").set(p6::START_DT_ADRTXT, "2025-01-02"));
  using p8 = rec::PERSON_008;
  add(row<p8>().set(p8::FORNVN, "Anna").set(p8::MELNVN, "Vang").set(p8::EFTERNVN, "Berg"));
  using p14 = rec::PERSON_014;
  add(row<p14>().set(p14::PNR_BARN, "0303154004"));
  add(row<p14>().set(p14::PNR_BARN, "0404174005"));
  using p17 = rec::PERSON_017;
  add(row<p17>().set(p17::START_DT_UMYNDIG, "2015-03-04").set(p17::RELPNR, "0303154004"));
  using p99 = rec::PERSON_099;
  add(row<p99>().set(p99::HAENDELSE, "FLY"));
  return *record::person::parse(all);
}

record::person with(record::person p, auto const& changed) {
  p.set(changed.bytes());
  return p;
}

store::customer_row customer(std::vector<std::string_view> const& types = {}, std::string_view task = "") {
  using c = rec::CUSTOMER_ROW;
  store::customer_row out;
  out.set(c::KUNDENR, "1234").set(c::OPGAVENR, task);
  for (std::size_t i = 0; i < types.size(); ++i) out.set(c::RECORD_TYPE, i, types[i]);
  return out;
}

/// Record types of data with their lengths by priv.tsv or p12170.tsv: "000 001 999".
std::string types_of(std::string_view data, bool priv) {
  std::string out;
  while (data.size() >= 3) {
    unsigned const type = record::record_type(data);
    std::size_t length = record::person_record_length(type);
    if (priv && type == 1) length = rec::PRIV_001::length;
    if (priv && type == 2) length = rec::PRIV_002::length;
    if (priv && type == 3) length = rec::PRIV_003::length;
    out += (out.empty() ? "" : " ") + std::string(data.substr(0, 3));
    if (length == 0 || length > data.size()) return out + " broken";
    data.remove_prefix(length);
  }
  return out;
}

codec::view<rec::PRIV_001> main_of(std::string const& data) {
  return codec::view<rec::PRIV_001>(std::string_view(data).substr(rec::PERSON_000::length));
}
codec::view<rec::PRIV_001> main_of(std::string&&) = delete;  // it would be gone

std::string priv(record::person const& p) { return priv_data(p, customer(), business); }

}  // namespace

BOOST_AUTO_TEST_SUITE(look_up)

BOOST_AUTO_TEST_CASE(off4_has_the_chosen_records_as_they_stand) {
  record::person const p = somebody();
  std::string const all = off4_data(p, customer(), business);
  BOOST_TEST(types_of(all, false) == "000 001 002 003 004 004 006 008 014 014 017 999");
  BOOST_TEST(all.find(p.first(3)) != std::string::npos);
  BOOST_TEST(all.substr(0, 35) == "0000000000000123401" "20260310" "00000000");
  BOOST_TEST(all.substr(all.size() - 21) == "999999999999900000010");
  BOOST_TEST(types_of(off4_data(p, customer({"003", "014"}), business), false) == "000 001 003 014 014 999");
  BOOST_TEST(types_of(off4_data(p, customer({"099"}), business), false) == "000 001 999");
  BOOST_TEST(off4_data(p, customer({}, "765432"), business).substr(13, 6) == "765432");
  BOOST_TEST(has_chosen(customer({"003"}), 1));
  BOOST_TEST(!has_chosen(customer({"003"}), 2));
  BOOST_TEST(has_chosen(customer(), 22));
}

BOOST_AUTO_TEST_CASE(others_are_named_once) {
  record::person const p = somebody();
  BOOST_TEST(transaction::others_in(off4_data(p, customer(), business), pnr) == "03031540040404174005");
  BOOST_TEST(transaction::others_in(off4_data(p, customer({"003"}), business), pnr) == "");
}

BOOST_AUTO_TEST_CASE(priv_tells_what_there_is) {
  using p1 = rec::PRIV_001;
  std::string const data = priv(somebody());
  BOOST_TEST(types_of(data, true) == "000 001 003 050 999");
  auto const v = main_of(data);
  auto const text = [&](auto const& f) { return std::string(codec::trimmed(v[f])); };
  BOOST_TEST(text(p1::FOEDDTO) == "19800101");
  BOOST_TEST(text(p1::STATUSHAENSTART) == "200001011200");
  BOOST_TEST(text(p1::UMYNHAENSTART) == "201503040000");
  BOOST_TEST(text(p1::TILFLYDTO) == "202001010000");
  BOOST_TEST(text(p1::NVNADRBESKHAENSTART) == "000000000000");
  BOOST_TEST(text(p1::REKLAMEBESKHAENSTART) == "201005060000");
  BOOST_TEST(text(p1::STILLING) == "Revisor");
  BOOST_TEST(text(p1::ADRNVN) == "Berg,Anna");
  BOOST_TEST(text(p1::FORNVN) == "Anna Vang");
  BOOST_TEST(text(p1::EFTERNVN) == "Berg");
  BOOST_TEST(text(p1::POSTNR) == "9000");
  BOOST_TEST(std::string(v[p1::SIDEDOER]) == "  tv");
  BOOST_TEST(text(p1::UKENDT) == "");
  std::string_view const rest = std::string_view(data).substr(35 + p1::length);
  codec::view<rec::PRIV_003> const contact(rest);
  BOOST_TEST(codec::trimmed(contact[rec::PRIV_003::KONTAKTADR1]) == "Kontakt 1");
  BOOST_TEST(contact[rec::PRIV_003::KONTAKTADRDTO] == "202501020000");
  codec::view<rec::PRIV_050> const warning(rest.substr(rec::PRIV_003::length));
  BOOST_TEST(warning[rec::PRIV_050::START_DT_BESKYTTELSE] == "201106070000");
}

BOOST_AUTO_TEST_CASE(long_first_names_are_cut_at_50) {
  auto const names = row<rec::PERSON_008>()
                         .set(rec::PERSON_008::FORNVN, std::string(48, 'a'))
                         .set(rec::PERSON_008::MELNVN, "bcd");
  std::string const data = priv(with(somebody(), names));
  BOOST_TEST(std::string(main_of(data)[rec::PRIV_001::FORNVN]) == std::string(48, 'a') + " b");
}

BOOST_AUTO_TEST_CASE(what_has_ended_or_not_begun_is_not_told) {
  using p4 = rec::PERSON_004;
  using p6 = rec::PERSON_006;
  record::person p = somebody();
  p = with(p, row<p4>()
                  .set(p4::BESKYTTYPE, "0005")
                  .set(p4::START_DT_BESKYTTELSE, "2011-06-07")
                  .set(p4::SLET_DT_BESKYTTELSE, "2026-03-10"));
  BOOST_TEST(types_of(priv(p), true) == "000 001 003 999");
  p = with(p, row<p4>()
                  .set(p4::BESKYTTYPE, "0005")
                  .set(p4::START_DT_BESKYTTELSE, "2011-06-07")
                  .set(p4::SLET_DT_BESKYTTELSE, "2026-03-11"));
  BOOST_TEST(types_of(priv(p), true) == "000 001 003 050 999");
  p = with(p, row<p6>().set(p6::ADR1_KONTAKTADR, "x").set(p6::SLET_DT_ADRTXT, "2026-03-10"));
  BOOST_TEST(types_of(priv(p), true) == "000 001 050 999");
  p = with(p, row<p6>().set(p6::ADR1_KONTAKTADR, "x").set(p6::START_DT_ADRTXT, "2026-03-11"));
  BOOST_TEST(types_of(priv(p), true) == "000 001 050 999");
  p = with(p, row<p6>());  // no line of it
  BOOST_TEST(types_of(priv(p), true) == "000 001 050 999");
}

BOOST_AUTO_TEST_CASE(without_an_address) {
  using p1 = rec::PERSON_001;
  using p5 = rec::PERSON_005;
  record::person p = with(somebody(), row<p1>().set(p1::PERSONSTATUS, "80"));
  p.remove(2);
  p = with(p, row<rec::PERSON_003>().set(rec::PERSON_003::ADRNVN, "Berg,Anna"));
  std::string const shown = priv(p);
  auto const v = main_of(shown);
  BOOST_TEST(std::string(v[rec::PRIV_001::TILFLYDTO]) == std::string(12, ' '));
  for (auto const& f : {v[rec::PRIV_001::POSTNR], v[rec::PRIV_001::KOMKOD], v[rec::PRIV_001::VEJKOD]})
    BOOST_TEST(f == "0000");
  BOOST_TEST(types_of(priv(p), true) == "000 001 003 050 999");
  p = with(p, row<p5>().set(p5::UDRDTO, "202501010000"));
  BOOST_TEST(types_of(priv(p), true) == "000 001 003 050 999");  // no line of the address abroad
  p = with(p, row<p5>().set(p5::UDLANDADR5, "Paris").set(p5::UDRDTO, "202501010000"));
  BOOST_TEST(types_of(priv(p), true) == "000 001 002 003 050 999");
  p = with(p, row<p1>().set(p1::PERSONSTATUS, "90"));
  BOOST_TEST(types_of(priv(p), true) == "000 001 003 050 999");
}

BOOST_AUTO_TEST_CASE(a_protected_person_shows_neither_name_nor_address) {
  using p4 = rec::PERSON_004;
  record::person p = somebody();
  p.remove(4);
  p.add(row<p4>().set(p4::BESKYTTYPE, "0001").set(p4::START_DT_BESKYTTELSE, "2026-03-10").bytes());
  p.add(row<p4>().set(p4::BESKYTTYPE, "0005").set(p4::START_DT_BESKYTTELSE, "2011-06-07").bytes());
  std::string const data = priv(p);
  BOOST_TEST(types_of(data, true) == "000 001 050 999");
  for (char const* hidden : {"Berg", "Anna", "Vang", "c/o", "Sted", "Vej", "0851", "012 ", "st", "tv", "B1",
                             "Kontakt", "Aalborg", "By"})
    BOOST_TEST((data.find(hidden) == std::string::npos), hidden);
  auto const v = main_of(data);
  for (auto const& f : {v[rec::PRIV_001::POSTNR], v[rec::PRIV_001::KOMKOD], v[rec::PRIV_001::VEJKOD]})
    BOOST_TEST(f == "0000");
  BOOST_TEST(v[rec::PRIV_001::NVNADRBESKHAENSTART] == "202603100000");
  BOOST_TEST(v[rec::PRIV_001::TILFLYDTO] == "202001010000");
  BOOST_TEST(codec::trimmed(v[rec::PRIV_001::STILLING]) == "Revisor");
  p.remove(4);  // zeros are no end
  p.add(row<p4>()
            .set(p4::BESKYTTYPE, "0001")
            .set(p4::START_DT_BESKYTTELSE, "2026-03-10")
            .set(p4::SLET_DT_BESKYTTELSE, "0000-00-00")
            .bytes());
  BOOST_TEST(priv(p).find("Berg") == std::string::npos);
  // OFF4 is complete.
  BOOST_TEST(off4_data(p, customer(), business).find("Berg,Anna") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
