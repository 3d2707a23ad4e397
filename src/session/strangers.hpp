// Refusals before logon are counted and written as one audit row for each
// address and minute, so that strangers cannot fill the disk (engineering.md, "Audit").
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "store/audit.hpp"

namespace samspil::session {

class strangers {
 public:
  void count(std::string_view address, unsigned fejlnr);
  /// The rows of what was counted, once a minute; at once when `now_all`.
  std::vector<store::audit_entry> rows(steady_time now, bool now_all = false);

 private:
  // Beyond so many addresses in a minute they share one row.
  static constexpr std::size_t addresses_max = 1000;
  struct seen {
    std::uint64_t times = 0;
    unsigned last_fejlnr = 0;
  };
  std::mutex mutex_;
  std::map<std::string, seen, std::less<>> by_address_;
  steady_time last_written_{};
};

}  // namespace samspil::session
