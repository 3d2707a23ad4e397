#include <boost/test/unit_test.hpp>

#include "admin/values.hpp"

#include "admin/encoding.hpp"
#include "admin/progress.hpp"
#include "admin/report.hpp"
#include "session/access.hpp"
#include "support/fake_clock.hpp"

#include <sstream>

using namespace samspil;
using namespace samspil::admin;

BOOST_AUTO_TEST_SUITE(values)

BOOST_AUTO_TEST_CASE(kundenr) {
  BOOST_TEST(kundenr_value("7").value() == "0007");
  BOOST_TEST(kundenr_value("0101").value() == "0101");
  BOOST_TEST(kundenr_value("9999").value() == "9999");
  for (auto const bad : {"", "0", "0000", "12345", "-1", "1a", " 1"}) BOOST_TEST(!kundenr_value(bad).has_value(), bad);
}

BOOST_AUTO_TEST_CASE(user_id) {
  BOOST_TEST(user_id_value("Meyer_1").value() == "Meyer_1");
  BOOST_TEST(user_id_value("\xc3\x86\xc3\x98").value() == "\xc6\xd8");
  for (auto const bad : {"", "123456789", "a b", "a\x01", "\xff", "\xe2\x82\xac"})
    BOOST_TEST(!user_id_value(bad).has_value());
}

BOOST_AUTO_TEST_CASE(pnr) {
  BOOST_TEST(pnr_value("0101011234").value() == "0101011234");
  BOOST_TEST(pnr_value("010101-1234").value() == "0101011234");
  for (auto const bad : {"", "010101123", "01010112345", "0101-011234", "010101-123", "010101 1234", "abcdefghij"}) {
    auto const seen = pnr_value(bad);
    BOOST_REQUIRE(!seen.has_value());
    BOOST_TEST(seen.error().text == "PNR: expected ten digits");
  }
}

BOOST_AUTO_TEST_CASE(ranges_of_addresses) {
  BOOST_TEST(cidr_value("10.0.0.0/8").value() == "10.0.0.0/8");
  BOOST_TEST(cidr_value("10.1.2.3/8").value() == "10.0.0.0/8");
  BOOST_TEST(cidr_value("192.168.1.129/25").value() == "192.168.1.128/25");
  BOOST_TEST(cidr_value("192.168.1.1").value() == "192.168.1.1/32");
  BOOST_TEST(cidr_value("0.0.0.0/0").value() == "0.0.0.0/0");
  BOOST_TEST(cidr_value("2001:DB8:0::1/33").value() == "2001:db8::/33");
  BOOST_TEST(cidr_value("::1").value() == "::1/128");
  for (auto const bad : {"", "10.0.0.0/33", "::/129", "10.0.0/8", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8/8", "host",
                         "::ffff:10.0.0.0/104", "10.0.0.0/0008"})
    BOOST_TEST(!cidr_value(bad).has_value(), bad);
}

BOOST_AUTO_TEST_CASE(a_range_means_to_the_session_what_it_means_here) {
  std::string const range = cidr_value("192.168.1.129/25").value();
  BOOST_TEST(session::in_range("192.168.1.200", range));
  BOOST_TEST(!session::in_range("192.168.1.127", range));
  BOOST_TEST(session::in_range("2001:db8:7fff::1", cidr_value("2001:db8::1/33").value()));
}

BOOST_AUTO_TEST_CASE(numbers_dates_and_texts) {
  BOOST_TEST(number_value("--n", "7", 1, 7).value() == 7u);
  BOOST_TEST(number_value("--n", "8", 1, 7).error().text == "--n: expected a number of 1 to 7");
  BOOST_TEST(!number_value("--n", "9999999999999999999", 1, ~0ull).has_value());
  BOOST_TEST(digits_value("--task", "000701", 6).value() == "000701");
  BOOST_TEST(!digits_value("--task", "00070a", 6).has_value());
  BOOST_TEST(date8(date_value("--date", "2026-02-28").value()) == "20260228");
  BOOST_TEST(date_value("--date", "2026-02-29").error().text == "--date: expected a date, yyyy-mm-dd");
  BOOST_TEST(text_value("--name", "\xc3\x86r\xc3\xb8", 3).value() == "\xc6r\xf8");
  BOOST_TEST(!text_value("--name", "abcd", 3).has_value());
  BOOST_TEST(!text_value("--name", "a\nb", 3).has_value());
  BOOST_TEST(!text_value("--name", "\xe2\x82\xac", 3).has_value());
}

BOOST_AUTO_TEST_CASE(lists) {
  BOOST_TEST(split_list("").empty());
  BOOST_TEST(split_list("a").size() == 1u);
  BOOST_TEST(split_list("a,,b,") == (std::vector<std::string>{"a", "", "b", ""}), boost::test_tools::per_element());
  BOOST_TEST(join_list({"a", "b"}) == "a,b");
  BOOST_TEST(join_list({"", "", "b"}) == ",,b");
}

BOOST_AUTO_TEST_CASE(code_pages) {
  for (int c = 1; c < 256; ++c) {
    std::string const one(1, static_cast<char>(c));
    BOOST_TEST(to_latin1(to_utf8(one)).value() == one);
    BOOST_TEST(width_of(to_utf8(one)) == 1u);
  }
  BOOST_TEST(!to_latin1("\xc3").has_value());
  BOOST_TEST(!to_latin1("\xc3\x28").has_value());
  BOOST_TEST(!to_latin1("\xc4\x80").has_value());
  BOOST_TEST(to_terminal("a\x1b[2J\x9b\x7f\xe6") == "a?[2J??\xc3\xa6");
}

BOOST_AUTO_TEST_CASE(columns_count_characters) {
  columns table({"A", "B"});
  table.add({"\xc3\xa6\xc3\xb8", "1"});
  table.add({"x", "22"});
  BOOST_TEST(table.text() == "A   B\n\xc3\xa6\xc3\xb8  1\nx   22\n");
  BOOST_TEST(pairs_text({{"a", "1"}, {"bcd", ""}}) == "a    1\nbcd\n");
}

BOOST_AUTO_TEST_CASE(json_lists) {
  std::ostringstream out;
  { json_list const none(out); }
  {
    json_list some(out);
    some.add(1);
    some.add("a");
  }
  BOOST_TEST(out.str() == "[]\n[\n1,\n\"a\"\n]\n");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(progress_line)

BOOST_AUTO_TEST_CASE(what_it_says) {
  BOOST_TEST(progress_text("loading", 0, 100, "bytes", 0) == "loading: 0 % of 100 bytes");
  BOOST_TEST(progress_text("loading", 25, 100, "bytes", 5) == "loading: 25 % of 100 bytes, 5 a second, 15 s left");
  BOOST_TEST(progress_text("x", 10, 0, "", 2) == "x: 10, 5 a second");
  BOOST_TEST(progress_text("x", 1, 200, "", 1) == "x: 0 % of 200, 1 a second, 3 min 19 s left");
  BOOST_TEST(progress_text("x", 1, 7201, "", 1) == "x: 0 % of 7201, 1 a second, 2 h 0 min left");
  BOOST_TEST(progress_text("x", 300, 200, "", 1) == "x: 100 % of 200, 300 a second");
}

BOOST_AUTO_TEST_CASE(silent_for_a_second_and_gone_afterwards) {
  test::fake_clock clock;
  std::ostringstream err;
  {
    progress shown(err, 30, clock, {});
    BOOST_TEST(shown.update("loading", 1, 100));
    clock.pass(std::chrono::milliseconds(999));
    BOOST_TEST(shown.update("loading", 10, 100));
    BOOST_TEST(err.str() == "");
    clock.pass(std::chrono::milliseconds(1));
    shown.update("loading", 50, 100);
    BOOST_TEST(err.str() == "\rloading: 50 % of 100, 50 a se\x1b[K");
    shown.update("loading", 60, 100);  // too soon for another line
    BOOST_TEST(err.str().size() == std::string("\rloading: 50 % of 100, 50 a se\x1b[K").size());
  }
  BOOST_TEST(err.str().ends_with("\r\x1b[K"));
}

BOOST_AUTO_TEST_CASE(never_without_a_terminal_but_it_cancels) {
  test::fake_clock clock;
  std::ostringstream err;
  std::stop_source cancel;
  progress shown(err, 0, clock, cancel.get_token());
  shown.update("x", 1, 2);
  clock.pass(std::chrono::seconds(5));
  BOOST_TEST(shown.update("x", 1, 2));
  cancel.request_stop();
  BOOST_TEST(!shown.update("x", 1, 2));
  BOOST_TEST(err.str() == "");
}

BOOST_AUTO_TEST_SUITE_END()
