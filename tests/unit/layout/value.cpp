// Values in the bytes of every usage, both ways, and what does not fit.
#include "layout/value.hpp"

#include <boost/test/unit_test.hpp>

#include "layout/encode.hpp"
#include "unit/layout/read.hpp"

namespace {

using namespace samspil;
using layout::byte_order;
using layout::item;
using layout::item_value;
using layout::reading;
using test::read;

item one(std::string const& clauses) { return read("01 R.\n 05 A " + clauses + ".\n")[0].items[1]; }

std::string bytes(std::initializer_list<unsigned> values) {
  std::string out;
  for (unsigned const v : values) out += static_cast<char>(v);
  return out;
}

reading const ibm277{code_page::ibm277, byte_order::big};

/// What the bytes mean; a ! and what was expected at which offset where they do not fit.
std::string meaning(std::string const& clauses, std::string const& raw, reading const& how = {}) {
  item_value const v = layout::value_of(one(clauses), raw, how);
  return v.fits ? v.text : v.text + " !" + std::to_string(v.wrong) + " " + std::string(v.expected);
}

BOOST_AUTO_TEST_CASE(text_comes_in_the_page) {
  BOOST_TEST(meaning("PIC X(3)", "\xe6 b") == "\xe6 b");
  BOOST_TEST(meaning("PIC X(3)", bytes({0xc0, 0x40, 0x82}), ibm277) == "\xe6 b");
  BOOST_TEST(meaning("PIC X(2)", bytes({0xc1, 0x5a}), {code_page::ibm1142, byte_order::big}) == "A\x1a");
}

BOOST_AUTO_TEST_CASE(display_digits_and_signs_in_latin1) {
  BOOST_TEST(meaning("PIC 9(4)", "0012") == "0012");
  BOOST_TEST(meaning("PIC 9(4)", "0x12") == "0x12 !1 a digit");
  BOOST_TEST(meaning("PIC 9(3)V9", "0012") == "1.2");
  BOOST_TEST(meaning("PIC S9(3)", "012") == "12");
  BOOST_TEST(meaning("PIC S9(3)", "01r") == "-12");
  BOOST_TEST(meaning("PIC S9(3)", "01K") == "-12");
  BOOST_TEST(meaning("PIC S9(3)", "01B") == "12");
  BOOST_TEST(meaning("PIC S9(3)", "01}") == "-10");
  BOOST_TEST(meaning("PIC S9(3)", "01{") == "10");
  BOOST_TEST(meaning("PIC S9(3)", "01z") == "01z !2 a digit with a sign");
  BOOST_TEST(meaning("PIC S9(3)", "p12") == "p12 !0 a digit");
  BOOST_TEST(meaning("PIC S9(3) SIGN LEADING", "p12") == "-12");
  BOOST_TEST(meaning("PIC S9(3) LEADING SEPARATE", "-012") == "-12");
  BOOST_TEST(meaning("PIC S9(3) LEADING SEPARATE", "+012") == "12");
  BOOST_TEST(meaning("PIC S9(3) LEADING SEPARATE", " 012") == " 012 !0 + or -");
  BOOST_TEST(meaning("PIC S9(3)V9 TRAILING SEPARATE", "0001-") == "-0.1");
  BOOST_TEST(meaning("PIC S9(3)", "00p") == "0");
  BOOST_TEST(meaning("PIC S9P(2)", "t") == "-400");
}

BOOST_AUTO_TEST_CASE(display_digits_and_signs_in_ebcdic) {
  BOOST_TEST(meaning("PIC 9(3)", bytes({0xf0, 0xf1, 0xf2}), ibm277) == "012");
  BOOST_TEST(meaning("PIC 9(3)", bytes({0xf0, 0xf1, 0xc2}), ibm277) == "01B !2 a digit");
  BOOST_TEST(meaning("PIC S9(3)", bytes({0xf0, 0xf1, 0xc2}), ibm277) == "12");
  BOOST_TEST(meaning("PIC S9(3)", bytes({0xf0, 0xf1, 0xd2}), ibm277) == "-12");
  BOOST_TEST(meaning("PIC S9(3)", bytes({0xf0, 0xf1, 0xf2}), ibm277) == "12");
  // +0 and -0 are letters in the Danish pages: ae and aa.
  BOOST_TEST(meaning("PIC S9(3)", bytes({0xf0, 0xf1, 0xc0}), ibm277) == "10");
  BOOST_TEST(meaning("PIC S9(3)", bytes({0xf0, 0xf1, 0xd0}), ibm277) == "-10");
  BOOST_TEST(meaning("PIC S9(3)", bytes({0xf0, 0xf1, 0x40}), ibm277) == "01  !2 a digit with a sign");
  BOOST_TEST(meaning("PIC S9(2) LEADING SEPARATE", bytes({0x60, 0xf1, 0xf2}), ibm277) == "-12");
  BOOST_TEST(meaning("PIC S9(2) TRAILING SEPARATE", bytes({0xf1, 0xf2, 0x4e}), ibm277) == "12");
  BOOST_TEST(meaning("PIC S9(2) LEADING", bytes({0xd1, 0xf2}), ibm277) == "-12");
  BOOST_TEST(meaning("PIC 9(2) BLANK WHEN ZERO", bytes({0x40, 0x40}), ibm277) == "  ");
  BOOST_TEST(meaning("PIC 9(2)", "12", ibm277) == "\x91\x16 !0 a digit");
}

BOOST_AUTO_TEST_CASE(packed_numbers) {
  BOOST_TEST(meaning("PIC 9(3) COMP-3", bytes({0x01, 0x2f})) == "012");
  BOOST_TEST(meaning("PIC 9(3) COMP-3", bytes({0x01, 0x2c})) == "012");
  BOOST_TEST(meaning("PIC S9(3) COMP-3", bytes({0x01, 0x2c})) == "12");
  BOOST_TEST(meaning("PIC S9(3) COMP-3", bytes({0x01, 0x2d})) == "-12");
  BOOST_TEST(meaning("PIC S9(3) COMP-3", bytes({0x01, 0x2b})) == "-12");
  BOOST_TEST(meaning("PIC S9(3)V99 COMP-3", bytes({0x01, 0x23, 0x4d})) == "-12.34");
  BOOST_TEST(meaning("PIC 9(4) COMP-3", bytes({0x01, 0x23, 0x4f})) == "1234");
  BOOST_TEST(meaning("PIC 9(3) COMP-3", bytes({0x01, 0x2d})) == "X'012D' !1 no minus");
  BOOST_TEST(meaning("PIC 9(3) COMP-3", bytes({0x01, 0x23})) == "X'0123' !1 a sign in the last half byte");
  BOOST_TEST(meaning("PIC 9(3) COMP-3", bytes({0x0a, 0x2f})) == "X'0A2F' !0 a digit in each half byte");
  BOOST_TEST(meaning("PIC 9(3) COMP-3", "  ") == "X'2020' !1 a sign in the last half byte");
  BOOST_TEST(meaning("PIC 9(4) COMP-3", bytes({0x11, 0x23, 0x4f})) ==
             "X'11234F' !0 0 in the half byte in front of its digits");
}

BOOST_AUTO_TEST_CASE(binary_numbers) {
  BOOST_TEST(meaning("PIC 9(4) COMP", bytes({0x01, 0x02})) == "0258");
  BOOST_TEST(meaning("PIC S9(4) COMP", bytes({0xff, 0xfe})) == "-2");
  BOOST_TEST(meaning("PIC S9(4)V9 BINARY", bytes({0xff, 0xff, 0xff, 0xf4})) == "-1.2");
  BOOST_TEST(meaning("PIC 9(4) COMP-5", bytes({0x01, 0x02})) == "0513");
  BOOST_TEST(meaning("PIC 9(4) COMP-5", bytes({0x01, 0x02}), {code_page::iso_8859_1, byte_order::big}) == "0258");
  BOOST_TEST(meaning("PIC 9(2) COMP-5", bytes({0xff})) == "255");
  BOOST_TEST(meaning("PIC S9(2) COMP-5", bytes({0x80})) == "-128");
  BOOST_TEST(meaning("PIC S9(18) COMP", bytes({0x80, 0, 0, 0, 0, 0, 0, 0})) == "-9223372036854775808");
  BOOST_TEST(meaning("PIC 9(18) COMP", std::string(8, '\xff')) == "18446744073709551615");
}

BOOST_AUTO_TEST_CASE(edited_numbers_hold_what_their_picture_sets) {
  BOOST_TEST(meaning("PIC ZZ9.99", "  1.50") == "  1.50");
  BOOST_TEST(meaning("PIC -(3)9", "  -1") == "  -1");
  BOOST_TEST(meaning("PIC ZZ9CR", "  1CR") == "  1CR");
  BOOST_TEST(meaning("PIC ZZ9", " x1") == " x1 !1 a number as its picture edits it");
  BOOST_TEST(meaning("PIC XBX", "a b") == "a b");
}

BOOST_AUTO_TEST_CASE(level_88_names_hold_for_numbers_and_texts) {
  auto const r = read(
      "01 R.\n 05 A PIC S9(3)V9 COMP-3.\n  88 MINUS VALUE -999.9 THRU -0.1.\n  88 SMALL VALUE 0 THRU 9.9.\n"
      " 05 B PIC 9(4) COMP.\n  88 FEW VALUE 1 THRU 9.\n 05 C PIC 99.\n  88 OLD VALUE 67 THRU 99.\n"
      " 05 D PIC X(3).\n  88 YES VALUE \"J\" \"JA\".\n")[0];
  auto const names = [&](std::size_t at, std::string_view text) {
    std::string out;
    for (std::string_view const n : layout::conditions_of(r.items[at], text)) out.append(n).append(" ");
    return out;
  };
  BOOST_TEST(names(1, "-0.5") == "MINUS ");
  BOOST_TEST(names(1, "-100.0") == "MINUS ");
  BOOST_TEST(names(1, "0.0") == "SMALL ");
  BOOST_TEST(names(1, "10.0") == "");
  BOOST_TEST(names(2, "0005") == "FEW ");
  BOOST_TEST(names(2, "0010") == "");
  BOOST_TEST(names(3, "70") == "OLD ");
  BOOST_TEST(names(4, "JA ") == "YES ");
}

BOOST_AUTO_TEST_CASE(what_is_encoded_is_decoded) {
  char const* const clauses[] = {"PIC S9(5)V99", "PIC S9(5)V99 LEADING", "PIC S9(5)V99 LEADING SEPARATE",
                                 "PIC S9(5)V99 TRAILING SEPARATE", "PIC S9(5)V99 COMP-3", "PIC S9(5)V99 COMP",
                                 "PIC S9(5)V99 COMP-5", "PIC S9(8)V99 COMP-5", "PIC S9(6)V99 COMP-3"};
  for (char const* const c : clauses)
    for (reading const& how : {reading{}, ibm277})
      for (char const* const number : {"0.00", "0.01", "-0.01", "12345.67", "-99999.99", "-10.00", "7.00"}) {
        item const i = one(c);
        auto const raw = layout::bytes_of(i, number, how);
        BOOST_REQUIRE(raw);
        BOOST_TEST(raw->size() == i.length);
        BOOST_TEST(layout::value_of(i, *raw, how).text == number);
      }
  BOOST_TEST(!layout::bytes_of(one("PIC 9(3)"), "1000"));
  BOOST_TEST(!layout::bytes_of(one("PIC 9(3)"), "-1"));
  BOOST_TEST(!layout::bytes_of(one("PIC 9(3)"), "1.5"));
  BOOST_TEST(!layout::bytes_of(one("PIC 9(3)"), "x"));
  BOOST_TEST(!layout::bytes_of(one("PIC X(3)"), "abcd"));
  BOOST_TEST(layout::bytes_of(one("PIC X(3) JUST"), "a").value() == "  a");
  BOOST_TEST(layout::bytes_of(one("PIC 9P(2)"), "300").value() == "3");
  BOOST_TEST(!layout::bytes_of(one("PIC 9P(2)"), "301"));
}

}  // namespace
