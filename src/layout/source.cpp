#include "layout/source.hpp"

#include <algorithm>
#include <optional>

namespace samspil::layout {
namespace {

constexpr std::size_t indicator_column = 7;
constexpr std::size_t last_text_column = 72;
constexpr std::size_t text_width = last_text_column - indicator_column;

/// Calls f(line) for each line, without its line end, until f gives false.
template <class F>
void each_line(std::string_view text, F const& f) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t const end = std::min(text.find('\n', at), text.size());
    if (!f(text.substr(at, end - at))) return;
    at = end + 1;
  }
}

bool all(std::string_view text, bool (*test)(char)) { return std::all_of(text.begin(), text.end(), test); }
bool is_blank(char c) { return c == ' ' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A line that fixed format can mean: a blank or numbered sequence area and a known indicator.
bool looks_fixed(std::string_view line) {
  std::string_view const sequence = line.substr(0, indicator_column - 1);
  if (line.size() < indicator_column) return all(line, is_blank);
  if (!all(sequence, is_blank) && !all(sequence, is_digit)) return false;
  return std::string_view(" */-Dd\r").find(line[indicator_column - 1]) != std::string_view::npos;
}

format detected(std::string_view text) {
  format found = format::fixed;
  each_line(text, [&](std::string_view line) {
    if (!looks_fixed(line)) found = format::free;
    return found == format::fixed;
  });
  return found;
}

struct fault {
  std::size_t column;
  std::string reason;
};

/// Why a fixed line cannot be read; nothing when it can.
std::optional<fault> refused(std::string_view line) {
  if (std::size_t const tab = line.find('\t'); tab != std::string_view::npos)
    return fault{tab + 1, "a tab in fixed format"};
  if (line.size() < indicator_column) return std::nullopt;
  if (std::string_view(" */-Dd").find(line[indicator_column - 1]) != std::string_view::npos) return std::nullopt;
  return fault{indicator_column, "expected a blank, * / D or - as indicator"};
}

}  // namespace

/// Takes the lines of a copybook one by one.
class source_reader {
 public:
  explicit source_reader(format as) : fixed_(as == format::fixed) {}

  std::optional<copybook_error> take(std::string_view line) {
    ++number_;
    std::string clean(line);
    if (clean.ends_with('\r')) clean.back() = ' ';
    auto f = fixed_ ? refused(clean) : std::nullopt;
    for (char& c : clean)
      if (c == '\t') c = ' ';
    if (!f && fixed_)
      f = fixed_line(clean);
    else if (!f)
      f = text_line(clean, 1);
    if (f) return copybook_error{"", {number_, f->column}, std::move(f->reason)};
    return std::nullopt;
  }

  source done() {
    begin_piece({number_ + 1, 1});
    return std::move(out_);
  }

 private:
  std::optional<fault> fixed_line(std::string_view line) {
    std::string_view const text = line.substr(std::min(line.size(), indicator_column), text_width);
    char const indicator = line.size() < indicator_column ? ' ' : line[indicator_column - 1];
    if (indicator == ' ') return text_line(text, indicator_column + 1);
    if (indicator == '-') return continuation(text);
    out_.text_ += '\n';
    return std::nullopt;
  }

  std::optional<fault> text_line(std::string_view text, std::size_t column) {
    quote_ = 0;
    begin_piece({number_, column});
    return append(text, column);
  }

  /// Joins `text` to what came before: within a literal behind its last column, else behind the last word.
  std::optional<fault> continuation(std::string_view text) {
    std::size_t const first = text.find_first_not_of(' ');
    std::size_t column = indicator_column + 1 + std::min(first, text.size());
    if (first == std::string_view::npos) return fault{column, "a continuation line without text"};
    text.remove_prefix(first);
    bool const in_literal = quote_ != 0;
    if (in_literal && text.front() != quote_)
      return fault{column, "expected a quote, which continues the literal of the line before"};
    std::string& joined = out_.text_;
    joined.erase(joined.find_last_not_of(in_literal ? "\n" : " \n") + 1);
    if (joined.empty()) return fault{column, "a continuation line without a line before it"};
    if (in_literal) {
      joined.resize(std::max(joined.size(), line_end_), ' ');
      text.remove_prefix(1);
      ++column;
    }
    while (!out_.pieces_.empty() && out_.pieces_.back().offset >= joined.size()) out_.pieces_.pop_back();
    begin_piece({number_, column});
    return append(text, column);
  }

  void begin_piece(spot at) { out_.pieces_.push_back({out_.text_.size(), at}); }

  /// Adds `text`, which begins in `column`, up to an inline comment, and a line end.
  std::optional<fault> append(std::string_view text, std::size_t column) {
    line_end_ = out_.text_.size() + last_text_column + 1 - std::min(column, last_text_column);
    for (std::size_t i = 0; i < text.size(); ++i) {
      char const c = text[i];
      if (quote_ != 0) {
        if (c == quote_) quote_ = 0;
      } else if (c == '"' || c == '\'') {
        quote_ = c;
      } else if (c == '*' && i + 1 < text.size() && text[i + 1] == '>') {
        break;
      }
      if (static_cast<unsigned char>(c) < ' ' || c == 0x7f) return fault{column + i, "a control byte"};
      out_.text_ += c;
    }
    out_.text_ += '\n';
    return std::nullopt;
  }

  bool fixed_;
  source out_;
  std::size_t number_ = 0;
  std::size_t line_end_ = 0;  ///< where column 73 of the latest line of text stands, or would
  char quote_ = 0;            ///< of the literal that is open at the end of it
};

result<source> source::read(std::string_view copybook, format as) {
  source_reader reader(as == format::automatic ? detected(copybook) : as);
  std::optional<copybook_error> error;
  each_line(copybook, [&](std::string_view line) {
    error = reader.take(line);
    return !error;
  });
  if (error) return *error;
  return reader.done();
}

spot source::place(char const* at) const {
  std::size_t const offset = static_cast<std::size_t>(at - text_.data());
  auto const behind = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                       [](std::size_t o, piece const& p) { return o < p.offset; });
  if (behind == pieces_.begin()) return {1, 1};
  piece const& found = *(behind - 1);
  return {found.at.line, found.at.column + offset - found.offset};
}

copybook_error error_at(source const& from, std::string_view at, std::string reason) {
  return {"", from.place(at.data()), std::move(reason)};
}

}  // namespace samspil::layout
