// The audit log: one chain without a gap, and who was looked up.
#include <boost/test/unit_test.hpp>

#include "base/crypto.hpp"
#include "store/audit_index.hpp"
#include "store/index_keys.hpp"
#include "store/keys.hpp"
#include "store/meta_names.hpp"
#include "store/row_codec.hpp"
#include "store/verify.hpp"
#include "support/fake_clock.hpp"
#include "unit/store/fixture.hpp"

namespace samspil::store {
namespace {

BOOST_AUTO_TEST_SUITE(audit_log)

void look_up(database& db, std::string_view pnr, unsigned times = 1) {
  std::vector<outcome> rows(times);
  for (auto& one : rows) db.audit(entry_for(pnr), one.done());
  for (auto& one : rows) one.wait();
}

BOOST_FIXTURE_TEST_CASE(every_row_hashes_the_one_before_it, home_fixture) {
  open();
  look_up(db(), anna, 3);
  save(db(), bo, "one", records_of(bo));
  look_up(db(), cille, 2);
  reopen();
  look_up(db(), anna);
  std::string before(64, '0');
  std::uint64_t sequence = 0;
  db().read().each_audit(1, 99, [&](audit_row const& row) {
    BOOST_TEST(row.sequence() == ++sequence);
    std::string bytes(row.head.bytes());
    for (auto const& other : row.others) bytes += other;
    BOOST_TEST(row.hash == crypto::sha256_hex(before, bytes));
    before = row.hash;
    return true;
  });
  BOOST_TEST(sequence == 7u);
  BOOST_TEST(db().audit_head().head == before);
  BOOST_TEST(db().audit_head().loghoved() == before.substr(0, 32));
  BOOST_TEST(verify_audit(db()).empty());
}

BOOST_AUTO_TEST_CASE(the_store_fills_in_what_is_its_own) {
  samspil::test::fake_clock clock;
  options how = home_fixture::small_options();
  how.in_memory = true;
  how.time = &clock;
  database db("", how);
  audit_entry entry = entry_for(anna, "note");
  entry.row.set(rec::AUDIT_ROW::LAYOUT_VERSION, "77")
      .set(rec::AUDIT_ROW::AUDIT_SEQUENCE, 5)
      .set(rec::AUDIT_ROW::OTHERS_COUNT, 9);
  entry.add_other(bo);
  entry.add_other(cille);
  outcome told;
  db.audit(entry, told.done());
  told.wait();
  entry.row.set(rec::AUDIT_ROW::WRITTEN_UTC, "20200101000000000000")
      .set(rec::AUDIT_ROW::WRITTEN, "20200101010000000000");
  db.write([&](write_scope& scope) { scope.append_audit(entry); });
  auto const row = db.read().audit(1).value();
  BOOST_TEST(row.head[rec::AUDIT_ROW::LAYOUT_VERSION] == "02");
  BOOST_TEST(row.sequence() == 1u);
  BOOST_TEST(row.head[rec::AUDIT_ROW::OTHERS_COUNT] == "02");
  BOOST_TEST(row.head[rec::AUDIT_ROW::WRITTEN_UTC] == utc_digits(clock.now()));
  BOOST_TEST(row.head[rec::AUDIT_ROW::WRITTEN] == local_digits(clock.now()));
  BOOST_TEST(codec::trimmed(row.head[rec::AUDIT_ROW::NOTE]) == "note");
  BOOST_TEST(row.others == (std::vector<std::string>{std::string(bo), std::string(cille)}),
             boost::test_tools::per_element());
  auto const second = db.read().audit(2).value();
  BOOST_TEST(second.head[rec::AUDIT_ROW::WRITTEN_UTC] == "20200101000000000000");
  BOOST_TEST(second.head[rec::AUDIT_ROW::WRITTEN] == "20200101010000000000");
  BOOST_TEST(!db.read().audit(3).has_value());
}

BOOST_FIXTURE_TEST_CASE(other_persons_are_whole_and_not_too_many, home_fixture) {
  open();
  audit_entry most = entry_for(anna);
  for (int i = 0; i < 99; ++i) most.add_other(bo);
  outcome right;
  db().audit(most, right.done());
  right.wait();
  BOOST_TEST(db().read().audit(1).value().others.size() == 99u);
  audit_entry part = entry_for(anna);
  part.add_other("123");
  audit_entry more = most;
  more.add_other(bo);
  for (auto const& wrong : {part, more}) {
    outcome refused;
    db().audit(wrong, refused.done());
    BOOST_TEST(refused.is_there());
    BOOST_CHECK_THROW(refused.wait(), error);
    BOOST_CHECK_THROW(db().write([&](write_scope& scope) { scope.append_audit(wrong); }), error);
  }
  BOOST_TEST(db().committed_sequence() == 1u);
}

BOOST_FIXTURE_TEST_CASE(a_large_batch_of_look_ups, home_fixture) {
  open();
  look_up(db(), anna, 5000);
  BOOST_TEST(db().durable_sequence() == 5000u);
  BOOST_TEST(verify_audit(db()).empty());
}

BOOST_FIXTURE_TEST_CASE(a_walk_between_two_sequences, home_fixture) {
  open();
  look_up(db(), anna, 30);
  std::vector<std::uint64_t> met;
  auto const meet = [&](audit_row const& row) {
    met.push_back(row.sequence());
    return met.size() < 4;
  };
  db().read().each_audit(7, 9, meet);
  BOOST_TEST(met == (std::vector<std::uint64_t>{7, 8, 9}), boost::test_tools::per_element());
  met.clear();
  db().read().each_audit(29, 99, meet);
  BOOST_TEST(met.size() == 2u);
  met.clear();
  db().read().each_audit(1, 99, meet);
  BOOST_TEST(met.size() == 4u);
}

BOOST_FIXTURE_TEST_CASE(the_index_by_person_is_caught_up_when_asked, home_fixture) {
  using list = std::vector<std::uint64_t>;
  open();
  look_up(db(), anna);
  audit_entry with_others = entry_for(bo);
  with_others.add_other(anna);
  with_others.add_other(bo);  // once for the row, however often it is named
  outcome told;
  db().audit(with_others, told.done());
  told.wait();
  look_up(db(), "");
  look_up(db(), "0000000000");
  BOOST_TEST(db().read().audit_of(anna) == list{}, boost::test_tools::per_element());
  db().catch_up_audit_index();
  BOOST_TEST(db().read().audit_of(anna) == (list{1, 2}), boost::test_tools::per_element());
  BOOST_TEST(db().read().audit_of(bo) == list{2}, boost::test_tools::per_element());
  look_up(db(), anna);
  BOOST_TEST(db().read().audit_of(anna).size() == 2u);
  reopen();
  db().catch_up_audit_index();
  BOOST_TEST(db().read().audit_of(anna) == (list{1, 2, 5}), boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(catching_up_may_stop_and_go_on, home_fixture) {
  open();
  look_up(db(), anna, 2500);
  unsigned calls = 0;
  db().catch_up_audit_index([&](std::uint64_t done, std::uint64_t total) {
    BOOST_TEST(total == 2500u);
    BOOST_TEST(done == 1000u);
    ++calls;
    return false;
  });
  BOOST_TEST(calls == 1u);
  BOOST_TEST(db().read().audit_of(anna).size() == 1000u);
  db().catch_up_audit_index();
  BOOST_TEST(db().read().audit_of(anna).size() == 2500u);
}

// ---- what verify_audit must find; each case plants one fault in ten rows

struct ten_rows : home_fixture {
  ten_rows() {
    open();
    look_up(db(), anna, 10);
    close();
  }
  std::vector<finding> after(std::function<void(environment&, __db_txn*)> const& f) {
    tamper(f);
    open();
    return verify_audit(db());
  }
  static std::string row(environment& env, __db_txn* txn, std::uint64_t sequence) {
    return std::string(env.get(table::audit, txn, audit_key(sequence)).value());
  }
};

std::string only(std::vector<finding> const& found) {
  std::string text;
  for (auto const& one : found) text += one.line() + "\n";
  return text;
}

BOOST_FIXTURE_TEST_CASE(an_edit_is_found, ten_rows) {
  BOOST_TEST(only(after([](environment& env, __db_txn* txn) {
    std::string edited = row(env, txn, 4);
    edited[rec::AUDIT_ROW::PNR.offset] = '9';
    env.put(table::audit, txn, audit_key(4), edited);
  })) == "audit 000000000000004: its hash does not follow from the row before it and its bytes\n");
}

BOOST_FIXTURE_TEST_CASE(an_edit_with_its_hash_made_again_is_found, ten_rows) {
  BOOST_TEST(only(after([](environment& env, __db_txn* txn) {
    std::string edited = row(env, txn, 4);
    edited[rec::AUDIT_ROW::PNR.offset] = '9';
    edited.resize(edited.size() - hash_length);
    std::string const before = row(env, txn, 3);
    edited += crypto::sha256_hex(std::string_view(before).substr(before.size() - hash_length), edited);
    env.put(table::audit, txn, audit_key(4), edited);
  })) == "audit 000000000000005: its hash does not follow from the row before it and its bytes\n");
}

BOOST_FIXTURE_TEST_CASE(a_whole_end_made_again_is_found_by_the_noted_head, ten_rows) {
  auto const text = only(after([](environment& env, __db_txn* txn) {
    std::string hash = row(env, txn, 3);
    hash = hash.substr(hash.size() - hash_length);
    for (std::uint64_t n = 4; n <= 10; ++n) {
      std::string edited = row(env, txn, n);
      edited.resize(edited.size() - hash_length);
      if (n == 4) edited[rec::AUDIT_ROW::PNR.offset] = '9';
      hash = crypto::sha256_hex(hash, edited);
      env.put(table::audit, txn, audit_key(n), edited + hash);
    }
  }));
  BOOST_TEST(text == "audit 000000000000010: it is not the row that was noted as the chain's head\n");
}

BOOST_FIXTURE_TEST_CASE(a_deletion_is_found, ten_rows) {
  BOOST_TEST(only(after([](environment& env, __db_txn* txn) { env.erase(table::audit, txn, audit_key(6)); })) ==
             "audit 000000000000007: the row before it is missing\n");
}

BOOST_FIXTURE_TEST_CASE(a_deletion_of_the_first_rows_is_found, ten_rows) {
  BOOST_TEST(only(after([](environment& env, __db_txn* txn) {
    for (std::uint64_t n = 1; n <= 3; ++n) env.erase(table::audit, txn, audit_key(n));
  })) == "audit 000000000000004: the rows 1 to 3 before it are missing\n");
}

BOOST_FIXTURE_TEST_CASE(a_reorder_is_found, ten_rows) {
  auto const text = only(after([](environment& env, __db_txn* txn) {
    std::string const four = row(env, txn, 4);
    env.put(table::audit, txn, audit_key(4), row(env, txn, 5));
    env.put(table::audit, txn, audit_key(5), four);
  }));
  BOOST_TEST(text.find("audit 000000000000004: it is another row") != std::string::npos);
  BOOST_TEST(text.find("audit 000000000000005: it is another row") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_cut_is_found_also_when_the_chain_grew_on, ten_rows) {
  auto const found = after([](environment& env, __db_txn* txn) {
    for (std::uint64_t n = 9; n <= 10; ++n) env.erase(table::audit, txn, audit_key(n));
  });
  BOOST_TEST(only(found) == "audit 000000000000010: the chain was cut: this row was its head\n");
  look_up(db(), bo, 6);
  reopen();  // notes its head at the end, but for what it would hide
  BOOST_TEST(only(verify_audit(db())) ==
             "audit 000000000000010: it is not the row that was noted as the chain's head\n");
}

BOOST_FIXTURE_TEST_CASE(a_pruned_chain_follows_its_anchor, ten_rows) {
  BOOST_TEST(only(after([](environment& env, __db_txn* txn) {
    std::string const last_gone = row(env, txn, 3);
    env.put(table::meta, txn, meta::audit_anchor,
            std::string(audit_key(3).text()) + last_gone.substr(last_gone.size() - hash_length));
    for (std::uint64_t n = 1; n <= 3; ++n) env.erase(table::audit, txn, audit_key(n));
  })) == "");
  look_up(db(), bo);
  BOOST_TEST(verify_audit(db()).empty());
}

BOOST_FIXTURE_TEST_CASE(a_chain_pruned_to_nothing_goes_on_from_its_anchor, ten_rows) {
  BOOST_TEST(only(after([](environment& env, __db_txn* txn) {
    std::string const last = row(env, txn, 10);
    env.put(table::meta, txn, meta::audit_anchor,
            std::string(audit_key(10).text()) + last.substr(last.size() - hash_length));
    for (std::uint64_t n = 1; n <= 10; ++n) env.erase(table::audit, txn, audit_key(n));
  })) == "");
  look_up(db(), bo);
  BOOST_TEST(db().committed_sequence() == 11u);
  BOOST_TEST(verify_audit(db()).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::store
