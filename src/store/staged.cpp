#include "store/staged.hpp"

#include <string>
#include <utility>
#include <vector>

#include "record/person.hpp"
#include "store/keys.hpp"

namespace samspil::store {
namespace {

using head_record = rec::PERSON_ROW;
using staged_rows = std::vector<std::pair<std::string, std::string>>;

/// PERSON-ROW of a staged person: what the register has, with the load's CHANGED.
codec::buffer<head_record> merged_head(environment const& env, __db_txn* txn, lock_for lock, generations const& of,
                                       std::string_view pnr) {
  codec::buffer<head_record> head;
  if (auto const old = env.get_start(table::person, txn, pnr, head_record::length, lock);
      old && old->size() == head_record::length)
    head = codec::buffer<head_record>(*old);
  head.set(head_record::LAYOUT_VERSION, layout_version);
  head.set(head_record::CHANGED, of.persons_sequence);
  return head;
}

staged_rows next_staged(environment const& env, __db_txn* txn, std::string_view from, std::size_t rows_max) {
  staged_rows rows;
  env.walk(table::person_staged, txn, {}, from, [&](std::string_view pnr, std::string_view records) {
    rows.emplace_back(pnr, records);
    return rows.size() < rows_max;
  });
  return rows;
}

/// Who subscribes to the person gets it with the next extract when the load is a
/// change extract, when 099 came along, or when it is another than before: a
/// status extract that says the same again is no news.
void feed(environment& env, __db_txn* txn, generations const& of, std::string_view pnr, std::string_view records) {
  std::vector<std::string> subscribers;
  env.walk(table::subscriber, txn, pnr, {}, [&](std::string_view entry, std::string_view) {
    subscribers.emplace_back(entry.substr(pnr.size()));
    return true;
  });
  if (subscribers.empty()) return;
  codec::buffer<rec::FEED_ROW> row;
  row.set(rec::FEED_ROW::LAYOUT_VERSION, layout_version);
  std::string bytes(row.bytes());
  auto const staged = record::person::trusted(std::string(records));
  for (std::string_view const event : staged.all(record::type_of<rec::PERSON_099>())) bytes += event;
  if (!of.persons_are_changes && bytes.size() == rec::FEED_ROW::length) {
    auto const old = env.get(table::person, txn, pnr, lock_for::update);
    if (old && old->size() >= head_record::length && old->substr(head_record::length) == records) return;
  }
  for (std::string const& kundenr : subscribers)
    env.put(table::feed, txn, feed_key(kundenr, pnr, of.persons_sequence), bytes);
}

}  // namespace

std::optional<person_row> staged_person(environment const& env, __db_txn* txn, lock_for lock, generations const& of,
                                        std::string_view pnr) {
  auto const found = env.get(table::person_staged, txn, pnr, lock);
  if (!found) return std::nullopt;
  std::string records(*found);
  return person_row{merged_head(env, txn, lock, of, pnr), std::move(records)};
}

void walk_with_staged(environment const& env, __db_txn* txn, generations const& of, std::string_view from,
                      std::function<bool(std::string_view, std::string_view)> const& f) {
  constexpr std::size_t piece = 256;
  std::string next(from);
  for (;;) {
    // The staged rows are read first: one that moves meanwhile is met in the register.
    staged_rows const staged = next_staged(env, txn, next, piece);
    bool const last_piece = staged.size() < piece;
    std::size_t at = 0;
    bool goes_on = true;
    auto const give_staged = [&] {
      auto const& [pnr, records] = staged[at++];
      std::string row(merged_head(env, txn, lock_for::reading, of, pnr).bytes());
      goes_on = f(pnr, row.append(records));
    };
    env.walk(table::person, txn, {}, next, [&](std::string_view pnr, std::string_view row) {
      while (goes_on && at < staged.size() && staged[at].first < pnr) give_staged();
      if (!goes_on || (!last_piece && at == staged.size())) return false;
      if (at < staged.size() && staged[at].first == pnr)
        give_staged();
      else
        goes_on = f(pnr, row);
      return goes_on;
    });
    while (goes_on && at < staged.size()) give_staged();
    if (!goes_on || last_piece) return;
    next = staged.back().first;
    next.push_back('\0');
  }
}

void take_in_one(environment& env, __db_txn* txn, generations const& of, std::string_view pnr) {
  auto const found = env.get(table::person_staged, txn, pnr, lock_for::update);
  if (!found) return;
  std::string const records(*found);
  feed(env, txn, of, pnr, records);
  env.erase(table::person_staged, txn, pnr);
}

std::size_t take_in(environment& env, __db_txn* txn, generations const& of, std::size_t rows_max) {
  staged_rows const rows = next_staged(env, txn, {}, rows_max);
  std::string whole;
  bool const anybody_subscribes = env.last_key(table::subscriber, txn).has_value();
  for (auto const& [pnr, records] : rows) {
    if (anybody_subscribes) feed(env, txn, of, pnr, records);
    whole.assign(merged_head(env, txn, lock_for::update, of, pnr).bytes());
    whole.append(records);
    env.put(table::person, txn, pnr, whole);
    env.erase(table::person_staged, txn, pnr);
  }
  return rows.size();
}

}  // namespace samspil::store
