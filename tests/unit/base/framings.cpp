#include <boost/test/unit_test.hpp>

#include "base/framing.hpp"

using namespace samspil;

namespace {

std::string bytes(std::initializer_list<int> list) {
  std::string out;
  for (int const b : list) out.push_back(static_cast<char>(b));
  return out;
}

/// The prefix of a message of 100 bytes (hexadecimal 64), and of one byte more than it can announce.
struct expected {
  char const* name;
  std::string prefix_of_100;
  std::size_t most;
};

std::vector<expected> const all{{"len2", bytes({0, 0x64}), 65'535},
                                {"len2+self", bytes({0, 0x66}), 65'533},
                                {"len4", bytes({0, 0, 0, 0x64}), 4'294'967'295},
                                {"len4+self", bytes({0, 0, 0, 0x68}), 4'294'967'291},
                                {"ascii4", "0100", 9'999},
                                {"ascii4+self", "0104", 9'995},
                                {"llzz", bytes({0, 0x64, 0, 0}), 65'535},
                                {"llzz+self", bytes({0, 0x68, 0, 0}), 65'531},
                                {"rdw", bytes({0, 0x64, 0, 0}), 65'535},
                                {"rdw+self", bytes({0, 0x68, 0, 0}), 65'531}};

}  // namespace

BOOST_AUTO_TEST_SUITE(framings)

BOOST_AUTO_TEST_CASE(names) {
  BOOST_TEST(name_of(*find_framing("header")) == "header");
  for (expected const& e : all) BOOST_TEST(name_of(*find_framing(e.name)) == e.name);
  for (char const* wrong : {"", "header+self", "len3", "len2+", "len2+self+self", "RDW"})
    BOOST_TEST_CONTEXT(wrong) BOOST_TEST(!find_framing(wrong).has_value());
}

BOOST_AUTO_TEST_CASE(prefixes) {
  for (expected const& e : all) {
    BOOST_TEST_CONTEXT(e.name) {
      framing const how = *find_framing(e.name);
      BOOST_TEST((how.prefix_of(100) == e.prefix_of_100));
      BOOST_TEST(how.prefix_length() == e.prefix_of_100.size());
      BOOST_TEST(how.message_length_max() == e.most);
      BOOST_TEST(how.prefix_of(e.most).has_value());
      BOOST_TEST(!how.prefix_of(e.most + 1).has_value());
      for (std::size_t const n : {std::size_t{0}, std::size_t{1}, std::size_t{255}, std::size_t{256}, e.most}) {
        frame_start const back = read_frame_start(how, *how.prefix_of(n) + "SAMS");
        BOOST_TEST(back.complete);
        BOOST_TEST(back.valid);
        BOOST_TEST(back.message_length == n);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(part_of_a_prefix_is_none) {
  for (expected const& e : all) {
    framing const how = *find_framing(e.name);
    for (std::size_t n = 0; n < how.prefix_length(); ++n)
      BOOST_TEST(!read_frame_start(how, e.prefix_of_100.substr(0, n)).complete);
  }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_a_prefix) {
  auto const valid = [](char const* name, std::string const& prefix) {
    return read_frame_start(*find_framing(name), prefix).valid;
  };
  BOOST_TEST(!valid("ascii4", "01 0"));
  BOOST_TEST(!valid("ascii4", "SAMS"));
  BOOST_TEST(!valid("rdw", bytes({0, 0x64, 1, 0})));
  BOOST_TEST(valid("llzz", bytes({0, 0x64, 1, 0})));
  BOOST_TEST(!valid("len2+self", bytes({0, 1})));
  BOOST_TEST(valid("len2+self", bytes({0, 2})));
  BOOST_TEST(!valid("llzz+self", bytes({0, 3, 0, 0})));
}

BOOST_AUTO_TEST_SUITE_END()
