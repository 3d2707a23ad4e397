// A load of persons takes effect in one step however large it is, and nobody
// waits for it: the rows are staged in small transactions, one transaction
// activates them all (from then on a reader finds a staged person before the
// register's own), and the committer moves them into the register piece by
// piece between other work. Killed before activation the staged rows are
// removed at the next open; killed after it the moving goes on there.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

#include "store/audit.hpp"

namespace samspil::store {

class write_scope;

/// What a file of persons is (formats.md, "Sequence of person files").
enum class person_file { status, changes };

/// One load. Made by database::begin_persons; one at a time (store::error for a
/// second, also while rows of the last one are still being moved: see
/// database::wait_for_persons). Letting it go without activate() removes what it staged.
class person_load {
 public:
  person_load(person_load&&) noexcept;
  person_load& operator=(person_load&&) noexcept;
  ~person_load();

  /// Stages one person, replacing the register's person of that PNR when the
  /// load is activated; WAITING-OPEN and WAITING-CHANGED of such a person stay,
  /// CHANGED becomes the sequence of the audit row. `records` have been checked
  /// (record::person::parse). The same PNR twice: store::error that says which
  /// person of the load it was.
  void add(std::string_view pnr, std::string_view records);
  /// Persons staged so far.
  std::uint64_t count() const;
  /// All staged persons take effect with `entry`'s audit row; on disk when it
  /// returns. `also` runs in the same transaction, again with each attempt.
  audit_mark activate(audit_entry const& entry, std::function<void(write_scope&)> const& also = {});

 private:
  friend class database;
  struct state;
  explicit person_load(std::unique_ptr<state> s);
  std::unique_ptr<state> state_;
};

}  // namespace samspil::store
