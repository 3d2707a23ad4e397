#include "session/strangers.hpp"

#include <algorithm>

namespace samspil::session {
namespace {

using row = rec::AUDIT_ROW;
constexpr std::uint64_t repeated_max = 999'999'999;

}  // namespace

void strangers::count(std::string_view address, unsigned fejlnr) {
  std::lock_guard const lock(mutex_);
  auto at = by_address_.find(address);
  if (at == by_address_.end())
    at = by_address_.emplace(by_address_.size() < addresses_max ? address : "many", seen{}).first;
  ++at->second.times;
  at->second.last_fejlnr = fejlnr;
}

std::vector<store::audit_entry> strangers::rows(steady_time now, bool now_all) {
  std::lock_guard const lock(mutex_);
  if (!now_all && now - last_written_ < std::chrono::minutes(1)) return {};
  last_written_ = now;
  std::vector<store::audit_entry> out;
  out.reserve(by_address_.size());
  for (auto const& [address, what] : by_address_) {
    store::audit_entry& entry = out.emplace_back();
    entry.row.set(row::ACTOR_KIND, "S")
        .set(row::NET_ADDRESS, std::string_view(address).substr(0, 45))
        .set(row::FUNCTION_NAME, "REFUSED")
        .set(row::OUTCOME, "F")
        .set(row::FEJLNR, what.last_fejlnr)
        .set(row::REPEATED, std::min(what.times, repeated_max))
        .set(row::NOTE, "not logged on; FEJLNR of the last one");
  }
  by_address_.clear();
  return out;
}

}  // namespace samspil::session
