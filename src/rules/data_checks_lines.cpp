// Addresses in lines (KAD, SUA, UAD, UDR), and reports that change nothing.
#include "rec/sams_nvn.hpp"
#include "rules/data_checks.hpp"
#include "rules/naming.hpp"

namespace samspil::rules::due {
namespace {

using namespace samspil::rec;

bool blank(std::string_view text) { return codec::trimmed(text).empty(); }

/// Whether the five lines behind each other in a record are those of DATA.
template <class First>
bool same_lines(data_facts const& f, char const* field, std::string_view record, First) {
  data_field const& lines = *find_field(*f.keys.event, field);
  return record.substr(First::offset, lines.count * lines.stride) ==
         std::string_view(f.data).substr(lines.offset, lines.count * lines.stride);
}

bool same_contact_address(data_facts const& f) {
  using row = PERSON_006;
  auto const now = f.person.get<row>();
  return now && same_lines(f, "KONTAKTADR", now->bytes(), row::ADR1_KONTAKTADR) &&
         digits_of((*now)[row::SLET_DT_ADRTXT]) == digits_of(dashed(f.text("SLUTDTO")));
}

bool same_supplement(data_facts const& f) {
  using row = PERSON_002;
  auto const now = f.person.get<row>();
  return now && same_lines(f, "SUPLADR", now->bytes(), row::ADR1_SUPLADR) &&
         digits_of((*now)[row::SLET_DT_ADRTXT]) == digits_of(dashed(f.text("SLUTDTO")));
}

bool same_abroad(data_facts const& f) {
  using row = PERSON_005;
  auto const now = f.person.get<row>();
  return now && same_lines(f, "UDLANDADR", now->bytes(), row::UDLANDADR1) &&
         (*now)[row::UDR_LANDEKOD] == f.text("UDR-LANDEKOD");
}

bool same_name(data_facts const& f) {
  using row = PERSON_008;
  auto const now = f.person.get<row>();
  return now && (*now)[row::FORNVN] == f.text("FORNVN") && (*now)[row::MELNVN] == f.text("MELNVN") &&
         (*now)[row::EFTERNVN] == f.text("EFTERNVN") &&
         codec::trimmed((*now)[row::ADRNVN]) ==
             codec::trimmed(std::string_view(addressing_name(f)).substr(0, row::ADRNVN.width));
}

}  // namespace

bool gap_in_lines(data_facts const& f, data_field const* field, unsigned occurrence) {
  if (!blank(f.value(*field, occurrence))) return false;
  if (occurrence == 1) return true;
  for (unsigned later = occurrence + 1; later <= field->count; ++later)
    if (!blank(f.value(*field, later))) return true;
  return false;
}

bool nothing_changes(data_facts const& f, data_field const*, unsigned) {
  std::string_view const event = f.keys.haendelse();
  if (event == "KAD") return same_contact_address(f);
  if (event == "SUA") return same_supplement(f);
  return event == "UAD" ? same_abroad(f) : same_name(f);
}

bool no_name(data_facts const& f, data_field const* field, unsigned) { return blank(f.value(*field, 0)); }

bool name_was_cut(data_facts const& f, data_field const* field, unsigned) {
  return blank(f.value(*field, 0)) && addressing_name(f).size() > field->width;
}

}  // namespace samspil::rules::due
