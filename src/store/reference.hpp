// Reference data comes in generations. A load writes a new generation beside
// the current one, in the background and in small transactions, and takes
// effect in one: a reader sees the old one or the new one, never parts of both.
// The old rows go away when no scope reads them any more; what an interrupted
// load left behind goes away at the next open.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

#include "store/audit.hpp"

namespace samspil::store {

class environment;
class committer;
class write_scope;

/// What has a generation of its own.
enum class reference : unsigned { roads, authorities, groups, texts, messages, rules };
inline constexpr std::size_t reference_count = 6;
/// "roads", "authorities", ...
std::string_view name(reference kind);

/// One load. Made by database::begin_reference; one at a time for each kind
/// (store::error for a second). Letting it go without activate() removes what
/// it wrote. Not for use from inside submitted work.
class reference_load {
 public:
  reference_load(reference_load&&) noexcept;
  reference_load& operator=(reference_load&&) noexcept;
  ~reference_load();

  /// roads: the road's 001, 003, 004, 005-014 records one after the other in
  /// file order. Keys are digits: KOMKOD 4, VEJKOD 4. A key given twice is a
  /// store::error that names its place in the order of adding.
  void add_road(std::string_view komkod, std::string_view vejkod, std::string_view records);
  /// roads: the dwelling's 002 records. Keys as in the file, full width:
  /// HUSNR 4, ETAGE 2, SIDEDOER 4.
  void add_dwelling(std::string_view komkod, std::string_view vejkod, std::string_view husnr, std::string_view etage,
                    std::string_view sidedoer, std::string_view records);
  /// authorities: the 001 record and the 002s behind it. MYNKOD 4, MYNTYP 2.
  void add_authority(std::string_view mynkod, std::string_view myntyp, std::string_view records);
  /// groups, texts, messages, rules: a row under a key of the caller's making (its
  /// fixed-width leading fields; a key may stand several times only if the
  /// caller adds a number to it).
  void add_row(std::string_view key, std::string_view row);

  /// Rows added so far.
  std::uint64_t count() const;
  /// Makes this generation the current one together with `entry`'s audit row;
  /// on disk when it returns. `also` runs in the same transaction, again with
  /// each attempt. The load is spent afterwards.
  audit_mark activate(audit_entry const& entry, std::function<void(write_scope&)> const& also = {});

 private:
  friend class database;
  struct state;
  explicit reference_load(std::unique_ptr<state> s);
  std::unique_ptr<state> state_;
};

}  // namespace samspil::store
