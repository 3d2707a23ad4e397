#include "store/removal.hpp"

#include <string>
#include <vector>

#include "codec/field.hpp"
#include "store/keys.hpp"
#include "store/reference_keys.hpp"

namespace samspil::store {
namespace {

constexpr std::size_t rows_per_transaction = 500;

struct place {
  table t;
  std::string before_generation;  // what stands in the key before the generation
};

std::vector<place> places(reference kind) {
  switch (kind) {
    case reference::roads: return {{table::road, ""}, {table::dwelling, ""}};
    case reference::authorities: return {{table::authority, ""}};
    default: return {{table::reference_row, std::string(key().digits(static_cast<unsigned>(kind), 1).text())}};
  }
}

/// The first key not below `from` that begins with `prefix`.
std::optional<std::string> first_key(environment const& env, table t, std::string_view prefix, std::string_view from) {
  std::optional<std::string> found;
  env.walk(t, nullptr, prefix, from, [&](std::string_view k, std::string_view) {
    found = std::string(k);
    return false;
  });
  return found;
}

}  // namespace

std::uint64_t erase_all(environment& env, table t, std::string_view prefix) {
  std::uint64_t count = 0;
  for (;;) {
    std::vector<std::string> keys;
    env.walk(t, nullptr, prefix, {}, [&](std::string_view k, std::string_view) {
      keys.emplace_back(k);
      return keys.size() < rows_per_transaction;
    });
    if (keys.empty()) return count;
    env.in_transaction([&](__db_txn* txn) {
      for (auto const& one : keys) env.erase(t, txn, one);
    });
    count += keys.size();
  }
}

std::uint64_t erase_generations(environment& env, reference kind, std::function<bool(std::uint64_t)> const& goes) {
  std::uint64_t count = 0;
  for (auto const& [t, before] : places(kind)) {
    std::string from = before;
    for (;;) {
      auto const found = first_key(env, t, before, from);
      if (!found || found->size() < before.size() + 6) break;
      std::uint64_t const generation = codec::number(std::string_view(*found).substr(before.size(), 6));
      auto const prefix_of = [&place = before](std::uint64_t g) {
        return place + std::string(generation_key(g).text());
      };
      if (goes(generation)) count += erase_all(env, t, prefix_of(generation));
      from = prefix_of(generation + 1);
    }
  }
  return count;
}

}  // namespace samspil::store
