#include "record/cpr_file.hpp"

#include <algorithm>
#include <array>

#include "base/date.hpp"
#include "codec/field.hpp"
#include "rec/authority.hpp"
#include "rec/person.hpp"
#include "rec/road.hpp"
#include "record/person.hpp"

namespace samspil::record {
namespace {

constexpr auto is_control = [] {
  std::array<bool, 256> out{};
  for (unsigned c = 0; c < 256; ++c) out[c] = c < 0x20 || (c >= 0x7F && c < 0xA0);
  return out;
}();

/// 0-based place of the first control character, the size when there is none.
std::size_t first_control(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && !is_control[static_cast<unsigned char>(text[i])]) ++i;
  return i;
}

/// A line end within the first record's length, or right behind it, tells line form. What is no record of the family
/// counts as the start record that should stand there.
bool has_line_form(std::string_view bytes, file_family family) {
  std::size_t const first = file_record_length(family, record_type(bytes));
  std::string_view const begin = bytes.substr(0, (first != 0 ? first : file_record_length(family, 0)) + 2);
  return begin.find('\n') != std::string_view::npos;
}

/// The line that begins at `offset`, without its end.
std::string_view line_at(std::string_view bytes, std::size_t offset) {
  std::string_view line = bytes.substr(offset, bytes.find('\n', offset) - offset);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

/// Field `f` of a record whose trailing blanks may have been stripped.
template <class Field>
std::string field_of(file_record const& record, Field const&) {
  std::string out(record.raw.substr(std::min(Field::offset, record.raw.size()), Field::width));
  out.resize(Field::width, ' ');
  return out;
}

}  // namespace

cpr_file::cpr_file(std::string_view bytes, file_family family, std::string source, bool without_end)
    : bytes_(bytes), family_(family), source_(std::move(source)), without_end_(without_end),
      line_form_(has_line_form(bytes, family)) {}

decode_error cpr_file::error_at(file_record const& at, std::string_view field, std::size_t byte,
                                std::string expected) const {
  return {source_, at.number, file_record_name(family_, at.type), std::string(field), byte, std::move(expected)};
}

decode_error cpr_file::error_here(std::string_view field, std::size_t byte, std::string expected) const {
  return {source_, taken_ + 1, "", std::string(field), byte, std::move(expected)};
}

/// Nothing but blank lines is left (solid form: nothing).
bool cpr_file::at_end() const {
  std::string_view const rest = bytes_.substr(at_);
  if (!line_form_) return rest.empty();
  return rest.find_first_not_of(" \r\n") == std::string_view::npos;
}

result<file_record> cpr_file::take_line() {
  std::string_view const line = line_at(bytes_, at_);
  if (line.find_first_not_of(' ') == std::string_view::npos)
    return error_here("", 1, "a record (blank lines stand at the end only)");
  file_record out{taken_ + 1, record_type(line), at_, 0, line};
  out.length = file_record_length(family_, out.type);
  if (out.length == 0) return error_here("RECORDTYPE", 1, "a record type of this file");
  if (line.size() > out.length)
    return error_at(out, "", out.length + 1, "a line end, the record has " + std::to_string(out.length) + " bytes");
  std::size_t const end = bytes_.find('\n', at_);
  at_ = end == std::string_view::npos ? bytes_.size() : end + 1;
  return out;
}

result<file_record> cpr_file::take_solid() {
  std::string_view const rest = bytes_.substr(at_);
  file_record out{taken_ + 1, record_type(rest), at_, 0, {}};
  out.length = file_record_length(family_, out.type);
  if (out.length == 0) {
    if (rest.size() < 3) return error_here("RECORDTYPE", rest.size() + 1, "3 digits");
    return error_here("RECORDTYPE", 1, "a record type of this file");
  }
  if (family_ == file_family::roads && out.type == unread_road_record)
    return error_at(out, "RECORDTYPE", 1, "no record 015 in solid form, its length is in doubt");
  if (rest.size() < out.length) return error_at(out, "", rest.size() + 1, std::to_string(out.length) + " bytes");
  out.raw = rest.substr(0, out.length);
  at_ += out.length;
  return out;
}

result<file_record> cpr_file::take() {
  auto out = line_form_ ? take_line() : take_solid();
  if (!out) return out;
  if (std::size_t const bad = first_control(out->raw); bad < out->raw.size())
    return error_at(*out, "", bad + 1, "no control character");
  ++taken_;
  return out;
}

std::optional<decode_error> cpr_file::check_owner(file_record const& record) const {
  for (unsigned n = 0; n < 2; ++n) {
    owner_part const part = owner_of(family_, record.type, n);
    if (part.width == 0) break;
    if (record.raw.size() < part.offset + part.width || !codec::is_digits(record.raw.substr(part.offset, part.width)))
      return error_at(record, part.name, part.offset + 1, std::to_string(part.width) + " digits");
  }
  return std::nullopt;
}

result<file_header> cpr_file::header() {
  if (at_end()) return error_here("RECORDTYPE", 1, "record 000");
  auto const record = take();
  if (!record) return record.error();
  if (record->type != 0) return error_at(*record, "RECORDTYPE", 1, "record 000 first");

  auto date_error = [&](std::string_view field, std::size_t offset, std::string expected) {
    return error_at(*record, field, offset + 1, std::move(expected));
  };
  file_header out;
  if (family_ == file_family::persons) {
    using row = rec::PERSON_000;
    out = {field_of(*record, row::OPGAVENR), field_of(*record, row::PRODDTO), field_of(*record, row::PRODDTOFORRIG)};
    if (!parse_date8(out.proddto)) return date_error(row::PRODDTO.name, row::PRODDTO.offset, "a date yyyyMMdd");
    if (out.proddtoforrig != "00000000" && !parse_date8(out.proddtoforrig))
      return date_error(row::PRODDTOFORRIG.name, row::PRODDTOFORRIG.offset, "a date yyyyMMdd or zeros");
    return out;
  }
  // Authority and road files begin alike.
  using row = rec::ROAD_000;
  static_assert(rec::AUTHORITY_000::length == row::length);
  out = {field_of(*record, row::OPGAVENR), field_of(*record, row::PRODDTO), ""};
  if (!parse_date8(out.proddto)) return date_error(row::PRODDTO.name, row::PRODDTO.offset, "a date yyyyMMdd");
  return out;
}

std::optional<decode_error> cpr_file::check_end(file_record const& record) {
  std::size_t const offset = counter_offset(family_);
  std::string const counted = std::to_string(100'000'000 + count_).substr(1);
  if (record.raw.size() < record.length || record.raw.substr(offset) != counted)
    return error_at(record, "TAELLER", offset + 1, counted + ", the records between 000 and 999");
  ended_ = true;
  if (!at_end()) return error_here("", 1, "nothing behind record 999");
  at_ = bytes_.size();
  return std::nullopt;
}

result<std::optional<file_record>> cpr_file::next() {
  std::optional<file_record> const none;
  if (ended_) return none;
  if (at_end()) {
    if (without_end_) return none;
    return error_here("RECORDTYPE", 1, "record 999");
  }
  auto record = take();
  if (!record) return record.error();
  if (record->type == 0) return error_at(*record, "RECORDTYPE", 1, "one record 000, at the beginning");
  if (record->type == 999) {
    if (auto wrong = check_end(*record)) return *wrong;
    return none;
  }
  if (auto wrong = check_owner(*record)) return *wrong;
  ++count_;
  return std::optional<file_record>(*record);
}

file_record cpr_file::record_at(std::size_t offset) const {
  file_record out{0, record_type(bytes_.substr(offset, 3)), offset, 0, {}};
  out.length = file_record_length(family_, out.type);
  out.raw = line_form_ ? line_at(bytes_, offset) : bytes_.substr(offset, out.length);
  return out;
}

}  // namespace samspil::record
