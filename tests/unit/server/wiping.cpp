// What a client has sent does not stay in the server's memory once it was handed over: it may hold a password.
#include <boost/test/unit_test.hpp>
#include <atomic>

#include "unit/server/fixture.hpp"

using namespace samspil;
using namespace samspil::server::test;

namespace {

constexpr std::string_view secret = "Rigtig1!";

/// Answers at once and remembers where the message stood.
class witness : public session::handler {
 public:
  void handle(std::string_view bytes, session::peer const&, session::completion done) override {
    place = bytes.data();
    length = bytes.size();
    done({"SAMS,EKKO000100" + std::string(85, ' '), false});
  }
  /// The memory of the last message as it is now. The connection must be there still.
  std::string_view memory() const { return {place.load(), length.load()}; }

 private:
  std::atomic<char const*> place{nullptr};
  std::atomic<std::size_t> length{0};
};

std::string logon() {
  std::string text = message(180);
  return text.replace(5, 4, "LOGN").replace(140, secret.size(), secret);
}

bool is_wiped(std::string_view memory) { return memory.find_first_not_of('\0') == std::string_view::npos; }

BOOST_AUTO_TEST_SUITE(wiping)

BOOST_AUTO_TEST_CASE(a_logon_in_one_piece) {
  witness handler;
  running r(handler);
  auto c = r.connect();
  c.exchange(logon());
  BOOST_TEST(handler.memory().size() == 180U);
  BOOST_TEST(is_wiped(handler.memory()));
}

BOOST_AUTO_TEST_CASE(a_logon_in_pieces) {
  witness handler;
  running r(handler);
  auto c = r.connect();
  c.exchange(message(400));  // to know where bytes are read to
  std::string_view const scratch = handler.memory();
  std::string const bytes = logon();
  for (std::size_t at = 0; at < bytes.size(); at += 60) c.send(std::string_view(bytes).substr(at, 60));
  c.receive_message();
  BOOST_TEST((handler.memory().data() != scratch.data()));
  BOOST_TEST(is_wiped(handler.memory()));
  BOOST_TEST(is_wiped(scratch));
}

BOOST_AUTO_TEST_CASE(a_logon_behind_another_message) {
  witness handler;
  running r(handler);
  auto c = r.connect();
  std::string const both = message(100) + logon();
  c.send(both.substr(0, 150));
  c.receive_message();
  std::string_view const scratch(handler.memory().data(), 150);
  c.send(both.substr(150));
  c.receive_message();
  BOOST_TEST(is_wiped(handler.memory()));
  BOOST_TEST(is_wiped(scratch));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
