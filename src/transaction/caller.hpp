// Who asks, and how the audit log writes it down.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "rules/source.hpp"
#include "store/audit.hpp"

namespace samspil::transaction {

/// A user of a customer on a connection.
struct caller {
  rules::actor actor;
  std::string address;      ///< textual IP address
  std::string certificate;  ///< SHA-256 of the client certificate in hex, blank without one
  std::uint64_t security_version = 0;  ///< of the database when `actor` was read or earlier; 0: not known
};

/// A row with who and what filled in, outcome O. `reference` and `dialognr` as in the request's HOVED.
store::audit_entry audit_of(caller const& who, std::string_view funktion, std::string_view reference = {},
                            std::string_view dialognr = "000000000000");
/// Adds the keys of an event (INIT-ANMODNING, 40 bytes); a PNR that is not ten digits stays out.
void add_keys(store::audit_entry& entry, std::string_view keys);

}  // namespace samspil::transaction
