// Rows with a tail, to and from their bytes.
#include <boost/test/unit_test.hpp>

#include "store/chain.hpp"
#include "store/error.hpp"
#include "store/index_keys.hpp"
#include "store/keys.hpp"
#include "store/row_codec.hpp"

namespace samspil::store {
namespace {

BOOST_AUTO_TEST_SUITE(rows)

journal_row touched_two() {
  journal_row row;
  row.head.set(rec::JOURNAL_ROW::NUMBER_GIVEN, 42).set(rec::JOURNAL_ROW::EVENT_KEYS, "FLY0101801111202604010101");
  row.touched.push_back({"0101801111", "F", std::string(300, 'a'), {0, 17}, {1, 18, 9999}});
  row.touched.push_back({"0202802222", "", "", {}, {}, 41});
  return row;
}

BOOST_AUTO_TEST_CASE(a_journal_row_comes_back) {
  std::string const bytes = encode(touched_two());
  journal_row const back = parse_journal(bytes);
  BOOST_TEST(back.number() == 42u);
  BOOST_TEST(back.head[rec::JOURNAL_ROW::LAYOUT_VERSION] == "02");
  BOOST_TEST(back.head[rec::JOURNAL_ROW::TOUCHED_COUNT] == "02");
  BOOST_TEST(back.touched.size() == 2u);
  BOOST_TEST(back.touched[0].removed == std::string(300, 'a'));
  BOOST_TEST(back.touched[0].aflmrk == "F ");
  BOOST_TEST(back.touched[0].removed_at == (std::vector<unsigned>{0, 17}), boost::test_tools::per_element());
  BOOST_TEST(back.touched[0].added_at == (std::vector<unsigned>{1, 18, 9999}), boost::test_tools::per_element());
  BOOST_TEST(back.touched[1].added_at.empty());
  BOOST_TEST(back.touched[1].previous == 41u);
  BOOST_TEST(back.touched[1].pnr == "0202802222");
  BOOST_TEST(back.touched[1].removed.empty());
  BOOST_TEST(encode(back) == bytes);
}

BOOST_AUTO_TEST_CASE(one_byte_short_or_long_or_wrong_does_not_parse) {
  std::string const bytes = encode(touched_two());
  for (std::size_t n = 0; n < bytes.size(); ++n) BOOST_CHECK_THROW(parse_journal(bytes.substr(0, n)), error);
  BOOST_CHECK_THROW(parse_journal(bytes + "x"), error);
  std::string wrong = bytes;
  wrong[rec::JOURNAL_ROW::TOUCHED_COUNT.offset] = 'x';
  BOOST_CHECK_THROW(parse_journal(wrong), error);
  wrong = bytes;
  wrong[rec::JOURNAL_ROW::length + rec::JOURNAL_TOUCHED::REMOVED_LENGTH.offset] = ' ';
  BOOST_CHECK_THROW(parse_journal(wrong), error);
}

BOOST_AUTO_TEST_CASE(limits_of_a_journal_row) {
  journal_row row = touched_two();
  row.touched.assign(99, {"0101801111", "", "r"});
  BOOST_TEST(parse_journal(encode(row)).touched.size() == 99u);
  row.touched.resize(100);
  BOOST_CHECK_THROW(encode(row), error);
  row.touched.assign(1, {"0101801111", "", std::string(999'999, 'r')});
  BOOST_TEST(parse_journal(encode(row)).touched[0].removed.size() == 999'999u);
  row.touched[0].removed += "r";
  BOOST_CHECK_THROW(encode(row), error);
  row.touched.assign(1, {"0101801111", "", "", {}, {10'000}});
  BOOST_CHECK_THROW(encode(row), error);
}

std::string audit_bytes(std::size_t others) {
  audit_entry entry;
  entry.row.set(rec::AUDIT_ROW::PNR, "0101801111");
  for (std::size_t i = 0; i < others; ++i) entry.add_other("0202802222");
  tail end;
  std::string bytes;
  append_row(bytes, entry, {"20260310090000000000", "20260310100000000000"}, end);
  return bytes;
}

BOOST_AUTO_TEST_CASE(an_audit_row_comes_back) {
  std::string const bytes = audit_bytes(3);
  BOOST_TEST(bytes.size() == rec::AUDIT_ROW::length + 30 + hash_length);
  audit_row const back = parse_audit(bytes);
  BOOST_TEST(back.sequence() == 1u);
  BOOST_TEST(back.others.size() == 3u);
  BOOST_TEST(back.hash == bytes.substr(bytes.size() - hash_length));
  BOOST_TEST(back.hash == chained_hash(std::string(64, '0'), bytes));
  for (std::size_t n = 0; n < bytes.size(); ++n) BOOST_CHECK_THROW(parse_audit(bytes.substr(0, n)), error);
  BOOST_CHECK_THROW(parse_audit(bytes + "x"), error);
  std::string wrong = bytes;
  wrong[rec::AUDIT_ROW::OTHERS_COUNT.offset] = ' ';
  BOOST_CHECK_THROW(parse_audit(wrong), error);
}

BOOST_AUTO_TEST_CASE(each_person_of_an_event_is_there_once) {
  journal_row row = touched_two();
  row.head.set(rec::JOURNAL_ROW::PREVIOUS_NUMBER, 40);
  auto const all = [&] {
    std::string text;
    for (event_person const& one : persons_of(row))
      text.append(one.pnr).append(" ").append(std::to_string(one.previous)).append("\n");
    return text;
  };
  BOOST_TEST(all() == "0101801111 40\n0202802222 41\n");
  row.touched.push_back(row.touched[1]);
  row.touched.erase(row.touched.begin());
  BOOST_TEST(all() == "0101801111 40\n0202802222 41\n");
}

BOOST_AUTO_TEST_CASE(index_entries) {
  auto const audit = audit_person_keys(audit_bytes(3));
  BOOST_TEST(audit == (std::vector<std::string>{"0101801111000000000000001", "0202802222000000000000001"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(keys) {
  BOOST_TEST(user_key("1234", "AB").text() == "1234AB      ");
  BOOST_TEST(receipt_key("1234", "ref").text() == "1234ref                 ");
  BOOST_TEST(audit_key(7).text() == "000000000000007");
  BOOST_TEST(key().digits(12345, 3).text() == "345");
  BOOST_TEST(key(std::string(200, 'x')).text().size() == 128u);
}

BOOST_AUTO_TEST_CASE(ends_of_the_chain) {
  BOOST_TEST(!read_mark(std::nullopt).has_value());
  BOOST_TEST(!read_mark("short").has_value());
  BOOST_TEST(!read_mark("x00000000000007" + std::string(64, 'a')).has_value());
  BOOST_TEST(read_mark("000000000000007" + std::string(64, 'a'))->sequence == 7u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::store
