// Loads of reference data: a generation takes effect in one step or not at all.
#include <boost/test/unit_test.hpp>
#include <thread>

#include "store/keys.hpp"
#include "store/stat.hpp"
#include "unit/store/fixture.hpp"

namespace samspil::store {
namespace {

BOOST_AUTO_TEST_SUITE(reference_loads)

/// Rows of a table, counted behind the database's back while it is closed.
std::uint64_t rows_in(home_fixture& home, table t) {
  std::uint64_t rows = 0;
  home.tamper([&](environment& env, __db_txn* txn) {
    env.walk(t, txn, {}, {}, [&](std::string_view, std::string_view) {
      ++rows;
      return true;
    });
  });
  return rows;
}

audit_mark load_roads(database& db, unsigned roads, std::string_view content) {
  auto load = db.begin_reference(reference::roads);
  for (unsigned i = 0; i < roads; ++i) load.add_road("0101", std::string(key().digits(i, 4).text()), content);
  load.add_dwelling("0101", "0001", "012", "01", "tv", "dwelling");
  return load.activate(entry_for("", "roads"));
}

BOOST_FIXTURE_TEST_CASE(nothing_before_the_first_load, home_fixture) {
  open();
  auto const scope = db().read();
  BOOST_TEST(scope.generation(reference::roads) == 0u);
  BOOST_TEST(scope.generation_sequence(reference::roads) == 0u);
  BOOST_TEST(!scope.road("0101", "0001").has_value());
  BOOST_TEST(!scope.row(reference::texts, "any").has_value());
  BOOST_TEST(scope.authorities("0101").empty());
}

BOOST_FIXTURE_TEST_CASE(a_load_takes_effect_with_its_audit_row, home_fixture) {
  open();
  auto const mark = load_roads(db(), 1200, "first");
  auto const check = [&] {
    auto const scope = db().read();
    BOOST_TEST(scope.road("0101", "0001").value() == "first");
    BOOST_TEST(scope.road("0101", "1199").value() == "first");
    BOOST_TEST(!scope.road("0101", "1200").has_value());
    BOOST_TEST(scope.dwelling("0101", "0001", "012", "01", "tv").value() == "dwelling");
    BOOST_TEST(!scope.dwelling("0101", "0001", "013", "01", "tv").has_value());
    BOOST_TEST(scope.generation(reference::roads) == 1u);
    BOOST_TEST(scope.generation_sequence(reference::roads) == mark.sequence);
    BOOST_TEST(codec::trimmed(scope.audit(mark.sequence).value().head[rec::AUDIT_ROW::NOTE]) == "roads");
  };
  check();
  reopen();
  check();
}

BOOST_FIXTURE_TEST_CASE(rows_of_every_kind, home_fixture) {
  open();
  {
    auto load = db().begin_reference(reference::authorities);
    load.add_authority("0101", "05", "a05");
    load.add_authority("0101", "01", "a01");
    load.add_authority("0102", "05", "b05");
    BOOST_TEST(load.count() == 3u);
    load.activate({});
  }
  for (auto const kind : {reference::groups, reference::texts, reference::messages}) {
    auto load = db().begin_reference(kind);
    load.add_row("K1", std::string(name(kind)) + " 1");
    load.add_row("K2", std::string(name(kind)) + " 2");
    load.add_row("L1", std::string(name(kind)) + " 3");
    load.activate({});
  }
  auto const scope = db().read();
  BOOST_TEST(scope.authority("0101", "05").value() == "a05");
  BOOST_TEST(!scope.authority("0101", "02").has_value());
  BOOST_TEST(scope.authorities("0101") == (std::vector<std::string>{"a01", "a05"}), boost::test_tools::per_element());
  BOOST_TEST(scope.row(reference::texts, "K2").value() == "texts 2");
  BOOST_TEST(!scope.row(reference::texts, "K").has_value());
  std::string met;
  scope.each_row(reference::messages, "K", [&](std::string_view k, std::string_view row) {
    met.append(k).append("=").append(row).append(";");
    return true;
  });
  BOOST_TEST(met == "K1=messages 1;K2=messages 2;");
  met.clear();
  scope.each_authority("", [&](std::string_view k, std::string_view) {
    met.append(k).append(";");
    return true;
  });
  BOOST_TEST(met == "010101;010105;010205;");
}

BOOST_FIXTURE_TEST_CASE(walks_over_roads_and_dwellings, home_fixture) {
  open();
  load_roads(db(), 3, "r");
  std::string met;
  auto const meet = [&](std::string_view k, std::string_view) {
    met.append(k).append(";");
    return true;
  };
  auto const scope = db().read();
  scope.each_road("0101", meet);
  scope.each_dwelling("01010001", meet);
  scope.each_road("0102", meet);
  BOOST_TEST(met == "01010000;01010001;01010002;01010001012 01tv  ;");
}

BOOST_FIXTURE_TEST_CASE(a_scope_keeps_its_generation, home_fixture) {
  open();
  load_roads(db(), 3, "old");
  {
    auto const before = db().read();
    load_roads(db(), 2, "new");
    for (int i = 0; i < 3; ++i) load_roads(db(), 2, "newer");
    BOOST_TEST(before.road("0101", "0002").value() == "old");
    BOOST_TEST(before.generation(reference::roads) == 1u);
    BOOST_TEST(now(db(), &read_scope::road, "0101", "0001").value() == "newer");
    BOOST_TEST(!now(db(), &read_scope::road, "0101", "0002").has_value());
    BOOST_TEST(now(db(), &read_scope::generation, reference::roads) == 5u);
  }
  reopen();
  BOOST_TEST(now(db(), &read_scope::road, "0101", "0001").value() == "newer");
  close();
  BOOST_TEST(rows_in(*this, table::road) == 2u);  // the old ones are gone after an open at the latest
}

BOOST_FIXTURE_TEST_CASE(old_rows_go_when_nobody_sees_them, home_fixture) {
  open();
  load_roads(db(), 600, "old");
  auto const rows = [&] {
    for (auto const& one : stat(db()).tables)
      if (one.name == "road") return one.rows;
    return std::uint64_t{0};
  };
  auto before = std::make_unique<read_scope>(db().read());
  load_roads(db(), 1, "new");
  BOOST_TEST(before->road("0101", "0599").has_value());
  BOOST_TEST(rows() == 601u);
  before.reset();
  auto const until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (rows() != 1 && std::chrono::steady_clock::now() < until) std::this_thread::yield();
  BOOST_TEST(rows() == 1u);
}

BOOST_FIXTURE_TEST_CASE(an_abandoned_load_leaves_nothing, home_fixture) {
  open();
  load_roads(db(), 2, "old");
  {
    auto load = db().begin_reference(reference::roads);
    for (unsigned i = 0; i < 1500; ++i) load.add_road("0202", std::string(key().digits(i, 4).text()), "half");
    BOOST_TEST(load.count() == 1500u);
    BOOST_TEST(!now(db(), &read_scope::road, "0202", "0001").has_value());
  }
  BOOST_TEST(now(db(), &read_scope::generation, reference::roads) == 1u);
  close();
  BOOST_TEST(rows_in(*this, table::road) == 2u);
}

BOOST_FIXTURE_TEST_CASE(one_load_of_a_kind_at_a_time, home_fixture) {
  open();
  auto first = db().begin_reference(reference::texts);
  BOOST_CHECK_THROW(db().begin_reference(reference::texts), error);
  auto other = db().begin_reference(reference::groups);
  auto moved = std::move(first);
  moved.add_row("k", "v");
  moved.activate({});
  BOOST_CHECK_THROW(moved.activate({}), error);
  BOOST_CHECK_THROW(db().begin_reference(reference::texts), error);  // until it is let go
  { auto gone = std::move(moved); }
  auto second = db().begin_reference(reference::texts);
  BOOST_TEST(now(db(), &read_scope::row, reference::texts, "k").value() == "v");
}

BOOST_FIXTURE_TEST_CASE(a_load_moved_onto_another_lets_that_one_go, home_fixture) {
  open();
  auto load = db().begin_reference(reference::texts);
  load.add_row("k", "v");
  load = db().begin_reference(reference::groups);
  load.add_row("g", "v");
  auto again = db().begin_reference(reference::texts);
  load.activate({});
  BOOST_TEST(now(db(), &read_scope::row, reference::groups, "g").has_value());
}

BOOST_FIXTURE_TEST_CASE(a_key_given_twice_names_its_place, home_fixture) {
  open();
  auto load = db().begin_reference(reference::texts);
  for (int i = 0; i < 3; ++i) load.add_row("k" + std::to_string(i), "v");
  load.add_row("k1", "again");
  BOOST_CHECK_EXCEPTION(load.activate({}), error, [](error const& e) {
    return std::string(e.what()) == "load of texts: row 4 has the key of an earlier one";
  });
  BOOST_TEST(db().committed_sequence() == 0u);
}

BOOST_FIXTURE_TEST_CASE(rows_of_another_kind_are_refused, home_fixture) {
  open();
  auto roads = db().begin_reference(reference::roads);
  BOOST_CHECK_THROW(roads.add_row("k", "v"), error);
  BOOST_CHECK_THROW(roads.add_authority("0101", "05", "a"), error);
  auto texts = db().begin_reference(reference::texts);
  BOOST_CHECK_THROW(texts.add_road("0101", "0001", "r"), error);
  BOOST_CHECK_THROW(texts.add_dwelling("0101", "0001", "1", "", "", "r"), error);
}

BOOST_FIXTURE_TEST_CASE(killed_before_activation_nothing_is_left, home_fixture) {
  BOOST_TEST(in_child([&] {
    auto& db = *new database(home(), small_options());
    load_roads(db, 2, "old");
    auto& load = *new reference_load(db.begin_reference(reference::roads));
    for (unsigned i = 0; i < 3000; ++i) load.add_road("0303", std::string(key().digits(i, 4).text()), "half");
    save(db, anna, "makes it durable", records_of(anna));
  }) == 0);
  open();
  BOOST_TEST(now(db(), &read_scope::road, "0101", "0001").value() == "old");
  BOOST_TEST(!now(db(), &read_scope::road, "0303", "0001").has_value());
  load_roads(db(), 2, "next");
  BOOST_TEST(now(db(), &read_scope::generation, reference::roads) == 3u);  // no number is used twice
  reopen();
  close();
  BOOST_TEST(rows_in(*this, table::road) == 2u);
}

BOOST_FIXTURE_TEST_CASE(killed_after_activation_it_is_there, home_fixture) {
  BOOST_TEST(in_child([&] {
    auto& db = *new database(home(), small_options());
    load_roads(db, 2000, "old");
    load_roads(db, 1000, "new");
  }) == 0);
  open();
  BOOST_TEST(now(db(), &read_scope::road, "0101", "0999").value() == "new");
  BOOST_TEST(!now(db(), &read_scope::road, "0101", "1999").has_value());
  close();
  BOOST_TEST(rows_in(*this, table::road) == 1000u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::store
