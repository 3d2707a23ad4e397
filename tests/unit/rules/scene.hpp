// A message in the fake register: keys, data and who sends them, with the
// shipped tables. What the rules said is compared as text: "7101F VEJKOD".
#pragma once

#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "fake_register.hpp"
#include "rec/sams_fly.hpp"
#include "rec/tables.hpp"
#include "rules/checks.hpp"
#include "rules/effects.hpp"
#include "rules/rule_table.hpp"
#include "rules/shipped_rules.hpp"
#include "rules/validate.hpp"

namespace samspil::test {

/// The rows of a shipped table, padded to `length`.
inline std::vector<std::string> shipped_rows(std::string const& file, std::size_t length) {
  std::ifstream in(std::string(SAMSPIL_SOURCE) + "/records/" + file);
  std::vector<std::string> rows;
  for (std::string line; std::getline(in, line);) {
    line.resize(std::max(line.size(), length), ' ');
    rows.push_back(std::move(line));
  }
  return rows;
}

inline rules::tables const& shipped_tables() {
  static rules::tables const all{
      rules::group_table::parse(shipped_rows("groups.txt", rec::GROUP_ROW::length)).value(),
      rules::message_texts::parse(shipped_rows("messages.txt", rec::MESSAGE_ROW::length)).value(),
      rules::code_texts::parse(shipped_rows("texts.txt", rec::CODE_TEXT_ROW::length)).value(),
      rules::shipped_rules()};
  return all;
}

/// "7101F VEJKOD" for each, "7110F MEDFLYTTER/2" with an occurrence, ", " between.
inline std::string said(rules::messages const& list) {
  std::string out;
  for (rules::message const& m : list) {
    if (!out.empty()) out += ", ";
    out += std::to_string(m.number) + m.klasse;
    if (!m.felt.empty()) out += " " + m.felt;
    if (m.occurrence != 0) out += "/" + std::to_string(m.occurrence);
  }
  return out;
}

inline date day(std::string_view digits) { return *parse_date8(digits); }

struct scene {
  scene() { fill(reg); }

  /// The keys as one record.
  std::string keys() const {
    codec::buffer<rec::INIT_ANMODNING> out;
    out.set(rec::INIT_ANMODNING::HAENDELSE, haendelse)
        .set(rec::INIT_ANMODNING::PNR, pnr)
        .set(rec::INIT_ANMODNING::HDTO, hdto)
        .set(rec::INIT_ANMODNING::KOMKOD, komkod);
    return std::string(out.bytes());
  }
  template <class F>
  auto with_keys(F&& f) {
    std::string const bytes = keys();
    rules::key_facts const facts(bytes, who, shipped_tables(), reg, day(business));
    return f(facts);
  }
  rules::messages check_keys(std::span<unsigned const> without = {}) {
    return with_keys([&](auto const& facts) { return rules::check_keys(facts, without); });
  }
  rules::validation validate() {
    return with_keys([&](auto const& facts) { return rules::validate(facts, data.bytes()); });
  }
  std::vector<rules::touched_person> effects() {
    return with_keys([&](auto const& facts) {
      rules::validation const approved = rules::validate(facts, data.bytes());
      if (!approved.ok()) throw std::logic_error("the test's data do not hold: " + said(approved.list));
      return rules::effects(facts, approved.data, "202603101415");
    });
  }
  /// Moves along whom `pnrs` names; the count fits.
  scene& move_along(std::vector<std::string_view> pnrs) {
    data.set(rec::FLY_DATA::ANTAL_MEDFLYTTERE, pnrs.size());
    for (std::size_t i = 0; i < pnrs.size(); ++i) data.set(rec::FLY_DATA::MEDFLYTTER, i, pnrs[i]);
    return *this;
  }

  fake_register reg;
  rules::actor who{"1234", "KOMM01", "KOMMUNE", "0101"};
  std::string haendelse = "FLY", pnr{father}, hdto = "20260309", komkod = "0101", business = "20260309";
  codec::buffer<rec::FLY_DATA> data = fly_data();

 private:
  static codec::buffer<rec::FLY_DATA> fly_data() {
    codec::buffer<rec::FLY_DATA> out;
    out.set(rec::FLY_DATA::VEJKOD, "1000").set(rec::FLY_DATA::HUSNR, "005");
    return out;
  }
};

inline void as_citizen(scene& s) { s.who.group = "BORGER"; s.who.mynkod = "0000"; }

}  // namespace samspil::test
