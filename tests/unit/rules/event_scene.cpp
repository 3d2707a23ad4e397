#include "event_scene.hpp"

#include "rec/all.hpp"

namespace samspil::test {
namespace {

using namespace samspil::rec;

template <class Record>
bool describe(std::string_view record, std::string& out) {
  if (record.substr(0, 3) != Record::name.substr(7)) return false;
  out = record.substr(0, 3);
  for (codec::column const& c : Record::columns()) {
    std::string_view const value = codec::trimmed(record.substr(c.offset, c.width));
    if (c.name == "RECORDTYPE" || (c.name == "PNR" && c.offset < 23) || rules::is_zero(value)) continue;
    out.append(" ").append(c.name).append("=").append(value);
  }
  return true;
}

template <class... Record>
std::string describe_any(std::string_view record) {
  std::string out;
  static_cast<void>((describe<Record>(record, out) || ...));
  return out;
}

}  // namespace

std::string as_text(std::string_view record) {
  return describe_any<PERSON_001, PERSON_002, PERSON_003, PERSON_004, PERSON_005, PERSON_006, PERSON_007, PERSON_008,
                      PERSON_010, PERSON_011, PERSON_012, PERSON_015, PERSON_023, PERSON_024, PERSON_025, PERSON_026,
                      PERSON_027, PERSON_028, PERSON_029, PERSON_099>(record);
}

std::string what_changed(rules::touched_person const& one) {
  record::person const earlier = record::undoable_part(one.before);
  record::change const made = record::change_between(earlier, one.after);
  std::string out;
  auto const before = earlier.all(), after = one.after.all();
  for (unsigned const at : made.removed_at) out += "-" + as_text(before[at]).substr(0, 3) + "\n";
  for (unsigned const at : made.added_at)
    if (record::record_type(after[at]) != 99) out += "+" + as_text(after[at]) + "\n";
  return out;
}

}  // namespace samspil::test
