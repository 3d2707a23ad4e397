// Indexes against their tables, both ways.
#include <algorithm>

#include "store/audit_index.hpp"
#include "store/index_keys.hpp"
#include "store/keys.hpp"
#include "store/verification.hpp"

namespace samspil::store {
namespace {

using entries_of = std::vector<std::string> (*)(std::string_view row);

struct index_pair {
  table of;
  table by;
  std::string (*key_in)(std::string_view entry);  ///< the row's key, empty for an entry of another form
  std::size_t shortest;  ///< a shorter row has been found already, by verify_rows
  entries_of entries;
  bool names_its_row;  ///< the entry's value is the row's key, as the library keeps it
};

std::vector<std::string> by_person(std::string_view row) { return {waiting_person_key(row)}; }
std::vector<std::string> by_state(std::string_view row) { return {waiting_state_key(row)}; }
std::vector<std::string> by_subscriber(std::string_view row) { return {subscriber_key(row)}; }

/// The number that an entry ends in.
template <std::size_t Digits>
std::string last_digits(std::string_view entry) {
  return entry.size() < Digits ? std::string() : std::string(entry.substr(entry.size() - Digits));
}
/// KUNDENR and PNR of an entry that has them the other way round.
std::string subscription_in(std::string_view entry) {
  return entry.size() != 14 ? std::string() : std::string(entry.substr(10)).append(entry.substr(0, 10));
}

constexpr index_pair pairs[] = {
    {table::waiting, table::waiting_person, last_digits<12>, rec::WAITING_ROW::length, by_person, true},
    {table::waiting, table::waiting_state, last_digits<12>, rec::WAITING_ROW::length, by_state, true},
    {table::subscription, table::subscriber, subscription_in, rec::SUBSCRIPTION_ROW::length, by_subscriber, true},
    {table::audit, table::audit_person, last_digits<15>, rec::AUDIT_ROW::length + 64, audit_person_keys, false}};

std::optional<std::string> row_without_entry(environment const& env, index_pair const& p, std::string_view row) {
  if (row.size() < p.shortest) return std::nullopt;
  for (auto const& entry : p.entries(row))
    if (!env.has(p.by, nullptr, entry)) return "an entry of it is missing in the index " + std::string(name(p.by));
  return std::nullopt;
}

std::optional<std::string> entry_without_row(environment const& env, index_pair const& p, std::string_view entry,
                                             std::string_view value) {
  std::string const of = p.key_in(entry);
  if (of.empty()) return std::nullopt;  // verify_rows has it
  if (p.names_its_row && value != of) return "the entry names another row";
  auto const found = env.get(p.of, nullptr, of);
  if (!found || found->size() < p.shortest) return "there is no row for the entry in " + std::string(name(p.of));
  auto const entries = p.entries(*found);
  if (std::find(entries.begin(), entries.end(), entry) == entries.end())
    return "the row in " + std::string(name(p.of)) + " does not have this entry";
  return std::nullopt;
}

}  // namespace

void verify_indexes(verification& v) {
  for (auto const& p : pairs) {
    if (v.is_damaged(p.of) || v.is_damaged(p.by)) continue;
    std::string const indexed(p.of == table::audit ? audit_key(audit_indexed(v.env)).text()
                                                   : key("999999999999999").text());
    v.phase(name(p.by), p.of);
    v.each(p.of, {}, [&v, &p, indexed](std::string_view k, std::string_view row) -> std::optional<std::string> {
      if (k > indexed) return std::nullopt;  // the audit log's index is caught up when it is asked
      return row_without_entry(v.env, p, row);
    });
    v.phase(name(p.by), p.by);
    v.each(p.by, {}, [&v, &p](std::string_view entry, std::string_view value) {
      return entry_without_row(v.env, p, entry, value);
    });
  }
}

}  // namespace samspil::store
