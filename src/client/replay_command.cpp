#include "client/replay_command.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <thread>

#include "base/crypto.hpp"
#include "client/replay_options.hpp"
#include "client/replay_progress.hpp"
#include "client/replay_wire.hpp"

namespace samspil::client::replay {
namespace {

constexpr int bad_input = 12;
constexpr int machine = 16;

/// Ends the program: its status and why.
struct ending {
  int status = 0;
  std::string why;
};

std::optional<std::string> read_file(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  if (!in || std::filesystem::is_directory(path)) return std::nullopt;
  if (in.peek() != std::ifstream::traits_type::eof()) text << in.rdbuf();
  return std::move(text).str();
}

/// All files are read before anything is sent.
std::optional<ending> read_scripts(command_options const& options, std::vector<script>& to) {
  for (std::string const& path : options.files) {
    auto const bytes = read_file(path);
    if (!bytes) return ending{bad_input, path + ": cannot be read"};
    if (options.raw) {
      auto read = parse_solid(*bytes, path, options.start, options.record_length, options.file_frame);
      if (!read) return ending{bad_input, read.error().text()};
      to.push_back(std::move(*read));
    } else {
      auto read = parse_script(*bytes, path, options.start);
      if (!read) return ending{bad_input, read.error().text()};
      to.push_back(std::move(*read));
    }
  }
  return std::nullopt;
}

/// One line for each user: a password, and behind a tab the new one.
std::vector<secrets> read_passwords(std::istream& in) {
  std::vector<secrets> out;
  for (std::string line; std::getline(in, line); crypto::wipe(line)) {
    if (line.ends_with('\r')) line.pop_back();
    std::size_t const tab = line.find('\t');
    out.push_back({line.substr(0, tab), tab == std::string::npos ? "" : line.substr(tab + 1)});
  }
  return out;
}

/// Opens `path` behind its first `keep` bytes.
bool open_behind(std::ofstream& file, std::string const& path, std::uint64_t keep) {
  std::error_code failed;
  if (keep > 0) {
    if (std::filesystem::file_size(path, failed) < keep || failed) return false;
    std::filesystem::resize_file(path, keep, failed);
  }
  file.open(path, keep > 0 ? std::ios::binary | std::ios::app : std::ios::binary);
  return !failed && file.is_open();
}

/// A file of requests that an option names as a place for what is written; empty: none.
std::string writes_what_it_reads(command_options const& options) {
  std::error_code missing;
  for (std::string const& file : options.files)
    for (std::string const& place : {options.out, options.record, options.run.checkpoint})
      if (!place.empty() && std::filesystem::equivalent(file, place, missing)) return place + ": is read and written";
  return {};
}

bool needs_password(std::vector<script> const& scripts) {
  for (script const& each : scripts) {
    if (each.names.contains("KENDEORD")) return true;
    for (target const& to : each.targets)
      if (!to.user.empty()) return true;
  }
  return false;
}

}  // namespace

int command(std::vector<std::string> arguments, std::istream& in, std::ostream& out, std::ostream& problems,
            std::function<bool()> interrupted) {
  auto const parsed = parse_options(std::move(arguments), out, problems);
  if (parsed.end) return out.flush() ? *parsed.end : machine;
  command_options const& options = parsed.options;
  auto const end = [&](int status, std::string const& why) {
    problems << why << "\n";
    return status;
  };

  if (auto const wrong = writes_what_it_reads(options); !wrong.empty()) return end(bad_input, wrong);
  std::vector<script> scripts;
  if (auto const wrong = read_scripts(options, scripts)) return end(wrong->status, wrong->why);
  if (needs_password(scripts) && !options.password_stdin)
    return end(bad_input, "samspil-replay: a user is to log on: --password-stdin is missing");
  checkpoint start;
  if (!options.run.checkpoint.empty()) {
    auto read = read_checkpoint(options.run.checkpoint, scripts);
    if (!read) return end(bad_input, read.error().text());
    start = std::move(*read);
    if (start.found && options.receipts == start.receipt_bytes.empty())
      return end(bad_input, options.run.checkpoint + ": is of a run " + (options.receipts ? "without" : "with") +
                                " --receipts");
  }
  std::ofstream answers;
  if (!options.out.empty() && !open_behind(answers, options.out, start.out_bytes))
    return end(machine, options.out + ": cannot be written, or is shorter than the checkpoint says");
  opened_receipts receipts;
  if (options.receipts) {
    receipts = open_receipts(options.files, start.receipt_bytes);
    if (!receipts.files) return end(machine, receipts.problem);
  }
  std::ofstream record;
  if (!options.record.empty()) {
    if (start.record_bytes == 0 && start.done > 0)  // the run before kept none
      record.open(options.record, std::ios::binary | std::ios::app);
    else if (!open_behind(record, options.record, start.record_bytes))
      record.setstate(std::ios::failbit);
    if (!record) return end(machine, options.record + ": cannot be written, or is shorter than the checkpoint says");
  }

  std::ostream& report = options.raw && options.out.empty() ? problems : out;
  environment world;
  world.connect = [&](target const& to) {
    endpoint place = options.tls;
    place.host = to.host;
    place.port = to.port;
    return over_tls(place, to.frame, to.page);
  };
  world.now = [] { return std::chrono::steady_clock::now(); };
  world.interrupted = std::move(interrupted);
  world.sleep_until = [&world](steady_time t) {  // in pieces, so that a signal need not wait for its end
    constexpr std::chrono::milliseconds piece{100};
    while (std::chrono::steady_clock::now() < t && !world.interrupted())
      std::this_thread::sleep_until(std::min(t, std::chrono::steady_clock::now() + piece));
  };
  world.report = &report;
  world.problems = &problems;
  if (options.raw) world.answers = options.out.empty() ? &out : &answers;
  if (!options.record.empty()) world.record = &record;
  if (receipts.files) world.receipts = &*receipts.files;
  progress_line line(problems, world.now(), start.done);
  if (&problems == &std::cerr && ::isatty(STDERR_FILENO) == 1)
    world.progress = [&](std::uint64_t done, std::uint64_t all, std::uint64_t messages) {
      line.show(std::chrono::steady_clock::now(), done, all, messages);
    };
  auto passwords = options.password_stdin ? read_passwords(in) : std::vector<secrets>();
  auto const begun = world.now();
  outcome const result = run(scripts, std::move(passwords), options.run, world, std::move(start));
  line.clear();
  auto const took = std::chrono::duration_cast<std::chrono::milliseconds>(world.now() - begun);
  report << (options.run.json ? summary_json(result.counted, took) : summary_line(result.counted, took)) << "\n"
         << std::flush;
  if (!report) return end(machine, "samspil-replay: standard output cannot be written");
  return result.status;
}

}  // namespace samspil::client::replay
