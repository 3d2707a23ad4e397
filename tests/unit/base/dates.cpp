#include <boost/test/unit_test.hpp>

#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/result.hpp"

using namespace samspil;

BOOST_AUTO_TEST_SUITE(dates)

BOOST_AUTO_TEST_CASE(eight_digits) {
  for (char const* right : {"18000101", "29991231", "20240229", "19000228"}) BOOST_TEST(parse_date8(right).has_value());
  for (char const* wrong : {"17991231", "30000101", "20230229", "19000229", "20240431", "20240001", "20241301",
                            "2024010", "202401011", "2024 101", "", "00000000"})
    BOOST_TEST_CONTEXT(wrong) BOOST_TEST(!parse_date8(wrong).has_value());
  BOOST_TEST(date8(*parse_date8("20240229")) == "20240229");
}

BOOST_AUTO_TEST_CASE(ten_characters) {
  BOOST_TEST(date10(*parse_date10("2024-02-29")) == "2024-02-29");
  for (char const* wrong : {"2024/02/29", "2024-02-30", "          ", "2024-2-029", "20240229"})
    BOOST_TEST_CONTEXT(wrong) BOOST_TEST(!parse_date10(wrong).has_value());
}

BOOST_AUTO_TEST_CASE(arithmetic) {
  date const leap = *parse_date8("20240229");
  BOOST_TEST(date8(add_years(leap, 1)) == "20250228");
  BOOST_TEST(date8(add_years(leap, 4)) == "20280229");
  BOOST_TEST(date8(add_days(leap, 1)) == "20240301");
  BOOST_TEST(date8(add_days(leap, -60)) == "20231231");
  BOOST_TEST(days_between(leap, *parse_date8("20250228")) == 365);
  BOOST_TEST(days_between(leap, *parse_date8("20240228")) == -1);
}

BOOST_AUTO_TEST_CASE(times_follow_the_zone) {
  BOOST_REQUIRE(set_time_zone("Europe/Copenhagen"));
  utc_micros const summer = from_utc_digits("20260701120000000042");
  BOOST_TEST(utc_digits(summer) == "20260701120000000042");
  BOOST_TEST(local_digits(summer) == "20260701140000000042");
  BOOST_TEST(local_digits(from_utc_digits("20260101120000000000")) == "20260101130000000000");
  BOOST_TEST(!set_time_zone("Europe/Nowhere"));
  BOOST_TEST(!set_time_zone("../../etc/passwd"));
  BOOST_TEST(!set_time_zone(""));
  BOOST_TEST(set_time_zone("UTC"));
  BOOST_TEST(local_digits(summer) == "20260701120000000042");
}

BOOST_AUTO_TEST_CASE(a_fixed_business_date_stands_still) {
  system_clock const fixed(*parse_date8("20260310"));
  BOOST_TEST(date8(fixed.business_date()) == "20260310");
}

BOOST_AUTO_TEST_CASE(a_decode_error_names_the_place) {
  BOOST_TEST((decode_error{"persons.txt", 12, "PERSON-001", "PERSONSTATUS", 24, "digits"}.text()) ==
             "persons.txt: record 12: PERSON-001: PERSONSTATUS, byte 24: expected digits");
  BOOST_TEST((decode_error{"", 0, "", "", 5, "100 bytes"}.text()) == "byte 5: expected 100 bytes");
}

BOOST_AUTO_TEST_SUITE_END()
