// Sends a batch with samspil-replay over several connections, kills now the tool and now the server, takes the run up
// by its checkpoint, and looks whether every event is registered once and every receipt stands in FILE.receipts.
//
//   replay_campaign [--messages N] [--connections C] [--kills K] [--seed S] [--home DIR]
#include <algorithm>
#include <fstream>
#include <iostream>
#include <random>

#include "../effectuate/tool_process.hpp"
#include "batch.hpp"
#include "outcome.hpp"
#include "support/options.hpp"
#include "support/process.hpp"
#include "support/small_register.hpp"

using namespace samspil;
using namespace samspil::test;

namespace {

constexpr int connection_lost = 16;
constexpr unsigned moves_max = 100'000;

struct arguments {
  explicit arguments(options const& given)
      : moves((given.number("messages", 100'000) + messages_of_a_move - 1) / messages_of_a_move),
        connections(given.number("connections", 8)),
        kills(given.number("kills", 2)),
        seed(given.number("seed", 1)),
        home(given.text("home", "")) {
    if (moves == 0 || moves > moves_max) throw std::runtime_error("expected 1 to 300000 messages");
    if (connections == 0) throw std::runtime_error("expected connections");
  }
  unsigned moves, connections, kills, seed;
  std::string home;
};

/// The batch in a home, and the tool that sends it.
struct site {
  std::filesystem::path home;
  unsigned connections;

  std::string at(char const* name) const { return (home / name).string(); }
  std::filesystem::path receipts() const { return home / "batch.raw.receipts"; }
  /// The tool in a shell's place, so that it can read the password.
  std::vector<std::string> command(std::string const& port) const {
    std::string const line = "exec " SAMSPIL_BINARY "/tools/samspil-replay --connect 127.0.0.1:" + port + " --ca " +
                             at("server.crt") + " --kundenr 1234 --user KOMM01 --password-stdin --raw --parallel " +
                             std::to_string(connections) + " --receipts --checkpoint " + at("batch.ckp") + " --out " +
                             at("answers") + " " + at("batch.raw") + " < " + at("password");
    return {"/bin/sh", "-c", line};
  }
};

int campaign(arguments const& how) {
  temporary_directory directory(scratch_place());
  site const here{how.home.empty() ? directory.path() : std::filesystem::path(how.home), how.connections};
  make_home(here.home, how.moves);
  std::ofstream(here.at("batch.raw"), std::ios::binary) << batch_of_moves(how.moves);
  std::ofstream(here.at("password")) << right_password << "\n";
  server_process server(SAMSPIL_BINARY "/tools/samspild", here.home, "[business]\ndate = \"2026-03-10\"\n");

  // When so many receipts are written, one of the two is killed.
  std::mt19937 random(how.seed);
  std::vector<unsigned> marks;
  for (unsigned k = 1; k <= how.kills; ++k) {
    unsigned const part = how.moves / (how.kills + 1);
    marks.push_back(k * part + std::uniform_int_distribution<unsigned>(0, part / 4)(random));
  }
  std::string faults;
  unsigned of_the_tool = 0, of_the_server = 0;
  auto const begun = std::chrono::steady_clock::now();
  for (unsigned k = 0; k < how.kills; ++k) {
    tool_process tool(here.command(server.port()));
    auto const reached = [&] { return receipt_count(here.receipts()) >= marks[k]; };
    if (k % 2 == 0) {
      if (!tool.kill_when(reached)) faults += "the tool ended with " + std::to_string(tool.status()) + " by itself\n";
      ++of_the_tool;
    } else {
      bool killed = false;
      tool.kill_when([&] {
        if (!killed && reached()) {
          server.kill();
          killed = true;
        }
        return false;
      });
      if (tool.status() != connection_lost)
        faults += "without a server the tool ended with " + std::to_string(tool.status()) + "\n";
      if (!killed) faults += "the tool ended before the server was killed\n";
      if (killed) server.start();
      ++of_the_server;
    }
    std::cerr << "killed " << (k % 2 == 0 ? "the tool" : "the server") << " behind " << receipt_count(here.receipts())
              << " of " << how.moves << " receipts\n";
  }
  auto const last = run_program(here.command(server.port()));
  auto const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  if (last.status != 0) faults += "the last run ended with " + std::to_string(last.status) + ": " + last.err;
  if (std::filesystem::exists(here.at("batch.ckp"))) faults += "the checkpoint is still there\n";
  if (int const ended = server.stop(); ended != 0) faults += "samspild ended with " + std::to_string(ended) + "\n";
  store::database db(here.home);
  faults += judge_batch(db, here.receipts(), here.at("answers"), how.moves);
  std::cout << how.moves * messages_of_a_move << " messages over " << how.connections
            << " connections, the tool killed " << of_the_tool << " times, the server " << of_the_server << " times, "
            << static_cast<int>(seconds) << " s; " << last.out.substr(0, last.out.find('\n')) << "\n"
            << (faults.empty() ? "every event is registered once, and every receipt is there once"
                               : "FAULTS:\n" + faults.substr(0, 4000))
            << "\n";
  return faults.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  return run_main("replay_campaign", argc, argv, {"messages", "connections", "kills", "seed", "home"},
                  [](options const& given) { return campaign(arguments(given)); });
}
