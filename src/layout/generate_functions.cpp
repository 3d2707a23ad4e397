#include "layout/generate_parts.hpp"

namespace samspil::layout {
namespace {

/// One line of columns() for each elementary item that is not FILLER.
std::string columns_of(record const& r) {
  std::string out;
  for (std::size_t at = 1; at < r.items.size(); ++at) {
    item const& i = r.items[at];
    if (i.group() || i.name == "FILLER" || is_other_view(r, at)) continue;
    repetition const times = repetition_of(r, at);
    out += "    {" + in_quotes(i.name) + ", " + std::to_string(i.start - 1) + ", " + std::to_string(i.length) + ", " +
           (i.kind == category::digits ? "codec::kind::digits" : "codec::kind::text") + ", " +
           std::to_string(times.count) + ", " + std::to_string(times.stride) + "},\n";
  }
  return out;
}

/// A run of bytes of one kind, or a table with runs of both.
struct run {
  bool digits = false;
  std::size_t width = 0;
  std::size_t times = 1;
  std::vector<run> inner;
};

/// Neighbours of one kind become one run: the grammar need not tell them apart.
void append(std::vector<run>& runs, run next) {
  if (next.width == 0 && next.inner.empty()) return;
  if (!runs.empty() && runs.back().inner.empty() && next.inner.empty() && runs.back().digits == next.digits)
    runs.back().width += next.width;
  else
    runs.push_back(std::move(next));
}

std::vector<run> runs_below(record const& r, std::size_t at) {
  std::vector<run> out;
  for (std::size_t i = at + 1; i <= at + r.items[at].below; i += r.items[i].below + 1) {
    item const& child = r.items[i];
    if (!child.redefines.empty()) continue;
    bool const digits = child.kind == category::digits;
    std::vector<run> const inner =
        child.group() ? runs_below(r, i) : std::vector<run>{run{digits, child.length, 1, {}}};
    if (inner.size() == 1 && inner.front().inner.empty())
      append(out, run{inner.front().digits, inner.front().width * child.occurs, 1, {}});
    else if (child.occurs == 1)
      for (run const& part : inner) append(out, part);
    else
      append(out, run{false, 0, child.occurs, inner});
  }
  return out;
}

std::string grammar_of(std::vector<run> const& runs) {
  std::string out;
  for (run const& part : runs) {
    if (!out.empty()) out += " >> ";
    if (!part.inner.empty())
      out += "codec::times<" + std::to_string(part.times) + ">(" + grammar_of(part.inner) + ")";
    else
      out += (part.digits ? "codec::digits<" : "codec::text<") + std::to_string(part.width) + ">";
  }
  return out;
}

}  // namespace

std::string functions_of(record const& r) {
  std::string const type = cpp_name(r.name);
  std::string const columns = columns_of(r);
  std::string out = "namespace {\n";
  if (!columns.empty()) out += "constexpr codec::column columns_of_" + type + "[] = {\n" + columns + "};\n";
  std::string const list = columns.empty() ? "{}" : "columns_of_" + type;
  out += "constexpr auto initial_" + type + " = codec::initial_bytes<" + type + "::length>(" + list + ");\n";
  out += "constexpr auto grammar_of_" + type + " =\n    " + grammar_of(runs_below(r, 0)) + ";\n";
  out += "}  // namespace\n";
  out += "std::array<char, " + type + "::length> " + type + "::initial() { return initial_" + type + "; }\n";
  out += "std::span<codec::column const> " + type + "::columns() { return " + list + "; }\n";
  out += "bool " + type + "::parses(char const* bytes) { return codec::matches(bytes, length, grammar_of_" + type +
         "); }\n";
  return out;
}

}  // namespace samspil::layout
