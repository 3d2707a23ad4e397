#include "admin/audit_report.hpp"

#include <boost/json/array.hpp>

#include "admin/encoding.hpp"
#include "admin/report.hpp"
#include "admin/user_report.hpp"

namespace samspil::admin {
namespace {

using audit_record = rec::AUDIT_ROW;
using codec::trimmed;
using audit_view = codec::buffer<audit_record>;

std::string text(std::string_view field) { return to_terminal(trimmed(field)); }

/// `0101/MEYER` for a customer's user, the account's name for an administrator.
std::string who(audit_view const& row) {
  std::string const name = text(row[audit_record::ACTOR]);
  if (row[audit_record::ACTOR_KIND] == "C") return std::string(row[audit_record::KUNDENR]) + "/" + name;
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
  std::string out = row[audit_record::OUTCOME] == "F" ? "refused" : "done";
  if (auto const fejlnr = row[audit_record::FEJLNR]; fejlnr != "00") out.append(" FEJLNR ").append(fejlnr);
  if (auto const meddnr = row[audit_record::MEDDNR]; meddnr != "0000") out.append(" MEDDNR ").append(number(meddnr));
  return out;
}

}  // namespace

boost::json::object audit_json(store::audit_row const& stored) {
  audit_view const& row = stored.head;
  boost::json::array others;
  for (std::string const& pnr : stored.others) others.emplace_back(pnr);
  auto utf8 = [&](auto const& field) { return to_utf8(trimmed(row[field])); };
  return {{"sequence", stored.sequence()},
          {"written_utc", row[audit_record::WRITTEN_UTC]},
          {"written", row[audit_record::WRITTEN]},
          {"actor_kind", row[audit_record::ACTOR_KIND]},
          {"kundenr", row[audit_record::KUNDENR]},
          {"actor", utf8(audit_record::ACTOR)},
          {"address", utf8(audit_record::NET_ADDRESS)},
          {"certificate", utf8(audit_record::CERTIFICATE)},
          {"function", utf8(audit_record::FUNCTION_NAME)},
          {"event", utf8(audit_record::HAENDELSE)},
          {"pnr", utf8(audit_record::PNR)},
          {"others", others},
          {"field_classes", utf8(audit_record::FIELD_CLASSES)},
          {"rule_version", codec::number(row[audit_record::RULE_VERSION])},
          {"purpose", utf8(audit_record::PURPOSE)},
          {"dialogue", codec::number(row[audit_record::DIALOGNR])},
          {"number", codec::number(row[audit_record::NUMBER_GIVEN])},
          {"outcome", row[audit_record::OUTCOME]},
          {"fejlnr", row[audit_record::FEJLNR]},
          {"meddnr", codec::number(row[audit_record::MEDDNR])},
          {"repeated", codec::number(row[audit_record::REPEATED])},
          {"note", utf8(audit_record::NOTE)},
          {"hash", stored.hash}};
}

std::string audit_line(store::audit_row const& stored) {
  audit_view const& row = stored.head;
  std::string others;
  for (std::string const& pnr : stored.others) others += (others.empty() ? "" : ",") + pnr;
  std::uint64_t const repeated = codec::number(row[audit_record::REPEATED]);
  return padded(std::to_string(stored.sequence()), 8) + " " + time_text(row[audit_record::WRITTEN]) + "  " +
         padded(who(row), 12) + " " + padded(text(row[audit_record::FUNCTION_NAME]), 16) + " " + outcome(row) +
         named("event", text(row[audit_record::HAENDELSE])) + named("pnr", text(row[audit_record::PNR])) +
         named("others", others) + named("shown", text(row[audit_record::FIELD_CLASSES])) +
         named("purpose", text(row[audit_record::PURPOSE])) + named("dialogue", number(row[audit_record::DIALOGNR])) +
         named("number", number(row[audit_record::NUMBER_GIVEN])) +
         named("address", text(row[audit_record::NET_ADDRESS])) +
         named("times", repeated > 1 ? std::to_string(repeated) : std::string()) +
         named("note", text(row[audit_record::NOTE]));
}

}  // namespace samspil::admin
