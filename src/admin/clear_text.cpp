#include "admin/clear_text.hpp"

#include "rec/authority.hpp"
#include "rec/road.hpp"
#include "rules/road.hpp"

namespace samspil::admin {
namespace {

constexpr std::string_view municipality_type = "05";
constexpr std::string_view country = "30";

/// `name` is `word` or ends with `-word`: KOMKOD, FRAFLYKOMKOD is none, UDR-LANDEKOD is LANDEKOD.
bool ends_in(std::string_view name, std::string_view word) {
  if (!name.ends_with(word)) return false;
  name.remove_suffix(word.size());
  return name.empty() || name.back() == '-';
}

}  // namespace

std::string clear_text::of(std::string_view field, std::string_view value, std::string_view komkod) const {
  if (field == "PERSONSTATUS") return code("STATUS", value);
  if (field == "CIVST") return code("CIVST", value);
  if (field == "FKIRK") return code("FKIRK", value);
  if (field == "BESKYTTYPE") return code("BESKYT", value);
  if (field == "HAENDELSE") return code("HAENDELSE", value);
  if (field == "KOMKOD" || field == "FRAFLYKOMKOD") return authority(value, municipality_type);
  if (ends_in(field, "LANDEKOD")) return authority(value, country);
  if (field == "VEJKOD") return road(komkod, value);
  return {};
}

std::string clear_text::code(std::string_view kind, std::string_view value) const {
  return std::string(texts_.find(kind, value, "da"));
}

std::string clear_text::authority(std::string_view mynkod, std::string_view myntyp) const {
  using row = rec::AUTHORITY_001;
  if (!codec::is_digits(mynkod)) return {};
  auto const found = scope_.authority(mynkod, myntyp);
  if (!found || found->size() < row::length) return {};
  return std::string(codec::trimmed(codec::view<row>(*found)[row::MYNNVN]));
}

std::string clear_text::road(std::string_view komkod, std::string_view vejkod) const {
  using row = rec::ROAD_001;
  if (!codec::is_digits(komkod) || !codec::is_digits(vejkod)) return {};
  auto const found = scope_.road(komkod, vejkod);
  if (!found) return {};
  std::string_view const record = rules::road(*found).first("001");
  if (record.size() < row::length) return {};
  return std::string(codec::trimmed(codec::view<row>(record)[row::VEJADRNVN]));
}

}  // namespace samspil::admin
