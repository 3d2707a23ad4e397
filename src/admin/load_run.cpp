#include "admin/load_run.hpp"

namespace samspil::admin {
namespace {

constexpr std::uint64_t told_every_bytes = 256 * 1024;

/// Persons have a sequence for each OPGAVENR.
std::string refusal_of_persons(record::file_header const& header, std::string const& last) {
  if (header.proddtoforrig == "00000000" || last.empty()) return {};
  if (header.proddtoforrig != last)
    return "PRODDTOFORRIG " + header.proddtoforrig + ", but the file of OPGAVENR " + header.opgavenr +
           " loaded last is of " + last;
  if (header.proddto <= last) return "PRODDTO " + header.proddto + " is not later than that of the file loaded last";
  return {};
}

std::string refusal_of_reference(record::file_header const& header, std::string const& last) {
  if (last.empty() || header.proddto >= last) return {};
  return "PRODDTO " + header.proddto + ", but the file loaded last is of " + last;
}

}  // namespace

load_run::load_run(std::string_view kind, store::database& db_, std::string_view source, actor const& who,
                   load_options const& how, load_progress const& tell)
    : db(db_), who_(who), how_(how), tell_(tell) {
  report.kind = kind;
  report.source = source;
}

void load_run::note(record::file_header const& header) {
  report.opgavenr = header.opgavenr;
  report.proddto = header.proddto;
}

void load_run::count(record::file_record const& record) {
  ++report.records[record.type];
  ++report.records_total;
}

void load_run::warn(std::string line) {
  ++report.warning_count;
  if (report.warnings.size() < load_report::warnings_max)
    report.warnings.push_back(report.source + ": " + std::move(line));
}

bool load_run::cancelled(std::string_view phase, std::uint64_t done, std::uint64_t total) {
  if (!tell_) return false;
  if (phase == told_phase_ && done < told_ + told_every_bytes && done != total) return false;
  told_phase_ = phase;
  told_ = done;
  return !tell_(phase, done, total);
}

store::audit_entry load_run::audit_row() const {
  auto entry = audit_of(who_, "load " + report.kind);
  std::string const text = report.opgavenr + " " + report.proddto + ", " + std::to_string(report.loaded) + " of " +
                           std::to_string(report.records_total) + " records" +
                           (report.forced ? ", --force-sequence" : "");
  entry.row.set(rec::AUDIT_ROW::NOTE, std::string_view(text).substr(0, 60));
  return entry;
}

boost::system::result<load_sequence, load_error> load_run::place_in_sequence(record::file_header const& header) {
  bool const persons = report.kind == "persons";
  load_sequence out{"load." + report.kind + (persons ? "." + header.opgavenr : ""), header.proddto, {}};
  std::string const last =
      db.with_read([&](store::read_scope& scope) { return scope.meta(out.meta_name); }).value_or(std::string());
  out.refusal = persons ? refusal_of_persons(header, last) : refusal_of_reference(header, last);
  if (out.refusal.empty()) return out;
  if (how_.force_sequence) {
    report.forced = true;
    return out;
  }
  auto entry = audit_of(who_, "load " + report.kind);
  std::string const text = header.opgavenr + " " + header.proddto + ", out of sequence";
  entry.row.set(rec::AUDIT_ROW::OUTCOME, "F").set(rec::AUDIT_ROW::NOTE, text);
  db.write([&](store::write_scope& scope) { scope.append_audit(entry); });
  return load_error{8, report.source + ": out of sequence: " + out.refusal + " (--force-sequence takes it)"};
}

}  // namespace samspil::admin
