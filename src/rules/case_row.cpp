#include "rules/case_row.hpp"

#include <set>

#include "rec/rules.hpp"
#include "rules/case_data.hpp"
#include "rules/condition_names.hpp"
#include "rules/table_line.hpp"

namespace samspil::rules {
namespace {

using row = rec::CASE_ROW;

class case_reader {
 public:
  explicit case_reader(rule_findings& findings) : findings_(findings) {}

  void read(std::string_view line) {
    ++number_;
    if (line.starts_with('*')) return;
    table_line<row> const text(line);
    codec::view<row> const v = text.view();
    std::string_view const name = codec::trimmed(v[row::CASE_NR]);
    if (!name.empty()) begin(name);
    if (auto const bad = text.fault()) return wrong(bad->column, bad->what);
    if (name.empty())
      go_on(v);
    else
      keys(v);
    if (now_.name.empty() || !keyed_) return;
    data_->read(v[row::CASE_DATA],
                [&](std::size_t at, std::string what) { wrong(column_of(row::CASE_DATA) + at, std::move(what)); });
    message(v);
  }
  std::vector<rule_case> cases() {
    end();
    return std::move(cases_);
  }

 private:
  void wrong(std::size_t column, std::string what) {
    findings_.push_back({number_, column, now_.name, std::move(what)});
    sound_ = false;
  }
  void end() {
    if (!now_.name.empty() && sound_) cases_.push_back(std::move(now_));
    now_ = {};
    data_.reset();
    sound_ = true;
    keyed_ = false;
  }
  void begin(std::string_view name) {
    end();
    now_.name = name;
    now_.row = number_;
    if (name.find(' ') != std::string_view::npos) wrong(1, "expected the case's number, one word");
    if (!names_.insert(now_.name).second) wrong(1, "the case's number stands in an earlier row too");
  }
  void keys(codec::view<row> const& v) {
    codec::buffer<rec::INIT_ANMODNING> keys;
    keys.set(rec::INIT_ANMODNING::HAENDELSE, v[row::HAENDELSE])
        .set(rec::INIT_ANMODNING::PNR, v[row::PNR])
        .set(rec::INIT_ANMODNING::HDTO, v[row::HDTO])
        .set(rec::INIT_ANMODNING::KOMKOD, v[row::KOMKOD]);
    trial_event& event = now_.event;
    event.keys = keys.bytes();
    event.keys_only = v[row::RULE_STEP] == "K";
    data_.emplace(event);
    keyed_ = true;
    event.who = {"0000", "", std::string(codec::trimmed(v[row::SECURITY_GROUP])), std::string(v[row::MYNKOD]), "da", 0};
    if (v[row::RULE_STEP] != "K" && v[row::RULE_STEP] != "D") wrong(column_of(row::RULE_STEP), "expected K or D");
    if (event.who.group.empty() || event.who.group.front() == ' ')
      wrong(column_of(row::SECURITY_GROUP), "expected a security group");
    if (!codec::is_digits(v[row::MYNKOD])) wrong(column_of(row::MYNKOD), "expected 4 digits, 0000 for no authority");
    auto const day = parse_date8(v[row::BUSINESS_DATE]);
    if (!day) return wrong(column_of(row::BUSINESS_DATE), "expected a business date yyyyMMdd");
    event.day = *day;
  }
  void go_on(codec::view<row> const& v) {
    if (now_.name.empty()) return wrong(1, "expected a case's number: no case stands before this row");
    std::size_t const filled = v.bytes().find_first_not_of(' ');
    if (filled < row::CASE_DATA.offset) wrong(filled + 1, "expected blanks in a row that goes on with a case");
  }
  void message(codec::view<row> const& v) {
    if (codec::trimmed(v.bytes().substr(row::EXPECTED_STEP.offset)).empty()) return;
    case_message m{v[row::EXPECTED_STEP][0], 0, v[row::KLASSE][0], std::string(codec::trimmed(v[row::FELT])), 0};
    std::string_view const occurrence = codec::trimmed(v[row::FOREKOMST]);
    if (m.step != 'K' && (m.step != 'D' || now_.event.keys_only))
      wrong(column_of(row::EXPECTED_STEP), now_.event.keys_only ? "expected K, as the case's step" : "expected K or D");
    if (!codec::is_digits(v[row::MEDDNR]))
      wrong(column_of(row::MEDDNR), "expected a message number of four digits");
    else
      m.number = static_cast<unsigned>(codec::number(v[row::MEDDNR]));
    if (std::string_view("FAI").find(m.klasse) == std::string_view::npos)
      wrong(column_of(row::KLASSE), "expected F, A or I");
    if (!m.felt.empty() && !is_field(m)) wrong(column_of(row::FELT), "the event has no field " + m.felt);
    if (codec::is_digits(occurrence))
      m.occurrence = static_cast<unsigned>(codec::number(occurrence));
    else if (!occurrence.empty())
      wrong(column_of(row::FOREKOMST), "expected two digits or blanks");
    now_.expected.push_back(std::move(m));
  }
  /// Of the keys, or of the event's DATA.
  bool is_field(case_message const& m) const {
    codec::view<rec::INIT_ANMODNING> const keys(now_.event.keys);
    return find_column(rec::INIT_ANMODNING::name, m.felt) != nullptr ||
           find_column(std::string(keys[rec::INIT_ANMODNING::HAENDELSE]) + "-DATA", m.felt) != nullptr;
  }

  rule_findings& findings_;
  std::vector<rule_case> cases_;
  std::set<std::string> names_;
  rule_case now_;
  std::optional<case_data> data_;
  std::size_t number_ = 0;
  bool sound_ = true;   ///< the case that is being read has no finding
  bool keyed_ = false;  ///< its keys have been read
};

}  // namespace

std::string case_message::text() const {
  std::string out = std::string(1, step) + " " + std::to_string(10000 + number).substr(1) + " " + klasse;
  if (!felt.empty()) out += " " + felt;
  if (occurrence != 0) out += "/" + std::to_string(occurrence);
  return out;
}

std::vector<rule_case> read_cases(std::vector<std::string> const& rows, rule_findings& findings) {
  case_reader all(findings);
  for (std::string const& one : rows) all.read(one);
  return all.cases();
}

std::vector<case_message> messages_of(trial_messages const& said) {
  std::vector<case_message> out;
  for (message const& m : said.keys) out.push_back({'K', m.number, m.klasse, m.felt, m.occurrence});
  for (message const& m : said.data) out.push_back({'D', m.number, m.klasse, m.felt, m.occurrence});
  return out;
}

}  // namespace samspil::rules
