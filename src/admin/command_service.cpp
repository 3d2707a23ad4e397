// service close, open and show: whether anybody may log on.
#include <boost/json/object.hpp>

#include "admin/encoding.hpp"
#include "admin/functions.hpp"
#include "admin/report.hpp"
#include "admin/user_report.hpp"
#include "base/clock.hpp"
#include "session/closing.hpp"

namespace samspil::admin {
namespace {

int show(context const& with, std::optional<std::string> const& closed) {
  std::optional<std::string> since;
  if (closed) since = time_text(local_digits(from_utc_digits(*closed)));
  if (with.json) {
    boost::json::object out{{"open", !since}, {"closed_since", nullptr}};
    if (since) out["closed_since"] = *since;
    write_json(with.out, out);
  } else if (since) {
    with.out << pairs_text({{"service", "closed for logons"}, {"since", *since}});
  } else {
    with.out << pairs_text({{"service", "open"}});
  }
  return status::ok;
}

}  // namespace

int service_show(context const& with, arguments const&) {
  return show(with, with.db().with_read([](store::read_scope const& s) { return session::closed_since(s); }));
}

int service_close(context const& with, arguments const&) {
  std::optional<std::string> closed;
  with.db().write([&](store::write_scope& scope) {
    if (session::close_service(scope, utc_digits(with.time.now()))) scope.append_audit(audit_entry_of(with));
    closed = session::closed_since(scope);
  });
  return show(with, closed);
}

int service_open(context const& with, arguments const&) {
  with.db().write([&](store::write_scope& scope) {
    if (session::open_service(scope)) scope.append_audit(audit_entry_of(with));
  });
  return show(with, std::nullopt);
}

}  // namespace samspil::admin
