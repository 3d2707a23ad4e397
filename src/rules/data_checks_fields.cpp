#include "record/address.hpp"
#include "rules/data_checks.hpp"

namespace samspil::rules::due {
namespace {

/// Printable in ISO-8859-1: no control character of either half.
bool printable(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return (byte >= 0x20 && byte < 0x7F) || byte >= 0xA0;
}

/// Letters of ISO-8859-1: A-Z, a-z and 0xC0 to 0xFF but the two signs among them.
bool letter(char c) {
  auto const byte = static_cast<unsigned char>(c);
  if (byte >= 0xC0) return byte != 0xD7 && byte != 0xF7;
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool of_a_name(char c) { return letter(c) || c == ' ' || c == '-' || c == '\''; }
bool of_an_addressing_name(char c) { return of_a_name(c) || c == ','; }
bool of_a_mark(char c) { return c == '*' || c == ' '; }

/// What a field may hold (60).
auto character_set(std::string_view field) -> bool (*)(char) {
  if (field == "FORNVN" || field == "MELNVN" || field == "EFTERNVN") return of_a_name;
  if (field == "ADRNVN") return of_an_addressing_name;
  return field == "USIKKER-MRK" ? of_a_mark : printable;
}

/// HHmm
bool is_time(std::string_view digits) { return digits.substr(0, 2) < "24" && digits.substr(2, 2) < "60"; }

}  // namespace

bool required(data_facts const& f, data_field const* field, unsigned occurrence) {
  if (field->name == "HUSNR" && record::is_administrative_road(f.text("VEJKOD"))) return false;
  std::string_view const value = f.value(*field, occurrence);
  return field->type == codec::kind::digits ? is_zero(value) : codec::trimmed(value).empty();
}

bool no_number(data_facts const& f, data_field const* field, unsigned occurrence) {
  std::string_view const value = f.value(*field, occurrence);
  return !codec::is_digits(value) || (field->name == "DOEDSTID" && !is_time(value));
}

bool foreign_character(data_facts const& f, data_field const* field, unsigned occurrence) {
  auto const allowed = character_set(field->name);
  for (char const c : f.value(*field, occurrence))
    if (!allowed(c)) return true;
  return false;
}

bool awaits_decision(data_facts const& f, data_field const*, unsigned) {
  return f.keys.source.awaits_approval(f.keys.pnr(), f.keys.haendelse());
}

}  // namespace samspil::rules::due
