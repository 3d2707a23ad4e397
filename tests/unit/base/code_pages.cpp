#include <iconv.h>

#include <boost/test/unit_test.hpp>

#include "base/code_page.hpp"

using namespace samspil;

namespace {

std::string every_byte() {
  std::string out;
  for (int i = 0; i < 256; ++i) out.push_back(static_cast<char>(i));
  return out;
}

std::string by_iconv(char const* page, std::string bytes) {
  iconv_t const to = iconv_open("UTF-16BE", page);
  if (to == reinterpret_cast<iconv_t>(-1)) return {};
  std::string out(4 * bytes.size(), '\0');
  char* from = bytes.data();
  char* into = out.data();
  std::size_t left = bytes.size(), room = out.size();
  ::iconv(to, &from, &left, &into, &room);
  ::iconv_close(to);
  out.resize(out.size() - room);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(code_pages)

BOOST_AUTO_TEST_CASE(names) {
  for (char const* name : {"ISO-8859-1", "IBM277", "IBM1142"}) BOOST_TEST(name_of(*find_code_page(name)) == name);
  for (char const* name : {"", "iso-8859-1", "IBM037", "IBM277 "}) BOOST_TEST(!find_code_page(name).has_value());
}

// Known bytes, so that the table is not only tested against itself: SAMS, the
// digits, and the Danish letters at the places of CCSID 277.
BOOST_AUTO_TEST_CASE(danish_ebcdic) {
  for (code_page const page : {code_page::ibm277, code_page::ibm1142}) {
    BOOST_TEST(from_latin1(page, "SAMS,0123456789 ").text ==
               "\xE2\xC1\xD4\xE2\x6B\xF0\xF1\xF2\xF3\xF4\xF5\xF6\xF7\xF8\xF9\x40");
    // AE, OE, AA and ae, oe, aa
    BOOST_TEST(from_latin1(page, "\xC6\xD8\xC5\xE6\xF8\xE5").text == "\x7B\x7C\x5B\xC0\x6A\xD0");
    BOOST_TEST(from_latin1(page, "@#$").text == "\x80\x4A\x67");
  }
}

BOOST_AUTO_TEST_CASE(there_and_back) {
  std::string const all = every_byte();
  for (code_page const page : {code_page::iso_8859_1, code_page::ibm277}) {
    converted const there = from_latin1(page, all);
    BOOST_TEST(there.lost == converted::none);
    BOOST_TEST((to_latin1(page, there.text).text == all));
    for (std::size_t i = 0; i < all.size(); ++i)
      BOOST_TEST(to_latin1(page, static_cast<unsigned char>(there.text[i])) == i);
  }
}

BOOST_AUTO_TEST_CASE(what_is_lost_is_found_one_after_the_other) {
  std::string const bytes = "\x5A\x40\x5A";
  BOOST_TEST(first_lost(code_page::ibm1142, bytes) == 0u);
  BOOST_TEST(first_lost(code_page::ibm1142, bytes, 1) == 2u);
  BOOST_TEST(first_lost(code_page::ibm1142, bytes, 3) == converted::none);
  BOOST_TEST(first_lost(code_page::ibm277, bytes) == converted::none);
  BOOST_TEST(first_lost(code_page::iso_8859_1, bytes) == converted::none);
}

BOOST_AUTO_TEST_CASE(only_the_currency_sign_and_the_euro_are_lost) {
  for (int i = 0; i < 256; ++i) {
    std::string const one(1, static_cast<char>(i));
    BOOST_TEST((from_latin1(code_page::ibm1142, one).lost != converted::none) == (i == 0xA4));
    BOOST_TEST((to_latin1(code_page::ibm1142, one).lost != converted::none) == (i == 0x5A));
  }
  converted const answer = from_latin1(code_page::ibm1142, "12\xA4 \xA4");
  BOOST_TEST(answer.lost == 2u);
  BOOST_TEST(answer.text == "\xF1\xF2\x3F\x40\x3F");
  converted const request = to_latin1(code_page::ibm1142, "\xF1\x5A");
  BOOST_TEST(request.lost == 1u);
  BOOST_TEST(request.text == "1\x1A");
  BOOST_TEST(to_latin1(code_page::ibm277, "\x5A").text == "\xA4");
}

// The system's own tables, where it has them.
BOOST_AUTO_TEST_CASE(as_iconv) {
  for (code_page const page : {code_page::ibm277, code_page::ibm1142}) {
    std::string const wide = by_iconv(std::string(name_of(page)).c_str(), every_byte());
    if (wide.size() != 512) continue;
    std::string const ours = to_latin1(page, every_byte()).text;
    for (std::size_t i = 0; i < 256; ++i) {
      if (page == code_page::ibm1142 && i == 0x5A) continue;
      BOOST_TEST_CONTEXT("byte " << i) {
        BOOST_TEST(wide[2 * i] == '\0');
        BOOST_TEST((wide[2 * i + 1] == ours[i]));
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
