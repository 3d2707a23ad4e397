// Everything a command works with. The same whether the tool or the server runs it.
#pragma once

#include <filesystem>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "admin/actor.hpp"
#include "admin/live_server.hpp"
#include "admin/progress.hpp"
#include "admin/result_file.hpp"
#include "base/clock.hpp"
#include "store/database.hpp"

namespace samspil::admin {

/// Exit status of every program (operations.md).
namespace status {
inline constexpr int ok = 0;
inline constexpr int warnings = 4;
inline constexpr int refused = 8;   ///< refused, not found, or differences found
inline constexpr int usage = 12;    ///< usage or bad input
inline constexpr int fault = 16;    ///< fault of the machine
}  // namespace status

struct context {
  std::filesystem::path const& home;
  clock const& time;
  actor const& who;
  std::string_view command;        ///< its words: "user add"
  bool json;                       ///< results as JSON
  std::ostream& out;               ///< results, UTF-8
  std::ostream& err;               ///< messages, UTF-8
  progress& shown;
  store::database* database = nullptr;   ///< of commands that need one
  std::string_view pepper{};             ///< of commands that need it
  std::string_view input_line{};         ///< first line of standard input, of commands that take it
  std::map<std::string, int, std::less<>> const* files = nullptr;  ///< opened input files by name as given
  result_file* result = nullptr;         ///< of commands that take one: where their result goes
  live_server live{};                    ///< of the server that runs the command

  store::database& db() const { return *database; }
};

/// Writes `samspil: text` to the messages and gives `exit_status` back.
int fail(context const& with, int exit_status, std::string_view text);
/// A refusal that the audit log keeps (OUTCOME F, `note` up to 60 bytes): status::refused.
int refuse(context const& with, std::string_view text, std::string_view note = {});
/// Appends a row and waits until it is on disk: before a look-up's answer.
void audit_now(store::database& db, store::audit_entry entry);
/// Audit rows, one at least, that name these persons (ten digits each) with FIELD-CLASSES; on disk when it returns.
void audit_look_up(context const& with, std::vector<std::string> const& persons, std::string_view field_classes);
/// An audit row of this command under the actor's name; `note` is cut at its 60 bytes.
store::audit_entry audit_entry_of(context const& with, std::string_view note = {});

}  // namespace samspil::admin
