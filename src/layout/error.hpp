// Where a copybook cannot be used, and why.
#pragma once

#include <boost/system/result.hpp>
#include <cstddef>
#include <stdexcept>
#include <string>

namespace samspil::layout {

/// A place in a copybook, both 1-based; columns count bytes.
struct spot {
  std::size_t line = 0;
  std::size_t column = 0;
  bool operator==(spot const&) const = default;
};

struct copybook_error {
  std::string source;  ///< file name; may be empty
  spot at;
  std::string reason;  ///< "COMP-3 is not supported", "expected a period", ...

  /// One line: `layouts/person.cpy:12:24: expected a picture`.
  std::string text() const;
  bool operator==(copybook_error const&) const = default;
};

template <class T>
using result = boost::system::result<T, copybook_error>;

/// value() on a failed result is a mistake of the program.
[[noreturn]] inline void throw_exception_from_error(copybook_error const& e, boost::source_location const&) {
  throw std::logic_error("unchecked result: " + e.text());
}

}  // namespace samspil::layout
