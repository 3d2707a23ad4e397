#include "admin/table_check.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "admin/shipped_tables.hpp"
#include "admin/values.hpp"
#include "rec/tables.hpp"
#include "rules/events.hpp"
#include "session/functions.hpp"
#include "transaction/table_versions.hpp"

namespace samspil::admin {
namespace {

using store::reference;
using group_record = rec::GROUP_ROW;
using code_text = rec::CODE_TEXT_ROW;
using message = rec::MESSAGE_ROW;

template <class Field>
constexpr std::size_t column_of(Field const& f) {
  return f.offset + 1;
}

/// A word in its field: it begins where the field does and has no blank within.
bool is_word(std::string_view field) {
  std::string_view const word = codec::trimmed(field);
  return !word.empty() && word.find(' ') == std::string_view::npos;
}

/// The kinds of codes that the program looks up: those of the shipped texts.
std::set<std::string, std::less<>> const& known_kinds() {
  static auto const all = [] {
    std::set<std::string, std::less<>> out;
    for (std::string const& row : transaction::table_rows(reference::texts, shipped_table(reference::texts)))
      out.emplace(codec::trimmed(codec::view<code_text>(row)[code_text::TEXT_KIND]));
    return out;
  }();
  return all;
}

/// FUNKTION of SAMS, or a transaction of CPR Direkte.
bool is_function(std::string_view code) {
  return code == "PRIV" || code == "OFF4" || session::find_function(code) != nullptr;
}

class checker {
 public:
  explicit checker(reference kind) : kind_(kind) {}

  rules::rule_findings run(std::string_view text) {
    for (std::string const& line : rules::rule_lines(text)) {
      ++row_;
      if (!line.starts_with('*')) look(line);
    }
    for (auto const& [name, row] : incomplete_)
      findings_.push_back({row, 1, "", kind_ == reference::groups
                                           ? "group " + name + " has no row S that says for whom it may act"
                                           : "no Danish text of " + name});
    std::stable_sort(findings_.begin(), findings_.end(), [](auto const& a, auto const& b) { return a.row < b.row; });
    return std::move(findings_);
  }

 private:
  void wrong(std::size_t column, std::string what) { findings_.push_back({row_, column, "", std::move(what)}); }

  void look(std::string line) {
    std::size_t const length = transaction::table_rows(kind_, "x").front().size();
    if (codec::trimmed(line).empty()) return wrong(1, "an empty row");
    if (line.size() > length) return wrong(length + 1, "the row is longer than the layout");
    if (auto const at = std::find_if(line.begin(), line.end(), is_control); at != line.end())
      return wrong(static_cast<std::size_t>(at - line.begin()) + 1, "a character that is none of ISO-8859-1");
    line.resize(length, ' ');
    if (kind_ == reference::groups)
      look_group(codec::view<group_record>(line));
    else if (kind_ == reference::texts)
      look_code(codec::view<code_text>(line));
    else
      look_message(codec::view<message>(line));
  }

  /// The row's key, which no other has.
  void key(std::string_view bytes, std::size_t column, char const* what) {
    if (auto const [at, fresh] = keys_.emplace(bytes, row_); !fresh)
      wrong(column, std::string(what) + " in row " + std::to_string(at->second) + " already");
  }

  /// Something that is not whole until `whole` stands in one of its rows.
  void part(std::string const& name, bool whole) {
    if (whole) {
      incomplete_.erase(name);
      whole_.insert(name);
    } else if (!whole_.contains(name)) {
      incomplete_.emplace(name, row_);
    }
  }

  void look_group(codec::view<group_record> const& v) {
    std::string_view const code = codec::trimmed(v[group_record::RIGHT_CODE]);
    char const kind = v[group_record::RIGHT_KIND][0], mode = v[group_record::RIGHT_MODE][0];
    if (!is_word(v[group_record::SECURITY_GROUP])) return wrong(1, "expected the name of a group, one word");
    if (kind == 'S') {
      if (code != "OWN" && code != "ALL" && code != "REP")
        wrong(column_of(group_record::RIGHT_CODE), "expected OWN, ALL or REP");
    } else if (kind == 'F') {
      if (!is_function(code)) wrong(column_of(group_record::RIGHT_CODE), "no FUNKTION " + std::string(code));
    } else if (kind == 'E') {
      if (rules::find_event(code) == nullptr)
        wrong(column_of(group_record::RIGHT_CODE), "no event " + std::string(code));
      if (mode != 'D' && mode != 'G')
        wrong(column_of(group_record::RIGHT_MODE), "expected D (direct) or G (by approval)");
    } else {
      wrong(column_of(group_record::RIGHT_KIND), "expected F (a function), E (an event) or S (for whom it may act)");
    }
    if (kind != 'E' && mode != ' ')
      wrong(column_of(group_record::RIGHT_MODE), "expected a blank: a mode is of events alone");
    constexpr std::size_t end = group_record::RIGHT_MODE.offset + group_record::RIGHT_MODE.width;
    if (auto const at = v.bytes().find_first_not_of(' ', end); at != std::string_view::npos)
      wrong(at + 1, "expected blanks");
    // A group has one scope.
    std::size_t const key_width = kind == 'S' ? group_record::RIGHT_CODE.offset : group_record::RIGHT_MODE.offset;
    key(v.bytes().substr(0, key_width), 1, "the right stands");
    part(std::string(codec::trimmed(v[group_record::SECURITY_GROUP])), kind == 'S');
  }

  void look_language_and_text(std::string_view language, std::size_t language_column, std::string_view text,
                              std::size_t text_column) {
    if (language != "da" && language != "en") wrong(language_column, "expected da or en");
    if (codec::trimmed(text).empty()) wrong(text_column, "expected a text");
  }

  void look_code(codec::view<code_text> const& v) {
    std::string_view const kind = codec::trimmed(v[code_text::TEXT_KIND]);
    if (!known_kinds().contains(kind)) wrong(column_of(code_text::TEXT_KIND), "no kind of codes " + std::string(kind));
    if (!is_word(v[code_text::TEXT_CODE])) wrong(column_of(code_text::TEXT_CODE), "expected a code");
    look_language_and_text(v[code_text::TEXT_LANGUAGE], column_of(code_text::TEXT_LANGUAGE), v[code_text::TEKST],
                           column_of(code_text::TEKST));
    key(v.bytes().substr(0, code_text::TEKST.offset), 1, "the text stands");
    part(std::string(kind).append(" ").append(codec::trimmed(v[code_text::TEXT_CODE])),
         v[code_text::TEXT_LANGUAGE] == "da");
  }

  void look_message(codec::view<message> const& v) {
    std::string_view const number = v[message::MEDDNR], text = v[message::TEKST];
    if (!codec::is_digits(number) || number == "0000") return wrong(1, "expected a message number of four digits");
    look_language_and_text(v[message::TEXT_LANGUAGE], column_of(message::TEXT_LANGUAGE), text,
                           column_of(message::TEKST));
    if (auto const first = text.find('%'), last = text.rfind('%'); first != last)
      wrong(column_of(message::TEKST) + last, "a second %: there is one value for a text");
    key(v.bytes().substr(0, message::TEKST.offset), 1, "the text stands");
    part("message " + std::string(number), v[message::TEXT_LANGUAGE] == "da");
  }

  reference kind_;
  std::size_t row_ = 0;
  rules::rule_findings findings_;
  std::map<std::string, std::size_t, std::less<>> keys_;
  std::map<std::string, std::size_t> incomplete_;  ///< with the row that names it first
  std::set<std::string> whole_;
};

/// Texts that have no English one beside them.
std::size_t without_english(std::vector<std::string> const& rows, std::size_t language_at) {
  std::set<std::string> english;
  for (std::string const& row : rows)
    if (row.substr(language_at, 2) == "en") english.insert(row.substr(0, language_at));
  return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [&](std::string const& row) {
    return row.substr(language_at, 2) == "da" && !english.contains(row.substr(0, language_at));
  }));
}

}  // namespace

rules::rule_findings check_table_rows(reference kind, std::string_view text) { return checker(kind).run(text); }

std::vector<std::pair<std::string, std::string>> table_counts(reference kind, std::string_view text) {
  auto const rows = transaction::table_rows(kind, text);
  if (kind == reference::groups) {
    std::set<std::string> names;
    for (std::string const& row : rows) names.insert(row.substr(0, group_record::SECURITY_GROUP.width));
    return {{"groups", std::to_string(names.size())}, {"rights", std::to_string(rows.size())}};
  }
  bool const codes = kind == reference::texts;
  std::size_t const missing =
      without_english(rows, codes ? code_text::TEXT_LANGUAGE.offset : message::TEXT_LANGUAGE.offset);
  return {{"texts", std::to_string(rows.size())}, {"without English", std::to_string(missing)}};
}

}  // namespace samspil::admin
