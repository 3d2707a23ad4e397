// Kills `samspil effectuate` at random points and starts it again until it ends;
// the register must be that of a run that nobody disturbed (issue 3: "10,000 due
// events killed 20 times").
//
//   effectuate_campaign --events N --kills K --seed S [--dir DIR]
#include <algorithm>
#include <chrono>
#include <iostream>
#include <random>
#include <string>

#include "base/date.hpp"
#include "due_events.hpp"
#include "log_position.hpp"
#include "register_image.hpp"
#include "support/options.hpp"
#include "support/process.hpp"
#include "support/temporary.hpp"
#include "tool_process.hpp"

using namespace samspil;
using namespace samspil::test;

namespace {

struct arguments {
  explicit arguments(options const& given)
      : events(given.number("events", 300)),
        kills(given.number("kills", 5)),
        seed(given.number("seed", 1)),
        dir(given.text("dir", scratch_place().string())) {}
  unsigned events, kills, seed;
  std::filesystem::path dir;
};

std::string const tool = std::string(SAMSPIL_BINARY) + "/tools/samspil";

std::vector<std::string> run_on(std::filesystem::path const& home) {
  return {tool, "--home", home.string(), "effectuate", "--date", date10(all_are_due()), "--json"};
}

/// Lets it run to its end. How much log that wrote.
std::uint64_t undisturbed(std::filesystem::path const& home) {
  log_position log(home);
  std::uint64_t const before = log.now();
  auto const run = run_program(run_on(home));
  if (run.status != 0) throw std::runtime_error("undisturbed: " + run.err);
  return log.now() - before;
}

/// Kills it `kills` times, most of them by how much it has effectuated, every
/// fifth by the clock, while it opens the database and recovers; then lets it
/// end. How many kills came before its end.
unsigned disturbed(std::filesystem::path const& home, std::uint64_t log_bytes, arguments const& how) {
  std::mt19937_64 random(how.seed);
  auto const below = [&](std::uint64_t n) { return std::uniform_int_distribution<std::uint64_t>(0, n)(random); };
  // On the average a kill comes after so much that most of the work is done when the last one has come.
  std::uint64_t const slice = log_bytes * 3 / 2 / std::max(1U, how.kills);
  log_position log(home);
  unsigned kills = 0;
  for (unsigned k = 0; k < how.kills; ++k) {
    std::uint64_t const target = log.now() + below(slice);
    auto const moment = std::chrono::steady_clock::now() + std::chrono::milliseconds(below(100));
    bool const by_clock = k % 5 == 4;
    tool_process run(run_on(home));
    if (!run.kill_when([&] {
          return by_clock ? std::chrono::steady_clock::now() >= moment : log.now() >= target;
        }))
      break;
    ++kills;
  }
  auto const last = run_program(run_on(home));
  if (last.status != 0) throw std::runtime_error("the last run: " + last.err);
  return kills;
}

std::string verified(std::filesystem::path const& home) {
  auto const seen = run_program({tool, "--home", home.string(), "verify"});
  return seen.status == 0 ? std::string() : "verify: " + seen.out + seen.err;
}

std::string list_of(std::vector<std::uint64_t> const& numbers) {
  std::string out;
  for (std::uint64_t const n : numbers) out += (out.empty() ? "" : " ") + std::to_string(n);
  return out;
}

int campaign(arguments const& how) {
  temporary_directory const directory(how.dir);
  auto const straight = directory.path() / "straight", killed = directory.path() / "killed";
  std::filesystem::create_directory(straight);
  make_due_home(straight, how.events, how.seed);
  std::filesystem::copy(straight, killed, std::filesystem::copy_options::recursive);

  auto const begun = std::chrono::steady_clock::now();
  std::uint64_t const log_bytes = undisturbed(straight);
  double const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  unsigned const kills = disturbed(killed, log_bytes, how);

  std::string faults = verified(straight) + verified(killed);
  store::database straight_db(straight), killed_db(killed);
  register_image const wanted = image_of(straight_db), seen = image_of(killed_db);
  faults += differences(wanted, seen) + own_faults(straight_db) + own_faults(killed_db);
  auto const worked = std::count_if(seen.events_of_starts.begin(), seen.events_of_starts.end(),
                                    [](std::uint64_t n) { return n != 0; });
  if (how.kills != 0 && worked < 2) faults += "no kill came while events were effectuated\n";
  std::cout << how.events << " due events: " << wanted.states.at("E") << " effectuated, "
            << (wanted.states.contains("F") ? wanted.states.at("F") : 0) << " failed; undisturbed in "
            << static_cast<unsigned>(seconds * 1000) << " ms, " << log_bytes / 1024 << " KiB of log\n"
            << kills << " kills of " << how.kills << " before its end; events of each start in the log: "
            << list_of(seen.events_of_starts) << "\n"
            << (faults.empty() ? "the register is that of the undisturbed run, nothing twice, verify clean\n"
                               : "FAULTS:\n" + faults);
  return faults.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  return run_main("effectuate_campaign", argc, argv, {"events", "kills", "seed", "dir"},
                  [](options const& given) { return campaign(arguments(given)); });
}
