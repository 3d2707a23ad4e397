// layout doc: a layout as a page of Markdown.
#include <boost/json/object.hpp>

#include "admin/functions.hpp"
#include "admin/layout_doc.hpp"
#include "admin/layout_source.hpp"
#include "admin/load.hpp"
#include "admin/record_file.hpp"
#include "admin/report.hpp"

namespace samspil::admin {
namespace {

/// The first record of each layout in a file of records.
layout_result<std::map<std::string, std::string>> examples_in(std::string const& path, named_layouts const& layouts) {
  std::map<std::string, std::string> out;
  auto const bytes = read_file(path);
  if (!bytes) return layout_fault{bytes.error().exit_status, bytes.error().text};
  // All records of the copybook are in such a file, though only one may be shown.
  auto const all = layout::read_copybook(layouts.from.text, layouts.from.title, layouts.from.as);
  if (!all) return layout_fault{status::usage, all.error().text()};
  auto const walked = each_record(*bytes, path, *all, {}, {}, [&](file_record const& record, std::size_t) {
    out.try_emplace(record.what->name, record.bytes);
    return true;
  });
  if (!walked) return layout_fault{status::usage, walked.error().text()};
  return out;
}

}  // namespace

int layout_doc(context const& with, arguments const& given) {
  auto const found = find_layouts(given.value("NAME-or-FILE"), given);
  if (!found) return fail(with, found.error().exit_status, found.error().text);
  std::map<std::string, std::string> examples;
  if (given.has("--examples")) {
    auto read = examples_in(std::string(given.value("--examples")), *found);
    if (!read) return fail(with, read.error().exit_status, read.error().text);
    examples = *std::move(read);
  }
  std::string const title = found->records.size() == 1 ? found->records.front().name : found->from.title;
  std::string const page = document(title, found->from.text, found->records, examples);
  if (with.json)
    write_json(with.out, boost::json::object{{"title", title}, {"markdown", page}});
  else
    with.out << page;
  return status::ok;
}

}  // namespace samspil::admin
