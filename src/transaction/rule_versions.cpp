#include "transaction/rule_versions.hpp"

#include "rec/tables.hpp"
#include "store/error.hpp"

namespace samspil::transaction {
namespace {

using row = rec::RULE_VERSION_ROW;

std::string key_of(unsigned number) { return std::to_string(1'000'000'000 + std::uint64_t{number}).substr(1); }

std::string bytes_of(rule_version const& one) {
  codec::buffer<row> head;
  head.set(row::LAYOUT_VERSION, store::layout_version)
      .set(row::VERSION_NUMBER, one.number)
      .set(row::VALID_FROM, one.from)
      .set(row::LOADED, one.loaded)
      .set(row::LOADED_BY, std::string_view(one.by).substr(0, 32))
      .set(row::WITHDRAWN, one.withdrawn ? "Y" : "");
  return std::string(head.bytes()) + one.text;
}

rule_version parsed(std::string_view bytes) {
  if (bytes.size() < row::length) throw store::error("rules: a version's row is too short");
  codec::view<row> const head(bytes);
  if (!codec::is_digits(head[row::VERSION_NUMBER])) throw store::error("rules: a version without a number");
  return {static_cast<unsigned>(codec::number(head[row::VERSION_NUMBER])),
          std::string(head[row::VALID_FROM]),
          std::string(head[row::LOADED]),
          std::string(codec::trimmed(head[row::LOADED_BY])),
          head[row::WITHDRAWN] == "Y",
          std::string(bytes.substr(row::length))};
}

}  // namespace

std::vector<rule_version> rule_versions(store::read_scope const& scope) {
  std::vector<rule_version> out;
  scope.each_row(store::reference::rules, {}, [&](std::string_view, std::string_view bytes) {
    out.push_back(parsed(bytes));
    return true;
  });
  return out;
}

void store_rule_versions(store::database& db, std::vector<rule_version> const& all, store::audit_entry const& entry) {
  store::reference_load load = db.begin_reference(store::reference::rules);
  for (rule_version const& one : all) load.add_row(key_of(one.number), bytes_of(one));
  load.activate(entry);
}

rule_version const* rules_in_force(std::vector<rule_version> const& all, std::string_view day) {
  rule_version const* first = nullptr;
  for (auto one = all.rbegin(); one != all.rend(); ++one) {
    if (one->withdrawn) continue;
    if (one->from <= day) return &*one;
    first = &*one;
  }
  return first;
}

std::shared_ptr<rules::rule_table const> compiled(rule_version const& one) {
  rules::rule_findings findings;
  auto table = rules::rule_table::load(rules::rule_lines(one.text), nullptr, findings);
  if (!table) throw store::error("rules, version " + std::to_string(one.number) + ": " + findings.front().text());
  return std::make_shared<rules::rule_table const>(*std::move(table));
}

}  // namespace samspil::transaction
