// Copybooks that nobody wrote.
#pragma once

#include <cstdint>
#include <string>

namespace samspil::copybooks {

/// A copybook of fixed format with one to three records, of everything that
/// layout::read_copybook takes. With `nested` tables of DEPENDING ON stand in
/// tables too, which cobc takes with -fodoslide only.
std::string random_copybook(std::uint64_t seed, bool nested);

}  // namespace samspil::copybooks
