#include "unit/store/fixture.hpp"

#include <condition_variable>
#include <mutex>
#include <stdexcept>

#include "rec/person.hpp"
#include "rec/sams_init.hpp"
#include "rec/sams_kvittering.hpp"
#include "store/keys.hpp"
#include "support/home_copy.hpp"

namespace samspil::store {

struct outcome::shared {
  std::mutex mutex;
  std::condition_variable changed;
  bool there = false;
  std::exception_ptr what;
};

std::shared_ptr<outcome::shared> outcome::make() { return std::make_shared<shared>(); }

database::done outcome::done() {
  return [s = shared_](std::exception_ptr what) {
    std::lock_guard const lock(s->mutex);
    if (s->there) throw std::logic_error("a completion was called twice");
    s->there = true;
    s->what = std::move(what);
    s->changed.notify_all();
  };
}

void outcome::wait() {
  std::unique_lock lock(shared_->mutex);
  if (!shared_->changed.wait_for(lock, std::chrono::seconds(60), [this] { return shared_->there; }))
    throw std::runtime_error("no answer within a minute");
  if (shared_->what) std::rethrow_exception(shared_->what);
}

bool outcome::is_there() const {
  std::lock_guard const lock(shared_->mutex);
  return shared_->there;
}

namespace {

/// The database of all fixtures before anybody opened it.
std::filesystem::path const& new_home() {
  static samspil::test::temporary_directory const directory;
  static std::filesystem::path const home = [] {
    auto made = directory.path() / "home";
    database::create(made);
    samspil::test::shorten_log(made);
    return made;
  }();
  return home;
}

}  // namespace

home_fixture::home_fixture() { samspil::test::copy_home(new_home(), home()); }

options home_fixture::small_options() {
  options how;
  how.cache_bytes = 8U << 20;
  return how;
}

void home_fixture::open(options const& how) { db_ = std::make_unique<database>(home(), how); }

void home_fixture::tamper(std::function<void(environment&, __db_txn*)> const& f) {
  close();
  environment env(data_directory(home()), small_options(), false);
  env.in_transaction([&](__db_txn* txn) { f(env, txn); });
  env.flush();
}

int in_child(std::function<void()> const& f) {
  pid_t const child = ::fork();
  if (child == 0) {
    try {
      f();
    } catch (std::exception const& e) {
      std::string const text = std::string("child: ") + e.what() + "\n";
      [[maybe_unused]] auto const n = ::write(STDERR_FILENO, text.data(), text.size());
      ::_exit(99);
    }
    ::_exit(0);
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string records_of(std::string_view pnr, unsigned seed) {
  codec::buffer<rec::PERSON_001> one;
  one.set(rec::PERSON_001::RECORDTYPE, 1).set(rec::PERSON_001::PNR, pnr);
  codec::buffer<rec::PERSON_002> two;
  two.set(rec::PERSON_002::RECORDTYPE, 2).set(rec::PERSON_002::PNR, pnr).set(rec::PERSON_002::KOMKOD, seed % 10000);
  return std::string(one.bytes()).append(two.bytes());
}

audit_entry entry_for(std::string_view pnr, std::string_view note) {
  audit_entry entry;
  entry.row.set(rec::AUDIT_ROW::PNR, pnr).set(rec::AUDIT_ROW::NOTE, note).set(rec::AUDIT_ROW::ACTOR_KIND, "C");
  return entry;
}

audit_mark save(write_scope& scope, std::string_view pnr, std::string_view reference, std::string_view records) {
  using kvittering = rec::KVITTERING;
  std::uint64_t const number = scope.next_journal_number();
  audit_entry entry = entry_for(pnr);
  entry.row.set(rec::AUDIT_ROW::KUNDENR, "1234")
      .set(rec::AUDIT_ROW::PURPOSE, reference)
      .set(rec::AUDIT_ROW::NUMBER_GIVEN, number);
  audit_mark const mark = scope.append_audit(entry);

  auto before = scope.person(pnr);
  person_row after = before ? *before : person_row{};
  after.records = records;
  after.head.set(rec::PERSON_ROW::CHANGED, mark.sequence).set(rec::PERSON_ROW::LAST_EVENT, number);
  scope.put_person(pnr, after);

  std::string const keys = "FLY" + std::string(pnr) + "202604010101";
  journal_row journal;
  journal.head.set(rec::JOURNAL_ROW::NUMBER_GIVEN, number).set(rec::JOURNAL_ROW::EVENT_KEYS, keys);
  journal.head.set(rec::JOURNAL_ROW::KUNDENR, "1234").set(rec::JOURNAL_ROW::AUDIT_SEQUENCE, mark.sequence);
  journal.head.set(rec::JOURNAL_ROW::WRITTEN_UTC, utc_digits(system_clock().now()));
  std::uint64_t const previous = before ? before->last_event() : 0;
  journal.head.set(rec::JOURNAL_ROW::PREVIOUS_NUMBER, previous);
  journal.touched.push_back({std::string(pnr), "F", before ? before->records : std::string(), {}, {}, previous});
  scope.add_journal(journal);

  codec::buffer<kvittering> shown;
  shown.set(kvittering::KVITTERINGSNR, number).set(kvittering::LOGHOVED, mark.loghoved());
  receipt_row receipt;
  receipt.set(rec::RECEIPT_ROW::KUNDENR, "1234").set(rec::RECEIPT_ROW::KUNDEREFERENCE, reference);
  receipt.set(rec::RECEIPT_ROW::KVITTERING, shown.bytes());
  scope.add_receipt(receipt);
  return mark;
}

audit_mark save(database& db, std::string_view pnr, std::string_view reference, std::string_view records) {
  audit_mark mark;
  db.write([&](write_scope& scope) { mark = save(scope, pnr, reference, records); });
  return mark;
}

user_row user_of(std::string_view kundenr, std::string_view id) {
  user_row row;
  row.set(rec::USER_ROW::KUNDENR, kundenr)
      .set(rec::USER_ROW::USER_ID, id)
      .set(rec::USER_ROW::SECURITY_GROUP, "KOMMUNE");
  row.set(rec::USER_ROW::PASSWORD_HASH, 0, "$current$").set(rec::USER_ROW::PASSWORD_HASH, 1, "$older$");
  return row;
}

customer_row customer_of(std::string_view kundenr) {
  customer_row row;
  row.set(rec::CUSTOMER_ROW::KUNDENR, kundenr).set(rec::CUSTOMER_ROW::NAME, "Customer");
  return row;
}

session_row session_of(char letter) {
  session_row row;
  row.set(rec::SESSION_ROW::TOKEN_HASH, std::string(64, letter)).set(rec::SESSION_ROW::KUNDENR, "1234");
  return row;
}

waiting_row waiting_of(std::uint64_t ventenr, std::string_view pnr, char state, std::string_view hdto) {
  waiting_row row;
  row.set(rec::WAITING_ROW::VENTENR, ventenr).set(rec::WAITING_ROW::TILSTAND, std::string_view(&state, 1));
  row.set(rec::WAITING_ROW::EVENT_KEYS, "FLY" + std::string(pnr) + std::string(hdto) + "0101");
  return row;
}

}  // namespace samspil::store
