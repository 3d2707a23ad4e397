// The data of CPR Direkte's answers: whole records, one behind the other
// (protocol.md, section 1; p12170.tsv, priv.tsv).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "record/person.hpp"
#include "store/rows.hpp"

namespace samspil::transaction {

/// Bytes of data that an answer holds at most.
inline constexpr std::size_t look_up_length_max = 2880;

/// OPGAVENR of the customer's answers and extracts: its task, else KUNDENR and 01.
std::string task_of(store::customer_row const& customer);
/// Whether the customer's answers and extracts have records of `type`: those that it
/// chose and 001; all when it chose none.
bool has_chosen(store::customer_row const& customer, unsigned type);

/// OFF4: 000, the person's records of the types that the customer chose, 999.
/// Complete also for a protected person.
std::string off4_data(record::person const& person, store::customer_row const& customer, date business_date);
/// PRIV: 000, 001, then 002, 003 and 050 as there is something to tell, 999. Names and
/// addresses of a person under protection of name and address are not read at all.
std::string priv_data(record::person const& person, store::customer_row const& customer, date business_date);

/// The other persons whose numbers stand in the records of OFF4's data: ten
/// digits each, one behind the other, no one twice, 99 at most.
std::string others_in(std::string_view records, std::string_view pnr);

}  // namespace samspil::transaction
