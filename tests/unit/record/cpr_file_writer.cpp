#include "record/cpr_file_writer.hpp"

#include <boost/test/unit_test.hpp>

#include <stdexcept>

#include "record/cpr_file.hpp"
#include "support/padded.hpp"

using namespace samspil;
using namespace samspil::record;
using test::padded;

namespace {

std::string const record_001 = padded("0010101010000          01", 106);
std::string const record_008 = padded("0080101010000Ada", 193);

std::string write(file_form form) {
  std::string out;
  cpr_file_writer writer(file_family::persons, form, {"012010", "20250102", "00000000"},
                         [&](std::string_view piece) { out += piece; });
  writer.add(record_001 + record_008);
  writer.add({});
  writer.add(record_001);
  writer.end();
  BOOST_TEST(writer.count() == 3U);
  BOOST_TEST(writer.bytes() == out.size());
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cpr_file_writing)

BOOST_AUTO_TEST_CASE(the_three_forms) {
  std::string const begin = "00000000000000120102025010200000000";
  std::string const end = "999999999999900000003";
  BOOST_TEST(write(file_form::lines) ==
             begin + "\n" + record_001 + "\n" + record_008 + "\n" + record_001 + "\n" + end + "\n");
  BOOST_TEST(write(file_form::solid) == begin + record_001 + record_008 + record_001 + end);
  BOOST_TEST(write(file_form::stripped_lines) ==
             begin + "\n0010101010000          01\n0080101010000Ada\n0010101010000          01\n" + end + "\n");
}

BOOST_AUTO_TEST_CASE(the_reader_takes_what_the_writer_writes) {
  for (file_form const form : {file_form::lines, file_form::stripped_lines, file_form::solid}) {
    std::string const bytes = write(form);
    cpr_file file(bytes, file_family::persons, "f");
    BOOST_REQUIRE(file.header().has_value());
    BOOST_TEST(file.line_form() == (form != file_form::solid));
    for (std::string const& wanted : {record_001, record_008, record_001}) {
      auto const next = file.next();
      BOOST_REQUIRE(next.has_value());
      BOOST_REQUIRE(next->has_value());
      BOOST_TEST((*next)->text() == wanted);
    }
    BOOST_TEST(!file.next()->has_value());
    BOOST_TEST(file.ended());
  }
}

BOOST_AUTO_TEST_CASE(what_are_no_whole_records_is_a_mistake_of_the_program) {
  cpr_file_writer writer(file_family::roads, file_form::lines, {"012010", "20250102", ""}, [](std::string_view) {});
  BOOST_CHECK_THROW(writer.add("001"), std::logic_error);
  BOOST_CHECK_THROW(writer.add("777"), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()
