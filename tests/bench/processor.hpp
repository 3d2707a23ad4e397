// Processor time of this process by the name of the thread that used it.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace samspil::bench {

/// Seconds by the name of the thread.
using processor_time = std::map<std::string, double>;

/// What the threads of each name have used; threads that have ended are not in
/// it. The threads of the benches are "client".
processor_time processor_seconds();
/// What was used between the two.
processor_time operator-(processor_time later, processor_time const& earlier);

/// "43.3 us of processor: client 14.1, worker 19.9, writer 9.3" for each of `messages`.
std::string processor_per_message(processor_time const& used, std::uint64_t messages);

}  // namespace samspil::bench
