#include "admin/table_agreement.hpp"

#include <array>
#include <optional>
#include <set>
#include <stdexcept>

#include "admin/shipped_tables.hpp"
#include "rec/tables.hpp"
#include "rules/shipped_rules.hpp"
#include "store/error.hpp"

namespace samspil::admin {
namespace {

using store::reference;
using transaction::table_version;

/// Messages of which the program itself says some: those that no shipped rule has, and what a save, a decision or an
/// event without person or date is refused with.
std::set<unsigned> said_by_the_program() {
  std::set<unsigned> out;
  for (std::string const& row : transaction::table_rows(reference::messages, shipped_table(reference::messages)))
    out.insert(static_cast<unsigned>(codec::number(codec::view<rec::MESSAGE_ROW>(row)[rec::MESSAGE_ROW::MEDDNR])));
  for (rules::rule_text const& rule : rules::shipped_rules()->rules()) out.erase(rule.number);
  out.insert({5, 40, 172, 184, 7001, 7002});
  return out;
}

template <class Table>
Table parsed(reference kind, table_version const& one) {
  auto table = Table::parse(transaction::table_rows(kind, one.text));
  if (!table) throw store::error("table " + std::string(store::name(kind)) + ": " + table.error().text());
  return std::move(*table);
}

/// How many have each group: users, and events that wait, which are decided with the rights of who reported them.
std::map<std::string, std::pair<std::size_t, std::size_t>> groups_in_use(store::read_scope const& scope) {
  std::map<std::string, std::pair<std::size_t, std::size_t>> out;
  for (store::customer_row const& customer : scope.customers())
    for (store::user_row const& user : scope.users(customer[rec::CUSTOMER_ROW::KUNDENR]))
      ++out[std::string(codec::trimmed(user[rec::USER_ROW::SECURITY_GROUP]))].first;
  for (char const state : {'A', 'G'})
    scope.each_waiting_in(state, "99999999", [&](codec::view<rec::WAITING_ROW> event) {
      ++out[std::string(codec::trimmed(event[rec::WAITING_ROW::SECURITY_GROUP]))].second;
      return true;
    });
  return out;
}

class comparison {
 public:
  comparison(store::read_scope const& scope, table_set const& all) : scope_(scope), all_(all) {}

  void look_at(std::string_view day) {
    auto const& rules = in_force(reference::rules, day);
    auto const& groups = in_force(reference::groups, day);
    auto const& messages = in_force(reference::messages, day);
    auto const& texts = in_force(reference::texts, day);
    if (seen_.insert({rules.number, groups.number, messages.number, texts.number}).second == false) return;
    rules::tables const now{parsed<rules::group_table>(reference::groups, groups),
                            parsed<rules::message_texts>(reference::messages, messages),
                            parsed<rules::code_texts>(reference::texts, texts)};
    rules::rule_findings findings;
    static_cast<void>(rules::rule_table::load(rules::rule_lines(rules.text), &now, findings));
    for (rules::rule_finding& one : findings) add({rules.number, std::move(one)});
    needs_of_the_program(now);
    groups_of_users(now.groups);
  }
  std::vector<disagreement> take() { return std::move(out_); }

 private:
  table_version const& in_force(reference kind, std::string_view day) const {
    table_version const* const one = transaction::version_in_force(all_.at(kind), day);
    if (one == nullptr) throw std::logic_error("no version of " + std::string(store::name(kind)));
    return *one;
  }
  void add(disagreement one) {
    for (disagreement const& other : out_)
      if (other.rules_version == one.rules_version && other.what == one.what) return;
    out_.push_back(std::move(one));
  }
  void add(std::string what) { add({0, {0, 0, "", std::move(what)}}); }

  void needs_of_the_program(rules::tables const& now) {
    static std::set<unsigned> const messages = said_by_the_program();
    for (unsigned const number : messages)
      if (now.messages.find(number, "da").empty())
        add("no text of message " + std::to_string(10000 + number).substr(1) + ", which the program says");
    using row = rec::CODE_TEXT_ROW;
    for (std::string const& shipped : transaction::table_rows(reference::texts, shipped_table(reference::texts))) {
      codec::view<row> const v(shipped);
      if (now.codes.find(v[row::TEXT_KIND], v[row::TEXT_CODE], "da").empty())
        add("no text of " + std::string(codec::trimmed(v[row::TEXT_KIND])) + " " +
            std::string(codec::trimmed(v[row::TEXT_CODE])) + ", which the program looks up");
    }
    if (!now.groups.knows("CPRADM")) add("no group CPRADM, whose rights this tool has");
  }
  void groups_of_users(rules::group_table const& groups) {
    if (!in_use_) in_use_ = groups_in_use(scope_);
    for (auto const& [name, uses] : *in_use_)
      if (!groups.knows(name))
        add("no group " + name + ", which users (" + std::to_string(uses.first) + ") and waiting events (" +
            std::to_string(uses.second) + ") have");
  }

  store::read_scope const& scope_;
  table_set const& all_;
  std::set<std::array<unsigned, 4>> seen_;
  std::vector<disagreement> out_;
  std::optional<std::map<std::string, std::pair<std::size_t, std::size_t>>> in_use_;
};

}  // namespace

std::string disagreement::text() const {
  if (rules_version == 0) return what.what;
  return "rules version " + std::to_string(rules_version) + ", " + what.text();
}

table_set read_tables(store::read_scope const& scope) {
  table_set out;
  for (auto const kind : {reference::rules, reference::groups, reference::texts, reference::messages})
    out[kind] = transaction::table_versions(scope, kind);
  auto& rules = out[reference::rules];
  if (rules.empty())  // a home that was made before rules were kept in it
    rules.push_back({1, std::string(8, '0'), std::string(20, '0'), "", false, shipped_table(reference::rules)});
  return out;
}

std::vector<disagreement> disagreements(store::read_scope const& scope, table_set const& tables,
                                        std::string_view today) {
  std::set<std::string, std::less<>> days{std::string(today)};
  for (auto const& [kind, versions] : tables)
    for (table_version const& one : versions)
      if (!one.withdrawn && one.from > today) days.insert(one.from);
  comparison all(scope, tables);
  for (std::string const& day : days) all.look_at(day);
  return all.take();
}

}  // namespace samspil::admin
