#include "rules/protection.hpp"

#include "rules/household.hpp"

namespace samspil::rules {

std::optional<codec::view<rec::PERSON_004>> protection_in_force(record::person const& person, std::string_view type,
                                                                std::string_view day) {
  using row = rec::PERSON_004;
  for (std::string_view bytes = person.first(record::type_of<row>()); !bytes.empty(); bytes = person.next(bytes)) {
    codec::view<row> const v(bytes);
    if (v[row::BESKYTTYPE] != type || digits_of(v[row::START_DT_BESKYTTELSE]) > day) continue;
    std::string const end = digits_of(v[row::SLET_DT_BESKYTTELSE]);
    if (end.empty() || day < end) return v;
  }
  return std::nullopt;
}

}  // namespace samspil::rules
