// One provider of a kill campaign: moves its own persons to and fro, and asks
// again under the same reference whenever the server died under it.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>

#include "client/connection.hpp"
#include "client/dialogue_client.hpp"
#include "ledger.hpp"

namespace samspil::test {

class provider_client {
 public:
  /// Moves the persons first, first + step, ... below `count` of the crowd.
  provider_client(unsigned id, unsigned step, unsigned count, std::function<std::string()> port, std::string ca,
                  ledger& to);
  /// Until `stop`; the save that is under way is brought to its receipt.
  void run(std::atomic<bool> const& stop);
  /// What went wrong, empty when nothing did.
  std::string const& fault() const { return fault_; }
  std::uint64_t repeats() const { return repeats_; }

 private:
  void connect();
  void save_once(std::string const& reference, std::string const& pnr, bool odd);
  void ask_last_again();
  template <class F>
  void until_answered(F const& step);

  unsigned const id_;
  unsigned const step_;
  unsigned const count_;
  std::function<std::string()> port_;
  std::string const ca_;
  ledger& ledger_;
  std::optional<client::connection> connection_;
  client::dialogue_client dialogue_;
  std::string last_reference_, last_dialogue_;
  std::uint64_t repeats_ = 0;
  std::string fault_;
};

}  // namespace samspil::test
