#include "admin/customer_report.hpp"

#include <boost/json/array.hpp>

#include "admin/encoding.hpp"
#include "admin/report.hpp"
#include "admin/values.hpp"

namespace samspil::admin {
namespace {

using customer_record = rec::CUSTOMER_ROW;
using codec::trimmed;

boost::json::array json_of(std::vector<std::string> const& list) {
  boost::json::array out;
  for (std::string const& item : list) out.emplace_back(item);
  return out;
}

std::string or_else(std::vector<std::string> const& list, std::string_view fallback) {
  return list.empty() ? std::string(fallback) : join_list(list);
}

}  // namespace

std::vector<std::string> transactions_of(store::customer_row const& row) {
  std::vector<std::string> out;
  if (row[customer_record::MAY_SAMS] == "Y") out.emplace_back("SAMS");
  if (row[customer_record::MAY_PRIV] == "Y") out.emplace_back("PRIV");
  if (row[customer_record::MAY_OFF4] == "Y") out.emplace_back("OFF4");
  return out;
}

std::vector<std::string> record_types_of(store::customer_row const& row) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < customer_record::RECORD_TYPE.count; ++i)
    if (auto const type = trimmed(row(customer_record::RECORD_TYPE, i)); !type.empty()) out.emplace_back(type);
  return out;
}

std::vector<std::string> address_ranges_of(store::customer_row const& row) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < customer_record::ADDRESS_RANGE.count; ++i)
    if (auto const range = trimmed(row(customer_record::ADDRESS_RANGE, i)); !range.empty()) out.emplace_back(range);
  return out;
}

boost::json::object customer_json(store::customer_row const& row) {
  return {{"kundenr", row[customer_record::KUNDENR]},
          {"name", to_utf8(trimmed(row[customer_record::NAME]))},
          {"transactions", json_of(transactions_of(row))},
          {"task", row[customer_record::OPGAVENR]},
          {"records", json_of(record_types_of(row))},
          {"addresses", json_of(address_ranges_of(row))},
          {"certificate", to_utf8(trimmed(row[customer_record::CERTIFICATE]))}};
}

std::string customer_text(store::customer_row const& row) {
  std::string const certificate = to_terminal(trimmed(row[customer_record::CERTIFICATE]));
  return pairs_text({{"kundenr", std::string(row[customer_record::KUNDENR])},
                     {"name", to_terminal(trimmed(row[customer_record::NAME]))},
                     {"transactions", or_else(transactions_of(row), "none")},
                     {"task", std::string(row[customer_record::OPGAVENR])},
                     {"records", or_else(record_types_of(row), "all")},
                     {"addresses", or_else(address_ranges_of(row), "any")},
                     {"certificate", certificate.empty() ? "none" : certificate}});
}

}  // namespace samspil::admin
