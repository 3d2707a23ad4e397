#include "store/index_keys.hpp"

#include <algorithm>

#include "rec/sams_init.hpp"
#include "store/row_codec.hpp"

namespace samspil::store {
namespace {

std::string joined(std::string_view a, std::string_view b, std::string_view c = {}) {
  std::string key;
  key.reserve(a.size() + b.size() + c.size());
  key.append(a).append(b).append(c);
  return key;
}

void add_once(std::vector<std::string>& keys, std::string key) {
  if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
}

}  // namespace

std::string waiting_person_key(std::string_view row) {
  codec::view<rec::WAITING_ROW> const waiting(row);
  codec::view<rec::INIT_ANMODNING> const keys(waiting[rec::WAITING_ROW::EVENT_KEYS]);
  return joined(keys[rec::INIT_ANMODNING::PNR], waiting[rec::WAITING_ROW::VENTENR]);
}

std::string waiting_state_key(std::string_view row) {
  codec::view<rec::WAITING_ROW> const waiting(row);
  codec::view<rec::INIT_ANMODNING> const keys(waiting[rec::WAITING_ROW::EVENT_KEYS]);
  return joined(waiting[rec::WAITING_ROW::TILSTAND], keys[rec::INIT_ANMODNING::HDTO],
                waiting[rec::WAITING_ROW::VENTENR]);
}

std::string subscriber_key(std::string_view row) {
  codec::view<rec::SUBSCRIPTION_ROW> const subscription(row);
  return joined(subscription[rec::SUBSCRIPTION_ROW::PNR], subscription[rec::SUBSCRIPTION_ROW::KUNDENR]);
}

std::vector<std::string> audit_person_keys(std::string_view row) {
  codec::view<rec::AUDIT_ROW> const audit(row);
  std::string_view const sequence = audit[rec::AUDIT_ROW::AUDIT_SEQUENCE];
  std::vector<std::string> keys;
  auto const add = [&](std::string_view pnr) {
    if (codec::is_digits(pnr) && pnr != "0000000000") add_once(keys, joined(pnr, sequence));
  };
  add(audit[rec::AUDIT_ROW::PNR]);
  for (std::size_t at = rec::AUDIT_ROW::length; at + 10 + hash_length <= row.size(); at += 10) add(row.substr(at, 10));
  return keys;
}

}  // namespace samspil::store
