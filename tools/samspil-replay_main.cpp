// samspil-replay: sends record files and compares the answers.
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <iostream>

#include "base/standard_streams.hpp"
#include "client/replay_command.hpp"

namespace {

std::atomic<bool> interrupted = false;

/// The run looks for the first SIGINT or SIGTERM between two messages and ends with its summary and checkpoint written.
/// A second one does not wait for an answer: what the last checkpoint says is sent again by the next run.
extern "C" void note(int number) {
  if (interrupted.exchange(true)) ::_exit(128 + number);
}

}  // namespace

int main(int argc, char** argv) {
  samspil::occupy_standard_streams();
  static_assert(std::atomic<bool>::is_always_lock_free);
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
  return samspil::client::replay::command({argv + 1, argv + argc}, std::cin, std::cout, std::cerr,
                                          [] { return interrupted.load(); });
}
