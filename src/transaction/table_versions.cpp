#include "transaction/table_versions.hpp"

#include <stdexcept>

#include "rec/tables.hpp"
#include "store/error.hpp"

namespace samspil::transaction {
namespace {

using row = rec::RULE_VERSION_ROW;

std::string key_of(unsigned number) { return std::to_string(1'000'000'000 + std::uint64_t{number}).substr(1); }

std::string bytes_of(table_version const& one) {
  codec::buffer<row> head;
  head.set(row::LAYOUT_VERSION, store::layout_version)
      .set(row::VERSION_NUMBER, one.number)
      .set(row::VALID_FROM, one.from)
      .set(row::LOADED, one.loaded)
      .set(row::LOADED_BY, std::string_view(one.by).substr(0, 32))
      .set(row::WITHDRAWN, one.withdrawn ? "Y" : "");
  return std::string(head.bytes()) + one.text;
}

table_version parsed(std::string_view bytes, store::reference kind) {
  codec::view<row> const head(bytes);
  if (!codec::is_digits(head[row::VERSION_NUMBER]))
    throw store::error("table " + std::string(store::name(kind)) + ": a version without a number");
  return {static_cast<unsigned>(codec::number(head[row::VERSION_NUMBER])),
          std::string(head[row::VALID_FROM]),
          std::string(head[row::LOADED]),
          std::string(codec::trimmed(head[row::LOADED_BY])),
          head[row::WITHDRAWN] == "Y",
          std::string(bytes.substr(row::length))};
}

std::size_t length_of(store::reference kind) {
  switch (kind) {
    case store::reference::groups: return rec::GROUP_ROW::length;
    case store::reference::texts: return rec::CODE_TEXT_ROW::length;
    case store::reference::messages: return rec::MESSAGE_ROW::length;
    default: throw std::logic_error("no table of rows of one length");
  }
}

template <class Table>
Table table_in_force(store::read_scope const& scope, store::reference kind, date business_date) {
  auto const all = table_versions(scope, kind);
  table_version const* const one = version_in_force(all, date8(business_date));
  if (one == nullptr) return {};
  auto table = Table::parse(table_rows(kind, one->text));
  if (!table) throw store::error("table " + std::string(store::name(kind)) + ": " + table.error().text());
  return std::move(*table);
}

}  // namespace

rules::group_table groups_in_force(store::read_scope const& scope, date business_date) {
  return table_in_force<rules::group_table>(scope, store::reference::groups, business_date);
}

rules::code_texts code_texts_in_force(store::read_scope const& scope, date business_date) {
  return table_in_force<rules::code_texts>(scope, store::reference::texts, business_date);
}

std::vector<table_version> table_versions(store::read_scope const& scope, store::reference kind) {
  std::vector<table_version> out;
  std::string plain;  // a row of each right or text: the table before it had versions
  scope.each_row(kind, {}, [&](std::string_view, std::string_view bytes) {
    if (bytes.size() >= row::length)
      out.push_back(parsed(bytes, kind));
    else
      plain.append(codec::trimmed(bytes)).append("\n");
    return true;
  });
  if (!plain.empty()) out.insert(out.begin(), {1, std::string(8, '0'), std::string(20, '0'), "", false, plain});
  return out;
}

void store_table_versions(store::reference_load& load, std::vector<table_version> const& all,
                          store::audit_entry const& entry, std::function<void(store::write_scope&)> const& also) {
  for (table_version const& one : all) load.add_row(key_of(one.number), bytes_of(one));
  load.activate(entry, also);
}

void store_table_versions(store::database& db, store::reference kind, std::vector<table_version> const& all,
                          store::audit_entry const& entry) {
  store::reference_load load = db.begin_reference(kind);
  store_table_versions(load, all, entry);
}

table_version const* version_in_force(std::vector<table_version> const& all, std::string_view day) {
  table_version const* first = nullptr;
  for (auto one = all.rbegin(); one != all.rend(); ++one) {
    if (one->withdrawn) continue;
    if (one->from <= day) return &*one;
    first = &*one;
  }
  return first;
}

std::shared_ptr<rules::rule_table const> compiled(table_version const& one) {
  rules::rule_findings findings;
  auto table = rules::rule_table::load(rules::rule_lines(one.text), nullptr, findings);
  if (!table) throw store::error("rules, version " + std::to_string(one.number) + ": " + findings.front().text());
  return std::make_shared<rules::rule_table const>(*std::move(table));
}

std::vector<std::string> table_rows(store::reference kind, std::string_view text) {
  std::vector<std::string> out;
  for (std::string& line : rules::rule_lines(text)) {
    if (line.starts_with('*')) continue;
    if (line.size() < length_of(kind)) line.resize(length_of(kind), ' ');
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace samspil::transaction
