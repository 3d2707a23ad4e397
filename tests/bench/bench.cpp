// Speed as ratios against a baseline of the same run (docs/performance.md):
//
//   build/release/tests/bench/bench [--seconds S] [--persons N] [--rounds N] [--connections N]
//                                   [--only decode|look-ups|validations|saves|handler]
//
// --connections: look-ups over so many only, without a floor.
// --only handler: INIT without sockets, for who works on it; the whole run leaves it out.
//
// Never a test of time: what it prints is for reading. The suite runs it for a
// moment so that it keeps working.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "base/date.hpp"
#include "bench/decode.hpp"
#include "bench/dialogues.hpp"
#include "bench/installation.hpp"
#include "bench/load.hpp"
#include "support/options.hpp"

namespace samspil::bench {
namespace {

struct plan {
  explicit plan(test::options const& given)
      : seconds(given.real("seconds", 2)),
        persons(given.number("persons", 100'000)),
        rounds(given.number("rounds", 3)),
        only(given.text("only", "")),
        connections(given.number("connections", 0)) {
    if (seconds <= 0 || persons == 0 || rounds == 0) throw std::runtime_error("expected numbers above 0");
    if (!only.empty() && only != "decode" && only != "look-ups" && only != "validations" && only != "saves" &&
        only != "handler")
      throw std::runtime_error("--only: expected decode, look-ups, validations, saves or handler");
  }
  double seconds;
  unsigned persons, rounds;
  std::string only;          ///< one part; empty: all
  unsigned connections = 0;  ///< of look-ups; 0: the two that have floors
  bool has(std::string_view part) const { return only.empty() || only == part; }
  /// Baseline and what is measured take turns of a second at most: the machine's speed changes while they run.
  unsigned turns() const { return static_cast<unsigned>(std::lround(std::ceil(seconds * rounds))); }
  std::chrono::milliseconds turn() const {
    return std::chrono::milliseconds(static_cast<long>(seconds * rounds * 1000 / turns()));
  }
};

double median(std::vector<double> all) {
  std::sort(all.begin(), all.end());
  return (all[(all.size() - 1) / 2] + all[all.size() / 2]) / 2;
}

void line(char const* what, double rate, double ratio, char const* of, double floor, double goal) {
  std::printf("%-34s %10.0f/s  %5.2f of %-22s floor %.2f goal %.2f\n", what, rate, ratio, of, floor, goal);
  std::fflush(stdout);
}

/// Turns of a baseline and of what is measured. The ratio is the median of those of the pairs: a second in which the
/// machine did something else decides nothing.
struct turns {
  measured baseline, got;
  std::vector<double> ratios;

  void add(measured const& base, measured const& of) {
    baseline += base;
    got += of;
    ratios.push_back(of.rate() / base.rate());
  }
};

/// Latency, and where the processor's time went.
void more(measured const& what) {
  std::printf("    p99 %.1f ms; %s\n", what.p99 / 1000, processor_per_message(what.used, what.messages).c_str());
  std::fflush(stdout);
}

/// What it is at, for who watches or profiles it.
void note(char const* what) { std::fprintf(stderr, "bench: %s\n", what); }

/// fdatasync a second on a file that has its blocks, 4 KiB each: as a log is written.
double sync_rate(std::filesystem::path const& directory, double seconds) {
  std::string const name = (directory / "syncs").string();
  int const file = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) throw std::runtime_error("bench: no file to sync");
  std::vector<char> const piece(4096, 'x');
  constexpr unsigned pieces = 4096;
  for (unsigned i = 0; i < pieces; ++i)
    if (::write(file, piece.data(), piece.size()) != static_cast<ssize_t>(piece.size()))
      throw std::runtime_error("bench: no room for the file to sync");
  ::fsync(file);
  std::uint64_t syncs = 0;
  auto const begun = std::chrono::steady_clock::now();
  double took = 0;
  do {
    if (::pwrite(file, piece.data(), piece.size(), static_cast<off_t>(syncs % pieces * piece.size())) < 0 ||
        ::fdatasync(file) != 0)
      throw std::runtime_error("bench: a sync failed");
    ++syncs;
    took = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  } while (took < seconds);
  ::close(file);
  std::filesystem::remove(name);
  return static_cast<double>(syncs) / took;
}

void bench_decode(plan const& p) {
  auto const rates = race(stam_records(256), p.seconds);
  line("decode STAM, all values", rates.generated, rates.generated / rates.by_hand, "hand-written", 0.9, 1);
}

void bench_look_ups(plan const& p, installation& at, std::vector<std::string> const& tokens, std::string const& date) {
  struct aim {
    unsigned connections;
    double floor, goal;
    unsigned times;  ///< as many turns as usual: where the ratio is near its floor, six pairs say too little
  };
  std::vector<aim> aims{{32, 0.25, 0.5, 1}, {256, 0.6, 0.85, 4}};
  if (p.connections != 0) aims = {{p.connections, 0, 0, 1}};
  for (auto const& [connections, floor, goal, times] : aims) {
    load asking(at.port(), connections), echoing(at.echo_port(), connections);
    look_ups what(at.people(), tokens, date);
    asking.run(what, p.turn());
    at.mirror().answer_with(what.sample());
    turns all;
    for (unsigned turn = 0; turn < times * p.turns(); ++turn) {
      note("echo");
      measured const echo = echoing.run(what, p.turn());  // the same messages: the client's part is the same
      note("INIT");
      all.add(echo, asking.run(what, p.turn()));
    }
    measured const& same_bytes = all.baseline;
    measured const& got = all.got;
    line(("INIT, " + std::to_string(connections) + " connections").c_str(), got.rate(), median(all.ratios),
         ("echo " + std::to_string(std::lround(same_bytes.rate())) + "/s").c_str(),
         floor, goal);
    more(got);
    std::printf("    echo: %s\n", processor_per_message(same_bytes.used, same_bytes.messages).c_str());
  }
}

/// What one thread takes to hand an INIT over: all of it but sockets, TLS and the writer. It is told without the
/// slowest two in a hundred, which other threads held up, and so it differs less from run to run than a rate does.
void bench_handler(plan const& p, installation& at, std::vector<std::string> const& tokens, std::string const& date) {
  using steady = std::chrono::steady_clock;
  constexpr std::size_t messages = 5000;
  constexpr unsigned in_flight_max = 100;
  look_ups what(at.people(), tokens, date);
  session::peer const from{.address = "127.0.0.1", .certificate = {}, .certificate_subject = {}};
  std::atomic<unsigned> in_flight{0};
  std::vector<double> all;
  auto const until = steady::now() + p.turn() * p.turns();
  while (all.empty() || steady::now() < until) {
    std::vector<double> took;
    std::string message;
    for (std::size_t i = 0; i < messages; ++i) {
      while (in_flight > in_flight_max) std::this_thread::yield();
      what.next(0, message);
      ++in_flight;
      auto const begun = steady::now();
      at.handler().handle(message, from, [&](session::answer) { --in_flight; });
      took.push_back(std::chrono::duration<double, std::nano>(steady::now() - begun).count());
    }
    std::sort(took.begin(), took.end());
    took.resize(messages - messages / 50);
    all.push_back(std::accumulate(took.begin(), took.end(), 0.0) / static_cast<double>(took.size()));
  }
  while (in_flight != 0) std::this_thread::yield();
  std::printf("INIT without sockets: %.0f ns, the fastest of %zu turns %.0f ns\n", median(all), all.size(),
              *std::min_element(all.begin(), all.end()));
}

void bench_validations(plan const& p, installation& at, std::vector<std::string> const& tokens,
                       std::string const& date) {
  load checking(at.port(), 32);
  validations what(at.people(), tokens, date);
  checking.run(what, p.turn());
  turns all;
  for (unsigned turn = 0; turn < p.turns(); ++turn) {
    at.use_rules(false);
    note("VALI without rules");
    measured const without_rules = checking.run(what, p.turn());
    at.use_rules(true);
    note("VALI");
    all.add(without_rules, checking.run(what, p.turn()));
  }
  measured const& without = all.baseline;
  measured const& got = all.got;
  line("VALI, all rules, 32 connections", got.rate(), median(all.ratios),
       ("no rules " + std::to_string(std::lround(without.rate())) + "/s").c_str(), 0.8, 1);
  more(got);
  std::printf("    no rules: %s\n", processor_per_message(without.used, without.messages).c_str());
}

void bench_saves(plan const& p, installation& at, std::vector<std::string> const& tokens, std::string const& date) {
  moves what(at.people(), tokens, date);
  load preparing(at.port(), 32);
  for (unsigned const clients : {1U, 64U}) {
    load saving(at.port(), clients);
    std::vector<double> syncs, ratios;
    measured all;
    // Half-second turns: the disk's rate changes from second to second. Many where there is a floor: of two turns in
    // a row one can have half as much again as the other.
    unsigned const turns = (clients == 1 ? 1 : 4) * p.turns();
    double const seconds = p.seconds * p.rounds / p.turns() / 2;
    for (unsigned turn = 0; turn < turns; ++turn) {
      std::size_t const wanted = static_cast<std::size_t>(seconds * (clients == 1 ? 2000 : 7000));
      note("preparing moves");
      what.prepare(wanted);
      preparing.run(what, std::chrono::minutes(5));
      if (what.prepared() == 0) throw std::runtime_error("bench: nobody left to move; give more --persons");
      syncs.push_back(sync_rate(at.home(), seconds / 2));
      note("saving");
      what.save();
      measured const got = saving.run(what, std::chrono::minutes(5));
      ratios.push_back(got.rate() / syncs.back());
      all += got;
    }
    line(("GEMH, " + std::to_string(clients) + (clients == 1 ? " client" : " clients")).c_str(), all.rate(),
         median(ratios), ("fdatasync " + std::to_string(std::lround(median(syncs))) + "/s").c_str(),
         clients == 1 ? 0 : 1.5, clients == 1 ? 1 : 3);
    more(all);
  }
}

int run(plan const& p) {
  if (p.has("decode")) bench_decode(p);
  auto const with_register = [&](auto const& part) {
    installation at(p.persons);
    part(p, at, at.log_on(20), date8(at.business_date()));
  };
  if (p.has("look-ups")) with_register(bench_look_ups);
  // Registers of their own: look-ups leave audit pages, and a dialogue each that nobody goes on with.
  if (p.has("validations")) with_register(bench_validations);
  if (p.has("saves")) with_register(bench_saves);
  if (p.only == "handler") with_register(bench_handler);
  return 0;
}

}  // namespace
}  // namespace samspil::bench

int main(int count, char** words) {
  using samspil::test::options;
  return samspil::test::run_main("bench", count, words, {"seconds", "persons", "rounds", "only", "connections"},
                                 [](options const& given) { return samspil::bench::run(samspil::bench::plan(given)); });
}
