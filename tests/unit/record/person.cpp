// A person as the concatenation of its records.
#include "record/person.hpp"

#include <boost/test/unit_test.hpp>
#include <random>

namespace samspil::record {
namespace {

constexpr std::string_view owner = "0101801111";

template <class Record>
std::string record(std::string_view pnr = owner) {
  codec::buffer<Record> out;
  out.set(Record::RECORDTYPE, type_of<Record>()).set(Record::PNR, pnr);
  return std::string(out.bytes());
}
std::string history(std::string_view komkod) {
  codec::buffer<rec::PERSON_023> out(record<rec::PERSON_023>());
  out.set(rec::PERSON_023::KOMKOD, komkod);
  return std::string(out.bytes());
}

std::string const r001 = record<rec::PERSON_001>();
std::string const r002 = record<rec::PERSON_002>();
std::string const r012 = record<rec::PERSON_012>();

std::string error_of(std::string_view records) {
  auto const seen = person::parse(records);
  return seen ? std::string("none") : seen.error().text();
}

BOOST_AUTO_TEST_SUITE(person_records)

BOOST_AUTO_TEST_CASE(lengths) {
  BOOST_TEST(person_record_length(1) == 106u);
  BOOST_TEST(person_record_length(2) == 306u);
  BOOST_TEST(person_record_length(99) == 45u);
  BOOST_TEST(person_record_length(999) == 21u);
  BOOST_TEST(person_record_length(31) == 0u);
  BOOST_TEST(person_record_length(1000) == 0u);
  BOOST_TEST(person_record_name(2) == "PERSON-002");
  BOOST_TEST(record_type("02") == 1000u);
  BOOST_TEST(record_type("0A2") == 1000u);
  BOOST_TEST(record_type("023") == 23u);
}

BOOST_AUTO_TEST_CASE(parse_takes_whole_records_in_order) {
  std::string const all = r001 + r002 + r012 + history("0101") + history("0147");
  auto const seen = person::parse(all);
  BOOST_REQUIRE(seen.has_value());
  BOOST_TEST(seen->bytes() == all);
  BOOST_TEST(seen->pnr() == owner);
  BOOST_TEST(seen->first(2) == r002);
  BOOST_TEST(seen->first(3) == "");
  BOOST_TEST(!seen->has(3));
  BOOST_TEST(seen->all(23).size() == 2u);
  BOOST_TEST(seen->all().size() == 5u);
  BOOST_TEST(seen->value(rec::PERSON_023::KOMKOD) == "0101");
  BOOST_TEST(seen->value(rec::PERSON_003::KOMKOD) == "");
  BOOST_TEST(!seen->get<rec::PERSON_005>());
  BOOST_TEST(seen->next(seen->first(23)) == history("0147"));
  BOOST_TEST(seen->next(seen->next(seen->first(23))) == "");
  BOOST_TEST(seen->next(seen->first(2)) == "");
}

BOOST_AUTO_TEST_CASE(parse_says_what_is_wrong) {
  BOOST_TEST(error_of("") == "person: RECORDTYPE, byte 1: expected record 001");
  BOOST_TEST(error_of(r002) == "record 1: PERSON-002: RECORDTYPE, byte 1: expected 001 first and ascending types");
  BOOST_TEST(error_of(r001 + r012 + r002) ==
             "record 3: PERSON-002: RECORDTYPE, byte 1: expected 001 first and ascending types");
  BOOST_TEST(error_of(r001 + r001) == "record 2: PERSON-001: RECORDTYPE, byte 1: expected one record 001");
  BOOST_TEST(error_of(r001 + "031") == "record 2: person: RECORDTYPE, byte 1: expected a person record 001 to 099");
  BOOST_TEST(error_of(r001 + record<rec::PERSON_002>("0202812222")) ==
             "record 2: PERSON-002: PNR, byte 4: expected the owner of record 001");
  for (std::size_t const cut : {std::size_t{1}, r002.size() - 1, r002.size() - 3})
    BOOST_TEST(error_of((r001 + r002).substr(0, r001.size() + r002.size() - cut)) != "none");
  BOOST_TEST(error_of(r001 + r002.substr(0, 305)) == "record 2: PERSON-002: byte 306: expected 306 bytes");
  BOOST_TEST(error_of(r001 + r002 + " ") ==
             "record 3: person: RECORDTYPE, byte 1: expected a person record 001 to 099");
}

BOOST_AUTO_TEST_CASE(records_are_put_in_their_places) {
  person p = *person::parse(r001 + r012);
  p.add(history("0101"));
  p.add(r002);
  p.add(history("0147"));
  BOOST_TEST(p.bytes() == r001 + r002 + r012 + history("0101") + history("0147"));
  p.set(history("0151"));
  BOOST_TEST(p.bytes() == r001 + r002 + r012 + history("0151"));
  p.set(p.first(2));  // of its own bytes
  BOOST_TEST(p.first(2) == r002);
  p.remove(2);
  p.remove(3);
  BOOST_TEST(p.bytes() == r001 + r012 + history("0151"));
}

/// What was put in and taken out knows its places like a person that was read from the same bytes.
BOOST_AUTO_TEST_CASE(places_are_known_after_any_changes) {
  std::vector<std::string> const some{r002, record<rec::PERSON_003>(), r012, history("0101"),
                                      record<rec::PERSON_030>(), record<rec::PERSON_050>(), record<rec::PERSON_052>(),
                                      record<rec::PERSON_099>()};
  std::minstd_rand random(2026);
  for (unsigned round = 0; round < 200; ++round) {
    person p = *person::parse(r001);
    for (unsigned step = 0; step < 12; ++step) {
      std::string one = some[random() % some.size()];
      one.back() = static_cast<char>('A' + random() % 26);
      switch (random() % 3) {
        case 0: {
          std::size_t const before = p.all(record_type(one)).size();
          p.add(one);
          BOOST_TEST_REQUIRE(p.all(record_type(one)).size() == before + 1);
          BOOST_TEST_REQUIRE(p.all(record_type(one)).back() == one);
          break;
        }
        case 1:
          p.set(one);
          BOOST_TEST_REQUIRE(p.all(record_type(one)).size() == 1u);
          BOOST_TEST_REQUIRE(p.first(record_type(one)) == one);
          break;
        default:
          p.remove(record_type(one));
          BOOST_TEST_REQUIRE(!p.has(record_type(one)));
      }
      auto const read = person::parse(p.bytes());  // the order of types as well
      BOOST_TEST_REQUIRE(read.has_value());
      BOOST_TEST_REQUIRE((*read == p));
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_gone) {
  person const before = *person::parse(r001 + r002 + history("0101") + history("0101") + history("0147"));
  person after = before;
  BOOST_TEST(change_between(before, after).removed == "");
  after.remove(2);
  after.set(history("0101"));
  after.add(history("0999"));
  BOOST_TEST(change_between(before, after).removed == r002 + history("0101") + history("0147"));
}

BOOST_AUTO_TEST_CASE(a_change_can_be_taken_back) {
  person const before = *person::parse(r001 + r002 + history("0101") + history("0101") + history("0147"));
  person after = before;
  after.remove(2);
  after.set(history("0101"));
  after.add(history("0999"));
  after.add(r012);
  change const made = change_between(before, after);
  BOOST_TEST(before_change(after, made)->bytes() == before.bytes());
  BOOST_TEST(before_change(before, change_between(after, before))->bytes() == after.bytes());
  change beyond = made;
  beyond.added_at.push_back(99);
  BOOST_TEST(!before_change(after, beyond).has_value());
  change torn = made;
  torn.removed.pop_back();
  BOOST_TEST(!before_change(after, torn).has_value());
  change too_much = made;
  too_much.removed += r012;
  BOOST_TEST(!before_change(after, too_much).has_value());
}

BOOST_AUTO_TEST_CASE(what_undos_note_is_no_part_of_a_change) {
  std::string annulled = history("0101");
  annulled[13] = 'A';
  person const whole = *person::parse(r001 + r002 + annulled + history("0147"));
  BOOST_TEST(undoable_part(whole).bytes() == r001 + r002 + history("0147"));
}

BOOST_AUTO_TEST_CASE(an_undoable_change_leaves_out_what_undos_note) {
  std::string annulled = history("0101");
  annulled[13] = 'A';
  std::string const event = record<rec::PERSON_099>();
  person const before = *person::parse(r001 + r002 + annulled + history("0147"));
  person const after = *person::parse(r001 + r012 + annulled + annulled + history("0147") + history("0999") + event);
  change const made = undoable_change(before, after);
  change const same = change_between(undoable_part(before), undoable_part(after));
  BOOST_TEST(made.removed == r002);
  BOOST_TEST((made.removed_at == std::vector<unsigned>{1}));
  BOOST_TEST((made.added_at == std::vector<unsigned>{1, 3}));
  BOOST_TEST((made.removed == same.removed && made.removed_at == same.removed_at && made.added_at == same.added_at));
}

BOOST_AUTO_TEST_CASE(a_register_that_does_not_parse_is_a_fault) {
  person const broken = person::trusted(r001 + r002.substr(0, 100));
  BOOST_CHECK_THROW(broken.first(99), std::logic_error);
  BOOST_CHECK_THROW(broken.first(2), std::logic_error);
  BOOST_TEST(broken.first(1) == r001);  // what stands before it can be read
  person far = person::trusted(r001 + record<rec::PERSON_050>() + "garbage");
  BOOST_CHECK_THROW(far.add(record<rec::PERSON_099>()), std::logic_error);
  BOOST_CHECK_THROW(far.set(record<rec::PERSON_050>()), std::logic_error);
  BOOST_CHECK_THROW(person::trusted("garbage").all(), std::logic_error);
  BOOST_CHECK_THROW(person::trusted("garbage").first(1), std::logic_error);
}

BOOST_AUTO_TEST_CASE(a_person_that_was_moved_from_is_empty) {
  person one = *person::parse(r001 + r002);
  person const other = std::move(one);
  BOOST_TEST(one.empty());
  BOOST_TEST(one.first(1).empty());
  BOOST_TEST(other.first(2) == r002);
  one = *person::parse(r001);
  BOOST_TEST(one.first(1) == r001);
  BOOST_TEST(one.first(2).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::record
