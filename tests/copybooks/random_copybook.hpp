// Copybooks that nobody wrote.
#pragma once

#include <cstdint>
#include <string>

namespace samspil::copybooks {

/// A copybook of fixed format with one to three records, of everything that
/// layout::read_copybook takes. With `nested` tables of DEPENDING ON stand in
/// tables too, which cobc takes with -fodoslide only.
std::string random_copybook(std::uint64_t seed, bool nested);

/// A record of 60 items whose pictures are symbols at random, of those that
/// layout::read_picture takes: whatever it takes cobc must take.
std::string random_pictures(std::uint64_t seed);

}  // namespace samspil::copybooks
