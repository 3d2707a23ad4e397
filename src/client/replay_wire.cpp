#include "client/replay_wire.hpp"

#include <algorithm>
#include <optional>

#include "codec/field.hpp"
#include "rec/sams_hoved.hpp"
#include "rec/sams_meddelelse.hpp"

namespace samspil::client::replay {
namespace {

using namespace std::chrono_literals;

/// Whether the server closes behind this answer: 60 of the header, 62 out of
/// range and 63 (protocol.md, "Precedence of FEJLNR").
bool ends_connection(std::string_view message, std::string_view answer) {
  using hoved = rec::HOVED;
  constexpr std::string_view of_header[] = {"CPRTRANS", "KOMMA", "LAENGDE", "VERSION", "KUNDENR", "DIALOGNR"};
  std::string_view const number = codec::view<hoved>(answer)[hoved::FEJLNR];
  if (number == "63") return true;
  if (number == "62") {
    if (message.size() < hoved::length) return true;
    std::uint64_t const length = codec::number(codec::view<hoved>(message)[hoved::LAENGDE]);
    return length < hoved::length || length > 4096;
  }
  if (number != "60" || answer.size() != hoved::length + rec::MEDDELELSE::length) return false;
  auto const felt = codec::trimmed(codec::view<rec::MEDDELELSE>(answer.substr(hoved::length))[rec::MEDDELELSE::FELT]);
  return std::find(std::begin(of_header), std::end(of_header), felt) != std::end(of_header);
}

class wire {
 public:
  explicit wire(endpoint to) : to_(std::move(to)) {}

  std::string exchange(std::string_view message) {
    if (!open_ || open_->closed_within(ends_ ? to_.timeout : 0ms)) open_.emplace(to_);
    ends_ = false;
    open_->send(message);
    if (!message.starts_with("SAMS")) return last_answer();
    try {
      std::string answer = open_->receive_message();
      ends_ = ends_connection(message, answer);
      return answer;
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
  bool ends_ = false;  // the server closes behind its last answer: the next message waits for that
};

}  // namespace

exchange over_tls(endpoint const& to) {
  auto const shared = std::make_shared<wire>(to);
  return [shared](std::string_view message) { return shared->exchange(message); };
}

}  // namespace samspil::client::replay
