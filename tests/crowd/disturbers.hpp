// Clients that do everything wrong beside the crowd, on connections of their
// own, each with what the contract says they get.
#pragma once

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "client/connection.hpp"
#include "client/message.hpp"
#include "crowd/faults.hpp"
#include "crowd/refusals.hpp"
#include "crowd/time_outs.hpp"

namespace samspil::test {

class disturbers {
 public:
  /// More than they hold at once, those included whose end the server has not noticed yet.
  static constexpr unsigned connections_max = 100;

  /// Logs on for themselves.
  disturbers(client::endpoint to, time_outs limits, faults& out);
  ~disturbers();

  /// From now on each disturbance is repeated, round after round.
  void start();
  /// Ends when the rounds that are under way are over.
  void stop();
  /// How often each kind was done and got what it should.
  std::map<std::string, unsigned> done() const;

 private:
  using steady = std::chrono::steady_clock;

  void again_and_again(char const* what, void (disturbers::*round)());
  void soon_over_ones();
  void refused_ones();
  void truncated_one();
  void cut_one();
  void no_tls();
  void slow_writer();
  void never_ending_ones();
  void silent_ones();
  void no_handshakes();

  client::connection connect(bool with_heartbeat) const;
  void expect_refusal(client::connection& over, refusal const& one);
  void expect_heartbeat(client::connection& over, std::string const& kind) const;
  void expect_no_answer(client::connection& over, char const* kind, steady::time_point begun,
                        std::chrono::milliseconds limit);
  void count(std::string const& kind);

  client::endpoint to_;
  time_outs limits_;
  faults& out_;
  std::string token_;
  std::string heartbeat_;
  std::atomic<bool> stop_{false};
  std::vector<std::jthread> threads_;
  mutable std::mutex mutex_;
  std::map<std::string, unsigned> done_;
};

}  // namespace samspil::test
