#include "admin/findings.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "admin/encoding.hpp"
#include "admin/report.hpp"

namespace samspil::admin {

int report_findings(context const& with, std::vector<store::finding> const& findings) {
  with.shown.clear();
  if (with.json) {
    boost::json::array list;
    for (store::finding const& f : findings)
      list.push_back(boost::json::object{{"table", f.table}, {"key", to_utf8(f.key)}, {"text", to_utf8(f.text)}});
    write_json(with.out, boost::json::object{{"findings", list}});
  } else {
    for (store::finding const& f : findings) with.out << to_terminal(f.line()) << '\n';
  }
  if (with.shown.cancelled()) return fail(with, status::refused, "cancelled: not everything was looked at");
  return findings.empty() ? status::ok : status::refused;
}

}  // namespace samspil::admin
