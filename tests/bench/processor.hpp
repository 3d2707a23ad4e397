// Processor time of this process by the name of the thread that used it.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace samspil::bench {

/// Seconds that the threads of each name have run; threads that have ended are
/// not in it. The threads of the benches are "client".
std::map<std::string, double> processor_seconds();

/// "client 14.1, worker 41.0, writer 9.3" microseconds for each of `messages`,
/// of what was used since `before`.
std::string processor_per_message(std::map<std::string, double> const& before, std::uint64_t messages);

}  // namespace samspil::bench
