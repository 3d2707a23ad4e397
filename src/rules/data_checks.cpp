#include "rules/data_checks.hpp"

#include "rules/checks.hpp"
#include "rules/words.hpp"

namespace samspil::rules {
namespace {

constexpr std::string_view required_fields =
    "VEJKOD HUSNR UDR-LANDEKOD VARIGHED-MDR FRA-LANDEKOD HANDLING CIVST LANDEKOD FKIRK FTR-HAENDELSE FTR-TIDSPUNKT";
constexpr std::string_view count_fields = "ANTAL-MEDFLYTTERE ANTAL-BOERN";
constexpr std::string_view protections = "NAB LVB MFB KRE";
constexpr std::string_view countries = "UDR-LANDEKOD FRA-LANDEKOD LANDEKOD";
constexpr std::string_view lines = "KONTAKTADR SUPLADR UDLANDADR";
constexpr std::string_view names = "FORNVN MELNVN EFTERNVN";
constexpr std::string_view what_may_change =
    "KONTAKTADR SUPLADR UDLANDADR UDR-LANDEKOD SLUTDTO FORNVN MELNVN EFTERNVN ADRNVN";
constexpr std::string_view whole_address = "HUSNR ETAGE SIDEDOER BNR";

// rule, number, class, events, groups, FELT, reads, predicate, the text's value, not after.
// 7112 reads the entries of its list too, but counts those with an F as filled.
constexpr data_check rows[] = {
    {"D7002", 7002, 'F', "*", "*", required_fields, "VEJKOD", due::required},
    {"D0037", 37, 'F', "*", "*", "*9", "", due::no_number},
    {"D0060", 60, 'F', "*", "*", "*X", "", due::foreign_character},
    {"D7021", 7021, 'F', "*", "*", "", "", due::awaits_decision},
    {"D7101", 7101, 'F', "FLY IND GEN", "*", "VEJKOD", "", due::no_open_road},
    {"D7102", 7102, 'F', "FLY IND GEN", "*", "HUSNR", "VEJKOD", due::no_house_number},
    {"D7103", 7103, 'F', "FLY IND GEN", "*", "HUSNR", "VEJKOD", due::outside_intervals},
    {"D7104", 7104, 'F', "FLY IND GEN", "*", "ETAGE", "", due::no_floor},
    {"D7105", 7105, 'F', "FLY IND GEN", "*", "SIDEDOER", "ETAGE", due::no_door},
    {"D7106", 7106, 'F', "FLY", "*", "VEJKOD", whole_address, due::same_address},
    {"D7108", 7108, 'A', "FLY", "*", "HDTO", "", due::reported_late},
    {"D7109", 7109, 'F', "FLY UDR", "*", "HDTO", "", due::before_the_address, due::address_since},
    {"D7110", 7110, 'F', "FLY UDR", "*", "MEDFLYTTER", "", due::no_member},
    {"D7111", 7111, 'F', "FLY UDR", "*", "MEDFLYTTER", "", due::named_twice},
    {"D7112", 7112, 'F', "FLY UDR NAB LVB MFB KRE", "*", count_fields, "", due::count_differs},
    {"D7113", 7113, 'F', "FLY IND GEN", "*", "BNR", "", due::building_outside_greenland},
    {"D7114", 7114, 'F', "FLY", "REP", "VEJKOD", "", due::administrative_road},
    {"D7115", 7115, 'F', "FLY UDR", "*", "MEDFLYTTER", "HDTO", due::before_their_address},
    {"D7201", 7201, 'F', "UDR UAD IND STB", "*", countries, "", due::no_country},
    {"D7202", 7202, 'F', "UDR UAD IND", "*", countries, "", due::is_denmark},
    {"D7203", 7203, 'F', "UDR", "*", "VARIGHED-MDR", "", due::short_stay},
    {"D7204", 7204, 'A', "UDR", "*", "HDTO", "", due::reported_after},
    {"D7301", 7301, 'F', protections, "*", "HANDLING", "", due::no_action},
    {"D7302", 7302, 'F', protections, "*", "HANDLING", "", due::already_set},
    {"D7303", 7303, 'F', protections, "*", "HANDLING", "", due::nothing_to_lift},
    {"D7304", 7304, 'F', "NAB", "REP", "SLUTDTO", "", due::longer_than_a_year, nullptr, 7301},
    {"D7305", 7305, 'F', "NAB LVB MFB KRE KAD SUA", "*", "SLUTDTO", "", due::no_end_date, nullptr, 7301},
    {"D7306", 7306, 'F', protections, "*", "BARN", "", due::no_child},
    {"D7401", 7401, 'F', "KAD SUA UAD UDR", "*", lines, "", due::gap_in_lines},
    {"D7501", 7501, 'F', "NVN", "*", "FORNVN EFTERNVN", "", due::no_name},
    {"D7502", 7502, 'A', "NVN", "*", "ADRNVN", names, due::name_was_cut},
    {"D7601", 7601, 'F', "CIV", "*", "CIVST", "", due::civil_status_unreachable},
    {"D7602", 7602, 'F', "CIV", "*", "AEGTEPNR", "CIVST", due::spouse_not_wanted},
    {"D7603", 7603, 'F', "CIV", "*", "AEGTEPNR", "", due::spouse_cannot_marry},
    {"D7604", 7604, 'F', "CIV", "*", "CIVST", "", due::married_under_age},
    {"D7701", 7701, 'F', "DOD", "*", "HDTO", "", due::before_a_change},
    {"D7801", 7801, 'F', "FTR", "*", "FTR-TIDSPUNKT", "FTR-HAENDELSE", due::not_undoable},
    {"D7901", 7901, 'F', "FKI", "*", "FKIRK", "", due::no_other_church},
    {"D7902", 7902, 'F', "STB", "*", "LANDEKOD", "", due::same_citizenship},
    {"D7903", 7903, 'F', "NVN KAD SUA UAD", "*", "", what_may_change, due::nothing_changes},
};

bool has_error(messages const& list, std::string_view felt, unsigned occurrence) {
  for (message const& m : list)
    if (m.klasse == 'F' && m.felt == felt && m.occurrence == occurrence) return true;
  return false;
}

bool has_error_in(messages const& list, std::string_view fields) {
  for (message const& m : list)
    if (m.klasse == 'F' && !m.felt.empty() && has_word(fields, m.felt)) return true;
  return false;
}

bool has_number(messages const& list, unsigned number) {
  for (message const& m : list)
    if (m.number == number) return true;
  return false;
}

bool is_about(data_check const& row, data_field const& field) {
  if (row.felt == "*9") return field.type == codec::kind::digits;
  if (row.felt == "*X") return field.type == codec::kind::text;
  return has_word(row.felt, field.name);
}

/// Adds the row's message for a field and occurrence when it is due.
void evaluate(data_check const& row, data_facts const& facts, data_field const* field, unsigned occurrence,
              messages& out) {
  std::string_view const felt = field == nullptr ? row.felt : field->name;
  // A message without FELT stops no other row.
  if ((!felt.empty() && has_error(out, felt, occurrence)) || has_error_in(out, row.reads)) return;
  if (row.not_after != 0 && has_number(out, row.not_after)) return;
  if (!row.fires(facts, field, occurrence)) return;
  out.push_back(make_message(facts.keys.table, facts.keys.who, row.rule, row.number, row.klasse, felt, occurrence,
                             row.value == nullptr ? std::string() : row.value(facts)));
}

}  // namespace

std::span<data_check const> data_checks() { return rows; }

messages check_data(data_facts const& facts) {
  messages out;
  event_type const& event = *facts.keys.event;
  std::string_view const scope = facts.keys.scope();
  for (data_check const& row : rows) {
    if (!admits(row.events, event.code) || !admits(row.scopes, scope)) continue;
    if (row.felt.empty() || row.felt == "HDTO") {
      evaluate(row, facts, nullptr, 0, out);
      continue;
    }
    for (data_field const& field : event.fields) {
      if (!is_about(row, field)) continue;
      for (unsigned i = 1; i <= field.count; ++i) evaluate(row, facts, &field, field.repeats() ? i : 0, out);
    }
  }
  return out;
}

}  // namespace samspil::rules
