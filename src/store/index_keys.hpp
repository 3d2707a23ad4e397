// Internal. Which index entries a row has; the library's callbacks, the
// verifier and the audit index use the same functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace samspil::store {

/// PNR and VENTENR of a WAITING-ROW.
std::string waiting_person_key(std::string_view row);
/// TILSTAND, HDTO and VENTENR.
std::string waiting_state_key(std::string_view row);
/// PNR and KUNDENR of a SUBSCRIPTION-ROW.
std::string subscriber_key(std::string_view row);
/// One PNR and SEQUENCE for each person of an AUDIT-ROW with its tail, each
/// person once; blank and zero PNR have none.
std::vector<std::string> audit_person_keys(std::string_view row);

}  // namespace samspil::store
