// Gives out DIALOGNR: each once for ever, also after a restart. Numbers are
// reserved in blocks; what is left of a block at the end of the process is lost.
#pragma once

#include <cstdint>
#include <mutex>

namespace samspil::store {

class database;

class dialogue_numbers {
 public:
  /// `block` numbers are reserved at a time. Reserves none yet.
  explicit dialogue_numbers(database& db, std::uint64_t block = 100'000);
  /// The next number. Waits for the disk once in a block; any thread but the writer's.
  std::uint64_t next();

 private:
  database& db_;
  std::uint64_t const block_;
  std::mutex mutex_;
  std::uint64_t next_ = 0;
  std::uint64_t end_ = 0;
};

}  // namespace samspil::store
