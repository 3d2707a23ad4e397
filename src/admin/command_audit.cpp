#include <boost/json/object.hpp>

#include <algorithm>
#include <optional>

#include "admin/audit_report.hpp"
#include "admin/findings.hpp"
#include "admin/functions.hpp"
#include "admin/report.hpp"
#include "admin/values.hpp"
#include "store/verify.hpp"

namespace samspil::admin {
namespace {

constexpr std::uint64_t sequence_max = 999'999'999'999'999;

/// Which rows audit show is asked for.
struct audit_choice {
  std::uint64_t from = 1;
  std::uint64_t to = sequence_max;
  std::string since;   ///< yyyyMMdd of WRITTEN; empty: from the first
  std::string actor;   ///< ISO-8859-1; empty: all

  bool takes(store::audit_row const& row) const {
    if (!since.empty() && row.head[rec::AUDIT_ROW::WRITTEN].substr(0, since.size()) < since) return false;
    return actor.empty() || codec::trimmed(row.head[rec::AUDIT_ROW::ACTOR]) == actor;
  }
};

value_result<audit_choice> choice_of(context const& with, arguments const& given) {
  audit_choice out;
  // The rows as they are now: those of this very command are the last.
  out.to = with.db().committed_sequence();
  for (auto const& [option, where] : {std::pair{"--from", &out.from}, std::pair{"--to", &out.to}}) {
    if (!given.has(option)) continue;
    auto const n = number_value(option, given.value(option), 1, sequence_max);
    if (!n) return n.error();
    *where = *n;
  }
  if (given.has("--last")) {
    auto const n = number_value("--last", given.value("--last"), 1, sequence_max);
    if (!n) return n.error();
    out.from = std::max(out.from, out.to >= *n ? out.to - *n + 1 : 1);
  }
  if (given.has("--since")) {
    auto const day = date_value("--since", given.value("--since"));
    if (!day) return day.error();
    out.since = date8(*day);
  }
  if (given.has("--actor")) {
    auto const actor = text_value("--actor", given.value("--actor"), rec::AUDIT_ROW::ACTOR.width);
    if (!actor) return actor.error();
    out.actor = *actor;
  }
  return out;
}

/// Writes rows as they come, one line or one JSON value each.
class audit_writer {
 public:
  explicit audit_writer(context const& with) : with_(with) {
    if (with.json) list_.emplace(with.out);
  }
  /// False when nobody reads any more.
  bool write(store::audit_row const& row) {
    if (list_)
      list_->add(audit_json(row));
    else
      with_.out << audit_line(row) << '\n';
    return with_.out.good() && !with_.shown.cancelled();
  }
  /// The exit status of what has been written.
  int end() const { return with_.shown.cancelled() ? fail(with_, status::refused, "cancelled") : status::ok; }

 private:
  context const& with_;
  std::optional<json_list> list_;
};

}  // namespace

int audit_show(context const& with, arguments const& given) {
  auto const choice = choice_of(with, given);
  if (!choice) return fail(with, status::usage, choice.error().text);
  audit_writer writer(with);
  auto const scope = with.db().glance();  // a walk over rows that never change: no conflict may end it
  scope.each_audit(choice->from, choice->to,
                   [&](store::audit_row const& row) { return !choice->takes(row) || writer.write(row); });
  return writer.end();
}

int audit_person(context const& with, arguments const& given) {
  auto const pnr = pnr_value(given.value("PNR"));
  if (!pnr) return fail(with, status::usage, pnr.error().text);
  // A look-up in the log is one of the person's look-ups.
  store::audit_entry entry = audit_entry_of(with);
  entry.row.set(rec::AUDIT_ROW::PNR, *pnr).set(rec::AUDIT_ROW::FIELD_CLASSES, "AUDIT");
  audit_now(with.db(), entry);
  with.db().catch_up_audit_index([&](std::uint64_t done, std::uint64_t total) {
    return with.shown.update("indexing", done, total, "rows");
  });
  if (with.shown.cancelled()) return fail(with, status::refused, "cancelled");
  auto const sequences = with.db().with_read([&](store::read_scope const& s) { return s.audit_of(*pnr); });
  audit_writer writer(with);
  for (std::uint64_t const sequence : sequences) {
    auto const row = with.db().with_read([&](store::read_scope const& s) { return s.audit(sequence); });
    if (row && !writer.write(*row)) break;
  }
  return writer.end();
}

int audit_verify(context const& with, arguments const&) {
  auto const findings = store::verify_audit(
      with.db(), {.check_person = {},
                  .progress = [&](std::string_view phase, std::uint64_t done,
                                  std::uint64_t total) { return with.shown.update(phase, done, total, "rows"); }});
  return report_findings(with, findings);
}

int audit_head(context const& with, arguments const&) {
  store::audit_mark const head = with.db().audit_head();
  if (with.json)
    write_json(with.out, boost::json::object{{"sequence", head.sequence}, {"hash", head.head}});
  else
    with.out << head.sequence << ' ' << head.head << '\n';
  return status::ok;
}

}  // namespace samspil::admin
