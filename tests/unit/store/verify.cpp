// Each fault planted alone gives its finding; what is in order gives none.
#include <fcntl.h>

#include <boost/test/unit_test.hpp>

#include "rec/sams_kvittering.hpp"
#include "store/journal_block.hpp"
#include "store/keys.hpp"
#include "store/row_codec.hpp"
#include "unit/store/full_home.hpp"

namespace samspil::store {
namespace {

BOOST_AUTO_TEST_SUITE(verifying)

BOOST_FIXTURE_TEST_CASE(all_is_well, full_home) {
  BOOST_TEST(text_of(verify(db())) == "");
  reopen();
  BOOST_TEST(text_of(verify(db())) == "");
}

BOOST_AUTO_TEST_CASE(in_memory_and_empty) {
  options how = home_fixture::small_options();
  how.in_memory = true;
  database db("", how);
  BOOST_TEST(verify(db).empty());
  save(db, anna, "one", records_of(anna));
  BOOST_TEST(text_of(verify(db)) == "");
}

BOOST_FIXTURE_TEST_CASE(a_key_that_is_not_its_rows, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) {
    env.put(table::customer, txn, "9999", row(env, txn, table::customer, "1234"));
  }) == "customer 9999: the row stands under a key that is not its own\n");
}

BOOST_FIXTURE_TEST_CASE(a_key_of_another_form, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) { env.put(table::road, txn, "short", "r"); }) ==
             "road short: a key of another form than the table's\n");
}

BOOST_FIXTURE_TEST_CASE(a_row_of_another_length, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) {
    env.put(table::user, txn, user_key("1234", "KOMM01"), row(env, txn, table::user, user_key("1234", "KOMM01")) + " ");
  }) == "user 1234KOMM01  : the row has 3193 bytes, its layout has 3192\n");
}

BOOST_FIXTURE_TEST_CASE(letters_where_digits_belong, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) {
    std::string bytes = row(env, txn, table::customer, "1234");
    overwrite(bytes, rec::CUSTOMER_ROW::OPGAVENR, "x");
    env.put(table::customer, txn, "1234", bytes);
  }) == "customer 1234: a field of digits holds something else\n");
}

BOOST_FIXTURE_TEST_CASE(a_row_of_another_version, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) {
    std::string bytes = row(env, txn, table::customer, "1234");
    overwrite(bytes, rec::CUSTOMER_ROW::LAYOUT_VERSION, "03");
    env.put(table::customer, txn, "1234", bytes);
  }) == "customer 1234: it has another stored-layout version\n");
}

BOOST_FIXTURE_TEST_CASE(nothing_of_a_token_is_shown, full_home) {
  std::string const text =
      after([](environment& env, __db_txn* txn) { env.put(table::session, txn, std::string(64, 'a'), "x"); });
  BOOST_TEST(text == "session: the row has 1 bytes, its layout has 200\n");
}

BOOST_FIXTURE_TEST_CASE(a_long_key_over_rows_that_share_a_value, full_home) {
  std::string const text = after([](environment& env, __db_txn* txn) {
    journal_block value;
    for (unsigned n : {1, 2}) value.add(row(env, txn, table::journal, journal_key(n)));
    env.append_value(table::journal, txn, std::string(40, '9'), value.bytes());
  });
  BOOST_TEST(text.find(": a key of another form than the table's\n") != std::string::npos, text);
}

// ---- indexes, both ways

BOOST_FIXTURE_TEST_CASE(an_index_entry_is_missing, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) {
               env.erase(table::waiting_state, txn, "A20260401000000000001");
             }) == "waiting 000000000001: an entry of it is missing in the index waiting_state\n");
}

BOOST_FIXTURE_TEST_CASE(an_index_entry_has_no_row, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) {
    env.put(table::waiting_person, txn, std::string(bo) + "000000000099", "000000000099");
  }) == "waiting_person 020280xxxx 000000000099: there is no row for the entry in waiting\n");
}

BOOST_FIXTURE_TEST_CASE(an_index_entry_is_not_its_rows, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) {
    env.put(table::waiting_person, txn, std::string(cille) + "000000000001", "000000000001");
  }) == "waiting_person 030380xxxx 000000000001: the row in waiting does not have this entry\n");
}

BOOST_FIXTURE_TEST_CASE(an_index_entry_names_another_row, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) {
    env.put(table::waiting_person, txn, std::string(anna) + "000000000001", "000000000002");
  }) == "waiting_person 010180xxxx 000000000001: the entry names another row\n");
}

BOOST_FIXTURE_TEST_CASE(the_audit_index_lacks_a_row_that_it_should_have, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) {
               env.erase(table::audit_person, txn, std::string(anna) + "000000000000001");
             }) == "audit 000000000000001: an entry of it is missing in the index audit_person\n");
}

BOOST_FIXTURE_TEST_CASE(the_audit_index_may_be_behind, full_home) {
  save(db(), cille, "three", records_of(cille));
  BOOST_TEST(text_of(verify(db())) == "");
}

// ---- persons

BOOST_FIXTURE_TEST_CASE(records_that_do_not_parse, full_home) {
  auto const text = after([](environment& env, __db_txn* txn) {
    env.put(table::person, txn, anna, row(env, txn, table::person, anna) + "x");
  });
  BOOST_TEST(text.starts_with("person 010180xxxx: its records do not parse: "));
  BOOST_TEST(text.find(anna) == std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(records_of_another_person, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) {
    std::string const head = row(env, txn, table::person, bo).substr(0, rec::PERSON_ROW::length);
    env.put(table::person, txn, bo, head + records_of(cille));
  }) == "person 020280xxxx: its records are another person's\n");
}

BOOST_FIXTURE_TEST_CASE(open_events_are_counted, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) {
    std::string bytes = row(env, txn, table::person, anna);
    overwrite(bytes, rec::PERSON_ROW::WAITING_OPEN, "0003");
    env.put(table::person, txn, anna, bytes);
  }) == "person 010180xxxx: WAITING-OPEN does not count its 2 open events\n");
}

BOOST_FIXTURE_TEST_CASE(a_person_names_an_audit_row_behind_the_end, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) {
    std::string bytes = row(env, txn, table::person, bo);
    overwrite(bytes, rec::PERSON_ROW::CHANGED, "000000000000099");
    env.put(table::person, txn, bo, bytes);
  }) == "person 020280xxxx: CHANGED names an audit row that is missing\n");
}

BOOST_FIXTURE_TEST_CASE(the_callers_check_is_asked, full_home) {
  verify_options how;
  std::vector<std::string> asked;
  how.check_person = [&](std::string_view pnr, std::string_view records) -> std::optional<std::string> {
    asked.emplace_back(pnr);
    BOOST_TEST(records == records_of(pnr));
    if (pnr == bo) return "of the wrong colour";
    return std::nullopt;
  };
  BOOST_TEST(text_of(verify(db(), how)) == "person 020280xxxx: of the wrong colour\n");
  BOOST_TEST(asked.size() == 3u);  // once more for the one that looked wrong
}

// ---- subscriptions

BOOST_FIXTURE_TEST_CASE(a_subscription_is_not_found_by_its_person, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) {
               env.erase(table::subscriber, txn, std::string(anna) + "1234");
             }) == "subscription 1234010180xxxx: an entry of it is missing in the index subscriber\n");
}

BOOST_FIXTURE_TEST_CASE(a_subscriber_without_a_subscription, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) {
               env.put(table::subscriber, txn, std::string(bo) + "1234", "1234" + std::string(bo));
             }) == "subscriber 020280xxxx 1234: there is no row for the entry in subscription\n");
}

BOOST_FIXTURE_TEST_CASE(a_subscription_to_nobody_or_by_nobody, full_home) {
  db().write([](write_scope& scope) {
    scope.put_subscription("1234", cille, 1);
    scope.put_subscription("4321", bo, 1);
  });
  BOOST_TEST(text_of(verify(db())) == "subscription 1234030380xxxx: there is no such person\n"
                                      "subscription 4321020280xxxx: there is no such customer\n");
}

BOOST_FIXTURE_TEST_CASE(what_a_feed_may_hold, full_home) {
  auto const event = "099" + std::string(anna) + std::string(32, ' ');
  auto const head = std::string("02  ");
  db().write([](write_scope& scope) { scope.put_extract(extract_row().set(rec::EXTRACT_ROW::KUNDENR, "1234")); });
  BOOST_TEST(after([&](environment& env, __db_txn* txn) {
               env.put(table::feed, txn, feed_key("1234", anna, 1), head + event + event);
             }) == "");
  BOOST_TEST(after([&](environment& env, __db_txn* txn) {
               env.put(table::feed, txn, feed_key("1234", anna, 2), head + event.substr(1));
               env.put(table::feed, txn, feed_key("1234", anna, 3), head + "098" + event.substr(3));
               env.put(table::feed, txn, feed_key("1234", bo, 4), head + event);
               env.put(table::feed, txn, "1234", head);
             }) == "feed 1234xxxx: a key of another form than the table's\n"
                   "feed 1234010180xxxx 000000000000002: its records are not 099 of that person\n"
                   "feed 1234010180xxxx 000000000000003: its records are not 099 of that person\n"
                   "feed 1234020280xxxx 000000000000004: there is no such subscription\n");
}

// ---- numbers, receipts, journal, waiting register

BOOST_FIXTURE_TEST_CASE(a_gap_in_the_journal, full_home) {
  save(db(), cille, "three", records_of(cille));
  auto const text = after([](environment& env, __db_txn* txn) { env.erase(table::journal, txn, journal_key(2)); });
  BOOST_TEST(text.find("journal 000000000003: missing before it: 2\n") != std::string::npos);
  BOOST_TEST(text.find("receipt 1234two                 : there is no journal row 000000000002\n") !=
             std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_gap_in_the_waiting_register, full_home) {
  auto const text = after([](environment& env, __db_txn* txn) {
    env.erase(table::waiting, txn, ventenr_key(2));
    std::string bytes = row(env, txn, table::person, anna);
    overwrite(bytes, rec::PERSON_ROW::WAITING_OPEN, "0001");
    env.put(table::person, txn, anna, bytes);
  });
  BOOST_TEST(text == "waiting 000000000003: missing before it: 2\n");
}

BOOST_FIXTURE_TEST_CASE(a_receipt_is_missing, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) {
               env.erase(table::receipt, txn, receipt_key("1234", "two"));
             }) == "journal 000000000002: the receipt of its reference is missing\n");
}

BOOST_FIXTURE_TEST_CASE(a_receipt_with_another_loghoved, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) {
    std::string bytes = row(env, txn, table::receipt, receipt_key("1234", "one"));
    bytes[rec::RECEIPT_ROW::KVITTERING.offset + rec::KVITTERING::LOGHOVED.offset] ^= 1;
    env.put(table::receipt, txn, receipt_key("1234", "one"), bytes);
  }) == "receipt 1234one                 : its LOGHOVED is not the hash of its audit row\n");
}

BOOST_FIXTURE_TEST_CASE(a_receipt_of_another_number, full_home) {
  auto const text = after([](environment& env, __db_txn* txn) {
    std::string bytes = row(env, txn, table::receipt, receipt_key("1234", "one"));
    bytes.replace(rec::RECEIPT_ROW::KVITTERING.offset, 12, "000000000002");
    env.put(table::receipt, txn, receipt_key("1234", "one"), bytes);
  });
  BOOST_TEST(text.find("receipt 1234one                 : its audit row is of another reference\n") !=
             std::string::npos);
  BOOST_TEST(text.find("journal 000000000001: the receipt of its reference has another number\n") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_journal_row_names_an_audit_row_behind_the_end, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) {
    std::string bytes = row(env, txn, table::journal, journal_key(2));
    overwrite(bytes, rec::JOURNAL_ROW::AUDIT_SEQUENCE, "000000000000099");
    env.put(table::journal, txn, journal_key(2), bytes);
  }) == "journal 000000000002: its audit row 000000000000099 is missing\n");
}

BOOST_FIXTURE_TEST_CASE(a_journal_row_whose_event_is_missing, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) {
    std::string bytes = row(env, txn, table::journal, journal_key(2));
    overwrite(bytes, rec::JOURNAL_ROW::VENTENR, "000000000009");
    overwrite(bytes, rec::JOURNAL_ROW::UNDONE_BY, "000000000000");
    env.put(table::journal, txn, journal_key(2), bytes);
  }) == "journal 000000000002: there is no event 000000000009 in the waiting register\n");
}

BOOST_FIXTURE_TEST_CASE(effectuated_means_registered, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) {
    std::string bytes = row(env, txn, table::waiting, ventenr_key(3));
    overwrite(bytes, rec::WAITING_ROW::TILSTAND, "E");
    env.put(table::waiting, txn, ventenr_key(3), bytes);
  }) == "waiting 000000000003: effectuated without a registration\n");
}

BOOST_FIXTURE_TEST_CASE(a_registration_that_is_missing, full_home) {
  BOOST_TEST(after([](environment& env, __db_txn* txn) {
    std::string bytes = row(env, txn, table::waiting, ventenr_key(3));
    overwrite(bytes, rec::WAITING_ROW::TILSTAND, "E");
    overwrite(bytes, rec::WAITING_ROW::REGISTERED_NUMBER, "000000000009");
    env.put(table::waiting, txn, ventenr_key(3), bytes);
  }) == "waiting 000000000003: the journal row of its registration is missing\n");
}

BOOST_FIXTURE_TEST_CASE(the_chain_is_part_of_it, full_home) {
  auto const text = after([](environment& env, __db_txn* txn) { env.erase(table::audit, txn, audit_key(1)); });
  BOOST_TEST(text.find("audit 000000000000002: the row before it is missing\n") != std::string::npos);
  BOOST_TEST(text.find("audit_person 010180xxxx 000000000000001: there is no row for the entry in audit\n") !=
             std::string::npos);
}

// ---- broken pages

BOOST_FIXTURE_TEST_CASE(a_broken_page_is_found_and_the_process_lives, full_home) {
  close();
  // The last page of the file holds rows.
  auto const file = home() / "db" / "customer.db";
  auto const last = std::filesystem::file_size(file) - 4096;
  int const descriptor = ::open(file.c_str(), O_RDWR);
  BOOST_REQUIRE(descriptor >= 0);
  char byte = 0;
  BOOST_REQUIRE(::pread(descriptor, &byte, 1, static_cast<off_t>(last + 3000)) == 1);
  byte = static_cast<char>(byte ^ 0x10);
  BOOST_REQUIRE(::pwrite(descriptor, &byte, 1, static_cast<off_t>(last + 3000)) == 1);
  ::close(descriptor);
  open();
  BOOST_TEST(text_of(verify(db())) == "customer page " + std::to_string(last / 4096) +
                                          ": its checksum is wrong: restore the table from a backup\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::store
