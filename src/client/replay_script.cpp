#include "client/replay_script.hpp"

#include <algorithm>

#include "base/crypto.hpp"
#include "client/layouts.hpp"
#include "client/replay_units.hpp"
#include "codec/field.hpp"

namespace samspil::client::replay {
namespace {

struct fault {
  std::size_t column = 0;
  std::string problem;
};

bool is_name_byte(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '(' || c == ')';
}

/// The field that a name ends in: PNR of `HUSSTAND(2).PNR`, VENTENR of `VENTPOST(2).VENTENR`.
std::string_view last_component(std::string_view name) {
  if (auto const dot = name.rfind('.'); dot != std::string_view::npos) name.remove_prefix(dot + 1);
  return name.substr(0, name.find('('));
}

/// Splits the text of a message at names and, when `answer`, at question marks.
/// `column` is that of its first byte.
class text_reader {
 public:
  text_reader(std::string_view text, std::size_t column, bool answer) : text_(text), column_(column), answer_(answer) {}

  std::optional<fault> read() {
    for (at_ = 0; at_ < text_.size(); ++at_) {
      char const c = text_[at_];
      auto const byte = static_cast<unsigned char>(c);
      if (byte < 0x20 || (byte >= 0x7f && byte < 0xa0)) return fault{column_ + at_, "control character"};
      if (c == '?' && answer_) {
        out_.push_back({piece::kind::any, "?", column_ + at_});
      } else if (c == '{') {
        if (auto problem = brace()) return problem;
      } else {
        add(c);
      }
    }
    return std::nullopt;
  }
  pieces take() { return std::move(out_); }

 private:
  void add(char c) {
    if (out_.empty() || out_.back().what != piece::kind::bytes) out_.push_back({piece::kind::bytes, "", column_ + at_});
    out_.back().text += c;
  }
  std::optional<fault> brace() {
    if (text_.substr(at_).starts_with("{{")) {
      add('{');
      ++at_;
      return std::nullopt;
    }
    std::size_t const end = std::min(text_.find('}', at_), text_.size());
    std::string_view const name = text_.substr(at_ + 1, end - at_ - 1);
    if (end == text_.size() || name.empty() || !std::ranges::all_of(name, is_name_byte))
      return fault{column_ + at_, "expected {NAME} with the name of a field, or {{ for a brace"};
    if (find_item(last_component(name)) == nullptr)
      return fault{column_ + at_ + 1, "no layout has a field of that name"};
    out_.push_back({piece::kind::name, std::string(name), column_ + at_});
    at_ = end;
    return std::nullopt;
  }

  std::string_view text_;
  std::size_t column_;
  bool answer_;
  std::size_t at_ = 0;
  pieces out_;
};

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    std::size_t const start = std::min(text.find_first_not_of(' '), text.size());
    text.remove_prefix(start);
    std::size_t const end = std::min(text.find(' '), text.size());
    if (end > 0) out.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

class file_reader {
 public:
  file_reader(std::string name, target start) : now_(std::move(start)) { out_.name = std::move(name); }

  std::optional<script_error> line(std::string_view text) {
    ++line_;
    if (text.empty()) return std::nullopt;
    std::optional<fault> problem;
    switch (text.front()) {
      case '*':
        break;
      case '=':
        problem = setting(text.substr(1));
        break;
      case '>':
        problem = request(text.substr(1));
        break;
      case '<':
        problem = expected(text.substr(1));
        break;
      default:
        problem = fault{1, "expected a mark: > request, < answer, * comment or = setting"};
    }
    if (!problem) return std::nullopt;
    return script_error{out_.name, line_, problem->column, problem->problem};
  }
  script take() { return std::move(out_); }

 private:
  /// One blank behind the mark is for the eye and no part of the message.
  static std::size_t skip(std::string_view text) { return text.starts_with(' ') ? 1 : 0; }

  std::optional<fault> message(std::string_view text, bool answer, pieces& to) {
    std::size_t const skipped = skip(text);
    text_reader reader(codec::trimmed(text.substr(skipped)), 2 + skipped, answer);
    if (auto problem = reader.read()) return problem;
    to = reader.take();
    for (piece const& each : to)
      if (each.what == piece::kind::name) out_.names.insert(each.text);
    return std::nullopt;
  }

  std::optional<fault> request(std::string_view text) {
    step next;
    next.line = line_;
    if (auto problem = message(text, false, next.request)) return problem;
    if (next.request.empty()) return fault{2, "expected a message"};
    if (now_.host.empty())
      return fault{1, "no server to send to: --connect, or a line `= connect HOST:PORT` before it"};
    next.to = target_index();
    add_step(out_, std::move(next));
    answerable_ = true;
    return std::nullopt;
  }

  std::optional<fault> expected(std::string_view text) {
    if (!answerable_) return fault{1, "an answer without a request right before it"};
    answerable_ = false;
    step& last = out_.units.back().steps.back();
    last.expected_line = line_;
    return message(text, true, last.expected.emplace());
  }

  std::optional<fault> setting(std::string_view text) {
    auto const word = words(text);
    auto const column = [&](std::size_t i) { return static_cast<std::size_t>(word[i].data() - text.data()) + 2; };
    if (word.size() == 2 && word[0] == "connect") {
      auto const place = parse_connect(word[1]);
      if (!place) return fault{column(1), "expected HOST:PORT"};
      now_.host = place->host;
      now_.port = place->port;
    } else if (word.size() == 3 && word[0] == "user") {
      if (!set_user(now_, word[1], word[2]))
        return fault{column(1), "expected KUNDENR (4 digits) and ID (8 characters)"};
    } else if (word.size() == 2 && word[0] == "code-page") {
      auto const page = find_code_page(word[1]);
      if (!page) return fault{column(1), "expected ISO-8859-1, IBM277 or IBM1142"};
      now_.page = *page;
    } else if (word.size() == 2 && word[0] == "framing") {
      auto const frame = find_framing(word[1]);
      if (!frame) return fault{column(1), "expected one of " + framing_names()};
      now_.frame = *frame;
    } else {
      return fault{2, "expected connect HOST:PORT, user KUNDENR ID, code-page PAGE or framing KIND"};
    }
    answerable_ = false;
    return std::nullopt;
  }

  std::size_t target_index() {
    auto const found = std::ranges::find(out_.targets, now_);
    if (found != out_.targets.end()) return static_cast<std::size_t>(found - out_.targets.begin());
    out_.targets.push_back(now_);
    return out_.targets.size() - 1;
  }

  script out_;
  target now_;
  std::size_t line_ = 0;
  bool answerable_ = false;
};

}  // namespace

std::string script_error::text() const {
  std::string out = file;
  if (line > 0) out += ":" + std::to_string(line);
  if (column > 0) out += ":" + std::to_string(column);
  return out + ": " + problem;
}

std::optional<target> parse_connect(std::string_view text) {
  std::size_t const colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  std::string_view host = text.substr(0, colon);
  std::string_view const port = text.substr(colon + 1);
  if (host.starts_with('[') && host.ends_with(']'))
    host = host.substr(1, host.size() - 2);
  else if (host.find(':') != std::string_view::npos)
    return std::nullopt;
  if (host.empty() || port.size() > 5 || !codec::is_digits(port) || codec::number(port) > 65535) return std::nullopt;
  target out;
  out.host = host;
  out.port = port;
  return out;
}

bool set_user(target& to, std::string_view kundenr, std::string_view user) {
  if (kundenr.size() > 4 || !codec::is_digits(kundenr) || user.empty() || user.size() > 8) return false;
  to.kundenr = std::string(4 - kundenr.size(), '0') + std::string(kundenr);
  to.user = user;
  return true;
}

result<script, script_error> parse_script(std::string_view bytes, std::string name, target start) {
  file_reader reader(std::move(name), std::move(start));
  for (std::string_view rest = bytes; !rest.empty();) {
    std::size_t const end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (auto problem = reader.line(line)) return *problem;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  script out = reader.take();
  out.digest = crypto::sha256_hex(bytes);
  return out;
}

}  // namespace samspil::client::replay
