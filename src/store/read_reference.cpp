// Reading reference data: every key begins with the generation of this scope.
#include "store/environment.hpp"
#include "store/keys.hpp"
#include "store/read_scope.hpp"
#include "store/reference_keys.hpp"

namespace samspil::store {
namespace {

std::optional<std::string> owned(std::optional<std::string_view> bytes) {
  if (!bytes) return std::nullopt;
  return std::string(*bytes);
}

using row_function = std::function<bool(std::string_view, std::string_view)>;

void walk_generation(environment const& env, __db_txn* txn, table t, key const& generation, std::string_view prefix,
                     row_function const& f) {
  std::size_t const hidden = generation.text().size();
  key whole = generation;
  whole.add(prefix);
  env.walk(t, txn, whole, {}, [&](std::string_view k, std::string_view row) { return f(k.substr(hidden), row); });
}

}  // namespace

std::uint64_t read_scope::generation(reference kind) const { return (*generations_)[kind].number; }
std::uint64_t read_scope::generation_sequence(reference kind) const { return (*generations_)[kind].sequence; }

std::optional<std::string> read_scope::road(std::string_view komkod, std::string_view vejkod) const {
  return owned(env_->get(table::road, txn(), road_key(generation(reference::roads), komkod, vejkod)));
}

std::optional<std::string> read_scope::dwelling(std::string_view komkod, std::string_view vejkod,
                                                std::string_view husnr, std::string_view etage,
                                                std::string_view sidedoer) const {
  return owned(env_->get(table::dwelling, txn(),
                         dwelling_key(generation(reference::roads), komkod, vejkod, husnr, etage, sidedoer)));
}

std::optional<std::string> read_scope::authority(std::string_view mynkod, std::string_view myntyp) const {
  return owned(env_->get(table::authority, txn(), authority_key(generation(reference::authorities), mynkod, myntyp)));
}

std::vector<std::string> read_scope::authorities(std::string_view mynkod) const {
  std::vector<std::string> rows;
  each_authority(mynkod, [&](std::string_view, std::string_view row) {
    rows.emplace_back(row);
    return true;
  });
  return rows;
}

std::optional<std::string> read_scope::row(reference kind, std::string_view k) const {
  return owned(env_->get(table::reference_row, txn(), row_key(kind, generation(kind), k)));
}

void read_scope::each_row(reference kind, std::string_view prefix, row_function const& f) const {
  walk_generation(*env_, txn(), table::reference_row, row_key(kind, generation(kind), {}), prefix, f);
}

void read_scope::each_road(std::string_view prefix, row_function const& f) const {
  walk_generation(*env_, txn(), table::road, generation_key(generation(reference::roads)), prefix, f);
}

void read_scope::each_dwelling(std::string_view prefix, row_function const& f) const {
  walk_generation(*env_, txn(), table::dwelling, generation_key(generation(reference::roads)), prefix, f);
}

void read_scope::each_authority(std::string_view prefix, row_function const& f) const {
  walk_generation(*env_, txn(), table::authority, generation_key(generation(reference::authorities)), prefix, f);
}

}  // namespace samspil::store
