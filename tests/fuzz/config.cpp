// The configuration file: an error names a place in the text and a cause; what
// is taken has a listener, and limits that are above nothing.
#include <algorithm>

#include "fuzz/fuzz.hpp"
#include "server/config.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace samspil;
  std::string_view const text = fuzz::text(data, size);
  auto const seen = server::parse_config(text, "/etc/samspil/samspild.toml");
  if (!seen) {
    server::config_error const& e = seen.error();
    fuzz::check(e.line >= 1 && e.column >= 1 && !e.what.empty(), "an error names a place and a cause");
    fuzz::check(e.line <= 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')), "of this text");
    return 0;
  }
  fuzz::check(!seen->listeners.empty(), "there is a listener");
  for (auto const& l : seen->listeners) fuzz::check(l.tls.certificate.is_absolute(), "its paths are whole");
  fuzz::check(seen->cache_bytes >= 20 * 1024, "the cache has its least size");
  fuzz::check(seen->socket_limits.idle.count() > 0, "no connection is closed at once");
  fuzz::check(seen->session_limits.session.count() > 0, "no session ends at once");
  return 0;
}
