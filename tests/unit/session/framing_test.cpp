#include "session/framing.hpp"

#include <boost/test/unit_test.hpp>

#include "session/wire.hpp"
#include "support/sams.hpp"

using namespace samspil;
using session::cut;
using session::next_message;
using session::resembles;
using session::wire_format;

namespace {

std::vector<framing> framings() {
  std::vector<framing> out{{framing::kind::header, false}};
  for (auto const what : {framing::kind::len2, framing::kind::len4, framing::kind::ascii4, framing::kind::llzz,
                          framing::kind::rdw})
    for (bool const self : {false, true}) out.push_back({what, self});
  return out;
}

constexpr code_page pages[] = {code_page::iso_8859_1, code_page::ibm277, code_page::ibm1142};

std::string on_the_wire(std::string const& message, wire_format const& how) {
  return *how.frame.prefix_of(message.size()) + from_latin1(how.page, message).text;
}

std::string ekko() { return test::request("EKKO", {}); }
std::string init() { return test::request("INIT", {}, test::init_body("0101800002", "20260310", "0101")); }
std::string direkte_logon() { return "OFF4,123490KOMM01  Rigtig1!        "; }
std::string direkte_look_up() { return "PRIV,123406abcdefghKOMM01  000101800002"; }

std::string kind_of(cut const& c) {
  switch (c.what) {
    case cut::kind::more: return "more";
    case cut::kind::message: return "message";
    case cut::kind::foreign: return "foreign";
    case cut::kind::not_served: return "not served";
  }
  return "?";
}

template <class F>
void for_each_format(F&& f) {
  for (framing const& frame : framings())
    for (code_page const page : pages)
      BOOST_TEST_CONTEXT(name_of(frame) << " " << name_of(page)) f(wire_format{frame, page});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cutting)

BOOST_AUTO_TEST_CASE(a_message_comes_byte_by_byte_in_every_framing_and_page) {
  for_each_format([](wire_format const& how) {
    for (std::string const& message : {ekko(), init(), direkte_logon(), direkte_look_up()}) {
      std::string const bytes = on_the_wire(message, how);
      for (std::size_t n = 0; n < bytes.size(); ++n)
        BOOST_REQUIRE_MESSAGE(kind_of(next_message(std::string_view(bytes).substr(0, n), how, true)) == "more",
                              message.substr(0, 9) << " at byte " << n);
      cut const whole = next_message(bytes + "behind", how, true);
      BOOST_TEST(kind_of(whole) == "message");
      BOOST_TEST(whole.length == message.size());
      BOOST_TEST(whole.used == bytes.size());
      BOOST_TEST(whole.prefix == how.frame.prefix_length());
      BOOST_TEST(whole.closes == !message.starts_with("SAMS"));
      BOOST_TEST(resembles(bytes, how) == "");
    }
  });
}

BOOST_AUTO_TEST_CASE(bytes_behind_a_look_up_are_ignored) {
  for_each_format([](wire_format const& how) {
    cut const one = next_message(on_the_wire(direkte_look_up() + "and more", how), how, true);
    BOOST_TEST(kind_of(one) == "message");
    BOOST_TEST(one.length == 39U);
  });
}

BOOST_AUTO_TEST_CASE(a_frame_too_short_for_a_look_up_is_closed) {
  for_each_format([](wire_format const& how) {
    if (how.frame.prefix_length() == 0) return;
    BOOST_TEST(kind_of(next_message(on_the_wire(direkte_look_up().substr(0, 38), how), how, true)) == "not served");
    BOOST_TEST(kind_of(next_message(on_the_wire(direkte_logon().substr(0, 34), how), how, true)) == "not served");
  });
}

BOOST_AUTO_TEST_CASE(families) {
  wire_format how;
  struct {
    char const* start;
    bool sams, priv, off4;
    char const* expected;
  } const cases[] = {
      {"PRIV,123490KOMM01  Rigtig1!        ", true, true, true, "message"},
      {"PRIV,123490KOMM01  Rigtig1!        ", true, false, true, "not served"},
      {"OFF4,123490KOMM01  Rigtig1!        ", false, false, true, "message"},
      {"OFF4,123490KOMM01  Rigtig1!        ", true, true, false, "not served"},
      {"PRIV;123490KOMM01  Rigtig1!        ", true, true, true, "not served"},
      {"PRIV,12a490KOMM01  Rigtig1!        ", true, true, true, "not served"},
      {"SAMS", false, true, true, "not served"},
      {"JUNK", false, true, true, "not served"},
      {"JUNK", true, true, true, "foreign"},
      {"JUN", true, true, true, "more"},
  };
  for (auto const& c : cases) {
    how.sams = c.sams, how.priv = c.priv, how.off4 = c.off4;
    BOOST_TEST_CONTEXT(c.start) BOOST_TEST(kind_of(next_message(c.start, how, true)) == c.expected);
  }
  // A conversation that began as the dialogue stays one.
  BOOST_TEST(kind_of(next_message(direkte_look_up(), {}, false)) == "foreign");
}

BOOST_AUTO_TEST_CASE(what_a_frame_says_must_be_what_the_header_says) {
  wire_format const how{{framing::kind::len2, false}};
  auto const framed = [&](std::size_t announced, std::string const& message) {
    return *how.frame.prefix_of(announced) + message;
  };
  // The frame tells where the next message begins.
  for (std::size_t const announced : {101, 140, 4096}) {
    std::string const whole = ekko() + std::string(announced - 100, 'x');
    BOOST_TEST(kind_of(next_message(framed(announced, whole.substr(0, announced - 1)), how, true)) == "more");
    cut const one = next_message(framed(announced, whole + "SAMS"), how, true);
    BOOST_TEST(kind_of(one) == "message");
    BOOST_TEST(one.length == announced);
    BOOST_TEST(one.used == announced + 2);
    BOOST_TEST(!one.closes);
    auto const seen = session::check_header(whole, one.frame_length);
    BOOST_REQUIRE(seen.wrong.has_value());
    BOOST_TEST(seen.wrong->number == 62U);
    BOOST_TEST(seen.wrong->felt == "LAENGDE");
    BOOST_TEST(!seen.closes);
  }
  // LAENGDE may say what FUNKTION wants while the frame does not, and an unknown FUNKTION comes first.
  auto const shorter = session::check_header(test::request("EKKO", {}), 101);
  BOOST_REQUIRE(shorter.wrong.has_value());
  BOOST_TEST(shorter.wrong->number == 62U);
  BOOST_TEST(session::check_header(test::request("XXXX", {}), 101).wrong->number == 61U);
  // No message is as long: the header decides at once, and nothing is waited for that may never come.
  for (std::size_t const announced : {4097, 5000, 65535}) {
    cut const one = next_message(framed(announced, ekko()), how, true);
    BOOST_TEST(kind_of(one) == "message");
    BOOST_TEST(one.length == 100U);
    BOOST_TEST(one.closes);
    auto const seen = session::check_header(ekko(), one.frame_length);
    BOOST_REQUIRE(seen.wrong.has_value());
    BOOST_TEST(seen.wrong->number == 62U);
    BOOST_TEST(seen.wrong->felt == "LAENGDE");
    BOOST_TEST(seen.closes);
  }
  cut const short_one = next_message(framed(50, ekko().substr(0, 50)), how, true);
  BOOST_TEST(kind_of(short_one) == "message");
  BOOST_TEST(short_one.length == 50U);
  BOOST_TEST(session::check_header(ekko().substr(0, 50), 50).wrong->number == 62U);
  BOOST_TEST(kind_of(next_message(framed(3, "SAM"), how, true)) == "more");
  BOOST_TEST(kind_of(next_message(framed(3, "SAMS"), how, true)) == "foreign");
  BOOST_TEST(!session::check_header(ekko(), 100).wrong.has_value());
}

BOOST_AUTO_TEST_CASE(a_message_for_another_listener_is_known_by_its_first_bytes) {
  for (framing const& theirs : framings()) {
    for (framing const& ours : framings()) {
      for (auto const& [their_page, our_page] : {std::pair(code_page::iso_8859_1, code_page::iso_8859_1),
                                                 {code_page::ibm277, code_page::iso_8859_1},
                                                 {code_page::iso_8859_1, code_page::ibm1142},
                                                 {code_page::ibm1142, code_page::ibm277}}) {
        wire_format const how{ours, our_page};
        std::string const bytes = on_the_wire(init(), {theirs, their_page});
        BOOST_TEST_CONTEXT(name_of(theirs) << " " << name_of(their_page) << " at " << name_of(ours) << " "
                                           << name_of(our_page)) {
          std::string const said = resembles(bytes, how);
          bool const same_page = (their_page == code_page::iso_8859_1) == (our_page == code_page::iso_8859_1);
          auto const zeros = [](framing const& f) {
            return f.what == framing::kind::llzz || f.what == framing::kind::rdw;
          };
          bool const zeros_alike = ours.counts_itself == theirs.counts_itself && zeros(ours) && zeros(theirs);
          if (same_page && (ours == theirs || zeros_alike)) {
            BOOST_TEST(said == "");
          } else {
            if (!(ours == theirs) && !zeros_alike) BOOST_TEST(said.find(name_of(theirs)) != std::string::npos, said);
            if (!same_page)
              BOOST_TEST(said.find(their_page == code_page::iso_8859_1 ? "ISO-8859-1" : "IBM277") != std::string::npos,
                         said);
          }
        }
      }
    }
  }
  BOOST_TEST(resembles("GET / HTTP/1.1", {}) == "");
  BOOST_TEST(resembles("", {}) == "");
  BOOST_TEST(resembles(std::string("\0\x64", 2) + "SAMS", {}) == "framing len2/len2+self");
}

BOOST_AUTO_TEST_SUITE_END()
