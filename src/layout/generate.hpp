// Writes C++ for the records of a copybook (src/codec/field.hpp says how it is
// used): a header with one struct for each level 01 and a source with what
// need not be seen, the X3 grammar of decode among it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/layout.hpp"

namespace samspil::layout {

struct generated {
  std::string header;
  std::string source;
};

/// `stem` names the files: "sams_fly" for rec/sams_fly.hpp. Errors: what a
/// record of the server itself may not have (S, COMP, DEPENDING ON, tables in
/// tables, edited pictures, names that C++ cannot take or that clash).
result<generated> generate(std::vector<record> const& records, std::string_view stem);

/// rec/all.hpp: includes every header of `stems` and lists the record types.
std::string generate_registry(std::vector<std::string> const& stems, std::vector<std::string> const& names);

/// rec/copybooks.cpp: the texts themselves, (name, text) each, for codec/copybooks.hpp.
std::string generate_copybooks(std::vector<std::pair<std::string, std::string>> const& copybooks);

/// A COBOL name in C++: hyphens become underscores.
std::string cpp_name(std::string_view name);

}  // namespace samspil::layout
