// What a function that reads outside bytes gives back: the value, or where and
// why the bytes do not parse. Never the content of the field.
#pragma once

#include <boost/system/result.hpp>
#include <cstddef>
#include <stdexcept>
#include <string>

namespace samspil {

/// Where bytes failed to parse. Byte positions are 1-based, as in the contract.
struct decode_error {
  std::string source;         ///< file, message or table; may be empty
  std::size_t record_number;  ///< 1-based, 0 when there is only one
  std::string record;         ///< record or layout name; may be empty
  std::string field;          ///< as in the layout; may be empty
  std::size_t byte;           ///< 1-based within the record, 0 when it does not apply
  std::string expected;       ///< "digits", "035 bytes", ...

  /// One line: `persons.txt: record 12: PERSON-001: PERSONSTATUS, byte 24: expected digits`.
  std::string text() const;
  bool operator==(decode_error const&) const = default;
};

template <class T, class E = decode_error>
using result = boost::system::result<T, E>;

/// value() on a failed result is a mistake of the program.
[[noreturn]] inline void throw_exception_from_error(decode_error const& e, boost::source_location const&) {
  throw std::logic_error("unchecked result: " + e.text());
}

}  // namespace samspil
