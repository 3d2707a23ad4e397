// Writing subscriptions, how far extracts have come, and what is put by for them.
#include "store/environment.hpp"
#include "store/error.hpp"
#include "store/keys.hpp"
#include "store/write_scope.hpp"

namespace samspil::store {

bool write_scope::put_subscription(std::string_view kundenr, std::string_view pnr, std::uint64_t since) {
  if (kundenr.size() != 4 || pnr.size() != 10 || !codec::is_digits(kundenr) || !codec::is_digits(pnr))
    throw error("subscription: a key that is not fourteen digits");
  subscription_row row;
  row.set(rec::SUBSCRIPTION_ROW::LAYOUT_VERSION, layout_version)
      .set(rec::SUBSCRIPTION_ROW::KUNDENR, kundenr)
      .set(rec::SUBSCRIPTION_ROW::PNR, pnr)
      .set(rec::SUBSCRIPTION_ROW::SINCE, since);
  return env_->add(table::subscription, txn_, subscription_key(kundenr, pnr), row.bytes());
}

bool write_scope::erase_subscription(std::string_view kundenr, std::string_view pnr) {
  for (fed_person const& one : fed(kundenr, pnr)) env_->erase(table::feed, txn_, feed_key(kundenr, pnr, one.sequence));
  return env_->erase(table::subscription, txn_, subscription_key(kundenr, pnr));
}

void write_scope::put_extract(extract_row const& row) {
  extract_row whole = row;
  whole.set(rec::EXTRACT_ROW::LAYOUT_VERSION, layout_version);
  env_->put(table::extract, txn_, whole[rec::EXTRACT_ROW::KUNDENR], whole.bytes());
}

std::string write_scope::erase_fed(std::string_view kundenr, std::uint64_t sequence, std::size_t rows_max,
                                   std::string_view after) {
  key const last = audit_key(sequence);
  std::vector<std::string> gone;
  std::string next;
  std::size_t walked = 0;  // also what stays: a million newer rows are work, too
  std::string const from = after.empty() ? std::string() : std::string(after) + '\0';
  env_->walk(table::feed, txn_, kundenr, from, [&](std::string_view k, std::string_view) {
    if (k.substr(14) <= last.text()) gone.emplace_back(k);
    if (++walked == rows_max) next.assign(k);
    return next.empty();
  });
  for (std::string const& one : gone) env_->erase(table::feed, txn_, one);
  return next;
}

}  // namespace samspil::store
