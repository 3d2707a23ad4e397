// Where a customer's extracts stand, before and after one.
#include <stdexcept>

#include "admin/customer_report.hpp"
#include "admin/extract.hpp"

namespace samspil::admin {
namespace {

using extract_record = rec::EXTRACT_ROW;

constexpr std::string_view no_date = "00000000";
/// Rows of a feed that go in one piece of the writer's work: a few milliseconds.
constexpr std::size_t rows_per_piece = 500;

/// The types that the customer chose, of those that a person's records in an extract have.
std::bitset<100> types_of(store::customer_row const& customer) {
  std::bitset<100> out;
  auto const chosen = record_types_of(customer);
  if (chosen.empty()) out.set();
  for (std::string const& type : chosen)
    if (auto const number = codec::number(type); number < out.size()) out.set(number);
  out.set(1);
  out.reset(99);  // those of the register are of all times: changes_of has the right ones
  return out;
}

store::audit_entry entry_of(actor const& who, extract_plan const& plan, std::string_view what) {
  auto entry = audit_of(who, "extract");
  std::string const text = "kundenr " + plan.kundenr + (plan.full ? " full, " : " ") + std::string(what);
  entry.row.set(rec::AUDIT_ROW::NOTE, std::string_view(text).substr(0, rec::AUDIT_ROW::NOTE.width));
  return entry;
}

/// The next change extract of a customer whose extracts stand at `row`; notes in `row` that it was begun.
extract_result<extract_plan> next_changes(store::write_scope& scope, actor const& who, extract_plan plan,
                                          store::extract_row row, std::string const& day) {
  std::string const last(row[extract_record::PRODDTO]);
  plan.from = codec::number(row[extract_record::EXTRACTED_TO]);
  plan.header.proddto = day;
  plan.header.proddtoforrig = last;
  if (std::uint64_t const begun = codec::number(row[extract_record::BEGUN_TO]); begun != 0) {
    plan.resumed = true;
    plan.to = begun;
    plan.header.proddto = row[extract_record::BEGUN_PRODDTO];
    scope.append_audit(entry_of(who, plan, plan.header.proddto + " again"));
    return plan;
  }
  if (day < last)
    return extract_error{
        8, "the business date " + day + " is before PRODDTO " + last + " of the customer's last extract"};
  plan.moves = day > last;
  std::string const note = day + (plan.moves ? " begun" : " outside of the sequence");
  plan.to = scope.append_audit(entry_of(who, plan, note)).sequence;
  if (!plan.moves) return plan;
  row.set(extract_record::KUNDENR, plan.kundenr)
      .set(extract_record::BEGUN_TO, plan.to)
      .set(extract_record::BEGUN_PRODDTO, day);
  scope.put_extract(row);
  return plan;
}

}  // namespace

void throw_exception_from_error(extract_error const& e, boost::source_location const&) {
  throw std::logic_error("unchecked result: " + e.text);
}

extract_result<extract_plan> begin_extract(store::database& db, actor const& who, std::string_view kundenr,
                                           date business_date, bool full) {
  std::string const day = date8(business_date);
  extract_result<extract_plan> out = extract_plan();
  db.write([&](store::write_scope& scope) {
    auto const customer = scope.customer(kundenr);
    if (!customer) {
      out = extract_error{8, "no customer " + std::string(kundenr)};
      return;
    }
    extract_plan plan;
    plan.kundenr = kundenr;
    plan.full = full;
    plan.types = types_of(*customer);
    plan.header = {std::string((*customer)[rec::CUSTOMER_ROW::OPGAVENR]), day, std::string(no_date)};
    if (full) {
      plan.moves = false;
      plan.to = scope.append_audit(entry_of(who, plan, day + " begun")).sequence;
      out = plan;
      return;
    }
    out = next_changes(scope, who, plan, scope.extract(kundenr).value_or(store::extract_row()), day);
  });
  return out;
}

std::optional<extract_error> ended_meanwhile(store::database& db, extract_plan const& plan) {
  if (!plan.moves) return std::nullopt;
  auto const row = db.with_read([&](store::read_scope const& scope) { return scope.extract(plan.kundenr); });
  if (row && codec::number((*row)[extract_record::BEGUN_TO]) == plan.to) return std::nullopt;
  return extract_error{8, "another run has ended the extract of " + plan.header.proddto +
                              " meanwhile: its file is the one to use, this one is not kept"};
}

void end_extract(store::database& db, actor const& who, extract_plan const& plan, extract_report const& report) {
  std::string const counts = plan.header.proddto + ", " + std::to_string(report.persons) + " persons, " +
                             std::to_string(report.records_total) + " records";
  db.write([&](store::write_scope& scope) {
    scope.append_audit(entry_of(who, plan, counts));
    auto row = scope.extract(plan.kundenr);
    // Not so when another run has ended this extract already: it was the same.
    if (!plan.moves || !row || codec::number((*row)[extract_record::BEGUN_TO]) != plan.to) return;
    row->set(extract_record::EXTRACTED_TO, plan.to)
        .set(extract_record::PRODDTO, plan.header.proddto)
        .set(extract_record::BEGUN_TO, 0)
        .set(extract_record::BEGUN_PRODDTO, no_date);
    scope.put_extract(*row);
  });
  if (!plan.moves) return;
  std::string after;
  do {
    std::string next;
    db.write([&](store::write_scope& scope) { next = scope.erase_fed(plan.kundenr, plan.to, rows_per_piece, after); });
    after = next;
  } while (!after.empty());
}

}  // namespace samspil::admin
