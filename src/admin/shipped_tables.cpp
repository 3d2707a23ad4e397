#include "admin/shipped_tables.hpp"

#include <set>
#include <stdexcept>

#include "rec/tables.hpp"
#include "rules/tables.hpp"

namespace samspil::admin {
namespace {

struct table_shape {
  std::string_view file;
  std::string_view record;
  std::size_t length;
  std::size_t key;
};

table_shape shape_of(store::reference kind) {
  using group = rec::GROUP_ROW;
  using text = rec::CODE_TEXT_ROW;
  using message = rec::MESSAGE_ROW;
  switch (kind) {
    case store::reference::groups:
      return {"groups.txt", group::name, group::length, group::RIGHT_CODE.offset + group::RIGHT_CODE.width};
    case store::reference::texts:
      return {"texts.txt", text::name, text::length, text::TEXT_LANGUAGE.offset + text::TEXT_LANGUAGE.width};
    case store::reference::messages:
      return {"messages.txt", message::name, message::length,
              message::TEXT_LANGUAGE.offset + message::TEXT_LANGUAGE.width};
    case store::reference::roads:
    case store::reference::authorities:
    case store::reference::rules: break;
  }
  throw std::logic_error("no shipped table");
}

/// Whether the rules can read the rows; they are the ones that use them.
result<void> readable(store::reference kind, std::vector<std::string> const& rows) {
  if (kind == store::reference::groups) {
    if (auto const seen = rules::group_table::parse(rows); !seen) return seen.error();
  } else if (kind == store::reference::texts) {
    if (auto const seen = rules::code_texts::parse(rows); !seen) return seen.error();
  } else {
    if (auto const seen = rules::message_texts::parse(rows); !seen) return seen.error();
  }
  return {};
}

}  // namespace

std::string_view shipped_file(store::reference kind) { return shape_of(kind).file; }

std::string_view table_key(store::reference kind, std::string_view row) { return row.substr(0, shape_of(kind).key); }

result<std::vector<std::string>> table_rows(store::reference kind, std::string_view file) {
  table_shape const shape = shape_of(kind);
  std::vector<std::string> rows;
  std::set<std::string, std::less<>> keys;
  auto fail = [&](std::size_t byte, std::string expected) {
    return decode_error{std::string(shape.file), rows.size() + 1, std::string(shape.record), "", byte,
                        std::move(expected)};
  };
  while (!file.empty()) {
    auto const end = file.find('\n');
    std::string row(file.substr(0, end));
    file.remove_prefix(end == std::string_view::npos ? file.size() : end + 1);
    if (row.size() > shape.length) return fail(shape.length + 1, std::to_string(shape.length) + " bytes");
    for (std::size_t i = 0; i < row.size(); ++i)
      if (static_cast<unsigned char>(row[i]) < 0x20) return fail(i + 1, "no control character");
    row.resize(shape.length, ' ');
    if (!keys.emplace(table_key(kind, row)).second) return fail(1, "a row that is not there yet");
    rows.push_back(std::move(row));
  }
  if (auto const seen = readable(kind, rows); !seen) {
    decode_error e = seen.error();
    e.source = shape.file;
    return e;
  }
  return rows;
}

}  // namespace samspil::admin
