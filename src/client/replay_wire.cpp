#include "client/replay_wire.hpp"

#include <optional>

namespace samspil::client::replay {
namespace {

using namespace std::chrono_literals;

class wire {
 public:
  explicit wire(endpoint to) : to_(std::move(to)) {}

  std::string exchange(std::string_view message) {
    if (!open_ || open_->closed_within(0ms)) open_.emplace(to_);
    open_->send(message);
    if (!message.starts_with("SAMS")) return last_answer();
    try {
      return open_->receive_message();
    } catch (connection_error const&) {
      bool clean = false;
      if (open_->closed_within(0ms) && open_->receive_to_end(&clean).empty() && clean) return {};
      throw;
    }
  }

 private:
  /// Everything until the end, which must be a clean one.
  std::string last_answer() {
    bool clean = false;
    std::string came = open_->receive_to_end(&clean);
    open_.reset();
    if (!clean) throw connection_error(to_.host + ":" + to_.port + ": cut off by the server");
    return came;
  }

  endpoint to_;
  std::optional<connection> open_;
};

}  // namespace

exchange over_tls(endpoint const& to) {
  auto const shared = std::make_shared<wire>(to);
  return [shared](std::string_view message) { return shared->exchange(message); };
}

}  // namespace samspil::client::replay
