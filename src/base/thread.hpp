// Threads with names, as top -H, perf and tests/bench show them.
#pragma once

#include <pthread.h>
#include <sched.h>

#include <thread>
#include <utility>

namespace samspil {

/// When a thread gets a processor that others are using.
enum class turn {
  at_once,    ///< as soon as it wakes up
  in_batches  ///< when they have done: what it waits for gathers meanwhile. On an idle processor at once as well
};

/// A thread that runs `f()`; of `name` the kernel keeps the first 15 bytes.
template <class F>
std::thread named_thread(char const* name, F f, turn its = turn::at_once) {
  return std::thread([name, its, run = std::move(f)] {
    ::pthread_setname_np(::pthread_self(), name);
    sched_param const none{};
    if (its == turn::in_batches) ::pthread_setschedparam(::pthread_self(), SCHED_BATCH, &none);  // or as before
    run();
  });
}

}  // namespace samspil
