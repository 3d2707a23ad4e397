// The rules of the house that a text can be held against (architecture.md).
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace samspil::house {

/// For each layer the layers that it may include, itself among them.
using layers = std::map<std::string, std::set<std::string>>;

/// From the samspil_layer(...) lines of src/CMakeLists.txt, what is linked
/// through others included.
layers layers_of(std::string_view cmake);

/// What is wrong with the includes of `path` ("store/database.cpp", below src):
/// one line each, "store/database.cpp:3: ...".
std::vector<std::string> include_faults(std::string_view path, std::string_view text, layers const& known);

/// What is wrong with the text of a C++ file anywhere in the project.
std::vector<std::string> style_faults(std::string_view path, std::string_view text);

}  // namespace samspil::house
