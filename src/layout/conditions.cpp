#include "layout/item_of_entry.hpp"
#include "layout/passes.hpp"

namespace samspil::layout {
namespace {

/// The content of a quoted literal, doubled quotes once.
std::string unquoted(std::string_view literal) {
  char const quote = literal.front();
  std::string out;
  for (std::size_t i = 1; i + 1 < literal.size(); ++i) {
    out += literal[i];
    if (literal[i] == quote) ++i;
  }
  return out;
}

/// The byte that a figurative constant fills its item with.
char figurative_byte(std::string const& word) {
  if (word.starts_with("ZERO")) return '0';
  if (word.starts_with("SPACE")) return ' ';
  if (word.starts_with("HIGH")) return '\xff';
  if (word.starts_with("LOW")) return '\0';
  return '"';
}

struct padded {
  std::string value;
  std::string reason;  ///< why not; empty when it is fine
};

/// `literal` as it stands in an item of `width` bytes.
padded in_item(std::string_view literal, std::size_t width, category kind) {
  bool const quoted = literal.front() == '"' || literal.front() == '\'';
  bool const word = !quoted && literal.find_first_not_of("+-.0123456789") != std::string_view::npos;
  if (word) {
    char const byte = figurative_byte(upper(literal));
    if (kind == category::digits && byte != '0') return {"", "expected digits"};
    return {std::string(width, byte), ""};
  }
  if (kind == category::digits) {
    if (quoted || literal.find_first_not_of("0123456789") != std::string_view::npos) return {"", "expected digits"};
    if (literal.size() > width) return {"", "longer than its item"};
    return {std::string(width - literal.size(), '0') + std::string(literal), ""};
  }
  if (!quoted) return {"", "expected a quoted text"};
  std::string text = unquoted(literal);
  if (text.size() > width) return {"", "longer than its item"};
  text.resize(width, ' ');
  return {std::move(text), ""};
}

}  // namespace

pass_result read_conditions(node& n, source const& from) {
  category const kind = n.pic ? n.pic->kind : category::text;
  for (entry const& e : n.conditions) {
    if (n.pic && (n.pic->is_signed || n.pic->decimals != 0))
      return copybook_error{"", from.place(e.level.data()), "a level 88 of an item with S or V is not supported"};
    condition out{upper(e.name), {}};
    for (value_range const& range : e.values.front()) {
      padded low = in_item(range.from, n.length, kind);
      if (!low.reason.empty()) return copybook_error{"", from.place(range.from.data()), low.reason};
      padded high = range.to.empty() ? low : in_item(range.to, n.length, kind);
      if (!high.reason.empty()) return copybook_error{"", from.place(range.to.data()), high.reason};
      if (high.value < low.value) return copybook_error{"", from.place(range.to.data()), "THRU below its first value"};
      out.values.push_back({std::move(low.value), std::move(high.value)});
    }
    n.allowed_values.push_back(std::move(out));
  }
  for (node& child : n.children)
    if (auto f = read_conditions(child, from)) return f;
  return std::nullopt;
}

}  // namespace samspil::layout
