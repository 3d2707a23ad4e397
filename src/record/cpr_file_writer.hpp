// Writing a CPR file in either encoding: 000, whole records, 999 with their count.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "record/cpr_file_family.hpp"

namespace samspil::record {

class cpr_file_writer {
 public:
  /// Takes the file's bytes piece by piece.
  using sink = std::function<void(std::string_view)>;

  cpr_file_writer(file_family family, file_form form, file_header const& header, sink to);
  /// Whole records of the family one behind the other, as the register keeps
  /// them. Anything else is a mistake of the program: std::logic_error.
  void add(std::string_view records);
  /// Writes 999 and what is still held back; nothing can be added then.
  void end();

  /// Records added so far.
  std::uint64_t count() const { return count_; }
  /// Bytes of the file so far.
  std::uint64_t bytes() const { return bytes_ + held_.size(); }

 private:
  void put(std::string_view record);
  void flush();

  file_family const family_;
  file_form const form_;
  sink const to_;
  std::string held_;
  std::uint64_t count_ = 0;
  std::uint64_t bytes_ = 0;
};

}  // namespace samspil::record
