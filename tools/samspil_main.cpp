// `samspil`, the administrator's tool.
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <poll.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "admin/accounts.hpp"
#include "admin/descriptor.hpp"
#include "admin/tool.hpp"
#include "base/standard_streams.hpp"

namespace {

using samspil::admin::descriptor;

unsigned terminal_columns() {
  winsize size{};
  if (::isatty(STDERR_FILENO) == 0) return 0;
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

/// Turns the first SIGINT or SIGTERM into a stop request; a second one ends the
/// process as it always does. Made before any other thread.
class interrupts {
 public:
  interrupts() {
    ::sigemptyset(&set_);
    ::sigaddset(&set_, SIGINT);
    ::sigaddset(&set_, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    signals_ = descriptor(::signalfd(-1, &set_, SFD_CLOEXEC));
    over_ = descriptor(::eventfd(0, EFD_CLOEXEC));
    waiter_ = std::thread([this] { wait(); });
  }
  ~interrupts() {
    std::uint64_t const one = 1;
    if (::write(over_.get(), &one, sizeof one) < 0) std::abort();
    waiter_.join();
  }
  std::stop_token token() const { return stop_.get_token(); }

 private:
  void wait() {
    for (unsigned seen = 0;;) {
      pollfd waits[] = {{signals_.get(), POLLIN, 0}, {over_.get(), POLLIN, 0}};
      if (::poll(waits, 2, -1) < 0) continue;
      if ((waits[1].revents & POLLIN) != 0) return;
      signalfd_siginfo got{};
      if (::read(signals_.get(), &got, sizeof got) != sizeof got) continue;
      stop_.request_stop();
      if (++seen > 1) ::_exit(128 + static_cast<int>(got.ssi_signo));
    }
  }

  sigset_t set_{};
  descriptor signals_;
  descriptor over_;
  std::stop_source stop_;
  std::thread waiter_;
};

}  // namespace

int main(int count, char** words) {
  samspil::occupy_standard_streams();
  // Passwords pass through this process.
  rlimit const no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  if (std::getenv("TZ") == nullptr) samspil::set_time_zone("Europe/Copenhagen");
  char const* const home = std::getenv("SAMSPIL_HOME");
  samspil::system_clock const time;
  interrupts const stopped;
  return samspil::admin::run_tool(std::vector<std::string>(words + 1, words + count),
                                  {.home = home != nullptr && *home != '\0' ? home : samspil::admin::default_home,
                                   .time = time,
                                   .who = {samspil::admin::account_name(::getuid())},
                                   .in = std::cin,
                                   .out = std::cout,
                                   .err = std::cerr,
                                   .columns = terminal_columns(),
                                   .cancelled = stopped.token()});
}
