// What a compiled condition reads. key_facts and data_facts fill it
// (rule_facts.hpp); a test may fill it by hand.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "record/person.hpp"
#include "rules/condition_names.hpp"

namespace samspil::rules {

/// Every view that is handed out lives as long as the facts.
class condition_facts {
 public:
  virtual ~condition_facts() = default;
  virtual std::string_view keys() const = 0;               ///< INIT-ANMODNING
  virtual std::string_view data() const = 0;               ///< DATA, normalised; empty at INIT
  virtual record::person const* person() const = 0;        ///< the main person; null when not in the register
  virtual record::person const* person(std::string_view pnr) const = 0;
  /// Records of a road one after the other (register_source::road).
  virtual std::string_view road(std::string_view komkod, std::string_view vejkod) const = 0;
  virtual std::span<std::string const> authorities(std::string_view mynkod) const = 0;
  virtual date today() const = 0;                           ///< the business date
  virtual bool truth(fact what) const = 0;
  virtual std::int64_t number(fact what) const = 0;
  virtual std::string_view text(fact what) const = 0;
  virtual bool has(fact_list list, std::string_view value) const = 0;
};

}  // namespace samspil::rules
