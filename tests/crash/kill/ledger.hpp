// What the clients of a kill campaign hold: every receipt that reached them.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "store/database.hpp"

namespace samspil::test {

class ledger {
 public:
  void add(std::string const& reference, std::string_view receipt, std::string const& pnr);
  std::size_t size() const;
  /// The receipt under a reference, empty when there is none.
  std::string receipt(std::string const& reference) const;
  /// Compares with the register: every receipt there byte for byte and exactly
  /// one registration for it, none that nobody was told of. Gives the faults, a line each.
  std::string judge(store::database& db) const;

 private:
  struct entry {
    std::string receipt;
    std::string pnr;
  };
  mutable std::mutex mutex_;
  std::map<std::string, entry> entries_;
};

}  // namespace samspil::test
