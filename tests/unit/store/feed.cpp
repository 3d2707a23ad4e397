// What loads put by for subscribers, until their extracts are past it.
#include <boost/test/unit_test.hpp>

#include "store/verify.hpp"
#include "unit/store/fixture.hpp"

namespace samspil::store {
namespace {

std::string event_of(std::string_view pnr, std::string_view code) {
  std::string event = "099" + std::string(pnr) + "202604010101" + std::string(code);
  event.resize(45, ' ');
  return event;
}

/// Anna and Bo are in the register; 1234 subscribes to both, 0099 to Bo.
struct subscribed_home : home_fixture {
  subscribed_home() {
    open();
    load(person_file::status, {{anna, records_of(anna)}, {bo, records_of(bo)}, {cille, records_of(cille)}});
    db().write([](write_scope& scope) {
      scope.put_customer(customer_of("1234"));
      scope.put_customer(customer_of("0099"));
      scope.put_subscription("1234", anna, 1);
      scope.put_subscription("1234", bo, 1);
      scope.put_subscription("0099", bo, 1);
    });
  }
  audit_mark activate(person_file what, std::vector<std::pair<std::string_view, std::string>> const& persons) {
    auto load = db().begin_persons(what);
    for (auto const& [pnr, records] : persons) load.add(pnr, records);
    return load.activate(entry_for(""));
  }
  std::uint64_t load(person_file what, std::vector<std::pair<std::string_view, std::string>> const& persons) {
    auto const mark = activate(what, persons);
    db().wait_for_persons();
    return mark.sequence;
  }
  /// `sequence:events` of each row.
  std::string feed(std::string_view kundenr, std::string_view pnr) {
    std::string text;
    for (auto const& one : now(db(), &read_scope::fed, kundenr, pnr))
      text += std::to_string(one.sequence) + ":" + one.events + " ";
    return text;
  }
};

BOOST_FIXTURE_TEST_SUITE(feeding, subscribed_home)

BOOST_AUTO_TEST_CASE(a_change_extract_is_news_to_subscribers) {
  std::string const events = event_of(bo, "A05") + event_of(bo, "A06");
  auto const at = load(person_file::changes, {{anna, records_of(anna)}, {bo, records_of(bo) + events},
                                              {cille, records_of(cille)}});
  BOOST_TEST(feed("1234", anna) == std::to_string(at) + ": ");  // the same as before, but news all the same
  BOOST_TEST(feed("1234", bo) == std::to_string(at) + ":" + events + " ");
  BOOST_TEST(feed("0099", bo) == feed("1234", bo));
  BOOST_TEST(feed("0099", anna) == "");
  BOOST_TEST(feed("1234", cille) == "");
  auto const next = load(person_file::changes, {{bo, records_of(bo)}});
  BOOST_TEST(feed("0099", bo) == std::to_string(at) + ":" + events + " " + std::to_string(next) + ": ");
  BOOST_TEST(verify(db()).empty());
}

BOOST_AUTO_TEST_CASE(a_status_extract_is_news_where_it_says_something_new) {
  auto const at = load(person_file::status, {{anna, records_of(anna)}, {bo, records_of(bo, 3)}});
  BOOST_TEST(feed("1234", anna) == "");
  BOOST_TEST(feed("1234", bo) == std::to_string(at) + ": ");
  auto const next = load(person_file::status, {{anna, records_of(anna) + event_of(anna, "A05")}});
  BOOST_TEST(feed("1234", anna) == std::to_string(next) + ":" + event_of(anna, "A05") + " ");
}

BOOST_AUTO_TEST_CASE(a_save_of_a_staged_person_feeds_too) {
  std::uint64_t at = 0;
  {
    auto const holds_it_off = db().read();
    at = activate(person_file::changes, {{anna, records_of(anna, 2)}, {bo, records_of(bo, 2)}}).sequence;
    BOOST_TEST(feed("1234", bo) == "");
    db().write([](write_scope& scope) {
      auto person = scope.person(bo).value();
      scope.put_person(bo, person);
    });
    BOOST_TEST(feed("1234", bo) == std::to_string(at) + ": ");
  }
  db().wait_for_persons();
  BOOST_TEST(feed("1234", anna) == std::to_string(at) + ": ");
  BOOST_TEST(feed("1234", bo) == std::to_string(at) + ": ");
}

BOOST_AUTO_TEST_CASE(what_the_load_is_survives_a_kill) {
  close();
  BOOST_TEST(in_child([&] {
    auto& home = *this;
    home.open();
    auto& holds_it_off = *new read_scope(home.db().read());
    home.activate(person_file::changes, {{anna, records_of(anna)}});
    BOOST_TEST(holds_it_off.generation(reference::roads) == 0u);
  }) == 0);
  open();
  db().wait_for_persons();
  BOOST_TEST(feed("1234", anna) != "");
}

BOOST_AUTO_TEST_CASE(what_extracts_are_past_is_removed_in_pieces) {
  std::vector<std::uint64_t> at;
  for (int i = 0; i < 3; ++i)
    at.push_back(load(person_file::changes, {{anna, records_of(anna)}, {bo, records_of(bo)}}));
  std::string const others = feed("0099", bo);
  std::string after;
  int pieces = 0;
  do {
    db().write([&](write_scope& scope) {
      std::string const next = scope.erase_fed("1234", at[1], 3, after);
      after = next;
    });
    ++pieces;
  } while (!after.empty());
  BOOST_TEST(pieces == 3);  // the rows that stay count
  BOOST_TEST(feed("1234", anna) == std::to_string(at[2]) + ": ");
  BOOST_TEST(feed("1234", bo) == std::to_string(at[2]) + ": ");
  BOOST_TEST(feed("0099", bo) == others);
  db().write([](write_scope& scope) {  // nothing to remove: it stops all the same
    BOOST_TEST(scope.erase_fed("1234", 0, 1, "").starts_with(std::string("1234") + std::string(anna)));
  });
  db().write([](write_scope& scope) { BOOST_TEST(scope.erase_subscription("1234", bo)); });
  BOOST_TEST(feed("1234", bo) == "");
  BOOST_TEST(feed("0099", bo) == others);
  BOOST_TEST(verify(db()).empty());
}

BOOST_AUTO_TEST_CASE(how_far_extracts_have_come) {
  BOOST_TEST(!now(db(), &read_scope::extract, "1234").has_value());
  db().write([](write_scope& scope) {
    scope.put_extract(extract_row().set(rec::EXTRACT_ROW::KUNDENR, "1234").set(rec::EXTRACT_ROW::EXTRACTED_TO, 42));
  });
  reopen();
  auto const row = now(db(), &read_scope::extract, "1234").value();
  BOOST_TEST((row[rec::EXTRACT_ROW::EXTRACTED_TO] == "000000000000042"));
  BOOST_TEST((row[rec::EXTRACT_ROW::LAYOUT_VERSION] == "02"));
  BOOST_TEST(!now(db(), &read_scope::extract, "0099").has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::store
