// STAM: what INIT and VVIS tell of the person an event is about.
#pragma once

#include <string_view>

#include "base/date.hpp"
#include "codec/field.hpp"
#include "rec/sams_init.hpp"
#include "rules/source.hpp"
#include "rules/tables.hpp"

namespace samspil::rules {

/// The person's STAM. Complete also for a protected person (domain.md,
/// "Initiate"); a missing record leaves zeros and blanks. Protection is looked at
/// on the business date; STATUS-TEKST is in `language`.
codec::buffer<rec::STAM> make_stam(stored_person const& person, register_source& source, tables const& table,
                                   std::string_view language, date business_date);

}  // namespace samspil::rules
