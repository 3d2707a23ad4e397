// Programs of the project run as a person runs them.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace samspil::test {

struct finished {
  int status = -1;  ///< exit status; 128 + signal when it was killed
  std::string out;
  std::string err;
};

/// Runs a program to its end with `in` on its standard input.
finished run_program(std::vector<std::string> const& command, std::string const& in = {});

/// A samspild that serves one home on a port of its own.
class server_process {
 public:
  /// Writes HOME/samspild.toml with `extra` behind it and starts `program`.
  /// Standard error goes to HOME/samspild.log. std::runtime_error with the log
  /// when it ends before it is ready, or is not ready within a minute.
  server_process(std::filesystem::path program, std::filesystem::path home, std::string extra = {});
  ~server_process();
  server_process(server_process const&) = delete;
  server_process& operator=(server_process const&) = delete;

  /// Of the last listener.
  std::string port() const { return ports_.back(); }
  /// Of all, as the ready line has them.
  std::vector<std::string> const& ports() const { return ports_; }
  pid_t pid() const { return pid_; }
  /// SIGKILL, and waits for the end.
  void kill();
  /// SIGTERM; the exit status.
  int stop();
  /// Starts it again after an end.
  void start();
  /// What it has written to standard error so far.
  std::string log() const;

 private:
  int wait_for_end();
  std::filesystem::path program_;
  std::filesystem::path home_;
  std::vector<std::string> ports_;
  pid_t pid_ = -1;
  int out_ = -1;
};

}  // namespace samspil::test
