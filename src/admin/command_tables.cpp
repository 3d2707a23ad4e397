// groups list, texts list: the tables that are in force.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "admin/encoding.hpp"
#include "admin/functions.hpp"
#include "admin/report.hpp"
#include "rec/tables.hpp"
#include "transaction/table_versions.hpp"

namespace samspil::admin {
namespace {

/// The rows of the version that is in force.
std::vector<std::string> rows_in_force(context const& with, store::reference kind) {
  auto const all =
      with.db().with_read([&](store::read_scope const& scope) { return transaction::table_versions(scope, kind); });
  auto const* const now = transaction::version_in_force(all, date8(with.time.business_date()));
  return now == nullptr ? std::vector<std::string>() : transaction::table_rows(kind, now->text);
}

template <class Record, class Row>
int list_rows(context const& with, store::reference kind, std::vector<std::string> headings, Row const& cells) {
  columns table(headings);
  boost::json::array list;
  for (std::string const& row : rows_in_force(with, kind)) {
    std::vector<std::string> const line = cells(codec::view<Record>(row));
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

template <class Record, class Field>
std::string cell(codec::view<Record> const& row, Field const& field) {
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

int texts_list(context const& with, arguments const& given) {
  if (given.value("KIND") == "messages") {
    using row = rec::MESSAGE_ROW;
    return list_rows<row>(with, store::reference::messages, {"NUMBER", "LANGUAGE", "TEXT"}, [](auto const& r) {
      return std::vector<std::string>{cell(r, row::MEDDNR), cell(r, row::TEXT_LANGUAGE), cell(r, row::TEKST)};
    });
  }
  if (given.has("KIND") && given.value("KIND") != "codes")
    return fail(with, status::usage, "KIND: expected codes or messages");
  using row = rec::CODE_TEXT_ROW;
  return list_rows<row>(with, store::reference::texts, {"KIND", "CODE", "LANGUAGE", "TEXT"}, [](auto const& r) {
    return std::vector<std::string>{cell(r, row::TEXT_KIND), cell(r, row::TEXT_CODE), cell(r, row::TEXT_LANGUAGE),
                                    cell(r, row::TEKST)};
  });
}

}  // namespace samspil::admin
