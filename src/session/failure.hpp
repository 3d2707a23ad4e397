// A broken machine is an exception, caught once for each message (architecture.md).
#pragma once

#include <exception>
#include <string_view>

namespace samspil::session {

/// The FEJLNR for what a message met: 08 for a full queue or a conflict, else 09, and then it is logged as
/// "`what` could not be served".
unsigned fejlnr_of(std::exception_ptr failure, std::string_view what);

}  // namespace samspil::session
