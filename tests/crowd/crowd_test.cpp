// 2,000 TLS connections that share 20 sessions each bring a dialogue on a
// person of its own to the receipt, while others disturb (issue 2).
//
//   crowd_test [--connections N] [--sessions N]
#include <sys/resource.h>

#include <fstream>
#include <iostream>

#include "crowd/crowd.hpp"
#include "crowd/disturbers.hpp"
#include "crowd/judge.hpp"
#include "support/options.hpp"
#include "support/process.hpp"
#include "support/small_register.hpp"

using namespace samspil;
using namespace samspil::test;

namespace {

struct arguments {
  explicit arguments(options const& given)
      : connections(given.number("connections", 2000)), sessions(given.number("sessions", 20)) {
    if (sessions < 2 || connections < sessions || connections > 100'000)
      throw std::runtime_error("expected 2 sessions or more, and from as many to 100000 connections");
  }
  unsigned connections, sessions;
};

/// Short for the disturbers, and far from the milliseconds that the crowd
/// needs: its messages go out in one piece, handshake and first message at once.
constexpr time_outs limits{std::chrono::seconds(5), std::chrono::seconds(5), std::chrono::seconds(3)};

std::string configuration(unsigned connections) {
  auto const ms = [](std::chrono::milliseconds d) { return "\"" + std::to_string(d.count()) + "ms\"\n"; };
  std::string const room = std::to_string(connections + disturbers::connections_max);
  return "[business]\neffectuate_at = \"\"\n[limits]\nconnections = " + room + "\nconnections_per_address = " + room +
         "\nhandshake = " + ms(limits.handshake) + "logon = " + ms(limits.logon) + "record = " + ms(limits.record);
}

/// The database, the listener and the log beside the connections.
constexpr unsigned other_files = 200;

/// The hard limit for this process, and by inheritance for the server.
void raise_open_files(unsigned need) {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  if (limit.rlim_max < need)
    throw std::runtime_error("needs " + std::to_string(need) + " open files, ulimit -Hn allows " +
                             std::to_string(limit.rlim_max));
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

/// The soft limit of another process.
unsigned long open_files_of(pid_t pid) {
  std::ifstream in("/proc/" + std::to_string(pid) + "/limits");
  constexpr std::string_view name = "Max open files";
  for (std::string line; std::getline(in, line);)
    if (line.starts_with(name)) return std::stoul(line.substr(name.size()));
  throw std::runtime_error("the server's limit of open files cannot be read");
}

/// The whole walk; each step does nothing when there is a fault already.
void walk(crowd& all, disturbers& others) {
  others.start();
  all.log_on();
  all.open_others();
  all.initiate();
  all.validate();
  all.save();
  all.ask_for_receipts();
  others.stop();
}

int run(arguments const& how) {
  unsigned const files = how.connections + disturbers::connections_max + other_files;
  raise_open_files(files);
  temporary_directory home;
  make_home(home.path(), how.connections);
  std::string const programs = std::string(SAMSPIL_BINARY) + "/tools/";
  server_process server(programs + "samspild", home.path(), configuration(how.connections));
  faults wrong;
  if (auto const allowed = open_files_of(server.pid()); allowed < files)
    wrong.add("samspild: expected " + std::to_string(files) + " open files allowed, it has " + std::to_string(allowed));

  client::endpoint to;
  to.port = server.port();
  to.ca_file = (home.path() / "server.crt").string();
  to.timeout = std::chrono::minutes(5);  // a virtual machine may stand still for more than a minute
  auto const begun = std::chrono::steady_clock::now();
  disturbers others(to, limits, wrong);
  crowd all(to, limits, how.connections, how.sessions, wrong);
  walk(all, others);
  auto const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();

  if (int const status = server.stop(); status != 0)
    wrong.add("samspild: expected exit status 0 after SIGTERM, came " + std::to_string(status));
  all.see_goodbye();
  judge_log(server.log(), wrong);
  auto const verified = run_program({programs + "samspil", "--home", home.path().string(), "verify"});
  if (verified.status != 0)
    wrong.add("samspil verify: expected 0, came " + std::to_string(verified.status) + "\n" + verified.out +
              verified.err);
  std::size_t moved = 0;
  if (wrong.none()) {
    store::database db(home.path());
    moved = judge_register(db, all, wrong);
  }
  std::cout << how.connections << " connections at once, " << how.sessions << " sessions, " << all.receipts()
            << " receipts, " << moved << " persons moved; disturbances:";
  for (auto const& [kind, times] : others.done()) std::cout << " " << times << " " << kind << ",";
  std::cout << " in " << seconds << " s\n" << wrong.text();
  return wrong.none() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  return run_main("crowd_test", argc, argv, {"connections", "sessions"},
                  [](options const& given) { return run(arguments(given)); });
}
