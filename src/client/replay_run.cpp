#include "client/replay_run.hpp"

#include <thread>

#include "client/replay_player.hpp"
#include "client/replay_record.hpp"

namespace samspil::client::replay {
namespace {

/// Work of one connection: takes units until there are none or the run ends.
void work(shared_run& run, schedule& plan) {
  player hand(run);
  while (auto next = plan.take()) {
    unit_result done = hand.play(*next);
    if (!done.complete) {
      run.ending = true;
      plan.stop();
    }
    plan.finish(*next, done.known);
    run.books.add(std::move(done));
  }
}

}  // namespace

outcome run(std::vector<script> const& scripts, std::vector<secrets> passwords, run_options const& options,
            environment const& world, checkpoint start) {
  bool const resumed = start.found;
  schedule plan(scripts, options.repeat, options.parallel, start.done, start.known);
  sessions own(scripts, std::move(passwords));
  ledger books(scripts, options, world, std::move(start), plan.units());
  pace timing(options.rate, world.now());
  shared_run shared{options, world, {}, own, books, timing, resumed};
  for (script const& each : scripts) shared.names.insert(each.names.begin(), each.names.end());
  if (world.record != nullptr) shared.names.insert(recorded_names().begin(), recorded_names().end());
  if (options.parallel <= 1) {
    work(shared, plan);
  } else {
    std::vector<std::jthread> hands;
    for (std::size_t i = 0; i < options.parallel; ++i) hands.emplace_back([&] { work(shared, plan); });
  }
  own.end(world.connect);
  return books.end();
}

}  // namespace samspil::client::replay
