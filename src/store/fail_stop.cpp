#include "store/fail_stop.hpp"

#include <db.h>
#include <unistd.h>

#include <cstddef>
#include <cstdio>

#include "store/database.hpp"

namespace samspil::store {

void fail_stop(char const* what, int code) noexcept {
  char line[400];
  int const size = std::snprintf(line, sizeof line, "samspil: the database stops: %s: %s\n", what, db_strerror(code));
  if (size > 0) {
    auto const written = ::write(STDERR_FILENO, line, static_cast<std::size_t>(size));
    static_cast<void>(written);
  }
  ::_exit(database::fail_stop_status);
}

}  // namespace samspil::store
