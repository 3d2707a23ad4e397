// Internal. The journal rows of one transaction on their way to the table, several in
// a value (journal_block.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/error.hpp"
#include "store/journal_block.hpp"

namespace samspil::store {

class journal_values {
 public:
  /// Takes the row with this KVITTERINGSNR, which follows the one before. Throws error when it is not a row.
  void add(std::string_view row, std::uint64_t number) {
    if (row.size() < rec::JOURNAL_ROW::length) throw error("journal: a row that is none");
    rows_ += row;
    ends_.push_back(rows_.size());
    last_ = number;
  }
  bool empty() const { return ends_.empty(); }
  /// Gives the rows to `put(number of its last row, value)`, in as few values as do not waste room.
  template <class Put>
  void finish(Put const& put) {
    for (std::size_t at = 0; at < ends_.size();) {
      filled of = fill(at, page_max);
      if (of.bytes > in_page_max && of.bytes < page_worth) of = fill(at, in_page_max);
      at = of.end;
      put(last_ - (ends_.size() - at), block_.bytes().substr(0, of.bytes));
    }
    clear();
  }
  /// Forgets rows that were not given: their transaction is undone.
  void clear() {
    rows_.clear();
    ends_.clear();
  }

 private:
  /// A value up to here lies in its page, four to a page of 4 KiB.
  static constexpr std::size_t in_page_max = 970;
  /// A larger one has a page of its own, which is logged once and never split; two if it is longer than this.
  static constexpr std::size_t page_max = 4000;
  /// For less than this a page of its own would be mostly empty.
  static constexpr std::size_t page_worth = 2000;

  struct filled {
    std::size_t end;    ///< the first row that is not in it
    std::size_t bytes;  ///< how much of the block it is
  };

  /// Makes a value of the rows from `at` on while it is not longer than `most`; of one row at least.
  filled fill(std::size_t at, std::size_t most) {
    block_.clear();
    filled of{at, 0};
    for (; of.end < ends_.size(); ++of.end) {
      block_.add(row(of.end));
      if (of.end != at && block_.bytes().size() > most) break;
      of.bytes = block_.bytes().size();
    }
    return of;
  }
  std::string_view row(std::size_t i) const {
    std::size_t const start = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(rows_).substr(start, ends_[i] - start);
  }

  std::string rows_;
  std::vector<std::size_t> ends_;
  journal_block block_;
  std::uint64_t last_ = 0;  // KVITTERINGSNR of the last row
};

}  // namespace samspil::store
