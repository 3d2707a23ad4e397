#include "store/database_state.hpp"

#include "base/log.hpp"
#include "store/error.hpp"
#include "store/keys.hpp"
#include "store/meta_names.hpp"
#include "store/removal.hpp"

namespace samspil::store {
namespace {

/// What the table meta says about generations and a load of persons.
std::shared_ptr<generations const> stored_generations(environment const& env) {
  auto found = std::make_shared<generations>();
  for (std::size_t i = 0; i < reference_count; ++i) {
    auto const kind = static_cast<reference>(i);
    auto const value = env.get(table::meta, nullptr, std::string(meta::generation_prefix) + std::string(name(kind)));
    if (value && value->size() == 21)
      (*found)[kind] = {codec::number(value->substr(0, 6)), codec::number(value->substr(6))};
  }
  if (auto const value = env.get(table::meta, nullptr, meta::persons_loading)) {
    found->persons_sequence = codec::number(value->substr(0, 15));
    found->persons_are_changes = value->substr(15) == "1";
  }
  return found;
}

/// What interrupted loads left behind.
void remove_leftovers(environment& env) {
  auto const current = env.current();
  std::uint64_t removed = 0;
  for (std::size_t i = 0; i < reference_count; ++i) {
    auto const kind = static_cast<reference>(i);
    removed +=
        erase_generations(env, kind, [&](std::uint64_t generation) { return generation != (*current)[kind].number; });
  }
  if (current->persons_sequence == 0) removed += erase_all(env, table::person_staged, {});
  if (removed != 0) log::notice("store: removed " + std::to_string(removed) + " rows of a load that did not finish");
}

}  // namespace

database::state::state(std::filesystem::path home_path, options const& options_given)
    : home(std::move(home_path)), how(options_given), env(data_directory(home), how, false) {
  env.publish(stored_generations(env));
  remove_leftovers(env);
  writer = std::make_unique<committer>(env, how);
  care = std::make_unique<maintenance>(env, *writer, how);
}

database::state::~state() {
  care.reset();
  writer->close();
  try {
    note_audit_head(env, writer->head());
  } catch (error const& e) {
    log::error(std::string("store: closing: ") + e.what());
  }
}

}  // namespace samspil::store
