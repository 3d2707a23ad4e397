// `samspil extract`: persons of the register as a CPR file for a customer.
//
// A change extract has the customer's subscribed persons that changed since the
// last one, each with its records of the customer's types and the 099 since
// then (domain.md, "Effects in general"). How far the extracts have come moves
// when the file is where it belongs, not before: what begin_extract has noted
// stays noted, so that a run after a kill makes the same file again.
#pragma once

#include <bitset>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>
#include <boost/system/result.hpp>

#include "admin/actor.hpp"
#include "admin/result_file.hpp"
#include "base/date.hpp"
#include "record/cpr_file_family.hpp"
#include "store/database.hpp"

namespace samspil::admin {

/// One extract, as it is going to be.
struct extract_plan {
  std::string kundenr;
  record::file_header header;
  std::bitset<100> types;  ///< of persons' records; 001 always
  bool full = false;       ///< the whole register
  std::uint64_t from = 0;  ///< changes behind this audit sequence
  std::uint64_t to = 0;    ///< and up to this one
  bool moves = true;       ///< the customer's next extract begins behind it
  bool resumed = false;    ///< begun earlier and not known to have come to its end
};

struct extract_report {
  std::uint64_t persons = 0;
  std::uint64_t records_total = 0;
  std::map<unsigned, std::uint64_t> records;  ///< how many of each type, 000 and 999 aside
  std::uint64_t bytes = 0;

  /// Lines for standard output, each with its line end.
  std::string text(extract_plan const& plan, std::string_view target) const;
  boost::json::object json(extract_plan const& plan, std::string_view target) const;
};

/// Why there is no extract: `text` is one line for standard error.
struct extract_error {
  int exit_status;  ///< 8 refused or cancelled, 16 it cannot be written
  std::string text;
  bool operator==(extract_error const&) const = default;
};

template <class T>
using extract_result = boost::system::result<T, extract_error>;

/// value() on a failed result is a mistake of the program.
[[noreturn]] void throw_exception_from_error(extract_error const& e, boost::source_location const&);

/// Called now and then with how many persons are done; false cancels.
using extract_progress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

/// Notes which changes the customer's next change extract has (`full`: notes
/// nothing) and appends the audit row; on disk when it returns. PRODDTO is
/// `business_date`, or that of an extract which was begun and not ended.
/// Refused: no such customer; a business date before the last extract's. On the
/// last extract's own date the extract stands outside the sequence and moves
/// nothing, because a load would refuse a second file of one PRODDTO.
/// Not on the store's writer thread, like the others.
extract_result<extract_plan> begin_extract(store::database& db, actor const& who, std::string_view kundenr,
                                           date business_date, bool full);

/// Writes the file to `to`, which is not placed yet. Audit rows name the persons
/// of a change extract before their bytes leave.
extract_result<extract_report> write_extract(store::database& db, actor const& who, extract_plan const& plan,
                                             record::file_form form, result_file& to,
                                             extract_progress const& tell = {});

/// Looked at before the file gets its name: another run has ended the extract of this plan, and what that one took out
/// of the feed may be missing in this one's file. Nothing when all is as it was begun.
std::optional<extract_error> ended_meanwhile(store::database& db, extract_plan const& plan);

/// The file is where it belongs: the customer's next change extract begins behind it.
void end_extract(store::database& db, actor const& who, extract_plan const& plan, extract_report const& report);

/// The records 099 of a person's events and loads behind audit sequence `from` up
/// to `to`, in their order; nothing when there were none. A load may bring no 099.
std::optional<std::string> changes_of(store::read_scope const& scope, std::string_view kundenr, std::string_view pnr,
                                      std::uint64_t from, std::uint64_t to);

}  // namespace samspil::admin
