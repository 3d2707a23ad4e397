// groups list, texts list: the shipped tables as the database has them.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "admin/encoding.hpp"
#include "admin/functions.hpp"
#include "admin/report.hpp"
#include "rec/tables.hpp"

namespace samspil::admin {
namespace {

/// The rows of a table as views of its record type.
template <class Record>
std::vector<codec::buffer<Record>> rows_of(store::read_scope const& scope, store::reference kind) {
  std::vector<codec::buffer<Record>> rows;
  scope.each_row(kind, {}, [&](std::string_view, std::string_view row) {
    rows.emplace_back(row);
    return true;
  });
  return rows;
}

template <class Record, class Row>
int list_rows(context const& with, store::reference kind, std::vector<std::string> headings, Row const& cells) {
  auto const rows =
      with.db().with_read([&](store::read_scope const& scope) { return rows_of<Record>(scope, kind); });
  columns table(headings);
  boost::json::array list;
  for (auto const& row : rows) {
    std::vector<std::string> const line = cells(row);
    if (with.json) {
      boost::json::object object;
      for (std::size_t i = 0; i < line.size(); ++i) object[headings[i]] = line[i];
      list.push_back(object);
    } else {
      table.add(line);
    }
  }
  if (with.json)
    write_json(with.out, list);
  else
    with.out << table.text();
  return status::ok;
}

template <class Buffer, class Field>
std::string cell(Buffer const& row, Field const& field) {
  return to_terminal(codec::trimmed(row[field]));
}

}  // namespace

int groups_list(context const& with, arguments const&) {
  using row = rec::GROUP_ROW;
  return list_rows<row>(with, store::reference::groups, {"GROUP", "KIND", "CODE", "MODE"}, [](auto const& r) {
    return std::vector<std::string>{cell(r, row::SECURITY_GROUP), cell(r, row::RIGHT_KIND), cell(r, row::RIGHT_CODE),
                                    cell(r, row::RIGHT_MODE)};
  });
}

int texts_list(context const& with, arguments const&) {
  using row = rec::CODE_TEXT_ROW;
  return list_rows<row>(with, store::reference::texts, {"KIND", "CODE", "LANGUAGE", "TEXT"}, [](auto const& r) {
    return std::vector<std::string>{cell(r, row::TEXT_KIND), cell(r, row::TEXT_CODE), cell(r, row::TEXT_LANGUAGE),
                                    cell(r, row::TEKST)};
  });
}

}  // namespace samspil::admin
