#include "rules/protection.hpp"

#include <algorithm>
#include <vector>

#include "rules/household.hpp"
#include "rules/protections.hpp"
#include "rules/road.hpp"

namespace samspil::rules {
namespace {

using row = rec::PERSON_004;

}  // namespace

bool is_in_force(std::string_view start, std::string_view end, std::string_view day) {
  std::string const to = digits_of(end);
  return digits_of(start) <= day && (to.empty() || is_zero(to) || day < to);
}

std::optional<codec::view<rec::PERSON_004>> protection_in_force(record::person const& person, std::string_view type,
                                                                std::string_view day) {
  for (std::string_view bytes = person.first(record::type_of<row>()); !bytes.empty(); bytes = person.next(bytes)) {
    codec::view<row> const v(bytes);
    if (v[row::BESKYTTYPE] == type && is_in_force(v[row::START_DT_BESKYTTELSE], v[row::SLET_DT_BESKYTTELSE], day))
      return v;
  }
  return std::nullopt;
}

protection_change::protection_change(data_facts const& f)
    : set(f.text("HANDLING") == "S"),
      type(protection_type(f.keys.haendelse())),
      hdto(f.keys.hdto()),
      end(dashed(set ? f.text("SLUTDTO") : f.keys.hdto())) {}

std::string protection_change::start_of(record::person const& person) const {
  if (set) return dashed(hdto);
  auto found = protection_in_force(person, type, hdto);
  // Who looks at the event after it has taken effect finds the protection that it ended.
  for (std::string_view bytes = person.first(record::type_of<row>()); !found && !bytes.empty();
       bytes = person.next(bytes)) {
    codec::view<row> const v(bytes);
    if (v[row::BESKYTTYPE] == type && v[row::SLET_DT_BESKYTTELSE] == end) found = v;
  }
  return found ? std::string((*found)[row::START_DT_BESKYTTELSE]) : std::string();
}

bool protection_change::is_done(record::person const& person) const {
  return protection_in_force(person, type, hdto).has_value() == set;
}

void protection_change::apply(record::person& person) const {
  auto const lifted = set ? std::nullopt : protection_in_force(person, type, hdto);
  std::vector<std::string> rows;
  for (std::string_view const bytes : person.all(record::type_of<row>())) {
    codec::buffer<row> one{bytes};
    if (set && one[row::BESKYTTYPE] == type) continue;
    if (lifted && lifted->bytes().data() == bytes.data()) one.set(row::SLET_DT_BESKYTTELSE, end);
    rows.emplace_back(one.bytes());
  }
  if (set) {
    codec::buffer<row> one;
    one.set(row::RECORDTYPE, record::type_of<row>())
        .set(row::PNR, person.pnr())
        .set(row::BESKYTTYPE, type)
        .set(row::START_DT_BESKYTTELSE, dashed(hdto))
        .set(row::SLET_DT_BESKYTTELSE, end);
    rows.emplace_back(one.bytes());
  }
  std::stable_sort(rows.begin(), rows.end(), [](std::string const& a, std::string const& b) {
    return codec::view<row>(a)[row::BESKYTTYPE] < codec::view<row>(b)[row::BESKYTTYPE];
  });
  person.remove(record::type_of<row>());
  for (std::string const& one : rows) person.add(one);
}

}  // namespace samspil::rules
