// Reading subscriptions and what has been put by for them.
#include "store/environment.hpp"
#include "store/fixed_row.hpp"
#include "store/keys.hpp"
#include "store/read_scope.hpp"

namespace samspil::store {

bool read_scope::subscribed(std::string_view kundenr, std::string_view pnr) const {
  return env_->has(table::subscription, txn(), subscription_key(kundenr, pnr));
}

std::optional<subscription_row> read_scope::subscription(std::string_view kundenr, std::string_view pnr) const {
  auto const key = subscription_key(kundenr, pnr);
  return fixed<rec::SUBSCRIPTION_ROW>(table::subscription, env_->get(table::subscription, txn(), key, lock_));
}

void read_scope::each_subscription(std::string_view kundenr,
                                   std::function<bool(codec::view<rec::SUBSCRIPTION_ROW>)> const& f,
                                   std::string_view from) const {
  env_->walk(table::subscription, txn(), kundenr, subscription_key(kundenr, from),
             [&](std::string_view, std::string_view bytes) {
               return f(fixed_view<rec::SUBSCRIPTION_ROW>(table::subscription, bytes));
             });
}

std::vector<std::string> read_scope::subscribers(std::string_view pnr) const {
  std::vector<std::string> out;
  env_->walk(table::subscriber, txn(), pnr, {}, [&](std::string_view entry, std::string_view) {
    out.emplace_back(entry.substr(10));
    return true;
  });
  return out;
}

std::optional<extract_row> read_scope::extract(std::string_view kundenr) const {
  return fixed<rec::EXTRACT_ROW>(table::extract, env_->get(table::extract, txn(), kundenr, lock_));
}

std::vector<fed_person> read_scope::fed(std::string_view kundenr, std::string_view pnr) const {
  std::vector<fed_person> out;
  env_->walk(table::feed, txn(), subscription_key(kundenr, pnr), {}, [&](std::string_view k, std::string_view row) {
    if (k.size() != 29 || row.size() < rec::FEED_ROW::length) throw error("feed: a row is too short");
    out.push_back({codec::number(k.substr(14)), std::string(row.substr(rec::FEED_ROW::length))});
    return true;
  });
  return out;
}

}  // namespace samspil::store
