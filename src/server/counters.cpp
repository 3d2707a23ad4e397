#include "server/counters.hpp"

namespace samspil::server {

char const* name_of(ending why) {
  switch (why) {
    case ending::handshake_failed: return "handshake_failed";
    case ending::handshake_timeout: return "handshake_timeout";
    case ending::logon_timeout: return "logon_timeout";
    case ending::record_timeout: return "record_timeout";
    case ending::idle_timeout: return "idle_timeout";
    case ending::write_timeout: return "write_timeout";
    case ending::not_served: return "not_served";
    case ending::truncated: return "truncated";
    case ending::broken: return "broken";
  }
  return "";
}

}  // namespace samspil::server
