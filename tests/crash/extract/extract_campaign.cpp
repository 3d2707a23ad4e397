// Events happen in one register; a customer's change extracts of it are loaded
// into another. Both `samspil extract` and `samspil load persons` are killed at
// random points and given again. There must never be a part of a file under its
// name, each file must have the round's changes, all and once, a killed load must
// leave the register as it was or bring all of the file, and in the end both
// registers must be the same.
//
//   extract_campaign --persons N --events N --rounds N --kills K --seed S [--dir DIR]
#include <chrono>
#include <iostream>

#include "crash/effectuate/tool_process.hpp"
#include "registers.hpp"
#include "support/options.hpp"
#include "support/process.hpp"
#include "support/small_register.hpp"

using namespace samspil;
using namespace samspil::test;
namespace fs = std::filesystem;
using std::chrono::steady_clock;

namespace {

struct arguments {
  explicit arguments(options const& given)
      : persons(given.number("persons", 300)),
        events(given.number("events", 100)),
        rounds(given.number("rounds", 3)),
        kills(given.number("kills", 3)),
        seed(given.number("seed", 1)),
        dir(given.text("dir", scratch_place().string())) {}
  unsigned persons, events, rounds, kills, seed;
  fs::path dir;
};

std::string const tool = std::string(SAMSPIL_BINARY) + "/tools/samspil";

[[noreturn]] void fault(std::string const& text) { throw std::runtime_error(text); }

class campaign {
 public:
  campaign(arguments const& how, fs::path const& where)
      : how_(how), here_(where / "here"), there_(where / "there"), file_(where / "extract"), random_(how.seed) {
    fs::create_directory(here_);
    make_home(here_, how.persons);
    must(here_, {"customer", "change", "--kundenr", "1234", "--task", "123401"});
    std::vector<std::string> words{"customer", "subscribe", "--kundenr", "1234"};
    for (unsigned i = 0; i < subscribed(); ++i) words.push_back(crowd_pnr(i));
    must(here_, words);
    must(there_, {"init"});
    must(here_, {"extract", "--kundenr", "1234", "--full", "--out", file_.string()});
    must(there_, {"load", "persons", file_.string()});
    fs::remove(file_);
  }

  void round() {
    day_ = add_days(day_, 1);
    event_counts const wanted =
        make_events(here_, day_, how_.events, how_.persons, subscribed(), random_, references_);
    make_extract();
    extract_file const seen = read_extract(file_);
    if (seen.proddto != date8(day_) || seen.proddtoforrig != last_) fault("the file stands wrong in its sequence");
    if (seen.events != wanted) fault("the file has other events than there were");
    auto const now = persons_of(here_);
    for (auto const& [pnr, records] : seen.persons)
      if (now.at(pnr) != records) fault("a person of the file is another than in the register");
    last_ = seen.proddto;
    load_extract();
    fs::remove(file_);
    auto const loaded = persons_of(there_);
    for (unsigned i = 0; i < subscribed(); ++i)
      if (loaded.at(crowd_pnr(i)) != now.at(crowd_pnr(i))) fault("a person differs in the two registers");
  }

  void end() {
    must(here_, {"verify"});
    must(there_, {"verify"});
    std::cout << how_.rounds << " rounds of " << how_.events << " events; extract killed " << extract_kills_
              << " times, load " << load_kills_
              << " times: every change came over once, no part of a file was seen, verify clean\n";
  }

 private:
  unsigned subscribed() const { return how_.persons / 2; }

  std::vector<std::string> command(fs::path const& home, std::vector<std::string> const& words) const {
    std::vector<std::string> all{tool, "--home", home.string()};
    all.insert(all.end(), words.begin(), words.end());
    return all;
  }
  void must(fs::path const& home, std::vector<std::string> const& words) const {
    auto const run = run_program(command(home, words));
    if (run.status != 0) fault(words.front() + ": " + run.err + run.out);
  }

  /// Starts it and kills it at some moment of about as long as it takes: whether that was before its end.
  bool killed(std::vector<std::string> const& line) {
    auto const moment =
        steady_clock::now() + std::uniform_int_distribution<long>(0, takes_.count() * 5 / 4)(random_) * takes_unit;
    tool_process run(line);
    return run.kill_when([&] { return steady_clock::now() >= moment; });
  }
  /// Lets it run to its end; notes how long that took.
  int undisturbed(std::vector<std::string> const& line) {
    auto const begun = steady_clock::now();
    int const status = run_program(line).status;
    takes_ = std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - begun);
    return status;
  }

  void make_extract() {
    auto const line = command(
        here_, {"extract", "--kundenr", "1234", "--date", date10(day_), "--solid", "--out", file_.string()});
    for (unsigned k = 0; k < how_.kills; ++k) {
      if (!killed(line)) continue;
      ++extract_kills_;
      if (fs::exists(file_)) read_extract(file_);  // a whole one
    }
    // 8: a run has ended all of it, and the file is there.
    int const status = undisturbed(line);
    if (status != 0 && !(status == 8 && fs::exists(file_)))
      fault("the last extract ended with " + std::to_string(status));
  }

  void load_extract() {
    auto const line = command(there_, {"load", "persons", file_.string()});
    auto const before = persons_of(there_);
    bool loaded = false;
    auto after = before;
    for (unsigned k = 0; k < how_.kills; ++k) {
      if (!killed(line)) continue;
      ++load_kills_;
      auto const seen = persons_of(there_);
      if (seen == (loaded ? after : before)) continue;
      if (loaded) fault("a load that was killed changed the register again");
      loaded = true;
      after = seen;
    }
    int const status = undisturbed(line);
    if (status != 0 && status != 8) fault("the last load ended with " + std::to_string(status));
    if (loaded && persons_of(there_) != after) fault("a killed load had brought a part of the file");
  }

  static constexpr std::chrono::microseconds takes_unit{1};
  arguments const& how_;
  fs::path const here_, there_, file_;
  std::mt19937 random_;
  unsigned references_ = 0;
  date day_ = system_clock().business_date();
  std::string last_ = "00000000";
  std::chrono::microseconds takes_{50'000};
  unsigned extract_kills_ = 0, load_kills_ = 0;
};

int run(arguments const& how) {
  temporary_directory const directory(how.dir);
  campaign all(how, directory.path());
  for (unsigned i = 0; i < how.rounds; ++i) all.round();
  all.end();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  return run_main("extract_campaign", argc, argv, {"persons", "events", "rounds", "kills", "seed", "dir"},
                  [](options const& given) { return run(arguments(given)); });
}
