// layout list, show and check.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "admin/functions.hpp"
#include "admin/layout_report.hpp"
#include "admin/layout_source.hpp"
#include "admin/report.hpp"
#include "admin/shipped_layouts.hpp"

namespace samspil::admin {
namespace {

boost::json::object record_json(layout::record const& r) { return {{"record", r.name}, {"length", r.length}}; }

void add_findings(boost::json::array& to, std::vector<layout::copybook_error> const& found, std::string_view severity) {
  for (layout::copybook_error const& e : found)
    to.push_back(boost::json::object{
        {"severity", severity}, {"line", e.at.line}, {"column", e.at.column}, {"text", e.reason}});
}

}  // namespace

int layout_list(context const& with, arguments const&) {
  boost::json::array list;
  columns table({"COPYBOOK", "RECORD", "LENGTH"});
  for (shipped_layout const& book : shipped_layouts())
    for (layout::record const& record : book.records) {
      list.push_back(boost::json::object{{"copybook", book.name}, {"record", record.name}, {"length", record.length}});
      table.add({std::string(book.name), record.name, std::to_string(record.length)});
    }
  if (with.json)
    write_json(with.out, list);
  else
    with.out << table.text();
  return status::ok;
}

int layout_show(context const& with, arguments const& given) {
  auto const found = find_layouts(given.value("NAME-or-FILE"), given);
  if (!found) return fail(with, found.error().exit_status, found.error().text);
  if (with.json)
    write_json(with.out, offsets_json(found->records));
  else
    with.out << offsets_text(found->records);
  return status::ok;
}

int layout_check(context const& with, arguments const& given) {
  auto const from = find_layout_source(given.value("NAME-or-FILE"), given);
  if (!from) return fail(with, from.error().exit_status, from.error().text);
  auto const found = layout::check_copybook(from->text, from->path.empty() ? from->title : from->path, from->as);
  if (with.json) {
    boost::json::array records;
    for (layout::record const& r : found.records) records.push_back(record_json(r));
    boost::json::array findings;
    add_findings(findings, found.faults, "error");
    add_findings(findings, found.warnings, "warning");
    write_json(with.out, boost::json::object{{"records", records}, {"findings", findings}});
  } else {
    for (layout::record const& r : found.records) with.out << r.name << ", " << r.length << " bytes\n";
  }
  for (layout::copybook_error const& e : found.faults) fail(with, status::usage, e.text());
  for (layout::copybook_error const& e : found.warnings) fail(with, status::warnings, "warning: " + e.text());
  if (!found.faults.empty()) return status::usage;
  return found.warnings.empty() ? status::ok : status::warnings;
}

}  // namespace samspil::admin
