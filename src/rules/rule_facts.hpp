// The facts of conditions, filled from the keys and DATA of a message.
#pragma once

#include "rules/condition_facts.hpp"
#include "rules/facts.hpp"

namespace samspil::rules {

/// Of the keys, and of DATA when there is one; both must outlive it.
class message_facts final : public condition_facts {
 public:
  explicit message_facts(key_facts const& keys, data_facts const* data = nullptr) : keys_(keys), data_(data) {}

  std::string_view keys() const override { return keys_.keys.bytes(); }
  std::string_view data() const override { return data_ == nullptr ? std::string_view() : data_->data; }
  record::person const* person() const override;
  record::person const* person(std::string_view pnr) const override;
  std::string_view road(std::string_view komkod, std::string_view vejkod) const override;
  std::span<std::string const> authorities(std::string_view mynkod) const override;
  date today() const override { return keys_.business_date; }
  bool truth(fact what) const override;
  std::int64_t number(fact what) const override;
  std::string_view text(fact what) const override;
  bool has(fact_list list, std::string_view value) const override;

 private:
  registered_event const& undoable() const;

  key_facts const& keys_;
  data_facts const* data_;
  mutable std::optional<registered_event> undoable_;  ///< found when first asked for
  mutable std::optional<std::string> name_;           ///< ADRNVN as it will stand
  mutable std::optional<std::string> successor_;      ///< of the road that DATA names
};

}  // namespace samspil::rules
