// `samspil load persons|authorities|roads`: a CPR file into the register.
//
// The whole file is checked first; nothing of a file with an error is loaded.
// What is loaded takes effect in one step, together with its audit row and the
// file's place in its sequence; an interrupted load leaves nothing behind.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>
#include <boost/system/result.hpp>

#include "admin/actor.hpp"
#include "store/database.hpp"

namespace samspil::admin {

struct load_options {
  bool without_end = false;     ///< authorities and roads: a file without 999 is taken, with a warning
  bool force_sequence = false;  ///< takes a file out of sequence, audited
};

/// Called now and then with "checking" or "loading" and how many of the
/// file's bytes that phase has done; false cancels (nothing is loaded).
using load_progress = std::function<bool(std::string_view phase, std::uint64_t done, std::uint64_t total)>;

struct load_report {
  std::string kind;      ///< "persons", "authorities", "roads"
  std::string source;    ///< the file's name as given
  std::string opgavenr;  ///< of record 000, as it came
  std::string proddto;   ///< yyyyMMdd
  std::map<unsigned, std::uint64_t> records;  ///< how many of each record type, 000 and 999 aside
  std::uint64_t records_total = 0;
  std::uint64_t loaded = 0;     ///< persons, authorities or roads
  std::uint64_t dwellings = 0;  ///< roads: addresses with records 002
  bool forced = false;          ///< only --force-sequence let it in
  std::uint64_t audit_sequence = 0;
  /// One line each, without personnummer: 910 and 997 of the file, a missing 999.
  /// Not more than warnings_max of them; warning_count counts all.
  std::vector<std::string> warnings;
  std::uint64_t warning_count = 0;
  static constexpr std::size_t warnings_max = 100;

  /// 0, or 4 when there are warnings.
  int exit_status() const { return warning_count == 0 ? 0 : 4; }
  /// Lines for standard output, each with its line end; the warnings are not among them.
  std::string text() const;
  boost::json::object json() const;
};

/// Why nothing was loaded: `text` is one line for standard error.
struct load_error {
  int exit_status;  ///< 12 the file is bad, 8 out of sequence or cancelled
  std::string text;
  bool operator==(load_error const&) const = default;
};

using load_result = boost::system::result<load_report, load_error>;

/// value() on a failed result is a mistake of the program.
[[noreturn]] void throw_exception_from_error(load_error const& e, boost::source_location const&);

/// `bytes` is the whole file and must not change meanwhile (read it, do not map
/// it: see read_file); `source` its name for messages. They throw store::error
/// when the database fails, or when another load of the kind is going on.
/// Not on the store's writer thread.
load_result load_persons(store::database& db, std::string_view bytes, std::string_view source, actor const& who,
                         load_options const& how = {}, load_progress const& tell = {});
load_result load_authorities(store::database& db, std::string_view bytes, std::string_view source, actor const& who,
                             load_options const& how = {}, load_progress const& tell = {});
load_result load_roads(store::database& db, std::string_view bytes, std::string_view source, actor const& who,
                       load_options const& how = {}, load_progress const& tell = {});

/// A whole file in memory; what is wrong as an error of exit status 12, also that it needs too much memory. The
/// descriptor may be a pipe; it is read from where it stands and not closed.
boost::system::result<std::string, load_error> read_file(std::string const& path);
boost::system::result<std::string, load_error> read_file(int descriptor, std::string_view source);

}  // namespace samspil::admin
