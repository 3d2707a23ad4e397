#include "layout/generate_parts.hpp"

namespace samspil::layout {
namespace {

std::string indent(std::size_t depth) { return std::string(2 * depth, ' '); }

/// `codec::field<FLY_DATA, 0, 4, codec::kind::digits>`
std::string type_of(record const& r, std::size_t at) {
  item const& i = r.items[at];
  repetition const times = repetition_of(r, at);
  std::string out = times.count == 1 ? "codec::field<" : "codec::repeated<";
  out += cpp_name(r.name) + ", " + std::to_string(i.start - 1) + ", " + std::to_string(i.length);
  out += i.kind == category::digits ? ", codec::kind::digits" : ", codec::kind::text";
  if (times.count != 1) out += ", " + std::to_string(times.count) + ", " + std::to_string(times.stride);
  return out + ">";
}

/// The level 88 of an item as a table beside it.
std::string allowed_values_of(item const& i, std::size_t depth) {
  std::size_t count = 0;
  std::string rows;
  for (condition const& c : i.conditions)
    for (allowed const& a : c.values) {
      ++count;
      rows += indent(depth + 1) + "{" + in_quotes(c.name) + ", " + in_quotes(a.from) + ", " + in_quotes(a.to) + "},\n";
    }
  if (count == 0) return {};
  return indent(depth) + "static constexpr std::array<codec::allowed, " + std::to_string(count) + "> " +
         cpp_name(i.name) + "_88{{\n" + rows + indent(depth) + "}};\n";
}

std::string members_of(record const& r, std::size_t at, std::size_t depth) {
  std::string out;
  for (std::size_t i = at + 1; i <= at + r.items[at].below; i += r.items[i].below + 1) {
    item const& child = r.items[i];
    bool const unnamed = child.name == "FILLER";
    if (child.group() && unnamed) {
      out += members_of(r, i, depth);
    } else if (child.group()) {
      out += indent(depth) + "struct " + cpp_name(child.name) + " {\n" + members_of(r, i, depth + 1) + indent(depth) +
             "};\n";
    } else if (!unnamed) {
      out += indent(depth) + "static constexpr " + type_of(r, i) + " " + cpp_name(child.name) + "{" +
             in_quotes(child.name) + "};\n" + allowed_values_of(child, depth);
    }
  }
  return out;
}

}  // namespace

std::string struct_of(record const& r) {
  std::string const length = std::to_string(r.length);
  return "struct " + cpp_name(r.name) +
         " {\n"
         "  static constexpr std::size_t length = " + length + ";\n" +
         "  static constexpr std::string_view name = " + in_quotes(r.name) + ";\n" + members_of(r, 0, 1) +
         "  /// X blank, 9 zeros.\n"
         "  static std::array<char, " + length + "> initial();\n" +
         "  /// Its elementary items in order, FILLER and redefinitions aside.\n"
         "  static std::span<codec::column const> columns();\n"
         "  /// True when the digits items hold digits; exactly `length` bytes.\n"
         "  static bool parses(char const* bytes);\n"
         "};\n";
}

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte >= ' ' && byte < 0x7f && c != '"' && c != '\\' && c != '?') {
      out += c;
    } else {
      out += '\\';
      for (int shift = 6; shift >= 0; shift -= 3) out += static_cast<char>('0' + ((byte >> shift) & 7));
    }
  }
  out += "\"";
  // A text with a zero byte would end there as a plain literal.
  return text.find('\0') == std::string_view::npos
             ? out
             : "std::string_view(" + out + ", " + std::to_string(text.size()) + ")";
}

}  // namespace samspil::layout
