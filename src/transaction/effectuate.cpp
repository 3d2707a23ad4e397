// The daily run.
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "rec/sams_init.hpp"
#include "rules/effects.hpp"
#include "transaction/decide.hpp"
#include "transaction/registration.hpp"
#include "transaction/revalidate.hpp"
#include "transaction/store_source.hpp"
#include "transaction/waiting.hpp"

namespace samspil::transaction {
namespace {

using audit = rec::AUDIT_ROW;
using row = rec::WAITING_ROW;

constexpr std::size_t under_way_max = 256;  // events in the writer's queue: one flush serves them all

enum class fate { skipped, done, failed };

/// Inside the writer's transaction.
fate effectuate_one(store::write_scope& scope, world const& around, utc_micros now, date business_date,
                    std::uint64_t ventenr) {
  auto event = scope.waiting(ventenr);
  if (!event || (*event)[row::TILSTAND] != "G") return fate::skipped;
  std::string const keys((*event)[row::EVENT_KEYS]);
  std::string const data((*event)[row::EVENT_DATA]);
  store_source source(scope, around);
  source.ignore_waiting(ventenr);
  rules::actor const reporter = reporter_of(*event, "da");
  rules::key_facts const facts(keys, reporter, around.tables(), source, business_date);
  rules::messages const wrong = still_refused(facts, data);

  store::audit_entry entry;
  entry.row.set(audit::ACTOR_KIND, "S")
      .set(audit::FUNCTION_NAME, "EFFECTUATE")
      .set(audit::RULE_VERSION, rules::rule_version)
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
    journal_facts const journal{"EFFE", keys, data, reporter.kundenr, reporter.user, ventenr, time20, utc_digits(now)};
    register_event(scope, journal, touched, source, mark, {mark.sequence, closed});
    event->set(row::TILSTAND, "E").set(row::REGISTERED_NUMBER, number);
  } else {
    constexpr std::size_t width = decltype(row::BEGRUNDELSE)::width;
    if (facts.person != nullptr)
      put_waiting_counts(scope, facts.pnr(), *facts.person, mark.sequence, facts.person->waiting_open - closed);
    event->set(row::TILSTAND, "F").set(row::BEGRUNDELSE, std::string_view(wrong.front().text).substr(0, width));
  }
  scope.put_waiting(*event);
  return wrong.empty() ? fate::done : fate::failed;
}

/// What the run waits for and counts; shared with the completions.
struct run_state {
  std::mutex mutex;
  std::condition_variable wake;
  std::size_t under_way = 0;
  std::uint64_t finished = 0;
  effectuated counts;
  std::exception_ptr wrong;
};

}  // namespace

effectuated effectuate(store::database& db, world_cache& worlds, clock const& time, date business_date,
                       std::function<bool(std::uint64_t, std::uint64_t)> const& progress) {
  std::vector<std::uint64_t> due;
  db.read().each_waiting_in('G', date8(business_date), [&](codec::view<row> const& v) {
    due.push_back(codec::number(v[row::VENTENR]));
    return true;
  });
  auto const state = std::make_shared<run_state>();
  bool cancelled = false;
  for (std::uint64_t const ventenr : due) {
    std::unique_lock lock(state->mutex);
    state->wake.wait(lock, [&] { return state->under_way < under_way_max; });
    if (state->wrong) break;
    if (progress && !progress(state->finished, due.size())) {
      cancelled = true;
      break;
    }
    ++state->under_way;
    lock.unlock();
    auto const became = std::make_shared<fate>(fate::skipped);
    db.submit(
        [&worlds, &time, business_date, ventenr, became](store::write_scope& scope) {
          *became = effectuate_one(scope, *worlds.of(scope), time.now(), business_date, ventenr);
        },
        [state, became](std::exception_ptr e) {
          std::lock_guard const done(state->mutex);
          --state->under_way;
          ++state->finished;
          if (e && !state->wrong) state->wrong = e;
          if (!e && *became == fate::done) ++state->counts.done;
          if (!e && *became == fate::failed) ++state->counts.failed;
          state->wake.notify_all();
        });
  }
  std::unique_lock lock(state->mutex);
  state->wake.wait(lock, [&] { return state->under_way == 0; });
  if (state->wrong) std::rethrow_exception(state->wrong);
  if (progress) progress(state->finished, due.size());
  state->counts.cancelled = cancelled;
  return state->counts;
}

}  // namespace samspil::transaction
