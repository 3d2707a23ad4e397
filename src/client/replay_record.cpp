#include "client/replay_record.hpp"

#include <algorithm>

#include "client/replay_shown.hpp"

namespace samspil::client::replay {
namespace {

bool is_zeros(std::string_view value) { return value.find_first_not_of('0') == std::string_view::npos; }

/// `bytes` as a line may hold them: `?` where `shown` hides something and for
/// control characters, `{` doubled.
std::string hidden(std::string_view bytes, std::string_view shown) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    auto const byte = static_cast<unsigned char>(bytes[i]);
    bool const control = byte < 0x20 || (byte >= 0x7f && byte < 0xa0);
    out += control || shown[i] != bytes[i] ? '?' : bytes[i];
    if (out.back() == '{') out += '{';
  }
  return out;
}

class line_writer {
 public:
  line_writer(std::string_view message, conversation const& known, bool answer, bool clear)
      : message_(message), known_(known), answer_(answer), clear_(clear) {}

  std::string write(std::vector<message_part> const& parts) {
    std::size_t at = 0;
    for (message_part const& part : parts) {
      for (layout_item const& item : part.layout->items) {
        unknown(at, part.offset + item.offset);
        at = part.offset + item.offset + item.width;
        out_ += field(item, message_.substr(part.offset + item.offset, item.width));
      }
      unknown(at, part.offset + part.layout->length);
      at = part.offset + part.layout->length;
    }
    rest(at);
    return std::string(codec::trimmed(out_)) + "\n";
  }

 private:
  std::string field(layout_item const& item, std::string_view bytes) const {
    if (is_secret(item)) return codec::trimmed(bytes).empty() ? std::string(bytes) : "{" + item.name + "}";
    if (recorded_names().contains(item.name) && !is_zeros(bytes)) {
      if (known_.value(item.name) == bytes || (answer_ && item.name == "DIALOGNR")) return "{" + item.name + "}";
      if (answer_) return std::string(bytes.size(), '?');
    }
    return hidden(bytes, masked(item, bytes, clear_));
  }
  /// FILLER between two fields.
  void unknown(std::size_t from, std::size_t to) {
    std::string_view const bytes = message_.substr(from, to - from);
    out_ += hidden(bytes, masked_unknown(bytes, clear_));
  }
  /// Bytes that no layout explains. In a logon, or a message of another family,
  /// anything may be a password or a token: only the length is kept.
  void rest(std::size_t at) {
    std::string_view const bytes = message_.substr(at);
    bool const direkte_logon = !answer_ && codec::is_direkte_logon(message_);
    bool const secret = at == 0 || message_.substr(5, 4) == "LOGN" || direkte_logon;
    out_ += secret ? std::string(bytes.size(), '?') : hidden(bytes, masked_unknown(bytes, clear_));
  }

  std::string_view message_;
  conversation const& known_;
  bool answer_;
  bool clear_;
  std::string out_;
};

}  // namespace

name_set const& recorded_names() {
  static name_set const names{"DIALOGNR", "KVITTERINGSNR", "VENTENR",        "TIDSPUNKT",
                              "LOGHOVED", "SIDSTE-LOGON",  "SESSION-UDLOEB", "MODTAGET",
                              "AFGJORT",  "TIMESTAMPU",    "FTR-TIDSPUNKT"};
  return names;
}

std::string recorded(std::string_view request, std::string_view answer, conversation const& known, bool clear) {
  std::string const event = known.event_of(request);
  std::string const sent = line_writer(request, known, false, clear).write(request_parts(request, event));
  if (answer.empty()) return "> " + sent + "<\n";
  return "> " + sent + "< " + line_writer(answer, known, true, clear).write(answer_parts(answer, event));
}

}  // namespace samspil::client::replay
