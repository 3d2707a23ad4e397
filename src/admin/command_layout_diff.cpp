// layout diff: two versions of a layout, and what the newer breaks.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>

#include "admin/functions.hpp"
#include "admin/layout_source.hpp"
#include "admin/report.hpp"
#include "layout/diff.hpp"

namespace samspil::admin {
namespace {

void write_changes(context const& with, std::vector<layout::change> const& changes) {
  columns table({"CHANGE", "RECORD", "ITEM", "BEFORE", "AFTER", "BREAKS"});
  for (layout::change const& c : changes)
    table.add({std::string(c.what), c.record, c.item, c.before, c.after, c.breaking ? "yes" : "no"});
  if (!changes.empty()) with.out << table.text();
  auto const breaking = std::count_if(changes.begin(), changes.end(), [](auto const& c) { return c.breaking; });
  if (changes.empty())
    with.out << "the same\n";
  else if (breaking == 0)
    with.out << "compatible\n";
  else
    with.out << "breaking: " << breaking << " of " << changes.size() << " change" << (changes.size() == 1 ? "" : "s")
             << '\n';
}

boost::json::object changes_json(std::vector<layout::change> const& changes) {
  boost::json::array list;
  bool compatible = true;
  for (layout::change const& c : changes) {
    compatible = compatible && !c.breaking;
    list.push_back(boost::json::object{{"change", c.what},
                                       {"record", c.record},
                                       {"item", c.item},
                                       {"before", c.before},
                                       {"after", c.after},
                                       {"breaking", c.breaking}});
  }
  return {{"compatible", compatible}, {"changes", list}};
}

}  // namespace

int layout_diff(context const& with, arguments const& given) {
  auto const before = find_layouts(given.value("BEFORE"), given);
  if (!before) return fail(with, before.error().exit_status, before.error().text);
  auto const after = find_layouts(given.value("AFTER"), given);
  if (!after) return fail(with, after.error().exit_status, after.error().text);
  auto const changes = layout::differences(before->records, after->records);
  if (with.json)
    write_json(with.out, changes_json(changes));
  else
    write_changes(with, changes);
  bool const breaking = std::any_of(changes.begin(), changes.end(), [](auto const& c) { return c.breaking; });
  return breaking ? status::refused : status::ok;
}

}  // namespace samspil::admin
