#include "session/closing.hpp"

namespace samspil::session {
namespace {

constexpr std::string_view closed_row = "service.closed";

}  // namespace

std::optional<std::string> closed_since(store::read_scope const& scope) { return scope.meta(closed_row); }

bool close_service(store::write_scope& scope, std::string const& now) {
  if (closed_since(scope)) return false;
  scope.put_meta(closed_row, now);
  return true;
}

bool open_service(store::write_scope& scope) { return scope.erase_meta(closed_row); }

}  // namespace samspil::session
