#include "rules/rule_row.hpp"

#include "base/date.hpp"
#include "codec/field.hpp"
#include "rec/rules.hpp"
#include "rules/table_line.hpp"

namespace samspil::rules {
namespace {

using rule_record = rec::RULE_ROW;

class reader {
 public:
  explicit reader(rule_findings& findings) : findings_(findings) {}

  void read(std::string_view line) {
    ++number_;
    if (line.starts_with('*')) return;
    table_line<rule_record> const text(line);
    if (auto const bad = text.fault()) {
      std::string_view const own = codec::trimmed(line.substr(0, rule_record::REGELNR.width));
      if (own.empty()) return wrong(bad->column, bad->what);
      skipping_ = true;  // the rows that go on with it are left out too
      findings_.push_back({number_, bad->column, std::string(own), bad->what});
      return;
    }
    codec::view<rule_record> const v = text.view();
    if (codec::trimmed(v[rule_record::REGELNR]).empty()) return go_on(v);
    begin(v);
  }
  std::vector<rule_text> rules() { return std::move(rules_); }

 private:
  void wrong(std::size_t column, std::string what) {
    findings_.push_back({number_, column, skipping_ || rules_.empty() ? std::string() : rules_.back().rule,
                         std::move(what)});
  }
  void cells(codec::view<rule_record> const& v) {
    rule_text& r = rules_.back();
    r.events.go_on(v[rule_record::RULE_EVENTS], ' ', number_, column_of(rule_record::RULE_EVENTS));
    r.groups.go_on(v[rule_record::RULE_GROUPS], ' ', number_, column_of(rule_record::RULE_GROUPS));
    r.felt.go_on(v[rule_record::RULE_FELT], ' ', number_, column_of(rule_record::RULE_FELT));
    r.not_after.go_on(v[rule_record::RULE_NOT_AFTER], ' ', number_, column_of(rule_record::RULE_NOT_AFTER));
    r.condition.go_on(v[rule_record::RULE_CONDITION], '\n', number_, column_of(rule_record::RULE_CONDITION));
  }
  void begin(codec::view<rule_record> const& v) {
    std::size_t const before = findings_.size();
    skipping_ = true;
    if (v[rule_record::REGELNR][0] == ' ') wrong(1, "the rule's number does not begin in column 1");
    if (v[rule_record::RULE_STEP] != "K" && v[rule_record::RULE_STEP] != "D")
      wrong(column_of(rule_record::RULE_STEP), "expected K or D");
    if (!codec::is_digits(v[rule_record::MEDDNR]))
      wrong(column_of(rule_record::MEDDNR), "expected a message number of four digits");
    if (std::string_view("FAI").find(v[rule_record::KLASSE]) == std::string_view::npos)
      wrong(column_of(rule_record::KLASSE), "expected F, A or I");
    for (auto const& [value, column] : {std::pair{v[rule_record::VALID_FROM], column_of(rule_record::VALID_FROM)},
                                        std::pair{v[rule_record::VALID_TO], column_of(rule_record::VALID_TO)}})
      if (value != no_limit && !parse_date8(value)) wrong(column, "expected a date yyyyMMdd or zeros");
    if (findings_.size() != before) return;  // the rows that go on with it are left out too
    skipping_ = false;
    rule_text& r = rules_.emplace_back();
    r.rule = codec::trimmed(v[rule_record::REGELNR]);
    r.step = v[rule_record::RULE_STEP][0];
    r.number = static_cast<unsigned>(codec::number(v[rule_record::MEDDNR]));
    r.klasse = v[rule_record::KLASSE][0];
    r.from = v[rule_record::VALID_FROM];
    r.to = v[rule_record::VALID_TO];
    r.row = number_;
    cells(v);
  }
  void go_on(codec::view<rule_record> const& v) {
    if (skipping_) return;
    if (rules_.empty()) return wrong(1, "expected a rule's number: no rule stands before this row");
    std::size_t const end = rule_record::RULE_EVENTS.offset;
    std::size_t const filled = v.bytes().find_first_not_of(' ');
    if (filled < end) return wrong(filled + 1, "expected blanks in a row that goes on with a rule");
    cells(v);
  }

  rule_findings& findings_;
  std::vector<rule_text> rules_;
  std::size_t number_ = 0;
  bool skipping_ = false;
};

}  // namespace

std::string rule_finding::text() const {
  return "row " + std::to_string(row) + ", column " + std::to_string(column) + ": " +
         (rule.empty() ? "" : rule + ": ") + what;
}

void rule_cell::go_on(std::string_view text, char between, std::size_t row, std::size_t column) {
  text = codec::trimmed(text);
  std::size_t const blanks = std::min(text.find_first_not_of(' '), text.size());
  text.remove_prefix(blanks);
  if (text.empty() && !pieces_.empty()) return;
  if (!text_.empty()) text_ += between;
  pieces_.push_back({text_.size(), row, column + blanks});
  text_ += text;
}

std::pair<std::size_t, std::size_t> rule_cell::place(std::size_t at) const {
  for (std::size_t i = pieces_.size(); i-- > 0;)
    if (pieces_[i].at <= at || i == 0) return {pieces_[i].row, pieces_[i].column + at - pieces_[i].at};
  return {0, 0};
}

std::vector<rule_text> read_rules(std::vector<std::string> const& rows, rule_findings& findings) {
  reader all(findings);
  for (std::string const& one : rows) all.read(one);
  return all.rules();
}

std::vector<std::string> rule_lines(std::string_view file) {
  std::vector<std::string> out;
  for (; !file.empty(); file.remove_prefix(std::min(file.find('\n'), file.size() - 1) + 1))
    out.emplace_back(file.substr(0, file.find('\n')));
  return out;
}

std::vector<rule_word> words_of(rule_cell const& cell) {
  std::vector<rule_word> out;
  std::string_view const text = cell.text();
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const end = std::min(text.find(' ', at), text.size());
    if (end != at) out.push_back({text.substr(at, end - at), at});
    at = end + 1;
  }
  return out;
}

}  // namespace samspil::rules
