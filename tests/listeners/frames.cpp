// Frames as they should not be: in pieces, of another length than the message,
// too long, never completed.
#include <boost/test/unit_test.hpp>

#include "listeners/site.hpp"
#include "support/sams.hpp"

using namespace samspil;
using namespace samspil::listeners_test;

namespace {

using hoved = rec::HOVED;

std::string logon(std::string_view user = "BORG01") {
  return test::request("LOGN", {"1234", std::string(user)}, test::logon_body(site::password));
}

std::string direkte_logon() { return "OFF4,123490OPSLAG01Demo-226        "; }

/// The next answer, in ISO-8859-1 and without its prefix, which must say how long it is.
std::string receive(client::connection& from, wire_form const& form) {
  std::string const prefix = from.receive(form.prefix_length());
  std::string const head = form.to_latin1(from.receive(hoved::length));
  std::size_t const length = codec::number(codec::view<hoved>(head)[hoved::LAENGDE]);
  BOOST_TEST((prefix == form.prefix(length)), form.name());
  return head + form.to_latin1(from.receive(length - hoved::length));
}

/// Everything up to the end, as one answer.
std::string receive_last(client::connection& from, wire_form const& form) {
  bool clean = false;
  std::string const all = from.receive_to_end(&clean);
  BOOST_TEST(clean, form.name());
  BOOST_REQUIRE_MESSAGE(all.size() >= form.prefix_length(), form.name());
  std::string const answer = all.substr(form.prefix_length());
  BOOST_TEST((all.substr(0, form.prefix_length()) == form.prefix(answer.size())), form.name());
  return form.to_latin1(answer);
}

std::string_view fejlnr(std::string const& answer) { return codec::view<hoved>(answer)[hoved::FEJLNR]; }
std::string_view felt(std::string const& answer) {
  using meddelelse = rec::MEDDELELSE;
  return codec::trimmed(codec::view<meddelelse>(std::string_view(answer).substr(hoved::length))[meddelelse::FELT]);
}

template <class Body>
void over_every_listener(Body const& body) {
  for (std::size_t i = 0; i < all_forms().size(); ++i) body(i, all_forms()[i]);
}

BOOST_AUTO_TEST_SUITE(frames)

BOOST_AUTO_TEST_CASE(bytes_may_come_one_at_a_time) {
  over_every_listener([](std::size_t i, wire_form const& form) {
    auto c = site::get().connect(i);
    for (char const byte : form.framed(logon())) c.send(std::string_view(&byte, 1));
    std::string const answer = receive(c, form);
    BOOST_TEST(fejlnr(answer) == "00", form.name());
    BOOST_TEST(answer.substr(hoved::length, 6) == "BORGER", form.name());
  });
}

BOOST_AUTO_TEST_CASE(messages_may_come_all_at_once) {
  over_every_listener([](std::size_t i, wire_form const& form) {
    auto c = site::get().connect(i);
    std::string const ekko = form.framed(test::request("EKKO", {"1234", "BORG01"}));
    c.send(ekko + form.framed(test::request("FEJL", {"1234", "BORG01"})) + ekko);
    for (char const* expected : {"68", "61", "68"}) BOOST_TEST(fejlnr(receive(c, form)) == expected, form.name());
  });
}

BOOST_AUTO_TEST_CASE(cpr_direkte_in_its_frame_and_with_bytes_behind_the_request) {
  over_every_listener([](std::size_t i, wire_form const& form) {
    for (std::string const& behind : {std::string(), std::string(300, 'x')}) {
      auto c = site::get().connect(i);
      c.send(form.framed(direkte_logon() + behind));
      std::string const answer = receive_last(c, form);
      BOOST_TEST(answer.size() == 28u, form.name());
      BOOST_TEST(answer.substr(22) == "000028", form.name());
    }
  });
}

// The frame tells where the next message begins.
BOOST_AUTO_TEST_CASE(a_frame_of_another_length_than_laengde_is_62_and_the_next_is_heard) {
  over_every_listener([](std::size_t i, wire_form const& form) {
    if (form.prefix_length() == 0) return;
    auto c = site::get().connect(i);
    for (int const off : {-1, 1, 100}) {
      std::string message = logon();
      std::size_t const said = message.size() + static_cast<std::size_t>(off);
      message.resize(said, ' ');
      std::string unknown = test::request("FEJL", {"1234", "BORG01"});
      c.send(form.prefix(said) + form.to_page(message) + form.prefix(102) + form.to_page(unknown + "xx") +
             form.framed(test::request("EKKO", {"1234", "BORG01"})));
      std::string const answer = receive(c, form);
      BOOST_TEST(fejlnr(answer) == "62", form.name());
      BOOST_TEST(felt(answer) == "LAENGDE", form.name());
      BOOST_TEST(fejlnr(receive(c, form)) == "61", form.name());
      BOOST_TEST(fejlnr(receive(c, form)) == "68", form.name());
    }
  });
}

BOOST_AUTO_TEST_CASE(a_frame_that_no_message_can_fill_is_refused_at_its_header) {
  for (char const* page : {"ISO-8859-1", "IBM277"}) {
    wire_form const form{"len4", page};
    std::size_t const i = site::listener_of(form.framing, form.page);
    auto c = site::get().connect(i);
    c.send(form.prefix(3'000'000'000U) + form.to_page(logon().substr(0, hoved::length)));
    BOOST_TEST(fejlnr(receive_last(c, form)) == "62", form.name());
    for (std::size_t const said : {std::size_t(4097), std::size_t(3'000'000'000U)}) {
      auto direkte = site::get().connect(i);
      direkte.send(form.prefix(said) + form.to_page(direkte_logon()));
      bool clean = false;
      BOOST_TEST(direkte.receive_to_end(&clean) == "", form.name());
      BOOST_TEST(clean, form.name());
    }
    auto direkte = site::get().connect(i);
    direkte.send(form.framed(direkte_logon() + std::string(4096 - 35, ' ')));
    BOOST_TEST(receive_last(direkte, form).substr(22) == "000028", form.name());
  }
}

BOOST_AUTO_TEST_CASE(a_frame_too_short_for_its_message) {
  over_every_listener([](std::size_t i, wire_form const& form) {
    if (form.prefix_length() == 0) return;
    auto c = site::get().connect(i);
    c.send(form.framed(logon().substr(0, 99)));
    std::string const answer = receive_last(c, form);
    BOOST_TEST((fejlnr(answer) == "62" || fejlnr(answer) == "60"), form.name());
    auto direkte = site::get().connect(i);
    direkte.send(form.framed(direkte_logon().substr(0, 34)));
    bool clean = false;
    BOOST_TEST(direkte.receive_to_end(&clean) == "", form.name());
    BOOST_TEST(clean, form.name());
  });
}

BOOST_AUTO_TEST_CASE(a_message_never_completed_times_out_without_an_answer) {
  std::vector<client::connection> waiting;
  std::vector<std::string> names;
  over_every_listener([&](std::size_t i, wire_form const& form) {
    for (std::string const& message : {logon(), direkte_logon()}) {
      std::string const bytes = form.framed(message);
      for (std::size_t const cut : {form.prefix_length() + 1, bytes.size() - 1}) {
        waiting.push_back(site::get().connect(i));
        waiting.back().send(bytes.substr(0, cut));
        names.push_back(form.name() + ", " + std::to_string(cut) + " bytes");
      }
    }
  });
  auto const start = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < waiting.size(); ++i)
    BOOST_TEST(waiting[i].receive_to_end() == "", names[i]);
  BOOST_TEST((std::chrono::steady_clock::now() - start < std::chrono::seconds(30)));
  BOOST_TEST(site::get().log().find("record_timeout") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
