#include <string>
#include <utility>
#include <vector>

#include "base/log.hpp"
#include "store/activation.hpp"
#include "store/database_state.hpp"
#include "store/error.hpp"
#include "store/keys.hpp"
#include "store/meta_names.hpp"
#include "store/reference_keys.hpp"
#include "store/removal.hpp"

namespace samspil::store {

std::string_view name(reference kind) {
  constexpr std::array<std::string_view, reference_count> names{"roads", "authorities", "groups",
                                                                "texts", "messages",    "rules"};
  return names[static_cast<std::size_t>(kind)];
}

struct reference_load::state {
  struct row {
    table t;
    std::string key;
    std::string value;
  };

  environment& env;
  committer& writer;
  maintenance& care;
  std::shared_ptr<load_claims> claims;
  reference kind;
  std::uint64_t generation;
  std::uint64_t count = 0;
  std::uint64_t written = 0;
  std::vector<row> rows{};
  std::size_t bytes = 0;
  bool active = false;

  void release() {
    std::lock_guard const lock(claims->mutex);
    claims->reference[static_cast<std::size_t>(kind)] = false;
  }

  void expect(bool right) const {
    if (!right) throw error("load: this row is not of a load of " + std::string(name(kind)));
  }

  void add(table t, key const& k, std::string_view value) {
    rows.push_back({t, std::string(k.text()), std::string(value)});
    bytes += value.size();
    ++count;
    if (rows.size() >= 500 || bytes >= 256 * 1024) write();
  }

  void write() {
    env.in_transaction([&](__db_txn* txn) {
      for (std::size_t i = 0; i < rows.size(); ++i)
        if (!env.add(rows[i].t, txn, rows[i].key, rows[i].value))
          throw error("load of " + std::string(name(kind)) + ": row " + std::to_string(written + i + 1) +
                      " has the key of an earlier one");
    });
    written += rows.size();
    rows.clear();
    bytes = 0;
  }
};

reference_load::reference_load(std::unique_ptr<state> s) : state_(std::move(s)) {}
reference_load::reference_load(reference_load&&) noexcept = default;
reference_load& reference_load::operator=(reference_load&& other) noexcept {
  reference_load const before(std::move(*this));  // lets go of it like any other
  state_ = std::move(other.state_);
  return *this;
}

reference_load::~reference_load() {
  if (!state_) return;
  try {
    auto& s = *state_;
    if (!s.active)
      erase_generations(s.env, s.kind, [&](std::uint64_t generation) { return generation == s.generation; });
  } catch (error const& e) {
    log::warning(std::string("store: removing an abandoned load: ") + e.what());  // the next open does it
  }
  state_->release();
}

void reference_load::add_road(std::string_view komkod, std::string_view vejkod, std::string_view records) {
  state_->expect(state_->kind == reference::roads);
  state_->add(table::road, road_key(state_->generation, komkod, vejkod), records);
}

void reference_load::add_dwelling(std::string_view komkod, std::string_view vejkod, std::string_view husnr,
                                  std::string_view etage, std::string_view sidedoer, std::string_view records) {
  state_->expect(state_->kind == reference::roads);
  state_->add(table::dwelling, dwelling_key(state_->generation, komkod, vejkod, husnr, etage, sidedoer), records);
}

void reference_load::add_authority(std::string_view mynkod, std::string_view myntyp, std::string_view records) {
  state_->expect(state_->kind == reference::authorities);
  state_->add(table::authority, authority_key(state_->generation, mynkod, myntyp), records);
}

void reference_load::add_row(std::string_view k, std::string_view row) {
  state_->expect(state_->kind != reference::roads && state_->kind != reference::authorities);
  state_->add(table::reference_row, row_key(state_->kind, state_->generation, k), row);
}

std::uint64_t reference_load::count() const { return state_->count; }

audit_mark reference_load::activate(audit_entry const& entry, std::function<void(write_scope&)> const& also) {
  auto& s = *state_;
  if (s.active) throw error("load: it has been activated already");
  s.write();
  activation now{s.env, s.writer};
  std::string const generation(generation_key(s.generation).text());
  audit_mark const mark =
      now.run(entry, std::string(meta::generation_prefix) + std::string(name(s.kind)),
              [&](audit_mark const& at) { return generation + std::string(audit_key(at.sequence).text()); },
              [&](generations& next, audit_mark const& at) { next[s.kind] = {s.generation, at.sequence}; }, also);
  s.active = true;
  s.care.remove_generations(s.kind, s.generation, now.before);
  return mark;
}

reference_load database::begin_reference(reference kind) {
  auto& s = *state_;
  {
    std::lock_guard const lock(s.claims->mutex);
    bool& claimed = s.claims->reference[static_cast<std::size_t>(kind)];
    if (claimed) throw error("load: another load of " + std::string(name(kind)) + " is going on");
    claimed = true;
  }
  // Numbers are never used again, so that leftovers cannot mix with a later load.
  std::uint64_t generation = 0;
  s.env.in_transaction([&](__db_txn* txn) {
    auto const last = s.env.get(table::meta, txn, meta::generation_last, lock_for::update);
    generation = (last ? codec::number(*last) : 0) + 1;
    s.env.put(table::meta, txn, meta::generation_last, std::to_string(generation));
  });
  return reference_load(std::make_unique<reference_load::state>(
      reference_load::state{s.env, *s.writer, *s.care, s.claims, kind, generation}));
}

}  // namespace samspil::store
