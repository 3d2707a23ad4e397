#include "layout/literal.hpp"

#include "layout/item_of_entry.hpp"
#include "layout/number.hpp"

namespace samspil::layout {
namespace {

literal_value no(std::string reason) { return {"", std::move(reason)}; }

bool is_quote(char c) { return c == '"' || c == '\''; }
bool is_hex(std::string_view literal) {
  return literal.size() > 2 && (literal[0] == 'X' || literal[0] == 'x') && is_quote(literal[1]);
}

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

/// The bytes of X"F1F2".
literal_value hex_bytes(std::string_view literal) {
  std::string const digits = unquoted(literal.substr(1));
  literal_value out;
  if (digits.empty() || digits.size() % 2 != 0) return no("expected pairs of hexadecimal digits");
  int high = -1;
  for (char const c : digits) {
    std::size_t const value = std::string_view("0123456789abcdef0123456789ABCDEF").find(c);
    if (value == std::string_view::npos) return no("expected pairs of hexadecimal digits");
    int const half = static_cast<int>(value % 16);
    if (high >= 0) out.value += static_cast<char>(high * 16 + half);
    high = high >= 0 ? -1 : half;
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

literal_value repeated(std::string const& part, std::size_t width) {
  if (part.empty()) return no("an empty literal");
  std::string out;
  while (out.size() < width) out += part;
  out.resize(width);
  return {std::move(out), ""};
}

/// A literal for an item of bytes.
literal_value text_in(node const& n, std::string_view literal, bool all) {
  literal_value text = is_hex(literal) ? hex_bytes(literal) : literal_value{unquoted(literal), ""};
  if (!text.reason.empty()) return text;
  if (all) return repeated(text.value, n.length);
  if (text.value.size() > n.length) return no("longer than its item");
  bool const right = !n.from->justified.empty();
  text.value.insert(right ? 0 : text.value.size(), n.length - text.value.size(), ' ');
  return text;
}

/// `literal` is a number: an optional sign, digits, an optional point and digits.
literal_value number_in(node const& n, std::string_view literal) {
  picture const& pic = *n.pic;
  bool const negative = literal.front() == '-';
  if ((negative || literal.front() == '+') && !pic.is_signed) return no("a sign, but its item has none");
  if (negative || literal.front() == '+') literal.remove_prefix(1);
  std::size_t const point = std::min(literal.find('.'), literal.size());
  std::string whole(literal.substr(0, point));
  std::string behind(literal.substr(std::min(point + 1, literal.size())));
  whole.erase(0, whole.find_first_not_of('0'));
  behind.erase(behind.find_last_not_of('0') + 1);
  if (behind.size() > pic.decimals) return no("more decimals than its item");
  behind.append(pic.decimals - behind.size(), '0');
  std::string digits = whole + behind;
  for (std::size_t i = 0; i < pic.tens; ++i) {
    if (digits.empty()) break;
    if (digits.back() != '0') return no("digits where its item has P");
    digits.pop_back();
  }
  digits.erase(0, digits.find_first_not_of('0'));
  if (digits.size() > pic.digits) return no("longer than its item");
  if (!is_number(n)) return {std::string(n.length - digits.size(), '0') + digits, ""};
  return {number_text({pic.decimals, pic.tens}, negative, digits.empty() ? "0" : digits), ""};
}

}  // namespace

bool is_number(node const& n) {
  if (!n.pic || n.pic->kind != category::digits) return false;
  return n.pic->is_signed || n.pic->decimals != 0 || n.pic->tens != 0 || n.stored != storage::display;
}

literal_value value_in(node const& n, std::string_view literal) {
  bool const digits = n.pic && n.pic->kind == category::digits;
  bool const all = upper(literal.substr(0, 3)) == "ALL" && literal.size() > 3;
  if (all) literal.remove_prefix(literal.find_first_not_of(" \n,;", 3));
  bool const quoted = is_quote(literal.front()) || is_hex(literal);
  bool const word = !quoted && literal.find_first_not_of("+-.0123456789") != std::string_view::npos;
  if (word) {
    char const byte = figurative_byte(upper(literal));
    if (digits && byte != '0') return no("expected digits");
    return digits ? number_in(n, "0") : literal_value{std::string(n.length, byte), ""};
  }
  if (digits) return quoted ? no("expected digits") : number_in(n, literal);
  return quoted ? text_in(n, literal, all) : no("expected a quoted text");
}

}  // namespace samspil::layout
