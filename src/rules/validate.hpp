// VALI: the checks of an event's DATA and its translation into clear text.
#pragma once

#include <string>
#include <string_view>

#include "rules/facts.hpp"
#include "rules/message.hpp"

namespace samspil::rules {

struct validation {
  messages list;
  std::string data;       ///< 400 bytes, normalised
  std::string klartekst;  ///< 600 bytes, empty when refused
  bool ok() const { return !refused(list); }
};

/// `keys` hold: check_keys found no F, and event, person and date are there
/// still (std::logic_error when not). `data400` is the event's DATA as it came.
validation validate(key_facts const& keys, std::string_view data400);

}  // namespace samspil::rules
