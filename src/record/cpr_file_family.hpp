// The three families of CPR files and what a reader and a writer must know of
// each of their records (layouts/person.cpy, authority.cpy, road.cpy).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace samspil::record {

enum class file_family { persons, authorities, roads };

/// How the records of a file stand one after the other (formats.md, "Two encodings of a file").
enum class file_form {
  lines,           ///< each record on a line of its own, LF, trailing blanks kept
  stripped_lines,  ///< the same without trailing blanks
  solid,           ///< each record at its full length, no line ends
};

/// Record 000. PRODDTOFORRIG is blank where the family has none (authorities, roads).
struct file_header {
  std::string opgavenr;       ///< 6, as it came
  std::string proddto;        ///< yyyyMMdd
  std::string proddtoforrig;  ///< yyyyMMdd or zeros; empty for authorities and roads
  bool operator==(file_header const&) const = default;
};

/// Length in bytes of a record, 0 when the family has no such type. Road 015,
/// whose length is in doubt, has the longer of the two that are told: 66.
std::size_t file_record_length(file_family family, unsigned type);
/// "PERSON-002", "ROAD-004", "AUTHORITY-001".
std::string file_record_name(file_family family, unsigned type);

/// Road 015: kept unread, in line form only.
inline constexpr unsigned unread_road_record = 15;

/// A part of what says whose record it is. All parts are digits.
struct owner_part {
  std::string_view name;
  std::size_t offset;  ///< 0-based
  std::size_t width;
};
/// Bytes of the owner from byte 4 on: PNR 10, MYNKOD and MYNTYP 6, KOMKOD and VEJKOD 8.
std::size_t owner_width(file_family family);
/// The n-th part of a record's owner (0, 1); a width of 0 when there is none or
/// it is not checked: 910, where a bad number may be what the record is about, and road 015.
owner_part owner_of(file_family family, unsigned type, unsigned n);

/// Where TAELLER stands in record 999: 0-based.
std::size_t counter_offset(file_family family);

}  // namespace samspil::record
