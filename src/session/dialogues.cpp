#include "session/dialogues.hpp"

namespace samspil::session {

void dialogue_table::free_place(dialogue const& gone) { gone.owner->dialogues_open.fetch_sub(1); }

bool dialogue_table::has_room(session const& owner, limits const& limit) {
  if (owner.dialogues_open < limit.dialogues_per_session) return true;
  for (part& one : parts_) expire(one, limit);
  return owner.dialogues_open < limit.dialogues_per_session;
}

void dialogue_table::open(std::shared_ptr<dialogue> made) {
  made->last_used = time_.steady();
  made->owner->dialogues_open.fetch_add(1);
  part& in = part_of(made->number);
  std::lock_guard const lock(in.mutex);
  in.open.emplace(made->number, std::move(made));
}

std::shared_ptr<dialogue> dialogue_table::find(std::uint64_t number, session const& owner, limits const& limit) {
  part& in = part_of(number);
  std::shared_ptr<dialogue> found;
  {
    std::lock_guard const lock(in.mutex);
    auto const at = in.open.find(number);
    if (at == in.open.end() || at->second->owner.get() != &owner) return nullptr;
    found = at->second;
  }
  auto const now = time_.steady();
  std::lock_guard const lock(found->mutex);
  if (found->spent || now - found->last_used > limit.dialogue_idle) return nullptr;
  found->last_used = now;
  return found;
}

void dialogue_table::close(std::uint64_t number) {
  part& in = part_of(number);
  std::lock_guard const lock(in.mutex);
  auto const at = in.open.find(number);
  if (at == in.open.end()) return;
  free_place(*at->second);
  in.open.erase(at);
}

void dialogue_table::expire(part& of, limits const& limit) {
  auto const now = time_.steady();
  std::lock_guard const lock(of.mutex);
  for (auto at = of.open.begin(); at != of.open.end();) {
    bool over = at->second->owner->ended;
    if (!over) {
      std::lock_guard const inner(at->second->mutex);
      over = now - at->second->last_used > limit.dialogue_idle;
    }
    if (over) {
      free_place(*at->second);
      at = of.open.erase(at);
    } else {
      ++at;
    }
  }
}

void dialogue_table::expire_some(limits const& limit) {
  expire(parts_[turn_], limit);
  turn_ = (turn_ + 1) % parts;
}

std::size_t dialogue_table::size() const {
  std::size_t n = 0;
  for (part const& one : parts_) {
    std::lock_guard const lock(one.mutex);
    n += one.open.size();
  }
  return n;
}

}  // namespace samspil::session
