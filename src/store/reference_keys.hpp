// Internal. Keys of reference data; see tables.hpp.
#pragma once

#include "store/keys.hpp"
#include "store/reference.hpp"

namespace samspil::store {

inline key road_key(std::uint64_t generation, std::string_view komkod, std::string_view vejkod) {
  return generation_key(generation).add(komkod).add(vejkod);
}
inline key dwelling_key(std::uint64_t generation, std::string_view komkod, std::string_view vejkod,
                        std::string_view husnr, std::string_view etage, std::string_view sidedoer) {
  return generation_key(generation).add(komkod).add(vejkod).padded(husnr, 4).padded(etage, 2).padded(sidedoer, 4);
}
inline key authority_key(std::uint64_t generation, std::string_view mynkod, std::string_view myntyp) {
  return generation_key(generation).add(mynkod).add(myntyp);
}
inline key row_key(reference kind, std::uint64_t generation, std::string_view rest) {
  return key().digits(static_cast<unsigned>(kind), 1).digits(generation, 6).add(rest);
}

}  // namespace samspil::store
