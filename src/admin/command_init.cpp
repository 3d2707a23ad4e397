#include "admin/functions.hpp"
#include "admin/init.hpp"

namespace samspil::admin {

int init(context const& with, arguments const&) {
  auto const made = create_home(with.home, with.who, with.time);
  if (!made) return fail(with, made.error().exit_status, made.error().text);
  for (std::string const& name : *made) with.err << "samspil: kept " << name << ", which was there\n";
  return status::ok;
}

}  // namespace samspil::admin
