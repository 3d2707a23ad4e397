// samspil-replay --raw with files in a framing and code page of their own.
#include <boost/test/unit_test.hpp>

#include "listeners/site.hpp"
#include "support/sams.hpp"

using namespace samspil;
using namespace samspil::listeners_test;

namespace {

using hoved = rec::HOVED;

/// Records of a file that has this form, in ISO-8859-1.
std::vector<std::string> records_of(wire_form const& form, std::string const& bytes) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < bytes.size();) {
    std::string const head = form.to_latin1(bytes.substr(at + form.prefix_length(), hoved::length));
    BOOST_REQUIRE(head.size() == hoved::length);
    std::size_t const length = codec::number(codec::view<hoved>(head)[hoved::LAENGDE]);
    BOOST_REQUIRE((bytes.substr(at, form.prefix_length()) == form.prefix(length)));
    out.push_back(form.to_latin1(bytes.substr(at + form.prefix_length(), length)));
    at += form.prefix_length() + length;
  }
  return out;
}

std::vector<std::string> requests() {
  test::header_fields const who{"1234", "BORG01"};
  codec::buffer<rec::INIT_ANMODNING> unknown(test::init_body("0101010101", "20261125", "0851", "KAD"));
  return {test::request("INIT", who, test::init_body("1403820308", "20261125", "0851", "KAD")),
          test::request("AFBR", who), test::request("EKKO", who), test::request("INIT", who, unknown.bytes())};
}

/// Sends the requests in a file of `of_file` to the listener of `of_listener`, and gives the answers.
std::vector<std::string> answers(wire_form const& of_file, wire_form const& of_listener) {
  std::string bytes;
  for (std::string const& each : requests()) bytes += of_file.framed(each);
  site const& here = site::get();
  std::vector<std::string> options{"--raw", "--kundenr", "1234", "--user", "BORG01"};
  if (of_file.framing != of_listener.framing) options.insert(options.end(), {"--file-framing", of_file.framing});
  std::string const out = here.path("answers");
  options.insert(options.end(), {"--out", out, here.file("requests", bytes)});
  auto const got = here.replay(site::listener_of(of_listener.framing, of_listener.page), options);
  BOOST_TEST(got.status == 4, got.out << got.err);  // one is refused
  BOOST_TEST(got.err == "");
  return records_of(of_file, content_of(out));
}

void check(std::vector<std::string> const& got, std::string const& name) {
  BOOST_REQUIRE_MESSAGE(got.size() == 4, name);
  BOOST_TEST(got[0].size() == 1300u, name);
  BOOST_TEST(got[0].find("F\xE6rgemandsvejen 14, 1. tv") != std::string::npos, name);
  BOOST_TEST(codec::view<hoved>(got[1])[hoved::KVIT] == "O", name);
  BOOST_TEST(codec::view<hoved>(got[2])[hoved::KVIT] == "O", name);
  BOOST_TEST(codec::view<hoved>(got[3])[hoved::KVIT] == "F", name);
}

BOOST_AUTO_TEST_SUITE(solid_files)

BOOST_AUTO_TEST_CASE(a_file_with_rdw_in_ibm277_gives_one_of_answers) {
  wire_form const form{"rdw", "IBM277"};
  check(answers(form, form), form.name());
}

BOOST_AUTO_TEST_CASE(a_file_may_have_another_framing_than_the_listener) {
  for (char const* page : {"ISO-8859-1", "IBM277", "IBM1142"})
    for (auto const& [file, listener] : {std::pair("rdw+self", "header"), {"header", "len2"}, {"ascii4", "llzz+self"}})
      check(answers({file, page}, {listener, page}), std::string(file) + " to " + listener + " " + page);
}

BOOST_AUTO_TEST_CASE(a_file_cut_off_is_refused_before_anything_is_sent) {
  wire_form const form{"rdw", "IBM277"};
  site const& here = site::get();
  std::size_t const listener = site::listener_of(form.framing, form.page);
  std::string const bytes = form.framed(requests()[0]);
  std::string const file = here.file("short", bytes.substr(0, bytes.size() - 1));
  auto const got = here.replay(listener, {"--raw", file});
  BOOST_TEST(got.status == 12);
  BOOST_TEST(got.err.find(file + ": record 1: ") == 0u, got.err);
  BOOST_TEST(got.out == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
