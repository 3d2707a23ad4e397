#include "server/admission.hpp"

namespace samspil::server {

admission::verdict admission::enter(std::string const& address) {
  std::lock_guard const hold(mutex_);
  if (open_ >= most_) return verdict::full;
  if (auto const found = by_address_.find(address); found != by_address_.end()) {
    if (found->second >= most_per_address_) return verdict::address_full;
    ++found->second;
  } else {
    if (most_per_address_ == 0) return verdict::address_full;
    by_address_.emplace(address, 1);
  }
  ++open_;
  return verdict::welcome;
}

void admission::leave(std::string const& address) {
  std::lock_guard const hold(mutex_);
  auto const found = by_address_.find(address);
  if (found == by_address_.end()) return;
  if (--found->second == 0) by_address_.erase(found);
  --open_;
}

void admission::set_limits(std::size_t most, std::size_t most_per_address) {
  std::lock_guard const hold(mutex_);
  most_ = most;
  most_per_address_ = most_per_address;
}

std::size_t admission::open() const {
  std::lock_guard const hold(mutex_);
  return open_;
}

}  // namespace samspil::server
