#include "admin/audit_report.hpp"

#include <boost/json/array.hpp>

#include "admin/encoding.hpp"
#include "admin/report.hpp"
#include "admin/user_report.hpp"

namespace samspil::admin {
namespace {

using row_type = rec::AUDIT_ROW;
using codec::trimmed;
using audit_view = codec::buffer<row_type>;

std::string text(std::string_view field) { return to_terminal(trimmed(field)); }

/// `0101/MEYER` for a customer's user, the account's name for an administrator.
std::string who(audit_view const& row) {
  std::string const name = text(row[row_type::ACTOR]);
  if (row[row_type::ACTOR_KIND] == "C") return std::string(row[row_type::KUNDENR]) + "/" + name;
  return name.empty() ? "server" : name;
}

/// ` key=value` when there is a value.
std::string named(std::string_view name, std::string const& value) {
  return value.empty() ? std::string() : " " + std::string(name) + "=" + value;
}

std::string number(std::string_view digits) {
  std::uint64_t const n = codec::number(digits);
  return n == 0 ? std::string() : std::to_string(n);
}

std::string outcome(audit_view const& row) {
  std::string out = row[row_type::OUTCOME] == "F" ? "refused" : "done";
  if (auto const fejlnr = row[row_type::FEJLNR]; fejlnr != "00") out.append(" FEJLNR ").append(fejlnr);
  if (auto const meddnr = row[row_type::MEDDNR]; meddnr != "0000") out.append(" MEDDNR ").append(number(meddnr));
  return out;
}

}  // namespace

boost::json::object audit_json(store::audit_row const& stored) {
  audit_view const& row = stored.head;
  boost::json::array others;
  for (std::string const& pnr : stored.others) others.emplace_back(pnr);
  auto utf8 = [&](auto const& field) { return to_utf8(trimmed(row[field])); };
  return {{"sequence", stored.sequence()},
          {"written_utc", row[row_type::WRITTEN_UTC]},
          {"written", row[row_type::WRITTEN]},
          {"actor_kind", row[row_type::ACTOR_KIND]},
          {"kundenr", row[row_type::KUNDENR]},
          {"actor", utf8(row_type::ACTOR)},
          {"address", utf8(row_type::NET_ADDRESS)},
          {"certificate", utf8(row_type::CERTIFICATE)},
          {"function", utf8(row_type::FUNCTION_NAME)},
          {"event", utf8(row_type::HAENDELSE)},
          {"pnr", utf8(row_type::PNR)},
          {"others", others},
          {"field_classes", utf8(row_type::FIELD_CLASSES)},
          {"rule_version", codec::number(row[row_type::RULE_VERSION])},
          {"purpose", utf8(row_type::PURPOSE)},
          {"dialogue", codec::number(row[row_type::DIALOGNR])},
          {"number", codec::number(row[row_type::NUMBER_GIVEN])},
          {"outcome", row[row_type::OUTCOME]},
          {"fejlnr", row[row_type::FEJLNR]},
          {"meddnr", codec::number(row[row_type::MEDDNR])},
          {"repeated", codec::number(row[row_type::REPEATED])},
          {"note", utf8(row_type::NOTE)},
          {"hash", stored.hash}};
}

std::string audit_line(store::audit_row const& stored) {
  audit_view const& row = stored.head;
  std::string others;
  for (std::string const& pnr : stored.others) others += (others.empty() ? "" : ",") + pnr;
  std::uint64_t const repeated = codec::number(row[row_type::REPEATED]);
  return padded(std::to_string(stored.sequence()), 8) + " " + time_text(row[row_type::WRITTEN]) + "  " +
         padded(who(row), 12) + " " + padded(text(row[row_type::FUNCTION_NAME]), 16) + " " + outcome(row) +
         named("event", text(row[row_type::HAENDELSE])) + named("pnr", text(row[row_type::PNR])) +
         named("others", others) + named("shown", text(row[row_type::FIELD_CLASSES])) +
         named("purpose", text(row[row_type::PURPOSE])) + named("dialogue", number(row[row_type::DIALOGNR])) +
         named("number", number(row[row_type::NUMBER_GIVEN])) + named("address", text(row[row_type::NET_ADDRESS])) +
         named("times", repeated > 1 ? std::to_string(repeated) : std::string()) +
         named("note", text(row[row_type::NOTE]));
}

}  // namespace samspil::admin
