// What the threads of the test found wrong.
#pragma once

#include <mutex>
#include <string>
#include <string_view>

namespace samspil::test {

/// Keeps the first twenty and counts the rest: a server that fails fails everybody.
class faults {
 public:
  void add(std::string_view what) {
    std::lock_guard const lock(mutex_);
    if (++count_ <= shown_max) text_.append(what).append("\n");
  }
  bool none() const {
    std::lock_guard const lock(mutex_);
    return count_ == 0;
  }
  std::string text() const {
    std::lock_guard const lock(mutex_);
    return count_ <= shown_max ? text_ : text_ + "and " + std::to_string(count_ - shown_max) + " more\n";
  }

 private:
  static constexpr unsigned shown_max = 20;
  mutable std::mutex mutex_;
  std::string text_;
  unsigned count_ = 0;
};

}  // namespace samspil::test
