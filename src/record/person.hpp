// A person in the register is the concatenation of the person's CPR records in
// ascending type, file order within a type: the same bytes in extract, look-up
// answer, database and test data (formats.md, "A person is its records").
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "codec/field.hpp"
#include "rec/person.hpp"

namespace samspil::record {

/// Length in bytes of the person record of `type` (0 to 999), 0 when there is no such type.
std::size_t person_record_length(unsigned type);
/// "PERSON-002" for 2.
std::string person_record_name(unsigned type);
/// RECORDTYPE of a record of at least three bytes; 1000 when it is not digits.
unsigned record_type(std::string_view record);

/// The RECORDTYPE of a generated record type: 2 for rec::PERSON_002.
template <class Record>
constexpr unsigned type_of() {
  return static_cast<unsigned>(codec::number(Record::name.substr(Record::name.size() - 3)));
}

class person {
 public:
  person() = default;
  person(person const&) = default;
  person& operator=(person const&) = default;
  person(person&& other) noexcept : person() { swap(other); }
  person& operator=(person&& other) noexcept {
    person taken(std::move(other));
    swap(taken);
    return *this;
  }
  /// Takes whole records. Errors: an unknown type, a short last record, types
  /// not ascending, an owner (bytes 4-13) that changes, no 001 first.
  static result<person> parse(std::string_view records);
  /// Takes records that came out of the register, where parse has been done.
  /// Bytes that are no records are a fault of the machine: the functions below
  /// throw std::logic_error when they meet one.
  static person trusted(std::string records);

  std::string const& bytes() const { return bytes_; }
  bool empty() const { return bytes_.empty(); }
  /// The owner: bytes 4-13 of the first record.
  std::string_view pnr() const { return std::string_view(bytes_).substr(3, 10); }

  /// The first record of `type`, empty when there is none.
  std::string_view first(unsigned type) const;
  /// The record that stands behind `record`, which is one of this person's, when it
  /// is of the same type; else empty: `for (r = first(14); !r.empty(); r = next(r))`.
  std::string_view next(std::string_view record) const;
  std::vector<std::string_view> all(unsigned type) const;
  /// Every record in order.
  std::vector<std::string_view> all() const;
  bool has(unsigned type) const { return !first(type).empty(); }

  template <class Record>
  std::optional<codec::view<Record>> get() const {
    std::string_view const found = first(type_of<Record>());
    if (found.empty()) return std::nullopt;
    return codec::view<Record>(found);
  }
  /// A field of the first record of its type; empty when there is no such record.
  template <class Record, std::size_t O, std::size_t W, codec::kind K>
  std::string_view value(codec::field<Record, O, W, K> const& f) const {
    auto const found = get<Record>();
    return found ? (*found)[f] : std::string_view();
  }

  /// Puts `record` behind the others of its type.
  void add(std::string_view record);
  /// Puts `record` in place of every record of its type.
  void set(std::string_view record);
  /// Removes every record of `type`.
  void remove(unsigned type);

  bool operator==(person const&) const = default;

 private:
  /// Types with a place of their own in `starts_`: all that are looked for often.
  static constexpr unsigned indexed = 31;
  void index();
  /// Where the search for the place of a new record of `type` may begin: nothing of `type` belongs further in front.
  std::size_t behind(unsigned type) const;
  void swap(person& other) noexcept;
  std::string bytes_;
  std::array<std::uint32_t, indexed> starts_{};  // by type: where its first record begins, plus 1; 0: none
  std::uint32_t rest_ = 0;                       // where the first record of another type begins
  unsigned readable_ = indexed;                  // types below are known; behind them come no records
};

/// What an event did to a person's records: what an undo must know.
struct change {
  std::string removed;               ///< the records that it took away, as they were, one behind the other
  std::vector<unsigned> removed_at;  ///< their places among all records before it, from 0 ascending
  std::vector<unsigned> added_at;    ///< the places of those that it put there, among all records after it
};
/// The records that an undo is about: those without 099, which stay, and without history
/// rows of ANNKOR A, which other undos put in between.
person undoable_part(person const& whole);
change change_between(person const& before, person const& after);
/// The change between the undoable parts of both.
change undoable_change(person const& before, person const& after);
/// The person before `what` made it `after`; nothing when they do not fit together.
std::optional<person> before_change(person const& after, change const& what);

}  // namespace samspil::record
