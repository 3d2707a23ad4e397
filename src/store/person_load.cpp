#include <string>
#include <utility>
#include <vector>

#include "base/log.hpp"
#include "store/activation.hpp"
#include "store/database_state.hpp"
#include "store/error.hpp"
#include "store/keys.hpp"
#include "store/meta_names.hpp"
#include "store/removal.hpp"

namespace samspil::store {

struct person_load::state {
  environment& env;
  committer& writer;
  std::shared_ptr<load_claims> claims;
  person_file what;
  std::uint64_t written = 0;
  std::vector<std::pair<std::string, std::string>> rows{};
  std::size_t bytes = 0;
  bool active = false;

  void release() {
    std::lock_guard const lock(claims->mutex);
    claims->persons = false;
  }

  void write() {
    env.in_transaction([&](__db_txn* txn) {
      for (std::size_t i = 0; i < rows.size(); ++i)
        if (!env.add(table::person_staged, txn, rows[i].first, rows[i].second))
          throw error("load of persons: person " + std::to_string(written + i + 1) + " has the PNR of an earlier one");
    });
    written += rows.size();
    rows.clear();
    bytes = 0;
  }
};

person_load::person_load(std::unique_ptr<state> s) : state_(std::move(s)) {}
person_load::person_load(person_load&&) noexcept = default;
person_load& person_load::operator=(person_load&& other) noexcept {
  person_load const before(std::move(*this));  // lets go of it like any other
  state_ = std::move(other.state_);
  return *this;
}

person_load::~person_load() {
  if (!state_) return;
  try {
    if (!state_->active) erase_all(state_->env, table::person_staged, {});
  } catch (error const& e) {
    log::warning(std::string("store: removing an abandoned load: ") + e.what());  // the next open does it
  }
  state_->release();
}

void person_load::add(std::string_view pnr, std::string_view records) {
  if (pnr.size() != 10 || !codec::is_digits(pnr)) throw error("load of persons: a PNR that is not ten digits");
  state_->rows.emplace_back(pnr, records);
  state_->bytes += records.size();
  if (state_->rows.size() >= 500 || state_->bytes >= 1024 * 1024) state_->write();
}

std::uint64_t person_load::count() const { return state_->written + state_->rows.size(); }

audit_mark person_load::activate(audit_entry const& entry, std::function<void(write_scope&)> const& also) {
  auto& s = *state_;
  if (s.active) throw error("load: it has been activated already");
  s.write();
  activation now{s.env, s.writer};
  bool const changes = s.what == person_file::changes;
  audit_mark const mark = now.run(entry, meta::persons_loading,
                                  [&](audit_mark const& at) {
                                    return std::string(audit_key(at.sequence).digits(changes ? 1 : 0, 1).text());
                                  },
                                  [&](generations& next, audit_mark const& at) {
                                    s.writer.take_in_after(s.env.current());
                                    next.persons_sequence = at.sequence;
                                    next.persons_are_changes = changes;
                                  },
                                  also);
  s.active = true;
  return mark;
}

person_load database::begin_persons(person_file what) {
  auto& s = *state_;
  {
    std::lock_guard const lock(s.claims->mutex);
    if (s.claims->persons) throw not_now("load: another load of persons is going on");
    if (s.env.current()->persons_sequence != 0)
      throw not_now("load: the register is still taking in the last load of persons");
    s.claims->persons = true;
  }
  erase_all(s.env, table::person_staged, {});
  return person_load(std::make_unique<person_load::state>(person_load::state{s.env, *s.writer, s.claims, what}));
}

}  // namespace samspil::store
