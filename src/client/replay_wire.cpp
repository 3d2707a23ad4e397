#include "client/replay_wire.hpp"

#include <algorithm>
#include <optional>

#include "codec/field.hpp"
#include "codec/message_parts.hpp"
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

/// An answer came, and it is none: not to be taken for a close without one.
class no_answer : public connection_error {
 public:
  using connection_error::connection_error;
};

/// More than LAENGDE can say.
constexpr std::size_t answer_length_max = 999'999;

class wire {
 public:
  wire(endpoint to, framing const& frame, code_page page) : to_(std::move(to)), frame_(frame), page_(page) {}

  std::string exchange(std::string_view message) {
    if (codec::is_direkte(message)) {
      // A connection of its own: on one that has carried SAMS the server takes nothing else.
      connection alone(to_);
      alone.send(as_sent(message));
      return last_answer(alone);
    }
    if (!open_ || open_->closed_within(ends_ ? to_.timeout : 0ms)) open_.emplace(to_);
    ends_ = false;
    open_->send(as_sent(message));
    if (!message.starts_with("SAMS")) {
      connection alone = std::move(*open_);
      open_.reset();
      return last_answer(alone);
    }
    try {
      std::string answer = receive_message();
      ends_ = ends_connection(message, answer);
      return answer;
    } catch (no_answer const&) {
      throw;
    } catch (connection_error const&) {
      bool clean = false;
      if (open_->closed_within(0ms) && open_->receive_to_end(&clean).empty() && clean) return {};
      throw;
    }
  }

 private:
  std::string as_sent(std::string_view message) const {
    converted page = from_latin1(page_, message);
    if (page.lost != converted::none)
      throw message_error("byte " + std::to_string(page.lost + 1) + " of the message is not in " +
                          std::string(name_of(page_)));
    auto const prefix = frame_.prefix_of(message.size());
    if (!prefix) throw message_error("the message is longer than framing " + name_of(frame_) + " can announce");
    return *prefix + page.text;
  }

  /// One answer of SAMS, whose LAENGDE and frame agree.
  std::string receive_message() {
    std::size_t const prefix = frame_.prefix_length();
    if (prefix == 0) {
      std::string const head = in_latin1(open_->receive(rec::HOVED::length));
      return head + in_latin1(open_->receive(announced_by(head) - head.size()));
    }
    frame_start const start = read_frame_start(frame_, open_->receive(prefix));
    if (!start.valid) throw wrong("an answer without its frame");
    if (start.message_length < rec::HOVED::length || start.message_length > answer_length_max)
      throw wrong("the frame of an answer announces " + std::to_string(start.message_length) +
                  " bytes: expected 100 to 999999");
    std::string answer = in_latin1(open_->receive(start.message_length));
    if (announced_by(answer) != answer.size())
      throw wrong("answer: LAENGDE, byte 10: expected the " + std::to_string(answer.size()) + " bytes of its frame");
    return answer;
  }

  /// LAENGDE of an answer in ISO-8859-1, of which the header is there at least.
  std::size_t announced_by(std::string_view answer) const {
    if (!answer.starts_with("SAMS"))
      throw wrong("answer: CPRTRANS, byte 1: expected SAMS in " + std::string(name_of(page_)));
    auto const length = codec::view<rec::HOVED>(answer)[rec::HOVED::LAENGDE];
    if (!codec::is_digits(length) || codec::number(length) < rec::HOVED::length)
      throw wrong("answer: LAENGDE, byte 10: expected 000100 or more");
    return codec::number(length);
  }

  no_answer wrong(std::string const& what) const { return no_answer(to_.host + ":" + to_.port + ": " + what); }

  std::string in_latin1(std::string const& bytes) const {
    converted page = to_latin1(page_, bytes);
    if (page.lost != converted::none)
      throw wrong("byte " + std::to_string(page.lost + 1) + " of an answer is not in ISO-8859-1");
    return std::move(page.text);
  }

  /// Everything until the end, which must be a clean one.
  std::string last_answer(connection& from) const {
    bool clean = false;
    std::string const came = from.receive_to_end(&clean);
    if (!clean) throw connection_error(to_.host + ":" + to_.port + ": cut off by the server");
    if (came.empty() || frame_.prefix_length() == 0) return in_latin1(came);
    frame_start const start = read_frame_start(frame_, came);
    if (!start.valid || start.message_length + frame_.prefix_length() != came.size())
      throw wrong("an answer without its frame");
    return in_latin1(came.substr(frame_.prefix_length()));
  }

  endpoint to_;
  framing frame_;
  code_page page_;
  std::optional<connection> open_;
  bool ends_ = false;  // the server closes behind its last answer: the next message waits for that
};

}  // namespace

exchange over_tls(endpoint const& to, framing const& frame, code_page page) {
  auto const shared = std::make_shared<wire>(to, frame, page);
  return [shared](std::string_view message) { return shared->exchange(message); };
}

}  // namespace samspil::client::replay
