// A database in memory or on disk, and files to load into it.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "admin/load.hpp"
#include "store/database.hpp"
#include "store/verify.hpp"
#include "support/temporary.hpp"

namespace samspil::test {

class loading {
 public:
  explicit loading(bool in_memory = true) : in_memory_(in_memory) {
    if (!in_memory) store::database::create(dir_.path());
    open();
  }
  void reopen() {
    db_.reset();
    open();
  }
  store::database& db() { return *db_; }

  admin::load_result persons(std::string_view bytes, admin::load_options const& how = {},
                             admin::load_progress const& tell = {}) {
    auto out = admin::load_persons(*db_, bytes, "f", {"tester"}, how, tell);
    db_->wait_for_persons();
    return out;
  }
  admin::load_result roads(std::string_view bytes, admin::load_options const& how = {},
                           admin::load_progress const& tell = {}) {
    return admin::load_roads(*db_, bytes, "f", {"tester"}, how, tell);
  }
  admin::load_result authorities(std::string_view bytes, admin::load_options const& how = {},
                                 admin::load_progress const& tell = {}) {
    return admin::load_authorities(*db_, bytes, "f", {"tester"}, how, tell);
  }
  /// The person's records, empty when there is no such person.
  std::string person(std::string_view pnr) {
    return db_->with_read([&](store::read_scope& scope) {
      auto const row = scope.person(pnr);
      return row ? row->records : std::string();
    });
  }
  /// All persons one behind the other.
  std::string everybody() {
    return db_->with_read([&](store::read_scope& scope) {
      std::string out;
      scope.each_person([&](std::string_view, auto const&, std::string_view records) {
        out += records;
        return true;
      });
      return out;
    });
  }
  std::string road(std::string_view key) {
    return db_->with_read(
        [&](store::read_scope& scope) { return scope.road(key.substr(0, 4), key.substr(4, 4)).value_or(""); });
  }
  std::string authority(std::string_view key) {
    return db_->with_read(
        [&](store::read_scope& scope) { return scope.authority(key.substr(0, 4), key.substr(4, 2)).value_or(""); });
  }
  /// OUTCOME and NOTE of the last audit row.
  std::string last_audit() {
    return db_->with_read([&](store::read_scope& scope) {
      auto const row = scope.audit(db_->committed_sequence());
      if (!row) return std::string();
      using audit = rec::AUDIT_ROW;
      return std::string(row->head[audit::ACTOR_KIND]) + " " + std::string(codec::trimmed(row->head[audit::ACTOR])) +
             " " + std::string(codec::trimmed(row->head[audit::FUNCTION_NAME])) + " " +
             std::string(row->head[audit::OUTCOME]) + " " + std::string(codec::trimmed(row->head[audit::NOTE]));
    });
  }
  /// What `samspil verify` finds, a line each.
  std::string findings() {
    std::string out;
    for (auto const& finding : store::verify(*db_)) out += finding.line() + "\n";
    return out;
  }

 private:
  void open() {
    store::options how;
    how.in_memory = in_memory_;
    how.cache_bytes = std::uint64_t{16} << 20;
    db_ = std::make_unique<store::database>(dir_.path(), how);
  }
  temporary_directory dir_;
  bool in_memory_;
  std::unique_ptr<store::database> db_;
};

/// The file's bytes; nothing when it is not there.
inline std::optional<std::string> bytes_of(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}
inline std::optional<std::string> shared_data(char const* name) {
  return bytes_of(std::filesystem::path(SAMSPIL_SOURCE) / ".." / "shared" / "data" / name);
}
inline std::string shipped(char const* name) {
  return bytes_of(std::filesystem::path(SAMSPIL_SOURCE) / "records" / "demo" / name).value_or("");
}

}  // namespace samspil::test
