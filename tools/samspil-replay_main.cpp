// samspil-replay: sends record files and compares the answers.
#include <csignal>
#include <iostream>

#include "base/standard_streams.hpp"
#include "client/replay_command.hpp"

int main(int argc, char** argv) {
  samspil::occupy_standard_streams();
  // SIGINT and SIGTERM stay pending: the run looks for them between two messages
  // and ends with its summary and checkpoint written.
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGINT);
  sigaddset(&ending, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  auto const interrupted = [] {
    sigset_t pending;
    sigpending(&pending);
    return sigismember(&pending, SIGINT) == 1 || sigismember(&pending, SIGTERM) == 1;
  };
  return samspil::client::replay::command({argv + 1, argv + argc}, std::cin, std::cout, std::cerr, interrupted);
}
