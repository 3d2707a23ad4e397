// What every program does before anything else.
#pragma once

#include <fcntl.h>
#include <unistd.h>

namespace samspil {

/// Opens /dev/null for each of the descriptors 0, 1 and 2 that the caller has closed. Else the next file that is
/// opened gets the number, and what is meant for standard error is written into the database.
inline void occupy_standard_streams() {
  int file = -1;
  do {
    file = ::open("/dev/null", O_RDWR);
  } while (file >= 0 && file <= STDERR_FILENO);
  if (file > STDERR_FILENO) ::close(file);
}

}  // namespace samspil
