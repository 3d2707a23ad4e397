// How a customer's client certificate is named (`customer add --certificate`).
#pragma once

#include <string>
#include <string_view>

#include "admin/values.hpp"

namespace samspil::admin {

/// A SHA-256 fingerprint, with colons or without, as 64 lower-case hex digits; else a subject as the server compares
/// it: `CN=name,O=organisation,C=DK`, RFC 2253, the last part first, in UTF-8. Takes what `openssl x509 -noout
/// -subject` prints too: `subject=C = DK, O = organisation, CN = name`, /C=DK/O=organisation/CN=name, and bytes as
/// \C3\B8. What can be no certificate's is an error.
value_result<std::string> certificate_form(std::string_view text);

}  // namespace samspil::admin
