#include "store/packing.hpp"

#include <boost/test/unit_test.hpp>

#include <random>

using namespace samspil::store;

namespace {

std::string packed(std::string_view row) {
  std::string out;
  pack(row, out);
  return out;
}

std::string round_trip(std::string_view row) {
  std::string out = "before:";
  BOOST_TEST(unpack(packed(row), out));
  return out.substr(7);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(packing)

BOOST_AUTO_TEST_CASE(runs_of_blanks_and_zeros_of_every_length_come_back) {
  for (char c : {' ', '0', 'x', '\0', '\x1F', '\x9F'})
    for (std::size_t n = 0; n < 700; ++n) {
      std::string const row = "A" + std::string(n, c) + "B";
      if (round_trip(row) != row) BOOST_ERROR("a run of " << n << " of byte " << int(c));
      std::string const at_the_end(n, c);
      if (round_trip(at_the_end) != at_the_end) BOOST_ERROR("only " << n << " of byte " << int(c));
    }
}

BOOST_AUTO_TEST_CASE(every_byte_and_random_rows_come_back) {
  std::minstd_rand random(7);
  for (int i = 0; i < 2000; ++i) {
    std::string row(random() % 300, ' ');
    for (char& c : row)
      if (auto const kind = random() % 4; kind == 0)
        c = static_cast<char>(random() % 256);
      else if (kind == 1)
        c = '0';
    BOOST_REQUIRE(round_trip(row) == row);
    BOOST_REQUIRE(packed(row).size() <= 2 * row.size());
  }
}

BOOST_AUTO_TEST_CASE(a_packed_run_takes_one_or_two_bytes) {
  BOOST_TEST(packed(" ") == " ");
  BOOST_TEST(packed("  ") == "\x01");
  BOOST_TEST(packed("00") == "\x81");
  BOOST_TEST(packed(std::string(31, ' ')) == "\x1E");
  BOOST_TEST(packed(std::string(32, ' ')) == std::string("\x1F\0", 2));
  BOOST_TEST(packed(std::string(287, '0')) == "\x9F\xFF");
  BOOST_TEST(packed(std::string(288, '0')) == "\x9F\xFF" "0");
}

BOOST_AUTO_TEST_CASE(text_without_runs_lies_as_it_is) {
  std::string const row = "K\xF8" "benhavn S, H. C. Andersens Boulevard 12";
  BOOST_TEST(packed(row) == row);
}

BOOST_AUTO_TEST_CASE(what_ends_within_a_code_is_damaged) {
  for (std::string_view const half : {std::string_view("ab\x1F", 3), std::string_view("ab\x9F", 3),
                                      std::string_view("ab\0", 3), std::string_view("\0", 1)}) {
    std::string out;
    BOOST_TEST(!unpack(half, out));
  }
}

BOOST_AUTO_TEST_SUITE_END()
