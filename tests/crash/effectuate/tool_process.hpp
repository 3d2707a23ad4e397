// A program that runs beside the campaign and can be killed at a chosen point.
#pragma once

#include <sys/types.h>

#include <functional>
#include <string>
#include <vector>

namespace samspil::test {

class tool_process {
 public:
  /// Starts it, its output going nowhere.
  explicit tool_process(std::vector<std::string> const& command);
  ~tool_process();
  tool_process(tool_process const&) = delete;
  tool_process& operator=(tool_process const&) = delete;

  /// Kills it as soon as `reached` is true, which is asked again and again:
  /// whether that came before its end.
  bool kill_when(std::function<bool()> const& reached);
  /// Exit status, 128 + signal after a sudden end.
  int status() const { return status_; }

 private:
  /// Whether it has ended.
  bool ended();
  pid_t pid_ = -1;
  int status_ = -1;
};

}  // namespace samspil::test
