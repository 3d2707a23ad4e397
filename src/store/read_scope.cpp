// Reading the register, the customers and the waiting register. Subscriptions,
// the journal, the audit log and reference data have files of their own.
#include "store/read_scope.hpp"

#include "store/environment.hpp"
#include "store/error.hpp"
#include "store/fixed_row.hpp"
#include "store/index_keys.hpp"
#include "store/keys.hpp"
#include "store/person_cache.hpp"
#include "store/staged.hpp"

namespace samspil::store {
namespace {

constexpr std::size_t head_length = rec::PERSON_ROW::length;

}  // namespace

read_scope::read_scope(environment& env, __db_txn* txn, lock_for lock)
    : env_(&env), txn_(txn), lock_(lock), generations_(env.current()) {}

read_scope::read_scope(environment& env, __db_txn* txn, person_cache* kept)
    : env_(&env), txn_(txn), lock_(lock_for::update), kept_(kept), generations_(env.current()) {}

read_scope::read_scope(environment& env, person_cache* kept)
    : env_(&env),
      txn_(nullptr),
      lock_(lock_for::reading),
      has_own_txn_(true),
      kept_(kept),
      generations_(env.current()) {}

read_scope::read_scope(read_scope&& other) noexcept
    : env_(other.env_),
      txn_(other.txn_),
      lock_(other.lock_),
      has_own_txn_(other.has_own_txn_),
      kept_(other.kept_),
      given_(std::move(other.given_)),
      generations_(std::move(other.generations_)) {
  other.txn_ = nullptr;
}

read_scope::~read_scope() {
  if (txn_ != nullptr && has_own_txn_) env_->end_reading(txn_);
}

__db_txn* read_scope::txn() const {
  if (txn_ == nullptr && has_own_txn_) txn_ = env_->begin();
  return txn_;
}

void read_scope::confirm() const {
  for (kept_person_ptr const& one : given_)
    if (one->superseded.load(std::memory_order_acquire)) throw conflict("a person was changed meanwhile");
  // Of a person that a load brought the scope would have seen what was before, and of others what came after.
  if (env_->persons_sequence() != generations_->persons_sequence)
    throw conflict("persons were loaded meanwhile");
}

std::optional<person_row> read_scope::person(std::string_view pnr) const {
  if (generations_->persons_sequence != 0)
    if (auto staged = staged_person(*env_, txn(), lock_, *generations_, pnr)) return staged;
  auto const bytes = env_->get(table::person, txn(), pnr, lock_);
  if (!bytes) return std::nullopt;
  if (bytes->size() < head_length) throw error("person: a row is too short");
  return person_row{codec::buffer<rec::PERSON_ROW>(bytes->substr(0, head_length)),
                    std::string(bytes->substr(head_length))};
}

std::shared_ptr<record::stored_person const> read_scope::shared_person(std::string_view pnr) const {
  // While a load of persons is taken in, a person is put together from two tables.
  bool const may_find =
      kept_ != nullptr && generations_->persons_sequence == 0 && pnr.size() == 10 && codec::is_digits(pnr);
  bool const may_keep = may_find && lock_ == lock_for::reading;  // the writer's may be its own, and not committed
  person_cache::found here;
  if (may_find) here = kept_->find(pnr);
  if (here.person) {
    given_.push_back(here.person);
    return {std::move(here.person), &given_.back()->person};
  }
  auto row = person(pnr);
  if (!row) return nullptr;
  auto made = std::make_shared<kept_person>();
  made->person = {record::person::trusted(std::move(row->records)), row->changed(), row->waiting_changed(),
                  static_cast<unsigned>(row->waiting_open()), row->last_event()};
  if (may_keep) kept_->keep(pnr, made, here.version);
  return {made, &made->person};
}

std::optional<codec::buffer<rec::PERSON_ROW>> read_scope::person_head(std::string_view pnr) const {
  if (generations_->persons_sequence != 0)
    if (auto staged = staged_person(*env_, txn(), lock_, *generations_, pnr)) return staged->head;
  return fixed<rec::PERSON_ROW>(table::person, env_->get_start(table::person, txn(), pnr, head_length, lock_));
}

bool read_scope::has_person(std::string_view pnr) const { return person_head(pnr).has_value(); }

void read_scope::each_person(
    std::function<bool(std::string_view, codec::view<rec::PERSON_ROW>, std::string_view)> const& f,
    std::string_view from) const {
  auto const registered = [&](std::string_view pnr, std::string_view bytes) {
    if (bytes.size() < head_length) throw error("person: a row is too short");
    return f(pnr, codec::view<rec::PERSON_ROW>(bytes), bytes.substr(head_length));
  };
  if (generations_->persons_sequence == 0) return env_->walk(table::person, txn(), {}, from, registered);
  walk_with_staged(*env_, txn(), *generations_, from, registered);
}

std::optional<customer_row> read_scope::customer(std::string_view kundenr) const {
  return fixed<rec::CUSTOMER_ROW>(table::customer, env_->get(table::customer, txn(), kundenr, lock_));
}

std::vector<customer_row> read_scope::customers() const {
  std::vector<customer_row> rows;
  env_->walk(table::customer, txn(), {}, {}, [&](std::string_view, std::string_view bytes) {
    rows.emplace_back(fixed_view<rec::CUSTOMER_ROW>(table::customer, bytes).bytes());
    return true;
  });
  return rows;
}

std::optional<user_row> read_scope::user(std::string_view kundenr, std::string_view user_id) const {
  return fixed<rec::USER_ROW>(table::user, env_->get(table::user, txn(), user_key(kundenr, user_id), lock_));
}

std::optional<user_head> read_scope::user_head_of(std::string_view kundenr, std::string_view user_id) const {
  auto const bytes = env_->get_start(table::user, txn(), user_key(kundenr, user_id), user_head::length, lock_);
  if (!bytes) return std::nullopt;
  if (bytes->size() != user_head::length) throw error("user: a row is too short");
  return user_head(*bytes);
}

std::vector<user_row> read_scope::users(std::string_view kundenr) const {
  std::vector<user_row> rows;
  env_->walk(table::user, txn(), kundenr, {}, [&](std::string_view, std::string_view bytes) {
    rows.emplace_back(fixed_view<rec::USER_ROW>(table::user, bytes).bytes());
    return true;
  });
  return rows;
}

std::optional<session_row> read_scope::session(std::string_view token_hash) const {
  return fixed<rec::SESSION_ROW>(table::session, env_->get(table::session, txn(), token_hash, lock_));
}

void read_scope::each_session(std::function<bool(codec::view<rec::SESSION_ROW>)> const& f) const {
  env_->walk(table::session, txn(), {}, {}, [&](std::string_view, std::string_view bytes) {
    return f(fixed_view<rec::SESSION_ROW>(table::session, bytes));
  });
}

std::optional<receipt_row> read_scope::receipt(std::string_view kundenr, std::string_view reference) const {
  auto const key = receipt_key(kundenr, reference);
  auto row = fixed<rec::RECEIPT_ROW>(table::receipt, env_->get(table::receipt, txn(), key, lock_));
  if (!row && lock_ == lock_for::update) receipt_missed_ = key.text();
  return row;
}

void read_scope::each_receipt(std::function<bool(codec::view<rec::RECEIPT_ROW>)> const& f) const {
  env_->walk(table::receipt, txn(), {}, {}, [&](std::string_view, std::string_view bytes) {
    return f(fixed_view<rec::RECEIPT_ROW>(table::receipt, bytes));
  });
}

std::optional<waiting_row> read_scope::waiting(std::uint64_t ventenr) const {
  return fixed<rec::WAITING_ROW>(table::waiting, env_->get(table::waiting, txn(), ventenr_key(ventenr), lock_));
}

std::vector<waiting_row> read_scope::waiting_of(std::string_view pnr) const {
  std::vector<waiting_row> rows;
  std::vector<std::uint64_t> numbers;
  env_->walk(table::waiting_person, txn(), pnr, {}, [&](std::string_view entry, std::string_view) {
    numbers.push_back(codec::number(entry.substr(10)));
    return true;
  });
  for (std::uint64_t const number : numbers)
    if (auto row = waiting(number)) rows.push_back(*row);
  return rows;
}

void read_scope::each_waiting_in(char tilstand, std::string_view hdto_max,
                                 std::function<bool(codec::view<rec::WAITING_ROW>)> const& f) const {
  std::string const state(1, tilstand);
  env_->walk(table::waiting_state, txn(), state, {}, [&](std::string_view entry, std::string_view) {
    if (!hdto_max.empty() && entry.substr(1, 8) > hdto_max) return false;
    auto const row =
        fixed<rec::WAITING_ROW>(table::waiting, env_->get(table::waiting, txn(), entry.substr(9), lock_for::moment));
    if (!row || waiting_state_key(row->bytes()) != entry) return true;  // changed since the index was read
    return f(row->as_view());
  });
}

void read_scope::each_waiting(std::uint64_t from, std::function<bool(codec::view<rec::WAITING_ROW>)> const& f) const {
  env_->walk(table::waiting, txn(), {}, ventenr_key(from), [&](std::string_view, std::string_view bytes) {
    return f(fixed_view<rec::WAITING_ROW>(table::waiting, bytes));
  });
}

std::optional<std::string> read_scope::meta(std::string_view name) const {
  auto const bytes = env_->get(table::meta, txn(), name, lock_);
  if (!bytes) return std::nullopt;
  return std::string(*bytes);
}

}  // namespace samspil::store
