// Fault injection below the store (docs/store.md, "What ends the process").
//
//   store_campaign --rounds 24 --seed 1     a quick slice
//   store_campaign --seconds 600 --seed 7   as long as one likes
//
// Every round is a process that saves under load until a fault ends it: a log
// sync that fails once, a sync of any file that fails, a power cut before or
// after a sync, a full disk. Then the power is cut: whatever was not synced may
// be gone, in any part. The next start must find every answered save. Last, the
// same failing sync without the fail-stop function, which must lose some.
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <iostream>
#include <string_view>

#include "crash/store/round.hpp"
#include "store/database.hpp"
#include "support/options.hpp"
#include "support/temporary.hpp"

namespace samspil::crash {
namespace {

struct kind {
  char const* name;
  bool ends_by_fail_stop;  // when the fault came
  plan (*make)(std::minstd_rand&);
};

std::uint64_t up_to(std::minstd_rand& random, std::uint64_t most) { return 1 + random() % most; }

constexpr kind kinds[] = {
    {"a log sync fails once", true, [](std::minstd_rand& r) { return plan{.fail_sync = up_to(r, 60)}; }},
    {"a sync of any file fails once", true,
     [](std::minstd_rand& r) { return plan{.fail_sync = up_to(r, 120), .any_file = true}; }},
    {"power cut before a sync", false, [](std::minstd_rand& r) { return plan{.exit_before_sync = up_to(r, 120)}; }},
    {"power cut after a sync", false, [](std::minstd_rand& r) { return plan{.exit_after_sync = up_to(r, 120)}; }},
    {"the disk is full", false, [](std::minstd_rand& r) { return plan{.full_from_write = up_to(r, 300)}; }},
    {"power cut at the end", false, [](std::minstd_rand&) { return plan{}; }}};

bool is_right_end(kind const& k, life const& seen) {
  bool const stopped = seen.status == store::database::fail_stop_status;
  if (k.ends_by_fail_stop) return seen.failed ? stopped : seen.status == disk_model::cut_status;
  return seen.status == disk_model::cut_status || (seen.failed && (stopped || seen.status == 99));
}

/// The rounds with everything in place; the number of those that went wrong.
unsigned green_rounds(unsigned rounds, std::chrono::seconds time, std::uint64_t seed) {
  samspil::test::temporary_directory directory;
  auto const home = directory.path() / "home";
  store::database::create(home);
  std::minstd_rand random(static_cast<std::minstd_rand::result_type>(seed));
  ledger held;
  unsigned wrong_rounds = 0;
  auto const end = std::chrono::steady_clock::now() + time;
  for (unsigned number = 1; time.count() != 0 ? std::chrono::steady_clock::now() < end : number <= rounds; ++number) {
    kind const& k = kinds[number % std::size(kinds)];
    life const seen = live(home, k.make(random), true, number, random, held);
    std::vector<std::string> wrong = judge(home, held);
    if (!is_right_end(k, seen)) wrong.push_back("it ended with status " + std::to_string(seen.status));
    for (auto const& line : wrong) std::cout << "round " << number << ", " << k.name << ": " << line << '\n';
    wrong_rounds += wrong.empty() ? 0 : 1;
  }
  std::cout << held.saves.size() << " answered saves, " << held.look_ups.size() << " answered look-ups, "
            << wrong_rounds << " rounds wrong\n";
  return wrong_rounds;
}

/// judge in a process of its own: recovery of a home that lost its log may end it.
bool is_red(std::filesystem::path const& home, ledger const& held) {
  pid_t const child = ::fork();
  if (child == 0) {
    int found = 1;
    try {
      auto const wrong = judge(home, held);
      for (auto const& line : wrong) std::cout << "without fail-stop: " << line << std::endl;
      found = wrong.empty() ? 0 : 1;
    } catch (std::exception const& e) {
      std::cout << "without fail-stop: " << e.what() << std::endl;
    }
    ::_exit(found);
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status != 0;
}

/// What the library does when it syncs again after an error: answered saves are lost.
bool shows_the_loss(std::uint64_t seed) {
  std::minstd_rand random(static_cast<std::minstd_rand::result_type>(seed));
  for (unsigned number = 1; number <= 10; ++number) {
    samspil::test::temporary_directory directory;
    store::database::create(directory.path());
    ledger held;
    life const seen = live(directory.path(), plan{.fail_sync = 3 + up_to(random, 10)}, false, number, random, held);
    if (seen.status == disk_model::cut_status && seen.lost_pages != 0 && is_red(directory.path(), held)) return true;
  }
  return false;
}

int run(test::options const& given) {
  unsigned const rounds = given.number("rounds", 24);
  std::chrono::seconds const time{given.number("seconds", 0)};
  std::uint64_t const seed = given.number("seed", 1);
  unsigned const wrong = green_rounds(rounds, time, seed);
  bool const red = shows_the_loss(seed);
  if (!red) std::cout << "without the fail-stop function nothing was lost: the test proves nothing\n";
  return wrong == 0 && red ? 0 : 1;
}

}  // namespace
}  // namespace samspil::crash

int main(int count, char** words) {
  return samspil::test::run_main("store_campaign", count, words, {"rounds", "seconds", "seed"}, samspil::crash::run);
}
