// Fields, padding, level 88, errors and digits.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string_view>
#include <vector>

#include "codec/copybooks.hpp"
#include "codec/decode.hpp"
#include "codec/digits.hpp"
#include "rec/sams_fly.hpp"
#include "rec/store.hpp"
#include "rec/tables.hpp"

namespace {

namespace codec = samspil::codec;
using samspil::rec::FLY_AKTUEL;
using samspil::rec::FLY_DATA;
using samspil::rec::WAITING_ROW;

BOOST_AUTO_TEST_CASE(values_are_padded_by_their_picture) {
  codec::buffer<FLY_DATA> data;
  data.set(FLY_DATA::VEJKOD, "101").set(FLY_DATA::HUSNR, "12A").set(FLY_DATA::ANTAL_MEDFLYTTERE, 7);
  data.set(FLY_DATA::MEDFLYTTER, 7, "0101010101");
  BOOST_TEST(data[FLY_DATA::VEJKOD] == "0101");
  BOOST_TEST(data[FLY_DATA::HUSNR] == "12A ");
  BOOST_TEST(data[FLY_DATA::ANTAL_MEDFLYTTERE] == "07");
  BOOST_TEST(data(FLY_DATA::MEDFLYTTER, 6) == "0000000000");
  BOOST_TEST(data(FLY_DATA::MEDFLYTTER, 7) == "0101010101");
  BOOST_TEST(data.bytes().substr(124, 10) == "0101010101");
}

BOOST_AUTO_TEST_CASE(trailing_blanks_go_from_texts_of_every_width) {
  // In memory of exactly its size, so that a byte read beside it would be seen.
  for (std::size_t width = 0; width <= 70; ++width)
    for (std::size_t filled = 0; filled <= width; ++filled)
      for (char const before : {' ', 'x'}) {
        std::vector<char> bytes(width, ' ');
        std::fill_n(bytes.begin(), filled, before);
        if (filled != 0) bytes[filled - 1] = '!';  // one bit from a blank
        BOOST_TEST(codec::trimmed({bytes.data(), width}) == std::string_view(bytes.data(), filled));
      }
  static_assert(codec::trimmed("a b  ") == "a b");
}

BOOST_AUTO_TEST_CASE(items_of_a_group_are_a_stride_apart) {
  codec::buffer<FLY_AKTUEL> data;
  data.set(FLY_AKTUEL::HUSSTAND::PNR, 2, 1u).set(FLY_AKTUEL::HUSSTAND::ADRNVN, 2, "Navn");
  BOOST_TEST(data.bytes().substr(30 + 2 * 46, 10) == "0000000001");
  BOOST_TEST(data.bytes().substr(42 + 2 * 46, 5) == "Navn ");
  BOOST_TEST(data(FLY_AKTUEL::HUSSTAND::PNR, 2) == "0000000001");
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_is_a_mistake) {
  codec::buffer<FLY_DATA> data;
  BOOST_CHECK_THROW(data.set(FLY_DATA::VEJKOD, "12345"), std::length_error);
  BOOST_CHECK_THROW(data.set(FLY_DATA::VEJKOD, 12345), std::length_error);
  BOOST_CHECK_THROW(data.set(FLY_DATA::HUSNR, "12345"), std::length_error);
  BOOST_CHECK_THROW(data.set(FLY_DATA::MEDFLYTTER, 8, "1"), std::length_error);
  data.set(FLY_DATA::HUSNR, "1234     ");  // blanks that fall away are no loss
  BOOST_TEST(data[FLY_DATA::HUSNR] == "1234");
}

BOOST_AUTO_TEST_CASE(an_error_names_record_field_and_byte) {
  codec::buffer<FLY_AKTUEL> const good;
  std::string bytes(good.bytes());
  bytes[30 + 46 + 4] = 'x';
  auto const bad = codec::decode<FLY_AKTUEL>(bytes);
  BOOST_REQUIRE(!bad);
  BOOST_TEST(bad.error().text() == "FLY-AKTUEL: PNR, byte 81: expected digits");
  bytes[29] = ' ';  // an earlier one is named first, in whatever order the layout has them
  BOOST_TEST(codec::decode<FLY_AKTUEL>(bytes).error().text() == "FLY-AKTUEL: ANTAL-HUSSTAND, byte 30: expected digits");
  BOOST_TEST(codec::decode<FLY_AKTUEL>("").error().text() == "FLY-AKTUEL: byte 1: expected 500 bytes");
}

BOOST_AUTO_TEST_CASE(level_88_is_a_table_of_allowed_values) {
  BOOST_TEST(WAITING_ROW::TILSTAND_88.size() == 6u);
  BOOST_TEST(WAITING_ROW::TILSTAND_88[0].condition == "AWAITS-APPROVAL");
  static_assert(codec::is_allowed(WAITING_ROW::TILSTAND_88, "T"));
  static_assert(!codec::is_allowed(WAITING_ROW::TILSTAND_88, "B"));
  constexpr codec::allowed ranges[] = {{"FEW", "01", "05"}, {"MANY", "90", "90"}};
  static_assert(codec::is_allowed(ranges, "01") && codec::is_allowed(ranges, "05") && codec::is_allowed(ranges, "90"));
  static_assert(!codec::is_allowed(ranges, "00") && !codec::is_allowed(ranges, "06") &&
                !codec::is_allowed(ranges, "91"));
}

BOOST_AUTO_TEST_CASE(eight_digits_at_a_time) {
  for (unsigned value = 0; value < 256; ++value) {
    bool const digit = value >= '0' && value <= '9';
    for (std::size_t at = 0; at < 11; ++at) {
      char bytes[11];
      std::memset(bytes, '5', sizeof bytes);
      bytes[at] = static_cast<char>(value);
      BOOST_TEST(codec::all_digits<11>(bytes) == digit);
      BOOST_TEST(codec::all_digits<3>(bytes) == (digit || at >= 3));
      BOOST_TEST(codec::all_digits<8>(bytes) == (digit || at >= 8));
      BOOST_TEST(codec::all_digits<1>(bytes) == (digit || at >= 1));
    }
  }
}

BOOST_AUTO_TEST_CASE(copybooks_are_inside_the_program) {
  bool found = false;
  for (codec::copybook const& book : codec::shipped_copybooks())
    if (book.name == "sams-fly") found = book.text.find("01 FLY-DATA.") != std::string_view::npos;
  BOOST_TEST(found);
}

}  // namespace
