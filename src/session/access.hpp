// From where a customer may log on: address ranges and a bound certificate.
#pragma once

#include <string_view>

#include "session/handler.hpp"
#include "store/rows.hpp"

namespace samspil::session {

/// Whether `address` lies in `range`, "192.0.2.0/24" or "2001:db8::/32" (a
/// range without a length is one address). False for what does not parse.
bool in_range(std::string_view address, std::string_view range);

/// Whether the peer may log on as this customer: one of its ranges holds the
/// address (none given: any), and the certificate is the one it is bound to, if any.
bool may_come_from(store::customer_row const& customer, peer const& from);

/// Whether the customer has a list of address ranges at all.
bool has_address_list(store::customer_row const& customer);

}  // namespace samspil::session
