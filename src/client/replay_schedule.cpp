#include "client/replay_schedule.hpp"

#include <algorithm>
#include <utility>

namespace samspil::client::replay {

schedule::schedule(std::vector<script> const& scripts, std::uint64_t repeat, std::size_t connections,
                   std::uint64_t done, conversation known)
    : scripts_(scripts), repeat_(repeat), connections_(connections), done_(done), known_(std::move(known)) {
  for (script const& each : scripts_) units_ += each.units.size();
  // Without a unit there is nothing to repeat, and looking for one would not end.
  stopped_ = units_ == 0;
  units_ *= repeat_;
}

bool schedule::may_begin(playing const& p) {
  if (p.begun == p.of->units.size() || p.alone_running) return false;
  return !p.of->units[p.begun].alone || p.running == 0;
}

/// Opens the next playing; false when there is none.
bool schedule::open_next() {
  if (repeat_ != 0 && opened_ == repeat_ * scripts_.size()) return false;
  auto const made = std::make_shared<playing>();
  made->of = &scripts_[opened_ % scripts_.size()];
  made->first = next_ordinal_;
  ++opened_;
  next_ordinal_ += made->of->units.size();
  if (next_ordinal_ <= done_) return true;  // all of it was done before
  if (made->first < done_) made->known = known_;
  open_.push_back(made);
  return true;
}

std::optional<task> schedule::next() {
  for (;;) {
    for (auto const& p : open_) {
      while (p->begun < p->of->units.size() && p->first + p->begun < done_ && !p->of->units[p->begun].logs_on)
        ++p->begun;
      if (!may_begin(*p)) continue;
      std::size_t const at = p->begun++;
      ++p->running;
      p->alone_running = p->of->units[at].alone;
      return task{p, &p->of->units[at], p->first + at, p->known};
    }
    std::erase_if(open_, [](auto const& p) { return p->begun == p->of->units.size() && p->running == 0; });
    if (open_.size() >= connections_ || !open_next()) return std::nullopt;
  }
}

std::optional<task> schedule::take() {
  std::unique_lock lock(mutex_);
  for (;;) {
    if (stopped_) return std::nullopt;
    if (auto found = next()) return found;
    if (open_.empty()) return std::nullopt;
    changed_.wait(lock);
  }
}

void schedule::finish(task const& ended, conversation known) {
  std::lock_guard const lock(mutex_);
  playing& p = *ended.in;
  --p.running;
  p.alone_running = false;
  p.known = std::move(known);
  changed_.notify_all();
}

void schedule::stop() {
  std::lock_guard const lock(mutex_);
  stopped_ = true;
  changed_.notify_all();
}

}  // namespace samspil::client::replay
