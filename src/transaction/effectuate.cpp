#include "transaction/effectuate.hpp"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "rec/sams_init.hpp"
#include "rules/effects.hpp"
#include "store/error.hpp"
#include "transaction/registration.hpp"
#include "transaction/revalidate.hpp"
#include "transaction/store_source.hpp"
#include "transaction/waiting.hpp"

namespace samspil::transaction {
namespace {

using audit = rec::AUDIT_ROW;
using row = rec::WAITING_ROW;

/// Events in the writer's queue: one flush serves them all, and a client's save
/// does not stand behind more of them than take a few milliseconds.
constexpr std::size_t under_way_max = 64;
/// How long a full queue of the writer is given before it is asked again.
constexpr std::chrono::milliseconds pause_when_busy{20};

enum class fate { skipped, done, failed };

/// Inside the writer's transaction.
fate effectuate_one(store::write_scope& scope, world const& around, utc_micros now, date business_date,
                    std::uint64_t ventenr, store::audit_entry entry) {
  auto event = scope.waiting(ventenr);
  if (!event || (*event)[row::TILSTAND] != "G") return fate::skipped;
  std::string const keys((*event)[row::EVENT_KEYS]);
  std::string const data((*event)[row::EVENT_DATA]);
  store_source source(scope, around);
  source.ignore_waiting(ventenr);
  rules::actor const reporter = reporter_of(*event, "da");
  rules::key_facts const facts(keys, reporter, around.tables(business_date), source, business_date);
  rules::messages const wrong = still_refused(facts, data);

  entry.row.set(audit::RULE_VERSION, facts.table.rule_version)
      .set(audit::OUTCOME, wrong.empty() ? "O" : "F")
      .set(audit::NOTE, "VENTENR " + std::to_string(ventenr));
  add_keys(entry, keys);
  std::string const time20 = local_digits(now);
  std::vector<rules::touched_person> touched;
  std::uint64_t const number = scope.next_journal_number();
  if (wrong.empty()) {
    touched = rules::effects(facts, data, std::string_view(time20).substr(0, 12));
    for (rules::touched_person const& one : touched)
      if (one.pnr != facts.pnr()) entry.add_other(one.pnr);
    entry.row.set(audit::NUMBER_GIVEN, number).set(audit::FIELD_CLASSES, "DATA");
  } else {
    entry.row.set(audit::MEDDNR, wrong.front().number);
  }
  auto const mark = scope.append_audit(entry);
  unsigned const closed = facts.person != nullptr && facts.person->waiting_open != 0 ? 1 : 0;
  if (wrong.empty()) {
    journal_facts const journal{"EFFE", keys,    data,   reporter.kundenr, reporter.user,
                                ventenr, time20, utc_digits(now), facts.table.rule_version};
    register_event(scope, journal, touched, source, mark, {mark.sequence, closed});
    event->set(row::TILSTAND, "E").set(row::REGISTERED_NUMBER, number);
  } else {
    constexpr std::size_t width = decltype(row::BEGRUNDELSE)::width;
    // WAITING-CHANGED stays: 7022 is for what entered, was approved, rejected or withdrawn.
    if (facts.person != nullptr)
      put_waiting_counts(scope, facts.pnr(), *facts.person,
                         {facts.person->waiting_changed, facts.person->waiting_open - closed});
    event->set(row::TILSTAND, "F").set(row::BEGRUNDELSE, std::string_view(wrong.front().text).substr(0, width));
  }
  scope.put_waiting(*event);
  return wrong.empty() ? fate::done : fate::failed;
}

/// A run under way. What is in the writer's queue refers to it, so it ends last.
class run {
 public:
  run(store::database& db, world_cache& worlds, clock const& time, date business_date, store::audit_entry const& by)
      : db_(db), worlds_(worlds), time_(time), business_date_(business_date), by_(by) {}
  ~run() { wait_until(0); }
  run(run const&) = delete;
  run& operator=(run const&) = delete;

  /// Queues an event behind the ones before it. A queue that is full is waited
  /// for, since a later event of the same person must not come first. False
  /// while it stays full: call it again.
  bool start(std::uint64_t ventenr) {
    wait_until(under_way_max - 1);
    {
      std::lock_guard const lock(mutex_);
      if (closed_) std::rethrow_exception(closed_);
      ++under_way_;
      refused_ = false;
    }
    auto const became = std::make_shared<fate>(fate::skipped);
    db_.submit(
        [this, ventenr, became](store::write_scope& scope) {
          *became = effectuate_one(scope, *worlds_.of(scope), time_.now(), business_date_, ventenr, by_);
        },
        [this, became](std::exception_ptr e) { finish(*became, e); });
    std::unique_lock lock(mutex_);
    if (!refused_) return true;
    wake_.wait_for(lock, pause_when_busy);
    return false;
  }
  void wait_until(std::size_t under_way) {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [&] { return under_way_ <= under_way; });
  }
  std::uint64_t finished() const {
    std::lock_guard const lock(mutex_);
    return finished_;
  }
  /// When nothing is under way any more.
  effectuated result() {
    wait_until(0);
    if (closed_) std::rethrow_exception(closed_);
    return counts_;
  }

 private:
  void finish(fate became, std::exception_ptr wrong) {
    std::lock_guard const lock(mutex_);
    --under_way_;
    ++finished_;
    if (!wrong) {
      if (became == fate::done) ++counts_.done;
      if (became == fate::failed) ++counts_.failed;
    } else {
      note(wrong);
    }
    wake_.notify_all();
  }
  void note(std::exception_ptr wrong) {
    try {
      std::rethrow_exception(wrong);
    } catch (store::busy const&) {  // told before submit returns
      refused_ = true;
      --finished_;
    } catch (store::closed const&) {
      closed_ = wrong;
    } catch (std::exception const& e) {
      if (counts_.broken++ == 0) counts_.fault = e.what();
    }
  }

  store::database& db_;
  world_cache& worlds_;
  clock const& time_;
  date const business_date_;
  store::audit_entry const by_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::size_t under_way_ = 0;
  std::uint64_t finished_ = 0;
  bool refused_ = false;
  std::exception_ptr closed_;
  effectuated counts_;
};

std::vector<std::uint64_t> due_events(store::database& db, date business_date) {
  return db.with_read([&](store::read_scope& scope) {
    std::vector<std::uint64_t> due;
    scope.each_waiting_in('G', date8(business_date), [&](codec::view<row> const& v) {
      due.push_back(codec::number(v[row::VENTENR]));
      return true;
    });
    return due;
  });
}

}  // namespace

store::audit_entry row_of_the_server() {
  store::audit_entry entry;
  entry.row.set(audit::ACTOR_KIND, "S").set(audit::FUNCTION_NAME, "effectuate");
  return entry;
}

effectuated effectuate(store::database& db, world_cache& worlds, clock const& time, date business_date,
                       std::function<bool(std::uint64_t, std::uint64_t)> const& progress,
                       store::audit_entry const& by) {
  std::vector<std::uint64_t> const due = due_events(db, business_date);
  run under_way(db, worlds, time, business_date, by);
  bool cancelled = false;
  for (auto next = due.begin(); next != due.end();) {
    // Without a lock: showing the progress may take long, and nothing waits for it.
    cancelled = progress && !progress(under_way.finished(), due.size());
    if (cancelled) break;
    if (under_way.start(*next)) ++next;
  }
  effectuated counts = under_way.result();
  counts.cancelled = cancelled;
  return counts;
}

void effectuation_totals::add(transaction::effectuated const& run, utc_micros now) {
  effectuated += run.done;
  failed += run.failed;
  if (!run.cancelled && run.broken == 0)
    last_run = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
}

}  // namespace samspil::transaction
