// The shipped tables as the register reads them: rights of the security groups,
// texts of codes and messages (layouts/tables.cpy). Loaded once, then read only.
#pragma once

#include <compare>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace samspil::rules {

/// Orders keys part by part, also a key of texts and one of views (std::less of
/// two such tuples is not what every compiler takes).
struct by_parts {
  using is_transparent = void;
  template <class... A, class... B>
  bool operator()(std::tuple<A...> const& a, std::tuple<B...> const& b) const {
    return before(a, b, std::index_sequence_for<A...>());
  }

 private:
  template <class A, class B, std::size_t... I>
  static bool before(A const& a, B const& b, std::index_sequence<I...>) {
    std::strong_ordering order = std::strong_ordering::equal;
    static_cast<void>((((order = std::get<I>(a) <=> std::get<I>(b)) != 0) || ...));
    return order < 0;
  }
};

struct text_hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
/// Found by texts one behind the other (tables.cpp): every message asks several times, and a tree would compare
/// texts at each of its steps.
template <class Value>
using by_joined_text = std::unordered_map<std::string, Value, text_hash, std::equal_to<>>;

/// Rights of the security groups (domain.md, "Security groups"). Default is deny.
class group_table {
 public:
  /// Rows of GROUP-ROW; an unknown RIGHT-KIND, RIGHT-MODE or scope is an error.
  static result<group_table> parse(std::vector<std::string> const& rows);

  bool knows(std::string_view group) const;
  /// Whether the group may use a FUNKTION of SAMS, or PRIV or OFF4 of CPR Direkte.
  bool may_use(std::string_view group, std::string_view funktion) const;
  /// Whether the group has any FUNKTION of SAMS at all.
  bool may_log_on(std::string_view group) const;
  /// 'D' direct, 'G' by approval, 0 when the group may not report the event.
  char event_mode(std::string_view group, std::string_view haendelse) const;
  /// "OWN", "ALL", "REP"; empty when the group has none.
  std::string_view scope(std::string_view group) const;
  /// All that the group has, in a form that two groups of the same rights share; empty for an unknown group.
  std::string_view rights(std::string_view group) const;
  /// Its groups, ascending.
  std::vector<std::string> names() const;

 private:
  by_joined_text<char> mode_;  ///< of a group, 'F' or 'E', and a code
  std::set<std::string, std::less<>> logging_on_;
  std::map<std::string, std::string, std::less<>> scope_;
  std::map<std::string, std::string, std::less<>> all_;  ///< rights() of each group
};

/// Texts of FEJLNR stand under this number and FEJLNR, because FEJLNR 04 and
/// message 4 are different things: MEDDNR 9068 is the text of FEJLNR 68.
inline constexpr unsigned fejlnr_base = 9000;

/// Texts of messages and FEJLNR by number and language ("da", "en").
class message_texts {
 public:
  static result<message_texts> parse(std::vector<std::string> const& rows);
  /// The text in `language`, else in Danish, else empty. A `%` stands for a value.
  std::string_view find(unsigned number, std::string_view language) const;

 private:
  std::map<std::tuple<unsigned, std::string>, std::string, by_parts> texts_;
};

/// Texts of codes: kind ("STATUS"), code ("01"), language.
class code_texts {
 public:
  static result<code_texts> parse(std::vector<std::string> const& rows);
  /// The text in `language`, else in Danish, else empty.
  std::string_view find(std::string_view kind, std::string_view code, std::string_view language) const;

 private:
  by_joined_text<std::string> texts_;  ///< kind, code and language
};

class rule_table;

struct tables {
  group_table groups;
  message_texts messages;
  code_texts codes;
  std::shared_ptr<rule_table const> rules = nullptr;  ///< what check_keys and check_data go by
  unsigned rule_version = 1;  ///< their number, which every saved event carries
};

}  // namespace samspil::rules
