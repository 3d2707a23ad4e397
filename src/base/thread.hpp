// Threads with names, as top -H, perf and tests/bench show them.
#pragma once

#include <pthread.h>

#include <thread>
#include <utility>

namespace samspil {

/// A thread that runs `f()`; of `name` the kernel keeps the first 15 bytes.
template <class F>
std::thread named_thread(char const* name, F f) {
  return std::thread([name, run = std::move(f)] {
    ::pthread_setname_np(::pthread_self(), name);
    run();
  });
}

}  // namespace samspil
