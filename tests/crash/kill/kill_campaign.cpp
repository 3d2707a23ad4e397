// Kills samspild at random moments under TLS load and compares the receipts
// that clients hold with the register (issue 2: "500 kills").
//
//   kill_campaign --kills N --seed S [--clients C] [--persons P] [--home DIR]
#include <cstdlib>
#include <iostream>
#include <random>
#include <thread>
#include <vector>

#include "client.hpp"
#include "support/options.hpp"
#include "support/process.hpp"
#include "support/small_register.hpp"

using namespace samspil;
using namespace samspil::test;

namespace {

struct arguments {
  explicit arguments(options const& given)
      : kills(given.number("kills", 10)),
        seed(given.number("seed", 1)),
        clients(given.number("clients", 8)),
        persons(given.number("persons", 400)),
        home(given.text("home", "")) {}
  unsigned kills, seed, clients, persons;
  std::string home;
};

/// The port of the server that is up now; clients read it at each connect.
class current_port {
 public:
  void set(std::string port) {
    std::lock_guard const lock(mutex_);
    port_ = std::move(port);
  }
  std::string get() const {
    std::lock_guard const lock(mutex_);
    return port_;
  }

 private:
  mutable std::mutex mutex_;
  std::string port_;
};

int campaign(arguments const& how) {
  temporary_directory directory;
  std::filesystem::path const home = how.home.empty() ? directory.path() : std::filesystem::path(how.home);
  make_home(home, how.persons);
  server_process server(std::string(SAMSPIL_BINARY) + "/tools/samspild", home);
  current_port port;
  port.set(server.port());

  ledger receipts;
  std::atomic<bool> stop{false};
  std::vector<std::unique_ptr<provider_client>> clients;
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < how.clients; ++i)
    clients.push_back(std::make_unique<provider_client>(i, how.clients, how.persons, [&] { return port.get(); },
                                                        (home / "server.crt").string(), receipts));
  for (auto& one : clients) threads.emplace_back([&one, &stop] { one->run(stop); });

  std::mt19937 random(how.seed);
  std::uniform_int_distribution<int> moment(0, 400);
  auto const begun = std::chrono::steady_clock::now();
  for (unsigned k = 1; k <= how.kills; ++k) {
    std::this_thread::sleep_for(std::chrono::milliseconds(moment(random)));
    server.kill();
    server.start();
    port.set(server.port());
    if (k % 25 == 0) {
      auto const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
      std::cerr << k << " of " << how.kills << " kills, " << receipts.size() << " receipts, "
                << static_cast<int>(seconds / k * (how.kills - k)) << " s left\n";
    }
  }
  stop = true;
  for (std::thread& t : threads) t.join();
  int const ended = server.stop();

  std::string faults;
  std::uint64_t repeats = 0;
  for (auto const& one : clients) {
    repeats += one->repeats();
    if (!one->fault().empty()) faults += one->fault() + "\n";
  }
  if (ended != 0) faults += "samspild ended with " + std::to_string(ended) + "\n" + server.log();
  store::database db(home);
  faults += receipts.judge(db);
  std::cout << how.kills << " kills, " << receipts.size() << " receipts, " << repeats << " broken connections, "
            << (faults.empty() ? "every receipt is in the register exactly once" : "FAULTS:\n" + faults) << "\n";
  return faults.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  return run_main("kill_campaign", argc, argv, {"kills", "seed", "clients", "persons", "home"},
                  [](options const& given) { return campaign(arguments(given)); });
}
