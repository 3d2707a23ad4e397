#include "record/address.hpp"
#include "rules/data_checks.hpp"

namespace samspil::rules::due {
namespace {

bool blank(std::string_view text) { return codec::trimmed(text).empty(); }

}  // namespace

bool no_open_road(data_facts const& f, data_field const*, unsigned) { return !f.street().open_on(f.keys.hdto()); }

bool no_house_number(data_facts const& f, data_field const* field, unsigned) {
  std::string_view const husnr = f.value(*field, 0);
  if (blank(husnr) && record::is_administrative_road(f.text("VEJKOD"))) return false;
  return !record::is_house_number(husnr);
}

bool outside_intervals(data_facts const& f, data_field const* field, unsigned) {
  std::string_view const husnr = f.value(*field, 0);
  if (blank(husnr)) return false;  // an administrative road's, which 7102 allowed: a blank is neither even nor odd
  road const there = f.street();
  return there.has_intervals() && there.interval_holding("004", husnr).empty();
}

bool no_floor(data_facts const& f, data_field const* field, unsigned) {
  std::string_view const etage = f.value(*field, 0);
  return !blank(etage) && !record::is_floor(etage);
}

bool no_door(data_facts const& f, data_field const* field, unsigned) {
  std::string_view const sidedoer = f.value(*field, 0);
  return !blank(sidedoer) && (blank(f.text("ETAGE")) || !record::is_door(sidedoer));
}

bool same_address(data_facts const& f, data_field const*, unsigned) {
  std::string wanted(f.keys.komkod());
  for (char const* name : {"VEJKOD", "HUSNR", "ETAGE", "SIDEDOER", "BNR"}) wanted += f.text(name);
  return wanted == address_key(f.person);
}

bool building_outside_greenland(data_facts const& f, data_field const* field, unsigned) {
  return !blank(f.value(*field, 0)) && !record::in_greenland(f.keys.komkod());
}

bool administrative_road(data_facts const& f, data_field const* field, unsigned) {
  return record::is_administrative_road(f.value(*field, 0));
}

}  // namespace samspil::rules::due
