#include "rules/condition_names.hpp"

#include <map>

#include "rec/all.hpp"

namespace samspil::rules {
namespace {

using columns_by_record = std::map<std::string_view, std::span<codec::column const>>;

template <class... Records>
columns_by_record all_columns(std::tuple<Records...>*) {
  return {{Records::name, Records::columns()}...};
}

columns_by_record const& records() {
  static columns_by_record const all = all_columns(static_cast<rec::all_records*>(nullptr));
  return all;
}

constexpr known_fact facts[] = {
    {"permitted", fact::permitted, value_type::truth},
    {"awaits-decision", fact::awaits_decision, value_type::truth},
    {"waiting", fact::waiting, value_type::number},
    {"group", fact::group, value_type::text},
    {"scope", fact::scope, value_type::text},
    {"mynkod", fact::mynkod, value_type::digits},
    {"residence", fact::residence, value_type::digits},
    {"protection-type", fact::protection_type, value_type::digits},
    {"undo-event", fact::undo_event, value_type::text},
    {"undo-time", fact::undo_time, value_type::text},
    {"addressing-name", fact::addressing_name, value_type::text},
    {"successor", fact::successor, value_type::text},
    {"today", fact::today, value_type::date},
    {"it", fact::it, value_type::text},
    {"place", fact::place, value_type::number},
    {"each", fact::each, value_type::text},
    {"position", fact::position, value_type::number},
};
constexpr known_list lists[] = {
    {"events", fact_list::events},
    {"register", fact_list::reg},
    {"household", fact_list::household},
    {"children", fact_list::children},
};
constexpr known_function functions[] = {
    {"age", function::age, value_type::number},      {"birth", function::birth, value_type::date},
    {"parity", function::parity, value_type::text},  {"length", function::length, value_type::number},
    {"date", function::date, value_type::date},      {"seen", function::seen, value_type::text},
};
constexpr known_property properties[] = {
    {"empty", property::empty}, {"filled", property::filled}, {"numeric", property::numeric},
    {"date", property::date},   {"time", property::time},     {"personnummer", property::personnummer},
};

template <class Known, std::size_t N>
Known const* find_in(Known const (&all)[N], std::string_view name) {
  for (Known const& one : all)
    if (one.name == name) return &one;
  return nullptr;
}

}  // namespace

std::optional<std::span<codec::column const>> columns_of(std::string_view record) {
  auto const found = records().find(record);
  if (found == records().end()) return std::nullopt;
  return found->second;
}

codec::column const* find_column(std::string_view record, std::string_view field) {
  if (auto const columns = columns_of(record))
    for (codec::column const& c : *columns)
      if (c.name == field) return &c;
  return nullptr;
}

bool is_dated(codec::column const& field) {
  bool const fits = field.type == codec::kind::digits ? field.width == 8 || field.width == 12 : field.width == 10;
  if (!fits || field.name.find("UMRK") != std::string_view::npos) return false;
  if (field.name.ends_with("DTO") || field.name == "HAENSLUT") return true;
  if (field.name.find("HAENSTART") != std::string_view::npos) return true;
  return field.name.ends_with("-DT") || field.name.find("-DT-") != std::string_view::npos;
}

std::string_view name_of(value_type type) {
  switch (type) {
    case value_type::truth: return "a truth";
    case value_type::number: return "a number";
    case value_type::text: return "a text";
    case value_type::digits: return "a code";
    case value_type::date: return "a date";
  }
  return "";
}

known_fact const* find_fact(std::string_view name) { return find_in(facts, name); }
known_list const* find_list(std::string_view name) { return find_in(lists, name); }
known_function const* find_function(std::string_view name) { return find_in(functions, name); }
known_property const* find_property(std::string_view name) { return find_in(properties, name); }

}  // namespace samspil::rules
