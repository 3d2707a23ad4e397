#include "store/dialogue_numbers.hpp"

#include "store/database.hpp"

namespace samspil::store {

dialogue_numbers::dialogue_numbers(database& db, std::uint64_t block) : db_(db), block_(block) {}

std::uint64_t dialogue_numbers::next() {
  std::lock_guard const lock(mutex_);
  if (next_ == end_) {
    next_ = db_.reserve_dialogue_numbers(block_);
    end_ = next_ + block_;
  }
  return next_++;
}

}  // namespace samspil::store
