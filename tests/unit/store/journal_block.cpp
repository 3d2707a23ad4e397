// Journal rows as one value holds them, and the values of a transaction.
#include "store/journal_block.hpp"

#include <db.h>

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <functional>
#include <future>

#include "store/journal_values.hpp"
#include "store/keys.hpp"
#include "store/packing.hpp"
#include "store/row_codec.hpp"
#include "support/journal.hpp"
#include "unit/store/fixture.hpp"
#include "unit/store/held_writer.hpp"
#include "unit/store/rows_in_value.hpp"

namespace samspil::store {
namespace {

using list = std::vector<std::string>;
using numbers = std::vector<std::uint64_t>;

/// A row that took `removed` bytes from a person, which packing cannot make shorter.
std::string event(unsigned number, std::size_t removed = 0) {
  journal_row row;
  row.head.set(rec::JOURNAL_ROW::NUMBER_GIVEN, number)
      .set(rec::JOURNAL_ROW::EVENT_KEYS, "FLY" + std::string(anna) + "202604010101");
  row.touched.push_back({std::string(anna), "F", std::string(removed, 'r')});
  return encode(row);
}

BOOST_AUTO_TEST_SUITE(journal_blocks)

BOOST_AUTO_TEST_CASE(rows_come_back_as_they_were) {
  list const rows{event(1), event(2, 300), event(3, 70'000), event(4)};
  BOOST_TEST(rows_in<journal_block>(value_with_rows<journal_block>(rows)) == rows, boost::test_tools::per_element());
  BOOST_TEST(rows_in<journal_block>(value_with_rows<journal_block>({rows[2]})) == list{rows[2]},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_row_packed_alone_comes_back_too) {
  std::string packed;
  pack(event(1, 20), packed);
  BOOST_TEST(rows_in<journal_block>(packed) == list{event(1, 20)}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_row_like_the_one_before_takes_little) {
  std::size_t const one = value_with_rows<journal_block>({event(1)}).size();
  BOOST_TEST(value_with_rows<journal_block>({event(1), event(2)}).size() < one + 80);
}

BOOST_AUTO_TEST_CASE(a_short_row_is_not_added) {
  journal_block value;
  std::string const whole = event(1);
  BOOST_TEST(!value.add(std::string_view(whole).substr(0, rec::JOURNAL_ROW::length - 1)));
  BOOST_TEST(value.bytes().empty());
}

BOOST_AUTO_TEST_CASE(a_value_that_is_cut_or_goes_on_is_not_whole) {
  list const rows{event(1, 3), event(2, 40)};
  std::string const value = value_with_rows<journal_block>(rows);
  std::size_t const first = value_with_rows<journal_block>({rows[0]}).size();
  for (std::size_t n = 1; n < value.size(); ++n)
    if (n != first) BOOST_TEST(rows_in<journal_block>(std::string_view(value).substr(0, n)) == list{"not whole"});
  BOOST_TEST(rows_in<journal_block>(value + '\x01') == list{"not whole"});
}

// ---- the values of a transaction

struct put_events {
  numbers last;
  std::vector<std::size_t> sizes;
  list rows;
  void operator()(std::uint64_t number, std::string_view value) {
    last.push_back(number);
    sizes.push_back(value.size());
    for (std::string& one : rows_in<journal_block>(value)) rows.push_back(std::move(one));
  }
};

put_events put_of(list const& rows) {
  put_events put;
  journal_values values;
  for (unsigned i = 0; i < rows.size(); ++i) values.add(rows[i], i + 1);
  values.finish(std::ref(put));
  BOOST_TEST(values.empty());
  BOOST_TEST(put.rows == rows, boost::test_tools::per_element());
  return put;
}

BOOST_AUTO_TEST_CASE(few_rows_lie_in_their_page_and_many_in_one_of_their_own) {
  list rows;
  for (unsigned i = 1; i <= 16; ++i) rows.push_back(event(i, 250));
  auto const many = put_of(rows);  // about 300 bytes each
  BOOST_TEST(many.last.size() == 2U);
  BOOST_TEST(many.last.back() == 16U);
  BOOST_TEST(many.sizes.front() > 3600U);
  for (std::size_t const size : many.sizes) BOOST_TEST((size <= 970 || (size >= 2000 && size <= 4000)));
  rows.resize(4);
  auto const few = put_of(rows);
  BOOST_TEST(few.last.size() == 2U);
  for (std::size_t const size : few.sizes) BOOST_TEST(size <= 970U);
}

BOOST_AUTO_TEST_CASE(a_long_row_has_a_value_alone) {
  auto const put = put_of({event(1, 3800), event(2, 9000), event(3, 10), event(4, 10)});
  BOOST_TEST(put.last == (numbers{1, 2, 4}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(rows_of_every_length) {
  for (std::size_t removed = 0; removed < 5000; removed += 97)
    put_of({event(1, removed), event(2, 5000 - removed), event(3, removed / 2), event(4), event(5, removed)});
}

BOOST_AUTO_TEST_CASE(what_a_transaction_left_can_be_forgotten) {
  journal_values values;
  values.add(event(1), 1);
  BOOST_TEST(!values.empty());
  values.clear();
  values.finish([](std::uint64_t, std::string_view) { BOOST_ERROR("nothing is left"); });
  BOOST_CHECK_THROW(values.add("no row", 1), error);
}

// ---- in the table

/// Twenty saves in the queue at once: journal rows of a transaction share values.
struct saves_in_values : home_fixture {
  saves_in_values() {
    open();
    std::vector<outcome> told(20);
    {
      held_writer const held(db());
      for (unsigned i = 0; i < told.size(); ++i)
        db().submit(
            [i](write_scope& scope) { save(scope, i % 2 == 0 ? anna : bo, std::to_string(i), records_of(anna)); },
            told[i].done());
    }
    for (auto& one : told) one.wait();
  }
};

BOOST_FIXTURE_TEST_CASE(rows_of_a_transaction_share_values_and_nobody_sees_it, saves_in_values) {
  numbers met;
  db().read().each_journal(7, [&](journal_row const& row) {
    met.push_back(row.number());
    return row.number() < 12;
  });
  BOOST_TEST(met == (numbers{7, 8, 9, 10, 11, 12}), boost::test_tools::per_element());
  BOOST_TEST(test::journal_of(db().read(), bo) == (numbers{2, 4, 6, 8, 10, 12, 14, 16, 18, 20}),
             boost::test_tools::per_element());
  db().write([](write_scope& scope) { scope.set_undone(9, 20); });
  for (unsigned n = 1; n <= 20; ++n) {
    auto const row = db().read().journal(n);
    BOOST_REQUIRE(row);
    BOOST_TEST(row->number() == n);
    BOOST_TEST(codec::number(row->head[rec::JOURNAL_ROW::UNDONE_BY]) == (n == 9 ? 20U : 0U));
  }
  BOOST_TEST(!db().read().journal(21));
  close();
  tamper([&](environment& env, __db_txn* txn) {
    DB_BTREE_STAT* about = nullptr;
    BOOST_REQUIRE(env.handle(table::journal)->stat(env.handle(table::journal), txn, &about, 0) == 0);
    BOOST_TEST(about->bt_ndata < 8U);
    std::free(about);
  });
  open();
  BOOST_TEST(test::journal_of(db().read(), anna).size() == 10U);
}

BOOST_FIXTURE_TEST_CASE(a_row_of_the_same_transaction_can_be_read_and_undone, home_fixture) {
  open();
  db().write([](write_scope& scope) {
    save(scope, anna, "one", records_of(anna));
    save(scope, anna, "two", records_of(anna, 2));
    BOOST_TEST(scope.journal(1).value().number() == 1U);
    BOOST_TEST(test::journal_of(scope, anna).size() == 2U);
    save(scope, anna, "three", records_of(anna, 3));
    scope.set_undone(2, 3);
    save(scope, bo, "four", records_of(bo));
    unsigned rows = 0;
    scope.each_journal(1, [&](journal_row const&) { return ++rows != 0; });
    BOOST_TEST(rows == 4U);
  });
  BOOST_TEST(codec::number(db().read().journal(2)->head[rec::JOURNAL_ROW::UNDONE_BY]) == 3U);
  BOOST_TEST(test::journal_of(db().read(), anna).size() == 3U);
  BOOST_TEST(test::journal_of(db().read(), bo).size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(rows_of_a_piece_that_failed_are_gone, home_fixture) {
  open();
  BOOST_CHECK_THROW(db().write([](write_scope& scope) {
    save(scope, anna, "one", records_of(anna));
    throw std::runtime_error("no");
  }), std::runtime_error);
  save(db(), bo, "one", records_of(bo));
  BOOST_TEST(test::journal_of(db().read(), anna).empty());
  BOOST_TEST(db().read().journal(1)->touched.at(0).pnr == bo);
  BOOST_TEST(!db().read().journal(2));
}

BOOST_FIXTURE_TEST_CASE(rows_that_a_reader_had_put_are_gone_with_their_transaction, home_fixture) {
  open();
  outcome saved;
  outcome read;
  std::promise<void> failed;
  unsigned rows = 0;
  {
    held_writer const held(db());
    db().submit([](write_scope& scope) { save(scope, anna, "one", records_of(anna)); }, saved.done());
    db().submit([&](write_scope& scope) { rows = scope.journal(1) && !scope.journal(2) ? 1 : 99; }, read.done());
    db().submit([](write_scope&) { throw std::runtime_error("no"); },
                [&](std::exception_ptr what) { if (what) failed.set_value(); });
  }
  saved.wait();
  read.wait();
  failed.get_future().wait();
  BOOST_TEST(rows == 1U);
  save(db(), anna, "two", records_of(anna));
  BOOST_TEST(test::journal_of(db().read(), anna) == (numbers{1, 2}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::store
