// Internal. Journal rows as a value holds them (row_block.hpp). Behind the JOURNAL-ROW:
//
//   how long its tail is packed, four bytes, the highest first
//   its tail, packed
#pragma once

#include "rec/store.hpp"
#include "store/row_block.hpp"

namespace samspil::store {

struct journal_form {
  using record = rec::JOURNAL_ROW;
  static bool append_tail(std::string_view row, std::string& to);
  static bool take_tail(std::string_view& rest, char const* head, std::string& rows);
};
using journal_block = row_block<journal_form>;

}  // namespace samspil::store
