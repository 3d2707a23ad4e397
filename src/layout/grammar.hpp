// The grammar of copybooks (X3, kept in grammar.cpp).
#pragma once

#include <vector>

#include "layout/source.hpp"
#include "layout/syntax.hpp"

namespace samspil::layout {

/// The entries of `from`; their texts live as long as `from` does. Errors: the
/// place where the text stops to be a data description, and what was expected.
result<std::vector<entry>> parse_entries(source const& from);

}  // namespace samspil::layout
