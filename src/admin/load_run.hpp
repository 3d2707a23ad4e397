// Internal. What the three loads have in common.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "admin/load.hpp"
#include "record/cpr_file.hpp"

namespace samspil::admin {

/// A file's place in its sequence (formats.md, "Sequence of person files").
struct load_sequence {
  std::string meta_name;  ///< where the register keeps it
  std::string meta_value;
  std::string refusal;    ///< empty when the file comes at its place
};

class load_run {
 public:
  load_run(std::string_view kind, store::database& db, std::string_view source, actor const& who,
           load_options const& how, load_progress const& tell);

  store::database& db;
  load_report report;

  /// Notes the file's 000 in the report.
  void note(record::file_header const& header);
  void count(record::file_record const& record);
  void warn(std::string line);

  /// Tells how far it is, at most once for each part of some size; true: cancelled.
  bool cancelled(std::string_view phase, std::uint64_t done, std::uint64_t total);
  load_error bad(decode_error const& e) const { return {12, e.text()}; }
  load_error stopped() const { return {8, report.source + ": cancelled, nothing has been loaded"}; }

  /// Where the file stands; a refusal of it, audited, when it stands wrong and nothing forces it.
  boost::system::result<load_sequence, load_error> place_in_sequence(record::file_header const& header);
  /// What was staged takes effect: `Load` is store::person_load or store::reference_load.
  template <class Load>
  void activate(Load& load, load_sequence const& at) {
    auto const mark = load.activate(audit_row(), [&](store::write_scope& scope) {
      scope.put_meta(at.meta_name, at.meta_value);
    });
    report.audit_sequence = mark.sequence;
  }

 private:
  store::audit_entry audit_row() const;

  actor const& who_;
  load_options const& how_;
  load_progress const& tell_;
  std::string_view told_phase_;
  std::uint64_t told_ = 0;
};

}  // namespace samspil::admin
