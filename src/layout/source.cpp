#include "layout/source.hpp"

#include <algorithm>
#include <optional>

namespace samspil::layout {
namespace {

constexpr std::size_t indicator_column = 7;
constexpr std::size_t last_text_column = 72;

/// Calls f(offset, line) for each line, without its line end, until f gives false.
template <class F>
void each_line(std::string_view text, F const& f) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t const end = std::min(text.find('\n', at), text.size());
    if (!f(at, text.substr(at, end - at))) return;
    at = end + 1;
  }
}

bool all(std::string_view text, bool (*test)(char)) { return std::all_of(text.begin(), text.end(), test); }
bool is_blank(char c) { return c == ' '; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A line that fixed format can mean: a blank or numbered sequence area and a known indicator.
bool looks_fixed(std::string_view line) {
  std::string_view const sequence = line.substr(0, indicator_column - 1);
  if (line.size() < indicator_column) return all(line, is_blank);
  if (!all(sequence, is_blank) && !all(sequence, is_digit)) return false;
  return std::string_view(" */-Dd").find(line[indicator_column - 1]) != std::string_view::npos;
}

format detected(std::string_view text) {
  format found = format::fixed;
  each_line(text, [&](std::size_t, std::string_view line) {
    if (!looks_fixed(line)) found = format::free;
    return found == format::fixed;
  });
  return found;
}

/// Where an inline comment begins in `line`; its size when there is none.
std::size_t comment_start(std::string_view line) {
  char quote = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    char const c = line[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '*' && i + 1 < line.size() && line[i + 1] == '>') {
      return i;
    }
  }
  return line.size();
}

/// Why a fixed line cannot be read, with its column; nothing when it can.
std::optional<std::pair<std::size_t, std::string>> refused(std::string_view line) {
  if (std::size_t const tab = line.find('\t'); tab != std::string_view::npos)
    return std::pair(tab + 1, std::string("a tab in fixed format"));
  if (line.size() < indicator_column) return std::nullopt;
  char const indicator = line[indicator_column - 1];
  if (indicator == ' ' || indicator == '*' || indicator == '/') return std::nullopt;
  if (indicator == '-') return std::pair(indicator_column, std::string("continuation lines are not supported"));
  return std::pair(indicator_column, std::string("expected a blank, * or / as indicator"));
}

void blank(std::string& text, std::size_t from, std::size_t to) {
  if (from < to)
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(from), text.begin() + static_cast<std::ptrdiff_t>(to), ' ');
}

/// Blanks what fixed format does not read of the line at `at`.
void keep_fixed(std::string& text, std::size_t at, std::size_t size) {
  bool const comment = size >= indicator_column && text[at + indicator_column - 1] != ' ';
  blank(text, at, at + (comment ? size : std::min(size, indicator_column)));
  blank(text, at + last_text_column, at + size);
}

}  // namespace

result<source> source::read(std::string_view copybook, format as) {
  source out;
  out.text_ = copybook;
  std::replace(out.text_.begin(), out.text_.end(), '\r', ' ');
  if (as == format::automatic) as = detected(out.text_);
  std::optional<copybook_error> error;
  std::size_t number = 0;
  each_line(copybook, [&](std::size_t at, std::string_view line) {
    ++number;
    if (as == format::fixed) {
      std::string const whole = out.text_.substr(at, line.size());
      if (auto const why = refused(whole)) error = copybook_error{"", {number, why->first}, why->second};
      keep_fixed(out.text_, at, line.size());
    }
    std::string_view const left = std::string_view(out.text_).substr(at, line.size());
    blank(out.text_, at + comment_start(left), at + line.size());
    for (std::size_t i = 0; i < line.size() && !error; ++i) {
      char& c = out.text_[at + i];
      if (c == '\t') c = ' ';
      if (static_cast<unsigned char>(c) < ' ' || static_cast<unsigned char>(c) == 0x7f)
        error = copybook_error{"", {number, i + 1}, "a control byte"};
    }
    return !error;
  });
  if (error) return *error;
  return out;
}

spot source::place(char const* at) const {
  std::string_view const before(text_.data(), static_cast<std::size_t>(at - text_.data()));
  std::size_t const line_start = before.rfind('\n') + 1;  // npos + 1 is 0: the first line
  return {static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1, before.size() - line_start + 1};
}

}  // namespace samspil::layout
