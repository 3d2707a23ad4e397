#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <optional>

#include "admin/functions.hpp"
#include "admin/layout_report.hpp"
#include "admin/load.hpp"
#include "admin/record_file.hpp"
#include "admin/report.hpp"
#include "admin/shipped_layouts.hpp"

namespace samspil::admin {
namespace {

struct layout_fault {
  int exit_status;
  std::string text;
};
using layouts_result = boost::system::result<std::vector<layout::record>, layout_fault>;

[[noreturn]] [[maybe_unused]] void throw_exception_from_error(layout_fault const& e, boost::source_location const&) {
  throw std::logic_error("unchecked result: " + e.text);
}

/// The layouts that `name` means: a shipped record ("FLY-DATA"), all records of
/// a shipped copybook ("person"), else a copybook file.
layouts_result layouts_named(std::string_view name) {
  if (layout::record const* const record = find_record(name)) return std::vector{*record};
  for (shipped_layout const& book : shipped_layouts())
    if (book.name == name) return book.records;
  std::string const path(name);
  auto const text = read_file(path);
  if (!text) return layout_fault{status::usage, text.error().text + " (and no shipped layout has that name)"};
  auto records = layout::read_copybook(*text, path);
  if (!records) return layout_fault{status::usage, records.error().text()};
  return *std::move(records);
}

/// Only the record of --record, where it was given.
layouts_result chosen(std::vector<layout::record> records, arguments const& given) {
  if (!given.has("--record")) return records;
  for (layout::record& record : records)
    if (record.name == given.value("--record")) return std::vector{std::move(record)};
  return layout_fault{status::refused, "the copybook has no record of that name"};
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
  auto const records = layouts_named(given.value("NAME-or-FILE"));
  if (!records) return fail(with, records.error().exit_status, records.error().text);
  if (with.json)
    write_json(with.out, offsets_json(*records));
  else
    with.out << offsets_text(*records);
  return status::ok;
}

int layout_check(context const& with, arguments const& given) {
  auto const records = layouts_named(given.value("NAME-or-FILE"));
  if (!records) return fail(with, records.error().exit_status, records.error().text);
  boost::json::array list;
  for (layout::record const& record : *records) {
    if (with.json)
      list.push_back(boost::json::object{{"record", record.name}, {"length", record.length}});
    else
      with.out << record.name << ", " << record.length << " bytes\n";
  }
  if (with.json) write_json(with.out, list);
  return status::ok;
}

int layout_decode(context const& with, arguments const& given) {
  auto const named = layouts_named(given.value("NAME-or-FILE"));
  if (!named) return fail(with, named.error().exit_status, named.error().text);
  auto const records = chosen(*named, given);
  if (!records) return fail(with, records.error().exit_status, records.error().text);
  std::string const path(given.value("RECORDS"));
  auto const bytes = read_file(with.files->find(path)->second, path);
  if (!bytes) return fail(with, bytes.error().exit_status, bytes.error().text);

  std::optional<json_list> list;
  if (with.json) list.emplace(with.out);
  bool any_fault = false;
  std::optional<decode_error> unreadable;
  auto const walked = each_record(*bytes, path, *records, [&](file_record const& record) {
    auto const items = layout::decode(*record.what, record.bytes);
    if (!items) {
      unreadable = items.error();
      unreadable->source = path;
      unreadable->record_number = record.number;
      return false;
    }
    for (layout::decoded_item const& item : *items) any_fault = any_fault || !item.fits;
    if (list)
      list->add(decoded_json(record, *items));
    else
      with.out << decoded_text(record, *items);
    return with.out.good() && !with.shown.cancelled();
  });
  if (unreadable) return fail(with, status::usage, unreadable->text());
  if (!walked) return fail(with, status::usage, walked.error().text());
  if (with.shown.cancelled()) return fail(with, status::refused, "cancelled");
  return any_fault ? status::warnings : status::ok;
}

}  // namespace samspil::admin
