// How many connections there are, in all and from each address.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace samspil::server {

class admission;

/// A connection's place among the counted ones; gives it back at its end.
class ticket {
 public:
  ticket() = default;
  ticket(admission* from, std::string address) : from_(from), address_(std::move(address)) {}
  ticket(ticket&& other) noexcept : from_(std::exchange(other.from_, nullptr)), address_(std::move(other.address_)) {}
  ticket& operator=(ticket&&) = delete;
  ~ticket();
  std::string const& address() const { return address_; }

 private:
  admission* from_ = nullptr;
  std::string address_;
};

/// Safe from any thread: the listeners' let in, every worker's lets out.
class admission {
 public:
  enum class verdict { welcome, full, address_full };

  admission(std::size_t most, std::size_t most_per_address) : most_(most), most_per_address_(most_per_address) {}

  /// `welcome` counts the address in: the caller then makes its ticket.
  verdict enter(std::string const& address);
  void leave(std::string const& address);
  /// Connections over a new, lower limit stay.
  void set_limits(std::size_t most, std::size_t most_per_address);
  std::size_t open() const;

 private:
  mutable std::mutex mutex_;
  std::size_t most_;
  std::size_t most_per_address_;
  std::size_t open_ = 0;
  std::map<std::string, std::size_t> by_address_;
};

inline ticket::~ticket() {
  if (from_ != nullptr) from_->leave(address_);
}

}  // namespace samspil::server
