#include "session/dialogues.hpp"
#include "session/sessions.hpp"

#include <boost/test/unit_test.hpp>

#include "support/fake_clock.hpp"

using namespace samspil;
using session::dialogue;
using session::dialogue_table;

namespace {

struct fixture {
  fixture() { limit.dialogues_per_session = 40; }

  static std::shared_ptr<session::session> somebody() {
    codec::buffer<rec::SESSION_ROW> row;
    row.set(rec::SESSION_ROW::SESSION_KIND, "S").set(rec::SESSION_ROW::ENDS_UTC, "20270101000000000000");
    return std::make_shared<session::session>(row.as_view());
  }
  void open(std::uint64_t number, std::shared_ptr<session::session> const& owner) {
    table.open(std::make_shared<session::dialogue>(number, owner, codec::buffer<rec::INIT_ANMODNING>(), 0));
  }
  bool is_open(std::uint64_t number) { return table.find(number, *who, limit) != nullptr; }

  test::fake_clock time;
  session::limits limit;
  dialogue_table table{time};
  std::shared_ptr<session::session> const who = somebody();
};

}  // namespace

BOOST_AUTO_TEST_SUITE(dialogues)

// Whenever a minute begins, no more are taken in it.
BOOST_AUTO_TEST_CASE(inits_are_counted_over_the_minute_before) {
  using namespace std::chrono_literals;
  session::init_counter inits;
  steady_time const start{59s};
  auto const take = [&](std::chrono::seconds at) { return inits.take("1234", "KOMM01", 3, start + at); };
  BOOST_TEST(take(0s));
  BOOST_TEST(take(2s));
  BOOST_TEST(take(2s));
  BOOST_TEST(!take(2s));
  BOOST_TEST(!take(59s));
  BOOST_TEST(inits.take("1234", "KOMM02", 3, start + 59s));
  BOOST_TEST(take(60s));  // a minute from the first; those that were refused do not count
  BOOST_TEST(!take(61s));
  BOOST_TEST(take(62s));
  BOOST_TEST(take(62s));
  BOOST_TEST(!take(62s));
}

BOOST_FIXTURE_TEST_CASE(numbers_may_come_in_any_order, fixture) {
  for (std::uint64_t n : {320, 64, 32, 288, 96, 352, 1}) open(n, who);  // of one part, but for the last
  for (std::uint64_t n : {1, 32, 64, 96, 288, 320, 352}) {
    BOOST_TEST(is_open(n));
    BOOST_TEST(table.find(n, *who, limit)->number == n);
  }
  for (std::uint64_t n : {0, 31, 128, 384}) BOOST_TEST(!is_open(n));
  BOOST_TEST(table.size() == 7U);
  BOOST_TEST(who->dialogues_open == 7U);
}

BOOST_FIXTURE_TEST_CASE(a_closed_one_is_gone_and_the_others_stay, fixture) {
  for (std::uint64_t n = 1; n <= 20; ++n) open(32 * n, who);
  std::size_t left = 20;
  for (std::uint64_t n : {7, 20, 1, 2, 13, 12, 11, 19, 5, 3, 9, 8, 16, 15, 10, 4, 6, 14, 17, 18}) {
    table.close(32 * n);
    table.close(32 * n);  // once more does nothing
    BOOST_TEST(!is_open(32 * n));
    BOOST_TEST(table.size() == --left);
    BOOST_TEST(who->dialogues_open == left);
  }
  open(32, who);
  BOOST_TEST(is_open(32));
}

BOOST_FIXTURE_TEST_CASE(another_session_does_not_find_it, fixture) {
  open(5, somebody());
  BOOST_TEST(!is_open(5));
  BOOST_TEST(table.size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(a_spent_one_is_not_found, fixture) {
  open(5, who);
  table.find(5, *who, limit)->spent = true;
  BOOST_TEST(!is_open(5));
}

BOOST_FIXTURE_TEST_CASE(idle_ones_expire_and_used_ones_stay, fixture) {
  open(32, who);
  open(64, who);
  open(96, somebody());
  time.pass(limit.dialogue_idle);
  BOOST_TEST(is_open(64));  // used at the last moment
  time.pass(std::chrono::seconds(1));
  BOOST_TEST(!is_open(32));
  BOOST_TEST(table.size() == 3U);  // nobody has looked for it yet
  for (int i = 0; i < 32; ++i) table.expire_some(limit);
  BOOST_TEST(table.size() == 1U);
  BOOST_TEST(who->dialogues_open == 1U);
  BOOST_TEST(is_open(64));
}

BOOST_FIXTURE_TEST_CASE(those_of_an_ended_session_expire_at_once, fixture) {
  auto const other = somebody();
  open(1, who);
  open(2, other);
  other->ended = true;
  for (int i = 0; i < 32; ++i) table.expire_some(limit);
  BOOST_TEST(table.size() == 1U);
  BOOST_TEST(is_open(1));
}

BOOST_FIXTURE_TEST_CASE(a_full_session_has_room_as_soon_as_one_expires, fixture) {
  using namespace std::chrono_literals;
  for (std::uint64_t n = 1; n <= 40; ++n) {
    BOOST_TEST(table.has_room(*who, limit));
    open(n, who);
    time.pass(1s);
  }
  BOOST_TEST(!table.has_room(*who, limit));
  BOOST_TEST(table.has_room(*somebody(), limit));
  time.pass(limit.dialogue_idle - 40s);  // the first is as old now as it may be
  BOOST_TEST(!table.has_room(*who, limit));
  BOOST_TEST(is_open(1));  // used: the second is the oldest
  time.pass(1s);
  BOOST_TEST(!table.has_room(*who, limit));
  time.pass(1s);
  BOOST_TEST(table.has_room(*who, limit));
  BOOST_TEST(table.size() == 39U);
  BOOST_TEST(is_open(1));
  BOOST_TEST(!is_open(2));
}

BOOST_FIXTURE_TEST_CASE(a_full_session_has_room_after_a_close_and_with_a_shorter_limit, fixture) {
  using namespace std::chrono_literals;
  for (std::uint64_t n = 1; n <= 40; ++n) open(n, who);
  BOOST_TEST(!table.has_room(*who, limit));
  table.close(7);
  BOOST_TEST(table.has_room(*who, limit));
  open(41, who);
  time.pass(10s);
  BOOST_TEST(!table.has_room(*who, limit));
  limit.dialogue_idle = 9s;
  BOOST_TEST(table.has_room(*who, limit));
  BOOST_TEST(table.size() == 0U);
  for (std::uint64_t n = 50; n <= 89; ++n) open(n, who);
  BOOST_TEST(!table.has_room(*who, limit));
}

BOOST_AUTO_TEST_SUITE_END()
