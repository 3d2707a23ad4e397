// Internal. Persons kept in memory as look-ups want them: unpacked, and found
// without a page, a lock or a transaction of the library.
//
// What makes it safe is that one thread writes persons. With each put, and so
// with the write lock of the page held until the commit, it supersedes the
// person: he is taken out, marked, and what a reader began to look for earlier
// is not kept. A reader finds nothing then, goes to the library,
// and waits there for the commit. A scope that has already been given a
// superseded person is told by its mark at its end and runs again
// (read_scope::confirm), so that what it saw was the register at one moment.
// Who has to make room is marked as well, because nobody could mark it later.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "record/stored_person.hpp"

namespace samspil::store {

/// A person and its mark. Nothing else changes once it is made.
struct kept_person {
  record::stored_person person;
  mutable std::atomic<bool> superseded{false};
};
using kept_person_ptr = std::shared_ptr<kept_person const>;

class person_cache {
 public:
  /// Keeps persons of about so many bytes; 0: none.
  explicit person_cache(std::uint64_t bytes_max) : part_max_(bytes_max / parts) {}

  struct found {
    kept_person_ptr person;     ///< null: not here
    std::uint64_t version = 0;  ///< of the part when it was looked for
  };
  /// PNR: ten digits.
  found find(std::string_view pnr);
  /// Keeps what the library had, unless a person of the part was superseded since `version`.
  void keep(std::string_view pnr, kept_person_ptr person, std::uint64_t version);
  /// The writer has put or erased the person and has not committed yet.
  void supersede(std::string_view pnr);
  /// Supersedes everybody.
  void clear();
  struct numbers {
    std::uint64_t persons = 0;  ///< kept now
    std::uint64_t bytes = 0;    ///< that they take
    std::uint64_t hits = 0;     ///< since the open
    std::uint64_t misses = 0;
  };
  numbers count() const;

 private:
  static constexpr std::size_t parts = 64;
  struct place {
    std::uint64_t pnr = 0;
    kept_person_ptr person;          ///< null: an empty place
    char const* records = nullptr;   ///< the person's, so that they need not wait for the person
    std::uint32_t bytes = 0;         ///< that the person takes
    bool used = false;               ///< since the hand came by
  };
  /// A table of open addresses, because a node and a bucket for each person
  /// would be two misses of the processor's cache more. Its size is a power of
  /// two and a quarter of it stays empty; a person stands at the place of its
  /// number or in the row of full places behind it.
  struct part {
    mutable std::mutex mutex;
    std::vector<place> places;
    std::size_t full = 0;
    std::size_t hand = 0;
    std::size_t bytes = 0;
    std::uint64_t version = 0;
    std::uint64_t hits = 0;
    std::uint64_t misses = 0;
  };
  static std::uint64_t scattered(std::uint64_t pnr) { return pnr * 0x9E3779B97F4A7C15U; }
  part& part_of(std::uint64_t pnr) { return parts_[scattered(pnr) >> 58U]; }
  static std::size_t home(part const& in, std::uint64_t pnr);
  static std::size_t place_of(part const& in, std::uint64_t pnr);
  static void grow(part& in);
  static void supersede_at(part& in, std::size_t at);
  static void remove(part& from, std::size_t at);
  void make_room(part& in, std::size_t bytes) const;

  std::size_t const part_max_;
  std::array<part, parts> parts_;
};

}  // namespace samspil::store
