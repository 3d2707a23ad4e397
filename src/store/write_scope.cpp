#include "store/write_scope.hpp"

#include "store/chain.hpp"
#include "store/environment.hpp"
#include "store/error.hpp"
#include "store/gathered.hpp"
#include "store/keys.hpp"
#include "store/person_cache.hpp"
#include "store/row_codec.hpp"
#include "store/staged.hpp"

namespace samspil::store {
namespace {

template <class Record>
codec::buffer<Record> versioned(codec::buffer<Record> row) {
  return row.set(Record::LAYOUT_VERSION, layout_version);
}

}  // namespace

write_scope::write_scope(environment& env, __db_txn* txn, tail& end, stamp const& time, gathered& rows,
                         std::uint64_t security)
    : read_scope(env, txn, &env.persons()), end_(end), time_(time), rows_(rows), security_(security) {}

write_scope::~write_scope() = default;

audit_mark write_scope::append_audit(audit_entry const& entry) {
  std::string bytes;
  bytes.reserve(rec::AUDIT_ROW::length + entry.others.size() + hash_length);
  append_row(bytes, entry, time_, end_);
  rows_.audits.add(bytes, end_.audit_sequence, [this](std::uint64_t last, std::string_view value) {
    env_->append_value(table::audit, txn_, audit_key(last), value);
  });
  return {end_.audit_sequence, end_.audit_head};
}

std::uint64_t write_scope::next_audit_sequence() const { return end_.audit_sequence + 1; }

void write_scope::put_person(std::string_view pnr, person_row const& row) { put_person(pnr, row.head, row.records); }

void write_scope::put_person(std::string_view pnr, codec::buffer<rec::PERSON_ROW> const& head,
                             std::string_view records) {
  if (pnr.size() != 10 || !codec::is_digits(pnr)) throw error("person: a key that is not ten digits");
  auto const whole_head = versioned(head);
  std::string row;
  row.reserve(whole_head.bytes().size() + records.size());
  row.append(whole_head.bytes()).append(records);
  if (generations_->persons_sequence != 0) take_in_one(*env_, txn_, *generations_, pnr);
  env_->put(table::person, txn_, pnr, row);
  kept_->supersede(pnr);
}

bool write_scope::erase_person(std::string_view pnr) {
  bool const staged = generations_->persons_sequence != 0 && env_->erase(table::person_staged, txn_, pnr);
  bool const registered = env_->erase(table::person, txn_, pnr);
  if (pnr.size() == 10 && codec::is_digits(pnr)) kept_->supersede(pnr);
  return registered || staged;
}

void write_scope::put_customer(customer_row const& row) {
  touched_security_ = true;
  env_->put(table::customer, txn_, row[rec::CUSTOMER_ROW::KUNDENR], versioned(row).bytes());
}

bool write_scope::erase_customer(std::string_view kundenr) {
  touched_security_ = true;
  return env_->erase(table::customer, txn_, kundenr);
}

void write_scope::put_user(user_row const& row) {
  touched_security_ = true;
  env_->put(table::user, txn_, user_key(row[rec::USER_ROW::KUNDENR], row[rec::USER_ROW::USER_ID]),
            versioned(row).bytes());
}

bool write_scope::erase_user(std::string_view kundenr, std::string_view user_id) {
  touched_security_ = true;
  return env_->erase(table::user, txn_, user_key(kundenr, user_id));
}

void write_scope::put_session(session_row const& row) {
  touched_security_ = true;
  env_->put(table::session, txn_, row[rec::SESSION_ROW::TOKEN_HASH], versioned(row).bytes());
}

bool write_scope::erase_session(std::string_view token_hash) {
  touched_security_ = true;
  return env_->erase(table::session, txn_, token_hash);
}

void write_scope::add_receipt(receipt_row const& row) {
  auto const key = receipt_key(row[rec::RECEIPT_ROW::KUNDENR], row[rec::RECEIPT_ROW::KUNDEREFERENCE]);
  if (key.text() == receipt_missed_)  // this scope has looked and holds the lock: the library need not look again
    env_->put(table::receipt, txn_, key, versioned(row).bytes());
  else if (!env_->add(table::receipt, txn_, key, versioned(row).bytes()))
    throw error("receipt: the reference is used already");
  receipt_missed_.clear();
}

bool write_scope::erase_receipt(std::string_view kundenr, std::string_view reference) {
  return env_->erase(table::receipt, txn_, receipt_key(kundenr, reference));
}

std::uint64_t write_scope::next_ventenr() const { return end_.ventenr + 1; }

void write_scope::put_waiting(waiting_row const& row) {
  std::string_view const digits = row[rec::WAITING_ROW::VENTENR];
  std::uint64_t const ventenr = codec::is_digits(digits) ? codec::number(digits) : 0;
  if (ventenr == 0 || ventenr > next_ventenr()) throw error("waiting: a VENTENR that is neither given nor the next");
  env_->put(table::waiting, txn_, digits, versioned(row).bytes());
  if (ventenr == next_ventenr()) end_.ventenr = ventenr;
}

std::uint64_t write_scope::next_journal_number() const { return end_.journal_number + 1; }

void write_scope::add_journal(journal_row const& row) {
  std::uint64_t const number = next_journal_number();
  if (row.head[rec::JOURNAL_ROW::NUMBER_GIVEN] != journal_key(number).text())
    throw error("journal: a number that is not the next");
  rows_.journals.add(encode(row), number);
  end_.journal_number = number;
}

void write_scope::put_what_waits() const {
  rows_.journals.finish([this](std::uint64_t last, std::string_view value) {
    env_->append_value(table::journal, txn_, journal_key(last), value);
  });
}

void write_scope::set_undone(std::uint64_t number, std::uint64_t undone_by) {
  auto row = journal(number);
  if (!row) throw error("journal: no such row");
  row->head.set(rec::JOURNAL_ROW::UNDONE_BY, undone_by);
  env_->put(table::journal, txn_, journal_key(number), encode(*row));
}

void write_scope::put_meta(std::string_view name, std::string_view value) { env_->put(table::meta, txn_, name, value); }

bool write_scope::erase_meta(std::string_view name) { return env_->erase(table::meta, txn_, name); }

}  // namespace samspil::store
