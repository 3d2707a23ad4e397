// Rows as a value and back, for tests of both kinds of row_block.
#pragma once

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace samspil::store {

template <class Block>
std::string value_with_rows(std::vector<std::string> const& rows) {
  Block value;
  for (std::string const& one : rows) BOOST_TEST(value.add(one));
  return std::string(value.bytes());
}

/// "not whole" when it is not, which then must have appended nothing.
template <class Block>
std::vector<std::string> rows_in(std::string_view value) {
  std::string bytes = "before";
  std::vector<std::size_t> ends;
  if (!Block::unpack(value, bytes, ends)) {
    BOOST_TEST(bytes == "before");
    BOOST_TEST(ends.empty());
    return {"not whole"};
  }
  std::vector<std::string> out;
  for (std::size_t i = 0, start = 6; i < ends.size(); start = ends[i++])
    out.push_back(bytes.substr(start, ends[i] - start));
  return out;
}

}  // namespace samspil::store
