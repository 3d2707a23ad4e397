#include "admin/rule_findings.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "admin/encoding.hpp"
#include "admin/report.hpp"

namespace samspil::admin {

void write_findings(context const& with, std::string_view source, rules::rule_findings const& findings) {
  if (with.json) {
    boost::json::array list;
    for (rules::rule_finding const& f : findings)
      list.push_back(boost::json::object{
          {"row", f.row}, {"column", f.column}, {"rule", to_utf8(f.rule)}, {"text", to_utf8(f.what)}});
    write_json(with.out, boost::json::object{{"findings", list}});
    return;
  }
  for (rules::rule_finding const& f : findings)
    with.out << to_terminal(source) << ": " << to_terminal(f.text()) << "\n";
}

}  // namespace samspil::admin
