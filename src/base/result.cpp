#include "base/result.hpp"

namespace samspil {

std::string decode_error::text() const {
  std::string out;
  auto add = [&](std::string const& part, char const* separator) {
    if (!out.empty()) out += separator;
    out += part;
  };
  if (!source.empty()) add(source, ": ");
  if (record_number != 0) add("record " + std::to_string(record_number), ": ");
  if (!record.empty()) add(record, ": ");
  if (!field.empty()) add(field, ": ");
  if (byte != 0) add("byte " + std::to_string(byte), field.empty() ? ": " : ", ");
  add("expected " + expected, ": ");
  return out;
}

}  // namespace samspil
