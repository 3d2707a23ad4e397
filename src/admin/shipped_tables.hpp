// The tables that come with the program: rights of groups, texts of codes and
// messages, from records/*.txt that is built into the library.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "store/reference.hpp"

namespace samspil::admin {

/// "groups.txt", ...
std::string_view shipped_file(store::reference kind);
/// The rows of one file in line form, each at its full length. Errors: a line
/// longer than its row, control characters, two rows of one key, or rows that
/// the rules cannot read.
result<std::vector<std::string>> table_rows(store::reference kind, std::string_view file);
/// The key of a row: its leading fields, which no two rows share.
std::string_view table_key(store::reference kind, std::string_view row);

}  // namespace samspil::admin
