// Each subscription: the customer and the person that it names.
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

}  // namespace

void verify_subscriptions(verification& v) {
  if (v.is_damaged(table::customer) || v.is_damaged(table::person) || v.is_damaged(table::person_staged)) return;
  v.phase("subscriptions", table::subscription);
  v.each(table::subscription, {}, [&v](std::string_view, std::string_view row) -> std::optional<std::string> {
    if (row.size() != row_type::length) return std::nullopt;  // verify_rows has it
    return wrong_subscription(v.env, row);
  });
}

}  // namespace samspil::store
