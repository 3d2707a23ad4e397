#include "admin/encoding.hpp"
#include "admin/extract.hpp"
#include "admin/report.hpp"

namespace samspil::admin {
namespace {

}  // namespace

std::string extract_report::text(extract_plan const& plan, std::string_view target) const {
  std::string out = std::string(target) + ": " + (plan.full ? "full extract" : "changes") + " of customer " +
                    plan.kundenr + ", OPGAVENR " + plan.header.opgavenr + ", PRODDTO " + plan.header.proddto +
                    ", PRODDTOFORRIG " + plan.header.proddtoforrig + "\n";
  out += "records " + std::to_string(records_total) + ":";
  for (auto const& [type, n] : records)
    out += (out.back() == ':' ? " " : ", ") + record_type_text(type) + " " + std::to_string(n);
  return out + "\npersons " + std::to_string(persons) + "\n";
}

boost::json::object extract_report::json(extract_plan const& plan, std::string_view target) const {
  boost::json::object types;
  for (auto const& [type, n] : records) types[record_type_text(type)] = n;
  return {{"file", target},
          {"kundenr", plan.kundenr},
          {"full", plan.full},
          {"opgavenr", plan.header.opgavenr},
          {"proddto", plan.header.proddto},
          {"proddtoforrig", plan.header.proddtoforrig},
          {"persons", persons},
          {"records", std::move(types)},
          {"records_total", records_total},
          {"bytes", bytes},
          {"resumed", plan.resumed},
          {"in_sequence", plan.moves}};
}

}  // namespace samspil::admin
