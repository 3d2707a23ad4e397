// One run of the replay tool against the fake server, and the lines its scripts are made of.
#pragma once

#include <atomic>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "client/replay_run.hpp"
#include "fake_server.hpp"

namespace samspil::client::test {

inline constexpr std::string_view pnr = "0101800002";

/// One run: options, a clock that moves a step at each look, and what came out.
struct stage {
  fake_server server;
  replay::run_options options;
  std::vector<replay::script> scripts;
  std::ostringstream report;
  std::ostringstream problems;
  std::ostringstream answers;
  std::ostringstream record;
  bool want_answers = false;
  bool want_record = false;
  replay::receipt_files* receipts = nullptr;
  std::vector<replay::steady_time> pauses;
  std::atomic<std::int64_t> clock{0};
  std::atomic<unsigned> connections{0};
  unsigned interrupt_after = 1'000'000;         ///< messages
  unsigned interrupt_in_pause = 1'000'000;      ///< of the rate, the first is 1
  exchange through = [this](std::string_view message) { return server(message); };
  replay::checkpoint start;

  void add(std::string_view text, bool own_logon = false);
  void add_solid(std::string_view bytes, bool own_logon = false);
  replay::outcome play(std::string const& password = std::string(fake_server::password));
};

std::string logon_line(std::string_view password = "{KENDEORD}");
std::string init_line(std::string_view token = "{TOKEN}");
std::string vali_line(std::string_view road = "0101", std::string_view token = "{TOKEN}");
std::string gemh_line(std::string_view reference, std::string_view token = "{TOKEN}");
std::string answer_line(std::string_view function, std::string_view reference, std::string_view dialogue,
                        std::string_view body = "");

}  // namespace samspil::client::test
