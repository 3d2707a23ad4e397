// Current records that end and become history rows (domain.md, "Effects in
// general"; formats.md, "Person records": 002 to 023, 005 to 024, 007 to 025,
// 008 to 026, 010 to 027, 011 to 028, 012 to 029).
#pragma once

#include <string>
#include <string_view>

#include "record/person.hpp"

namespace samspil::rules {

/// The date and mark that a period ends with.
struct period_end {
  std::string_view since12;      ///< yyyyMMddHHmm
  std::string_view mark = "";    ///< uncertainty mark
  std::string_view landekod = "";  ///< INDR-LANDEKOD of a 024
  char annkor = ' ';             ///< `A` for a period that an undo takes back
};

/// The history row that a current record becomes; empty for a type without history.
std::string history_row(std::string_view current, period_end const& end);
/// Puts the row of the person's current record of `type` behind the others of its
/// history; the current record stays. Nothing without one.
void end_period(record::person& person, unsigned type, period_end const& end);

/// The date on which the period of a current record begins: twelve digits as stored,
/// eight of a 011; empty for a type without history.
std::string period_start(std::string_view current);

/// The person's record of the type, or a new one that the person owns.
template <class Record>
codec::buffer<Record> record_of(record::person const& person) {
  if (auto const now = person.get<Record>()) return codec::buffer<Record>(now->bytes());
  codec::buffer<Record> out;
  out.set(Record::RECORDTYPE, record::type_of<Record>()).set(Record::PNR, person.pnr());
  return out;
}

}  // namespace samspil::rules
