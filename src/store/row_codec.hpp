// Internal. Rows with a tail, to and from their bytes.
#pragma once

#include <string>
#include <string_view>

#include "store/rows.hpp"

namespace samspil::store {

/// JOURNAL-ROW and JOURNAL-TOUCHED entries; fills LAYOUT-VERSION, TOUCHED-COUNT
/// and REMOVED-LENGTH. Throws error when there are more than 99 or one is too long.
std::string encode(journal_row const& row);
/// Throws error that names what does not fit, by number.
journal_row parse_journal(std::string_view bytes);
/// The same for an audit row. The hash is taken as it stands.
audit_row parse_audit(std::string_view bytes);

/// Length of an audit row's part that is hashed: all but the hash.
inline constexpr std::size_t hash_length = 64;

}  // namespace samspil::store
