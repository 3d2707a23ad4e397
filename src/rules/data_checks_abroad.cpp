#include "rec/authority.hpp"
#include "rules/data_checks.hpp"

namespace samspil::rules::due {
namespace {

constexpr std::string_view denmark = "5100";
/// A stay of so many months or fewer is no emigration (7203).
constexpr std::uint64_t months_at_home = 6;

}  // namespace

bool no_country(data_facts const& f, data_field const* field, unsigned) {
  using row = rec::AUTHORITY_001;
  for (std::string const& bytes : f.keys.source.authorities(f.value(*field, 0)))
    if (codec::view<row>(bytes)[row::MYNTYP] == country) return false;
  return true;
}

bool is_denmark(data_facts const& f, data_field const* field, unsigned) { return f.value(*field, 0) == denmark; }

bool short_stay(data_facts const& f, data_field const* field, unsigned) {
  return codec::number(f.value(*field, 0)) <= months_at_home;
}

bool reported_after(data_facts const& f, data_field const*, unsigned) {
  return *f.keys.event_date < f.keys.business_date;
}

}  // namespace samspil::rules::due
