// A client that was set up for another listener is told which one it looks
// like, and so is the operator.
#include <boost/test/unit_test.hpp>

#include <regex>

#include "listeners/site.hpp"
#include "support/sams.hpp"

using namespace samspil;
using namespace samspil::listeners_test;

namespace {

bool is_ebcdic(wire_form const& form) { return form.page != "ISO-8859-1"; }

/// Whether a listener understands what a client of another form sends: the two EBCDIC pages have the same letters,
/// and llzz takes what rdw sends.
bool understood(wire_form const& client, wire_form const& listener) {
  bool const framing = client.framing == listener.framing ||
                       (client.framing.starts_with("rdw") && listener.framing == "llzz" + client.framing.substr(3)) ||
                       (client.framing.starts_with("llzz") && listener.framing == "rdw" + client.framing.substr(4));
  return framing && is_ebcdic(client) == is_ebcdic(listener);
}

std::string first_message(std::string const& family) {
  if (family != "SAMS") return family + ",123490OPSLAG01Demo-226        ";
  return test::request("LOGN", {"1234", "BORG01"}, test::logon_body("Forkert1"));
}

/// CPR Direkte has no LAENGDE to compare with: a listener that does not count the prefix waits for the rest of the
/// frame of a client that does, until the message's time is over.
bool waits(wire_form const& client, wire_form const& listener) {
  std::string const own = listener.framing + "+self";
  return client.framing == own || understood({own, client.page}, client);
}

/// The text of the answer, which must be FEJLNR 60 or 62 and the end.
std::string advice_in(std::string const& all, wire_form const& listener, std::string const& name) {
  BOOST_REQUIRE_MESSAGE(all.size() == listener.prefix_length() + 220, name << ": " << all.size() << " bytes");
  std::string const answer = listener.to_latin1(all.substr(listener.prefix_length()));
  std::string const fejlnr = answer.substr(85, 2);
  BOOST_TEST((fejlnr == "60" || fejlnr == "62"), name << ": " << fejlnr);
  return answer.substr(rec::HOVED::length + 35);
}

BOOST_AUTO_TEST_SUITE(doctor)

BOOST_AUTO_TEST_CASE(the_error_text_of_a_sams_listener_names_the_clients_framing_and_code_page) {
  for (std::size_t i = 0; i < all_forms().size(); ++i) {
    wire_form const& listener = all_forms()[i];
    if (listener.page == "IBM277") continue;  // its letters are those of IBM1142
    for (wire_form const& client : all_forms()) {
      if (client.page == "IBM1142") continue;
      if (understood(client, listener)) continue;
      for (char const* family : {"SAMS", "PRIV"}) {
        if (family == std::string_view("PRIV") && waits(client, listener)) continue;
        std::string const name = std::string(family) + " of " + client.name() + " at " + listener.name();
        auto c = site::get().connect(i);
        c.send(client.framed(first_message(family)));
        bool clean = false;
        std::string const all = c.receive_to_end(&clean);
        BOOST_TEST(clean, name);
        // A frame that is too short or too long for CPR Direkte is no request of it.
        if (all.empty() && family == std::string_view("PRIV")) continue;
        std::string const text = advice_in(all, listener, name);
        if (!understood({client.framing, listener.page}, listener))
          BOOST_TEST(text.find(client.framing) != std::string::npos, name << ": " << text);
        if (is_ebcdic(client) != is_ebcdic(listener))
          BOOST_TEST(text.find(is_ebcdic(client) ? "IBM" : "ISO-8859-1") != std::string::npos, name << ": " << text);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(the_log_says_so_too) {
  wire_form const client{"len2", "IBM277"};
  auto c = site::get().connect(site::listener_of("header", "ISO-8859-1"));
  c.send(client.framed(first_message("SAMS")));
  c.receive_to_end();
  // Such lines are limited: this one may be among those that are only counted.
  std::string const log = site::get().log();
  std::regex const advice("first bytes from 127\\.0\\.0\\.1 look like (code page|framing) [^\n]+, which is not this");
  BOOST_TEST(std::regex_search(log, advice), log);
  BOOST_TEST(log.find("Forkert1") == std::string::npos);
  BOOST_TEST(log.find(site::password) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_no_message_anywhere_gets_no_advice) {
  for (std::size_t i = 0; i < all_forms().size(); ++i) {
    auto c = site::get().connect(i);
    c.send("GET / HTTP/1.1\r\nHost: register\r\n\r\n" + std::string(100, ' '));
    std::string const all = c.receive_to_end();
    wire_form const& listener = all_forms()[i];
    BOOST_REQUIRE_MESSAGE(all.size() == listener.prefix_length() + 220, listener.name());
    std::string const answer = listener.to_latin1(all.substr(listener.prefix_length()));
    BOOST_TEST(answer.substr(85, 2) == "60", listener.name());
    BOOST_TEST(answer.substr(105, 8) == "CPRTRANS", listener.name());
    for (char const* advice : {"framing", "IBM", "ISO"}) BOOST_TEST(answer.find(advice) == std::string::npos, answer);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
