#include <stdexcept>

#include "admin/encoding.hpp"
#include "admin/load.hpp"
#include "admin/report.hpp"

#include <boost/json/array.hpp>

namespace samspil::admin {
namespace {

}  // namespace

void throw_exception_from_error(load_error const& e, boost::source_location const&) {
  throw std::logic_error("unchecked result: " + e.text);
}

std::string load_report::text() const {
  std::string out = source + ": " + kind + ", OPGAVENR " + to_terminal(opgavenr) + ", PRODDTO " + proddto + "\n";
  out += "records " + std::to_string(records_total) + ":";
  for (auto const& [type, n] : records)
    out += (out.back() == ':' ? " " : ", ") + record_type_text(type) + " " + std::to_string(n);
  out += "\nloaded " + std::to_string(loaded) + " " + kind;
  if (dwellings != 0) out += " and " + std::to_string(dwellings) + " dwellings";
  out += forced ? ", out of sequence by --force-sequence\n" : "\n";
  return out;
}

boost::json::object load_report::json() const {
  boost::json::object types;
  for (auto const& [type, n] : records) types[record_type_text(type)] = n;
  boost::json::object out{{"kind", kind},
                          {"source", source},
                          {"opgavenr", to_utf8(opgavenr)},
                          {"proddto", proddto},
                          {"records", std::move(types)},
                          {"records_total", records_total},
                          {"loaded", loaded},
                          {"dwellings", dwellings},
                          {"forced", forced},
                          {"audit_sequence", audit_sequence},
                          {"warning_count", warning_count},
                          {"warnings", boost::json::array(warnings.begin(), warnings.end())}};
  return out;
}

}  // namespace samspil::admin
