#include "support/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace samspil::test {
namespace {

int decoded(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

std::vector<char*> arguments(std::vector<std::string> const& command) {
  std::vector<char*> out;
  for (std::string const& word : command) out.push_back(const_cast<char*>(word.c_str()));
  out.push_back(nullptr);
  return out;
}

}  // namespace

finished run_program(std::vector<std::string> const& command, std::string const& in) {
  int to[2], from[2], err[2];
  if (::pipe2(to, O_CLOEXEC) != 0 || ::pipe2(from, O_CLOEXEC) != 0 || ::pipe2(err, O_CLOEXEC) != 0)
    throw std::runtime_error("no pipe");
  auto argv = arguments(command);
  pid_t const pid = ::fork();
  if (pid == 0) {
    ::dup2(to[0], 0);
    ::dup2(from[1], 1);
    ::dup2(err[1], 2);
    ::execv(argv[0], argv.data());
    ::_exit(127);
  }
  ::close(to[0]);
  ::close(from[1]);
  ::close(err[1]);
  finished result;
  ::signal(SIGPIPE, SIG_IGN);
  if (!in.empty() && ::write(to[1], in.data(), in.size()) < 0) result.err = "standard input was not read\n";
  ::close(to[1]);
  pollfd open[2] = {{from[0], POLLIN, 0}, {err[0], POLLIN, 0}};
  while (open[0].fd >= 0 || open[1].fd >= 0) {
    if (::poll(open, 2, -1) < 0) break;
    for (int i = 0; i < 2; ++i) {
      if (open[i].fd < 0 || open[i].revents == 0) continue;
      char room[65536];
      ssize_t const n = ::read(open[i].fd, room, sizeof room);
      if (n > 0)
        (i == 0 ? result.out : result.err).append(room, static_cast<std::size_t>(n));
      else
        open[i].fd = -1;
    }
  }
  ::close(from[0]);
  ::close(err[0]);
  int status = 0;
  ::waitpid(pid, &status, 0);
  result.status = decoded(status);
  return result;
}

server_process::server_process(std::filesystem::path program, std::filesystem::path home, std::string extra)
    : program_(std::move(program)), home_(std::move(home)) {
  std::ofstream(home_ / "samspild.toml")
      << "[database]\nhome = \".\"\ncache = \"64MiB\"\n[[listener]]\naddress = \"127.0.0.1\"\n"
      << "port = 0\ncertificate = \"server.crt\"\nkey = \"server.key\"\n"
      << extra;
  start();
}

server_process::~server_process() {
  if (pid_ > 0) kill();
}

void server_process::start() {
  int out[2];
  if (::pipe2(out, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  std::vector<std::string> const command{program_.string(), "--config", (home_ / "samspild.toml").string()};
  auto argv = arguments(command);
  std::string const log_file = (home_ / "samspild.log").string();
  pid_ = ::fork();
  if (pid_ == 0) {
    int const err = ::open(log_file.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    ::dup2(out[1], 1);
    ::dup2(err, 2);
    ::execv(argv[0], argv.data());
    ::_exit(127);
  }
  ::close(out[1]);
  out_ = out[0];
  std::string said;
  auto const until = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (said.find('\n') == std::string::npos) {
    auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    pollfd readable{out_, POLLIN, 0};
    char room[512];
    ssize_t n = 0;
    if (left.count() > 0 && ::poll(&readable, 1, static_cast<int>(left.count())) == 1)
      n = ::read(out_, room, sizeof room);
    if (n <= 0) {
      kill();
      throw std::runtime_error("samspild did not become ready:\n" + log());
    }
    said.append(room, static_cast<std::size_t>(n));
  }
  // "samspild: ready 127.0.0.1:40001 127.0.0.1:40002"
  ports_.clear();
  std::istringstream words(said.substr(0, said.find('\n')));
  for (std::string word; words >> word;) {
    auto const colon = word.rfind(':');
    if (colon != std::string::npos && colon + 1 != word.size()) ports_.push_back(word.substr(colon + 1));
  }
}

int server_process::wait_for_end() {
  int status = 0;
  ::waitpid(pid_, &status, 0);
  pid_ = -1;
  if (out_ >= 0) ::close(out_);
  out_ = -1;
  return decoded(status);
}

void server_process::kill() {
  ::kill(pid_, SIGKILL);
  wait_for_end();
}

int server_process::stop() {
  ::kill(pid_, SIGTERM);
  return wait_for_end();
}

std::string server_process::log() const {
  std::ifstream in(home_ / "samspild.log", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace samspil::test
