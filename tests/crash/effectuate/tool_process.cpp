#include "tool_process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>
#include <thread>

namespace samspil::test {
namespace {

constexpr std::chrono::microseconds between_looks{50};

}  // namespace

tool_process::tool_process(std::vector<std::string> const& command) {
  std::vector<char*> argv;
  for (std::string const& word : command) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  pid_ = ::fork();
  if (pid_ < 0) throw std::runtime_error("fork");
  if (pid_ == 0) {
    int const nowhere = ::open("/dev/null", O_RDWR);
    ::dup2(nowhere, 1);
    ::dup2(nowhere, 2);
    ::execv(argv[0], argv.data());
    ::_exit(127);
  }
}

tool_process::~tool_process() {
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
}

bool tool_process::ended() {
  int how = 0;
  if (::waitpid(pid_, &how, WNOHANG) == 0) return false;
  status_ = WIFEXITED(how) ? WEXITSTATUS(how) : 128 + WTERMSIG(how);
  pid_ = -1;
  return true;
}

bool tool_process::kill_when(std::function<bool()> const& reached) {
  while (!ended()) {
    if (reached()) {
      ::kill(pid_, SIGKILL);
      int how = 0;
      ::waitpid(pid_, &how, 0);
      pid_ = -1;
      status_ = WIFEXITED(how) ? WEXITSTATUS(how) : 128 + WTERMSIG(how);
      return WIFSIGNALED(how);
    }
    std::this_thread::sleep_for(between_looks);
  }
  return false;
}

}  // namespace samspil::test
