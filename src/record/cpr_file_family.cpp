#include "record/cpr_file_family.hpp"

#include <array>

#include "rec/authority.hpp"
#include "rec/road.hpp"
#include "record/person.hpp"

namespace samspil::record {
namespace {

using rec::PERSON_001;
using rec::ROAD_001;
using rec::AUTHORITY_001;

/// The two lengths of road record 015 that are told are 64 and 66.
constexpr std::size_t road_015_length_max = 66;

constexpr auto road_lengths = std::to_array<std::size_t>(
    {rec::ROAD_000::length, rec::ROAD_001::length, rec::ROAD_002::length, rec::ROAD_003::length, rec::ROAD_004::length,
     rec::ROAD_005::length, rec::ROAD_006::length, rec::ROAD_007::length, rec::ROAD_008::length, rec::ROAD_009::length,
     rec::ROAD_010::length, rec::ROAD_011::length, rec::ROAD_012::length, rec::ROAD_013::length, rec::ROAD_014::length,
     road_015_length_max});

constexpr auto authority_lengths =
    std::to_array<std::size_t>({rec::AUTHORITY_000::length, rec::AUTHORITY_001::length, rec::AUTHORITY_002::length});

template <class Field>
owner_part part(Field const& f) {
  return {f.name, Field::offset, Field::width};
}

}  // namespace

std::size_t file_record_length(file_family family, unsigned type) {
  if (family == file_family::persons) return person_record_length(type);
  if (family == file_family::roads) {
    if (type == 999) return rec::ROAD_999::length;
    return type < road_lengths.size() ? road_lengths[type] : 0;
  }
  if (type == 999) return rec::AUTHORITY_999::length;
  return type < authority_lengths.size() ? authority_lengths[type] : 0;
}

std::string file_record_name(file_family family, unsigned type) {
  if (family == file_family::persons) return person_record_name(type);
  std::string const digits = std::to_string(1000 + type).substr(1);
  return (family == file_family::roads ? "ROAD-" : "AUTHORITY-") + digits;
}

std::size_t owner_width(file_family family) {
  switch (family) {
    case file_family::persons: return decltype(PERSON_001::PNR)::width;
    case file_family::authorities:
      return decltype(AUTHORITY_001::MYNKOD)::width + decltype(AUTHORITY_001::MYNTYP)::width;
    case file_family::roads: break;
  }
  return decltype(ROAD_001::KOMKOD)::width + decltype(ROAD_001::VEJKOD)::width;
}

owner_part owner_of(file_family family, unsigned type, unsigned n) {
  switch (family) {
    case file_family::persons:
      if (type == 910 || n != 0) break;
      return type == 22 ? part(rec::PERSON_022::PNRGAELD) : part(PERSON_001::PNR);
    case file_family::authorities:
      if (n == 0) return part(AUTHORITY_001::MYNKOD);
      if (n == 1) return part(AUTHORITY_001::MYNTYP);
      break;
    case file_family::roads:
      if (type == unread_road_record) break;
      if (n == 0) return part(ROAD_001::KOMKOD);
      if (n == 1) return part(ROAD_001::VEJKOD);
      break;
  }
  return {"", 0, 0};
}

std::size_t counter_offset(file_family family) {
  return family == file_family::persons ? decltype(rec::PERSON_999::TAELLER)::offset
                                        : decltype(rec::ROAD_999::TAELLER)::offset;
}

}  // namespace samspil::record
