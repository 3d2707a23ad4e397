#include "client/replay_ledger.hpp"

#include <algorithm>
#include <cstdio>
#include <ostream>

namespace samspil::client::replay {
namespace {

/// A run that is killed does so much again at most; references make that safe.
constexpr std::chrono::milliseconds between_checkpoints{100};

}  // namespace

ledger::ledger(std::vector<script> const& scripts, run_options const& options, environment const& world,
               checkpoint start, std::uint64_t units)
    : scripts_(scripts), options_(options), world_(world), units_(units), at_(std::move(start)), saved_(world.now()) {
  save(true);  // from here on another run can tell that this one has begun
}

void ledger::report(std::string const& text) {
  std::lock_guard const lock(mutex_);
  if (world_.report != nullptr) *world_.report << text;
}

void ledger::add(unit_result unit) {
  std::lock_guard const lock(mutex_);
  result_.counted.add(unit.counted);
  result_.status = std::max(result_.status, unit.status);
  if (!unit.problem.empty() && world_.problems != nullptr) *world_.problems << unit.problem << "\n";
  if (world_.record != nullptr) *world_.record << unit.record;
  at_.record_bytes += unit.record.size();
  unit.record.clear();
  // A unit below the mark was done again for what its answers tell.
  if (unit.ordinal < at_.done) return;
  ahead_.emplace(unit.ordinal, std::move(unit));
  for (auto first = ahead_.begin(); first != ahead_.end() && first->first == at_.done && first->second.complete;
       first = ahead_.erase(first)) {
    write(first->second);
    at_.out_bytes += first->second.answers.size();
    at_.known = std::move(first->second.known);
    ++at_.done;
  }
  save(false);
  if (world_.progress) world_.progress(at_.done, units_, result_.counted.messages);
}

/// What leaves in the order of the requests.
void ledger::write(unit_result const& unit) {
  if (world_.answers != nullptr) *world_.answers << unit.answers;
  if (world_.receipts != nullptr)
    world_.receipts->add(static_cast<std::size_t>(unit.of - scripts_.data()), unit.receipts);
}

void ledger::save(bool always) {
  if (options_.checkpoint.empty()) return;
  steady_time const now = world_.now();
  if (!always && now - saved_ < between_checkpoints) return;
  saved_ = now;
  for (std::ostream* stream : {world_.answers, world_.record})
    if (stream != nullptr) stream->flush();
  if (world_.receipts != nullptr) {
    world_.receipts->flush();
    at_.receipt_bytes = world_.receipts->sizes();
  }
  if (write_checkpoint(options_.checkpoint, scripts_, at_) || result_.status == 16) return;
  result_.status = 16;
  if (world_.problems != nullptr) *world_.problems << options_.checkpoint << ": the checkpoint cannot be written\n";
}

outcome ledger::end() {
  std::lock_guard const lock(mutex_);
  bool const all = units_ != 0 && at_.done >= units_;
  if (options_.checkpoint.empty()) {
    // No other run goes on from here: what came leaves, though something is missing.
    for (auto const& [ordinal, unit] : ahead_) write(unit);
  } else if (all) {
    std::remove(options_.checkpoint.c_str());
  } else {
    save(true);
  }
  bool written = world_.receipts == nullptr || world_.receipts->flush();
  for (std::ostream* stream : {world_.answers, world_.record})
    if (stream != nullptr && !stream->flush()) written = false;
  if (!written) {
    if (world_.problems != nullptr) *world_.problems << "samspil-replay: a file cannot be written\n";
    result_.status = 16;
  }
  if (result_.counted.differences > 0) result_.status = std::max(result_.status, 8);
  if (result_.counted.refused > 0) result_.status = std::max(result_.status, 4);
  return result_;
}

}  // namespace samspil::client::replay
