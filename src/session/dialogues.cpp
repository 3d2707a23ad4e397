#include "session/dialogues.hpp"

#include <algorithm>

namespace samspil::session {

dialogue_table::place* dialogue_table::at(part& in, std::uint64_t number) {
  auto const found = std::lower_bound(in.places.begin(), in.places.end(), number, is_before);
  return found == in.places.end() || found->number != number || !found->open ? nullptr : &*found;
}

void dialogue_table::free_place(part& in, place& of) {
  of.open->owner->dialogues_open.fetch_sub(1);
  of.open.reset();
  --in.open;
}

/// Closed ones go from the ends at once, and from between when they are more than the open ones.
void dialogue_table::tidy(part& in) {
  while (!in.places.empty() && !in.places.front().open) in.places.pop_front();
  while (!in.places.empty() && !in.places.back().open) in.places.pop_back();
  if (in.places.size() > 2 * in.open) std::erase_if(in.places, [](place const& one) { return !one.open; });
}

bool dialogue_table::has_room(session const& owner, limits const& limit) {
  if (owner.dialogues_open < limit.dialogues_per_session) return true;
  steady_time const since = owner.longest_idle_since;
  if (since != steady_time::min() && time_.steady() - since <= limit.dialogue_idle) return false;
  steady_time longest = steady_time::max();
  for (part& one : parts_) longest = std::min(longest, expire(one, limit, &owner));
  owner.longest_idle_since = longest == steady_time::max() ? steady_time::min() : longest;
  return owner.dialogues_open < limit.dialogues_per_session;
}

void dialogue_table::open(std::shared_ptr<dialogue> made) {
  std::uint64_t const number = made->number;
  made->owner->dialogues_open.fetch_add(1);
  part& in = part_of(number);
  place one{number, time_.steady(), made->owner.get(), std::move(made)};
  std::lock_guard const lock(in.mutex);
  ++in.open;
  if (in.places.empty() || in.places.back().number < number)
    in.places.push_back(std::move(one));
  else
    in.places.insert(std::lower_bound(in.places.begin(), in.places.end(), number, is_before), std::move(one));
}

std::shared_ptr<dialogue> dialogue_table::find(std::uint64_t number, session const& owner, limits const& limit) {
  part& in = part_of(number);
  std::shared_ptr<dialogue> found;
  {
    std::lock_guard const lock(in.mutex);
    place* const there = at(in, number);
    auto const now = time_.steady();
    if (there == nullptr || there->owner != &owner || now - there->last_used > limit.dialogue_idle) return nullptr;
    there->last_used = now;
    found = there->open;
  }
  std::lock_guard const lock(found->mutex);
  return found->spent ? nullptr : found;
}

void dialogue_table::close(std::uint64_t number) {
  part& in = part_of(number);
  std::lock_guard const lock(in.mutex);
  place* const there = at(in, number);
  if (there == nullptr) return;
  free_place(in, *there);
  tidy(in);
}

steady_time dialogue_table::expire(part& in, limits const& limit, session const* of) {
  auto const now = time_.steady();
  steady_time longest = steady_time::max();
  std::lock_guard const lock(in.mutex);
  for (place& one : in.places) {
    if (!one.open) continue;
    if (one.owner->ended || now - one.last_used > limit.dialogue_idle)
      free_place(in, one);
    else if (one.owner == of)
      longest = std::min(longest, one.last_used);
  }
  tidy(in);
  return longest;
}

void dialogue_table::expire_some(limits const& limit) {
  expire(parts_[turn_], limit);
  turn_ = (turn_ + 1) % parts;
}

std::size_t dialogue_table::size() const {
  std::size_t n = 0;
  for (part const& one : parts_) {
    std::lock_guard const lock(one.mutex);
    n += one.open;
  }
  return n;
}

}  // namespace samspil::session
