#include "layout/generate.hpp"

#include <algorithm>

#include "layout/generate_parts.hpp"

namespace samspil::layout {
namespace {

std::string joined(std::vector<std::string> const& parts, std::string_view separator) {
  std::string out;
  for (std::string const& part : parts) {
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

}  // namespace

result<generated> generate(std::vector<record> const& records, std::string_view stem) {
  generated out;
  out.header =
      "// Generated from the copybook by samspil-layoutgen.\n"
      "#pragma once\n\n"
      "#include <span>\n\n"
      "#include \"codec/column.hpp\"\n"
      "#include \"codec/field.hpp\"\n\n"
      "namespace samspil::rec {\n";
  out.source = "// Generated from the copybook by samspil-layoutgen.\n#include \"rec/" + std::string(stem) +
               ".hpp\"\n\n#include \"codec/fixed_width.ipp\"\n\nnamespace samspil::rec {\n";
  for (record const& r : records) {
    if (auto f = cpp_fault(r)) return *f;
    out.header += "\n" + struct_of(r);
    out.source += "\n" + functions_of(r);
  }
  out.header += "\n}  // namespace samspil::rec\n";
  out.source += "\n}  // namespace samspil::rec\n";
  return out;
}

std::string generate_registry(std::vector<std::string> const& stems, std::vector<std::string> const& names) {
  std::string out =
      "// Generated from the copybooks by samspil-layoutgen.\n"
      "#pragma once\n\n"
      "#include <tuple>\n\n";
  for (std::string const& stem : stems) out += "#include \"rec/" + stem + ".hpp\"\n";
  std::vector<std::string> types;
  for (std::string const& name : names) types.push_back(cpp_name(name));
  out += "\nnamespace samspil::rec {\n\n/// Every record of every copybook.\nusing all_records = std::tuple<\n    " +
         joined(types, ",\n    ") + ">;\n\n}  // namespace samspil::rec\n";
  return out;
}

std::string generate_copybooks(std::vector<std::pair<std::string, std::string>> const& copybooks) {
  std::string out =
      "// Generated from the copybooks by samspil-layoutgen.\n"
      "#include \"codec/copybooks.hpp\"\n\n"
      "namespace samspil::codec {\nnamespace {\n\nconstexpr copybook copybooks[] = {\n";
  for (auto const& [name, text] : copybooks) {
    out += "    {" + in_quotes(name) + ",\n";
    for (std::size_t at = 0; at < text.size();) {
      std::size_t const end = std::min(text.find('\n', at), text.size() - 1) + 1;
      out += "     " + in_quotes(std::string_view(text).substr(at, end - at)) + "\n";
      at = end;
    }
    out += "    },\n";
  }
  return out + "};\n\n}  // namespace\n\n"
         "std::span<copybook const> shipped_copybooks() { return copybooks; }\n\n"
         "}  // namespace samspil::codec\n";
}

std::string cpp_name(std::string_view name) {
  std::string out(name);
  for (char& c : out)
    if (c == '-') c = '_';
  return out;
}

}  // namespace samspil::layout
