#include "record/address.hpp"
#include "rules/data_checks.hpp"

namespace samspil::rules::due {
namespace {

/// Printable in ISO-8859-1: no control character of either half.
bool printable(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return (byte >= 0x20 && byte < 0x7F) || byte >= 0xA0;
}

}  // namespace

bool required(data_facts const& f, data_field const* field, unsigned occurrence) {
  if (field->name == "HUSNR" && record::is_administrative_road(f.text("VEJKOD"))) return false;
  std::string_view const value = f.value(*field, occurrence);
  return field->type == codec::kind::digits ? is_zero(value) : codec::trimmed(value).empty();
}

bool no_number(data_facts const& f, data_field const* field, unsigned occurrence) {
  return !codec::is_digits(f.value(*field, occurrence));
}

bool foreign_character(data_facts const& f, data_field const* field, unsigned occurrence) {
  for (char const c : f.value(*field, occurrence))
    if (!printable(c)) return true;
  return false;
}

bool awaits_decision(data_facts const& f, data_field const*, unsigned) {
  return f.keys.source.awaits_approval(f.keys.pnr(), f.keys.haendelse());
}

}  // namespace samspil::rules::due
