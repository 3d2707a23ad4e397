// A small HTTP door for monitoring: /metrics (Prometheus text), /healthz, /readyz.
// One request at a time on a thread of its own; it shows numbers, never persons.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "server/unique_descriptor.hpp"

namespace samspil::server {

class metrics {
 public:
  /// Name (with labels) and value.
  using page = std::vector<std::pair<std::string, std::uint64_t>>;

  /// Listens when it returns; port 0 takes a free one. std::runtime_error when
  /// it cannot. `counters` is called on the thread of the door.
  metrics(std::string const& address, unsigned short port, std::function<page()> counters);
  ~metrics();
  metrics(metrics const&) = delete;
  metrics& operator=(metrics const&) = delete;

  /// What /readyz says; false at first.
  void set_ready(bool ready) { ready_ = ready; }
  unsigned short port() const { return port_; }

  /// Status and body that a path gives.
  std::pair<int, std::string> answer(std::string_view path) const;

 private:
  void serve();
  void serve_one(int descriptor) const;

  std::function<page()> counters_;
  std::atomic<bool> ready_ = false;
  unique_descriptor listening_;
  unique_descriptor over_;
  unsigned short port_ = 0;
  std::thread thread_;
};

}  // namespace samspil::server
