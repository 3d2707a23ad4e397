// Audit rows as one value holds them.
#include "store/audit_block.hpp"

#include <boost/test/unit_test.hpp>

#include <db.h>

#include <cstdlib>

#include "codec/field.hpp"
#include "store/keys.hpp"
#include "store/verify.hpp"
#include "unit/store/fixture.hpp"
#include "unit/store/rows_in_value.hpp"

namespace samspil::store {
namespace {

using row_record = rec::AUDIT_ROW;
using list = std::vector<std::string>;

std::string row(unsigned sequence, std::string_view pnr, unsigned others = 0, char hash = 'a') {
  codec::buffer<row_record> head;
  head.set(row_record::AUDIT_SEQUENCE, sequence).set(row_record::PNR, pnr).set(row_record::OTHERS_COUNT, others);
  std::string out(head.bytes());
  for (unsigned i = 0; i < others; ++i) out += std::to_string(1'000'000'000 + i);
  return out + std::string(64, hash);
}

BOOST_AUTO_TEST_SUITE(audit_blocks)

BOOST_AUTO_TEST_CASE(rows_come_back_as_they_were) {
  list const rows{row(1, "0101800002"), row(2, "0101800002", 3, '0'), row(3, "          ", 99, 'f'), row(4, "1", 0)};
  std::string const value = value_with_rows<audit_block>(rows);
  BOOST_TEST(rows_in<audit_block>(value) == rows, boost::test_tools::per_element());
  BOOST_TEST(rows_in<audit_block>(value_with_rows<audit_block>({rows[1]})) == list{rows[1]},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_byte_of_a_row_may_differ_from_the_row_before) {
  std::string const before = row(7, "0101800002");
  for (std::size_t at = 0; at < row_record::OTHERS_COUNT.offset; ++at)
    for (std::size_t width : {1, 3, 4, 5, 300}) {
      std::string next = before;
      for (std::size_t i = at; i < std::min(at + width, row_record::OTHERS_COUNT.offset); ++i) next[i] = '\x80';
      list const rows{before, next, before};
      if (rows_in<audit_block>(value_with_rows<audit_block>(rows)) != rows)
        BOOST_ERROR("byte " << at << ", " << width << " wide");
    }
}

BOOST_AUTO_TEST_CASE(a_row_like_the_one_before_takes_little_more_than_its_hash) {
  std::size_t const one = value_with_rows<audit_block>({row(100001, "0101800002")}).size();
  BOOST_TEST(one < 90U);
  BOOST_TEST(value_with_rows<audit_block>({row(100001, "0101800002"), row(100002, "0202800003")}).size() < one + 64);
}

BOOST_AUTO_TEST_CASE(a_hash_has_lower_case_hex_digits_and_no_others) {
  std::string const good = row(1, "0101800002");
  for (std::size_t const at : {good.size() - 64, good.size() - 33, good.size() - 1})
    for (int byte = 0; byte < 256; ++byte) {
      std::string next = good;
      next[at] = static_cast<char>(byte);
      audit_block value;
      bool const is_digit = std::string_view("0123456789abcdef").find(next[at]) != std::string_view::npos;
      if (value.add(next) != is_digit) BOOST_ERROR("byte " << byte << " at " << at);
      if (is_digit && rows_in<audit_block>(value.bytes()) != list{next})
        BOOST_ERROR("byte " << byte << " comes back as another");
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_row_is_not_added) {
  audit_block value;
  BOOST_TEST(value.add(row(1, "0101800002")));
  std::string const before(value.bytes());
  std::string const good = row(2, "0101800002", 2);
  std::string upper = good, count = good, hundred = row(2, "0101800002", 99);
  upper.back() = 'F';
  count[row_record::OTHERS_COUNT.offset] = 'x';
  hundred[row_record::OTHERS_COUNT.offset] = 'x';
  hundred.insert(row_record::length, "0123456789");
  for (std::string const& wrong : {good + "0", good.substr(1), std::string(), upper, count, hundred}) {
    BOOST_TEST(!value.add(wrong));
    BOOST_TEST(value.bytes() == before);
  }
  BOOST_TEST(value.add(good));
  BOOST_TEST(rows_in<audit_block>(value.bytes()).back() == good);
}

BOOST_AUTO_TEST_CASE(a_value_that_is_cut_or_goes_on_is_not_whole) {
  list const rows{row(1, "0101800002", 1), row(2, "0202800003", 2)};
  std::string const value = value_with_rows<audit_block>(rows);
  std::size_t const first = value_with_rows<audit_block>({rows[0]}).size();
  for (std::size_t n = 1; n < value.size(); ++n)
    if (n != first) BOOST_TEST(rows_in<audit_block>(std::string_view(value).substr(0, n)) == list{"not whole"});
  BOOST_TEST(rows_in<audit_block>(value + '\x01') == list{"not whole"});
  std::string endless = value.substr(0, 1) + std::string(2, '\0') + value.substr(1);  // counts that lead nowhere
  BOOST_TEST(rows_in<audit_block>(endless) == list{"not whole"});
}

// ---- in the table

struct rows_in_values : home_fixture {
  /// Ten rows in one batch, and so several to a value.
  rows_in_values() {
    open();
    std::vector<outcome> told(10);
    db().write([&](write_scope&) {  // meanwhile they gather
      for (auto& one : told) db().audit(entry_for(anna), one.done());
    });
    for (auto& one : told) one.wait();
    close();
  }
  static std::vector<std::string> keys(environment& env) {
    std::vector<std::string> out;
    env.walk(table::audit, nullptr, {}, {}, [&](std::string_view sequence, std::string_view) {
      out.emplace_back(sequence.substr(13));
      return true;
    });
    return out;
  }
};

BOOST_FIXTURE_TEST_CASE(nobody_sees_that_rows_share_a_value, rows_in_values) {
  tamper([&](environment& env, __db_txn* txn) {
    auto const at = [&](unsigned n) { return env.get(table::audit, txn, audit_key(n)); };
    for (unsigned n = 1; n <= 10; ++n) {
      BOOST_TEST(env.has(table::audit, txn, audit_key(n)));
      BOOST_TEST(codec::number(codec::view<row_record>(at(n).value())[row_record::AUDIT_SEQUENCE]) == n);
    }
    BOOST_TEST(!env.has(table::audit, txn, audit_key(0)));
    BOOST_TEST(!env.has(table::audit, txn, audit_key(11)));
    BOOST_TEST(!at(0));
    BOOST_TEST(!at(11));
    BOOST_TEST(env.last_key(table::audit, txn).value() == audit_key(10).text());
    DB_BTREE_STAT* about = nullptr;
    BOOST_REQUIRE(env.handle(table::audit)->stat(env.handle(table::audit), txn, &about, 0) == 0);
    BOOST_TEST(about->bt_ndata < 4U);
    std::free(about);
  });
}

BOOST_FIXTURE_TEST_CASE(a_row_is_put_and_erased_by_itself, rows_in_values) {
  tamper([&](environment& env, __db_txn* txn) {
    std::string const other = row(4, "0202800003", 5);
    env.put(table::audit, txn, audit_key(4), other);
    BOOST_TEST(env.get(table::audit, txn, audit_key(4)).value() == other);
    BOOST_TEST(env.erase(table::audit, txn, audit_key(10)));
    BOOST_TEST(!env.erase(table::audit, txn, audit_key(10)));
    env.put(table::audit, txn, audit_key(7), "no row");
    BOOST_TEST(env.get(table::audit, txn, audit_key(7)).value() == "no row");
    BOOST_TEST(codec::number(codec::view<row_record>(
                   env.get(table::audit, txn, audit_key(5)).value())[row_record::AUDIT_SEQUENCE]) == 5U);
  });
  tamper([&](environment& env, __db_txn*) {
    BOOST_TEST(keys(env) == (list{"01", "02", "03", "04", "05", "06", "07", "08", "09"}),
               boost::test_tools::per_element());
  });
}

BOOST_FIXTURE_TEST_CASE(a_row_in_the_middle_of_a_value_is_erased, rows_in_values) {
  tamper([&](environment& env, __db_txn* txn) {
    for (unsigned n : {4, 1, 9}) BOOST_TEST(env.erase(table::audit, txn, audit_key(n)));
  });
  tamper([&](environment& env, __db_txn*) {
    BOOST_TEST(keys(env) == (list{"02", "03", "05", "06", "07", "08", "10"}), boost::test_tools::per_element());
  });
}

// ---- what verify finds in values of several rows

struct raw_values : rows_in_values {
  /// The rows up to `last` in one value, changed by `change` as rows and by `damage` as bytes.
  std::string found_after(std::function<void(list&)> const& change, unsigned last = 10,
                          std::function<void(std::string&)> const& damage = {}) {
    tamper([&](environment& env, __db_txn* txn) {
      list rows;
      for (unsigned n = 1; n <= last; ++n) rows.emplace_back(env.get(table::audit, txn, audit_key(n)).value());
      for (unsigned n = 1; n <= last; ++n) env.erase(table::audit, txn, audit_key(n));
      change(rows);
      std::string bytes = value_with_rows<audit_block>(rows);
      if (damage) damage(bytes);
      std::string key(audit_key(last).text());
      DBT k{}, v{};
      k.data = key.data();
      k.size = static_cast<u_int32_t>(key.size());
      v.data = bytes.data();
      v.size = static_cast<u_int32_t>(bytes.size());
      DB* const db = env.handle(table::audit);
      BOOST_REQUIRE(db->put(db, txn, &k, &v, 0) == 0);
    });
    open();
    std::string text;
    for (finding const& one : verify_audit(db())) text += one.line() + "\n";
    close();
    return text;
  }
};

BOOST_FIXTURE_TEST_CASE(a_value_that_is_right_has_nothing, raw_values) {
  BOOST_TEST(found_after([](list&) {}) == "");
}

BOOST_FIXTURE_TEST_CASE(an_edit_inside_a_value_is_found, raw_values) {
  BOOST_TEST(found_after([](list& rows) { rows[3][row_record::PNR.offset] = '9'; }) ==
             "audit 000000000000004: its hash does not follow from the row before it and its bytes\n");
}

BOOST_FIXTURE_TEST_CASE(a_row_left_out_of_a_value_is_found, raw_values) {
  std::string const text = found_after([](list& rows) { rows.erase(rows.begin() + 4); });
  BOOST_TEST(text.find("audit 000000000000002: the row before it is missing") != std::string::npos);
  BOOST_TEST(text.find("audit 000000000000003: it is another row") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(rows_exchanged_in_a_value_are_found, raw_values) {
  std::string const text = found_after([](list& rows) { std::swap(rows[3], rows[4]); });
  BOOST_TEST(text.find("audit 000000000000004: it is another row") != std::string::npos);
  BOOST_TEST(text.find("audit 000000000000005: it is another row") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_damaged_value_is_named, raw_values) {
  std::string const text = found_after([](list&) {}, 9, [](std::string& bytes) { bytes[1] = '\xFF'; });
  BOOST_TEST(text == "audit 000000000000010: the rows 1 to 9 before it are missing\n");
  open();
  std::string all;
  for (finding const& one : verify(db())) all += one.line() + "\n";
  BOOST_TEST(all.find("audit 000000000000009: a field of digits holds something else") != std::string::npos, all);
}

BOOST_FIXTURE_TEST_CASE(a_walk_may_begin_inside_a_value, rows_in_values) {
  tamper([&](environment& env, __db_txn* txn) {
    list met;
    env.walk(table::audit, txn, {}, audit_key(6), [&](std::string_view sequence, std::string_view) {
      met.emplace_back(sequence.substr(13));
      return met.size() < 3;
    });
    BOOST_TEST(met == (list{"06", "07", "08"}), boost::test_tools::per_element());
  });
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::store
