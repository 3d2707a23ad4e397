#include "client/replay_ends.hpp"

#include <optional>

#include "base/date.hpp"
#include "codec/field.hpp"
#include "rec/person.hpp"

namespace samspil::client::replay {
namespace {

using first = rec::PERSON_000;
using last = rec::PERSON_999;

constexpr std::string_view start_type = "000", end_type = "999";

/// One record of a file, for what is wrong with it.
struct place {
  std::string const& file;
  std::size_t number;
  std::string_view name;

  decode_error fault(std::string_view field, std::size_t byte, std::string expected) const {
    return {file, number, std::string(name), std::string(field), byte, std::move(expected)};
  }
  template <class Field>
  decode_error fault(Field const&, std::string_view field, std::string expected) const {
    return fault(field, Field::offset + 1, std::move(expected));
  }
};

bool is_all(std::string_view text, char c) { return text.find_first_not_of(c) == std::string_view::npos; }

std::optional<decode_error> check_start(std::string_view record, place const& at) {
  if (record.size() < first::length)
    return at.fault("", record.size() + 1, std::to_string(first::length) + " bytes");
  codec::view<first> const v(record);
  if (!is_all(v[first::SORTFELT_10], '0')) return at.fault(first::SORTFELT_10, "SORTFELT-10", "zeros");
  if (!codec::is_digits(v[first::OPGAVENR])) return at.fault(first::OPGAVENR, "OPGAVENR", "6 digits");
  auto const made = parse_date8(v[first::PRODDTO]);
  if (!made) return at.fault(first::PRODDTO, "PRODDTO", "a date (yyyymmdd)");
  if (is_all(v[first::PRODDTOFORRIG], '0')) return std::nullopt;
  auto const before = parse_date8(v[first::PRODDTOFORRIG]);
  if (before && *before < *made) return std::nullopt;
  return at.fault(first::PRODDTOFORRIG, "PRODDTOFORRIG", "zeros, or a date before PRODDTO");
}

std::optional<decode_error> check_end(std::string_view record, place const& at, std::size_t between) {
  if (record.size() < last::length)
    return at.fault("", record.size() + 1, std::to_string(last::length) + " bytes");
  codec::view<last> const v(record);
  if (!is_all(v[last::SORTFELT_10], '9')) return at.fault(last::SORTFELT_10, "SORTFELT-10", "nines");
  if (codec::is_digits(v[last::TAELLER]) && codec::number(v[last::TAELLER]) == between) return std::nullopt;
  std::string const wanted = std::to_string(between);
  std::size_t const width = decltype(last::TAELLER)::width;
  std::string const zeros(wanted.size() < width ? width - wanted.size() : 0, '0');
  return at.fault(last::TAELLER, "TAELLER", zeros + wanted + ", the records between 000 and 999");
}

}  // namespace

std::size_t length_of_end(std::string_view bytes) {
  if (bytes.starts_with(start_type)) return first::length;
  return bytes.starts_with(end_type) ? last::length : 0;
}

result<bool> check_ends(records const& of, std::string const& file) {
  bool const begins = !of.empty() && of.front().starts_with(start_type);
  for (std::size_t i = begins ? 1 : 0; i < of.size(); ++i) {
    if (of[i].starts_with(end_type) && begins && i + 1 == of.size()) break;
    if (length_of_end(of[i]) == 0) continue;
    place const at{file, i + 1, of[i].starts_with(start_type) ? first::name : last::name};
    if (!begins) return at.fault("RECORDTYPE", 1, "a request: the file does not begin with a start record (000)");
    return at.fault("RECORDTYPE", 1, of[i].starts_with(end_type) ? "the end of the file behind it" : "a request");
  }
  if (!begins) return false;
  if (auto wrong = check_start(of.front(), {file, 1, first::name})) return std::move(*wrong);
  if (!of.back().starts_with(end_type))
    return place{file, of.size() + 1, last::name}.fault("RECORDTYPE", 1, "an end record (999)");
  if (auto wrong = check_end(of.back(), {file, of.size(), last::name}, of.size() - 2)) return std::move(*wrong);
  return true;
}

}  // namespace samspil::client::replay
