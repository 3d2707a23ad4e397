// Internal. Where in a file the records of each person stand, so that a person
// whose records are scattered over the file can be put together.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/cpr_file.hpp"

namespace samspil::admin {

class person_index {
 public:
  /// What is wrong with a record where it stands, as an error's field, byte and
  /// expectation.
  struct fault {
    std::string_view field;
    std::size_t byte;
    std::string expected;
  };

  /// Takes the next record of the file, types 001 to 099.
  std::optional<fault> add(record::file_record const& record);
  std::size_t persons() const { return persons_.size(); }

  /// Calls `f` with each person, ascending by PNR, and the offsets of the
  /// person's records in ascending type, file order within a type; false from
  /// it ends the walk. The index is spent afterwards.
  void each(std::function<bool(std::string_view pnr, std::span<std::uint64_t const> offsets)> const& f);

 private:
  struct entry {
    std::uint64_t pnr;
    std::uint32_t records;
    std::uint32_t children;
  };
  std::unordered_map<std::uint64_t, std::uint32_t> number_of_;
  std::vector<entry> persons_;
  std::vector<std::uint64_t> places_;   // type in the upper 16 bits, offset below
  std::vector<std::uint32_t> owners_;   // of each place: index of persons_
  std::uint32_t latest_ = 0;
};

}  // namespace samspil::admin
