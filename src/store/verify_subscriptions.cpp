// Each subscription: the customer and the person that it names, and what loads
// have put by for it.
#include "rec/person.hpp"
#include "store/verification.hpp"

namespace samspil::store {
namespace {

using row_type = rec::SUBSCRIPTION_ROW;

std::optional<std::string> wrong_subscription(environment const& env, std::string_view row) {
  codec::view<row_type> const subscription(row);
  std::string_view const pnr = subscription[row_type::PNR];
  if (!env.has(table::customer, nullptr, subscription[row_type::KUNDENR])) return "there is no such customer";
  // In this order: the rows of a load move from person_staged to person.
  if (!env.has(table::person_staged, nullptr, pnr) && !env.has(table::person, nullptr, pnr))
    return "there is no such person";
  return std::nullopt;
}

/// What a load put by for a subscriber: records 099 of that person.
std::optional<std::string> wrong_feed(environment const& env, std::string_view k, std::string_view row) {
  std::string_view rest = row.substr(rec::FEED_ROW::length);
  if (!env.has(table::subscription, nullptr, k.substr(0, 14))) return "there is no such subscription";
  using event = rec::PERSON_099;
  for (; !rest.empty(); rest.remove_prefix(event::length))
    if (rest.size() < event::length || rest.substr(0, 3) != "099" || rest.substr(3, 10) != k.substr(4, 10))
      return "its records are not 099 of that person";
  return std::nullopt;
}

}  // namespace

void verify_subscriptions(verification& v) {
  if (v.is_damaged(table::customer) || v.is_damaged(table::person) || v.is_damaged(table::person_staged)) return;
  v.phase("subscriptions", table::subscription);
  v.each(table::subscription, {}, [&v](std::string_view, std::string_view row) -> std::optional<std::string> {
    if (row.size() != row_type::length) return std::nullopt;  // verify_rows has it
    return wrong_subscription(v.env, row);
  });
  if (v.is_damaged(table::subscription)) return;
  v.phase("feed", table::feed);
  v.each(table::feed, {}, [&v](std::string_view k, std::string_view row) -> std::optional<std::string> {
    if (k.size() != 29 || row.size() < rec::FEED_ROW::length) return std::nullopt;  // verify_rows has it
    return wrong_feed(v.env, k, row);
  });
}

}  // namespace samspil::store
