#include "session/sessions.hpp"

#include "base/crypto.hpp"
#include "session/access.hpp"

namespace samspil::session {
namespace {

using row = rec::SESSION_ROW;
using user_record = rec::USER_ROW;
using customer_record = rec::CUSTOMER_ROW;

std::string text(std::string_view field) { return std::string(codec::trimmed(field)); }

}  // namespace

session::session(codec::view<rec::SESSION_ROW> row_)
    : token_hash(text(row_[row::TOKEN_HASH])),
      kundenr(row_[row::KUNDENR]),
      user(text(row_[row::USER_ID])),
      address(text(row_[row::NET_ADDRESS])),
      of(row_[row::SESSION_KIND] == "D" ? family::direkte : family::sams),
      ends(from_utc_digits(std::string(row_[row::ENDS_UTC]))) {}

std::shared_ptr<session::rights const> session::rights_now() const {
  std::lock_guard const lock(mutex_);
  return rights_;
}

bool session::warn_once(std::string_view pnr) {
  std::lock_guard const lock(mutex_);
  return warned_.emplace(pnr).second;
}

void session::not_warned(std::string_view pnr) {
  std::lock_guard const lock(mutex_);
  if (auto const at = warned_.find(pnr); at != warned_.end()) warned_.erase(at);
}

session_table::session_table(store::database& db, clock const& time) : db_(db), time_(time) {
  auto const now = time_.steady().time_since_epoch().count();
  db_.read().each_session([&](codec::view<row> const& v) {
    auto s = std::make_shared<session>(v);
    s->last_used = now;
    by_hash_.emplace(s->token_hash, std::move(s));
    return true;
  });
}

std::shared_ptr<session> session_table::find(family of, std::string_view token, std::string_view kundenr,
                                             std::string_view user, peer const& from, limits const& limit) {
  std::string_view const given = codec::trimmed(token);
  if (given.empty()) return nullptr;
  std::string const hash = crypto::sha256_hex(given);
  std::shared_ptr<session> found;
  {
    std::lock_guard const lock(mutex_);
    auto const at = by_hash_.find(hash);
    if (at == by_hash_.end()) return nullptr;
    found = at->second;
  }
  if (found->of != of || found->kundenr != kundenr || found->user != codec::trimmed(user)) return nullptr;
  auto const now = time_.steady();
  if (is_over(*found, limit, now)) return nullptr;
  auto const rights = refresh(*found);
  if (!rights) {
    found->ended = true;
    return nullptr;
  }
  if (std::string const& bound = rights->certificate;
      !bound.empty() && bound != from.certificate && bound != from.certificate_subject)
    return nullptr;
  if (of == family::direkte && rights->bound_to_address && found->address != from.address) return nullptr;
  found->last_used.store(now.time_since_epoch().count(), std::memory_order_relaxed);
  if (!found->heard.load(std::memory_order_relaxed)) found->heard.store(true, std::memory_order_relaxed);
  return found;
}

std::shared_ptr<session::rights const> session_table::refresh(session& s) {
  std::uint64_t const version = db_.security_version();
  if (auto known = s.rights_now(); known && known->security_version == version) return known;
  return db_.with_read([&](store::read_scope& scope) -> std::shared_ptr<session::rights const> {
    auto const stored = scope.session(s.token_hash);
    auto const user = scope.user(s.kundenr, s.user);
    auto const customer = scope.customer(s.kundenr);
    if (!stored || !user || !customer) return nullptr;
    auto fresh = std::make_shared<session::rights>();
    fresh->actor.kundenr = s.kundenr;
    fresh->actor.user = s.user;
    fresh->actor.group = text((*user)[user_record::SECURITY_GROUP]);
    fresh->actor.mynkod = (*user)[user_record::MYNKOD];
    fresh->actor.language = text((*user)[user_record::USER_LANGUAGE]);
    fresh->actor.rights_changed = codec::number((*user)[user_record::RIGHTS_CHANGED]);
    fresh->may_sams = (*customer)[customer_record::MAY_SAMS] == "Y";
    fresh->certificate = text((*customer)[customer_record::CERTIFICATE]);
    fresh->bound_to_address = !has_address_list(*customer);
    fresh->security_version = version;
    std::lock_guard const lock(s.mutex_);
    s.rights_ = fresh;
    return fresh;
  });
}

bool session_table::is_over(session const& s, limits const& limit, steady_time now) const {
  auto const last = steady_time(steady_time::duration(s.last_used.load(std::memory_order_relaxed)));
  auto const idle = s.of == family::direkte ? std::chrono::milliseconds(direkte_idle) : limit.idle;
  return s.ended || now - last > idle || time_.now() >= s.ends;
}

void session_table::add(std::shared_ptr<session> made) {
  made->last_used = time_.steady().time_since_epoch().count();
  made->heard = true;
  std::lock_guard const lock(mutex_);
  by_hash_[made->token_hash] = std::move(made);
}

void session_table::remove(std::string_view token_hash) {
  std::lock_guard const lock(mutex_);
  auto const at = by_hash_.find(std::string(token_hash));
  if (at == by_hash_.end()) return;
  at->second->ended = true;
  by_hash_.erase(at);
}

std::vector<std::shared_ptr<session>> session_table::take_ended(limits const& limit) {
  std::vector<std::shared_ptr<session>> ended;
  {
    std::lock_guard const lock(left_->mutex);
    ended.swap(left_->sessions);
  }
  auto const now = time_.steady();
  std::lock_guard const lock(mutex_);
  for (auto at = by_hash_.begin(); at != by_hash_.end();) {
    if (!is_over(*at->second, limit, now)) {
      ++at;
      continue;
    }
    at->second->ended = true;
    ended.push_back(std::move(at->second));
    at = by_hash_.erase(at);
  }
  return ended;
}

store::database::done session_table::erased(std::shared_ptr<session> ended) {
  return [left = left_, ended = std::move(ended)](std::exception_ptr e) {
    if (!e) return;
    std::lock_guard const lock(left->mutex);
    left->sessions.push_back(ended);
  };
}

std::size_t session_table::size() const {
  std::lock_guard const lock(mutex_);
  return by_hash_.size();
}

std::optional<utc_micros> session_table::last_message(std::string_view token_hash) const {
  std::lock_guard const lock(mutex_);
  auto const at = by_hash_.find(std::string(token_hash));
  if (at == by_hash_.end() || !at->second->heard) return std::nullopt;
  steady_time const last(steady_time::duration(at->second->last_used.load(std::memory_order_relaxed)));
  return time_.now() - std::chrono::duration_cast<std::chrono::microseconds>(time_.steady() - last);
}

bool init_counter::take(std::string_view kundenr, std::string_view user, unsigned max, steady_time now) {
  std::lock_guard const lock(mutex_);
  std::deque<steady_time>& taken = taken_[std::string(kundenr) + std::string(user)];
  while (!taken.empty() && now - taken.front() >= std::chrono::minutes(1)) taken.pop_front();
  if (taken.size() >= max) return false;
  taken.push_back(now);
  return true;
}

}  // namespace samspil::session
