// Whether a waiting event still holds, by the rules of today and its reporter's rights.
#pragma once

#include <string_view>

#include "rules/facts.hpp"
#include "rules/message.hpp"

namespace samspil::transaction {

/// The messages of class F: of the keys; only when those hold, of the data.
/// Without 7020 and 7023; the source leaves 7021 of the event itself aside.
rules::messages still_refused(rules::key_facts const& facts, std::string_view data);

}  // namespace samspil::transaction
