// The tool's own logons: one session for each server and user, shared by all
// connections.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "client/dialogue_client.hpp"
#include "client/replay_script.hpp"
#include "client/replay_text.hpp"

namespace samspil::client::replay {

/// A logon that was refused, or whose answer cannot be read.
struct logon_error {
  logon_error() = default;
  logon_error(std::string const& who, std::string const& why) : problem(who + ": " + why) {}
  std::string problem;
};

[[noreturn]] inline void throw_exception_from_error(logon_error const& e, boost::source_location const&) {
  throw std::logic_error("unchecked result: " + e.problem);
}

class sessions {
 public:
  /// `passwords` belong to the users of `scripts` in the order in which those name
  /// them; the last one is that of all further users too.
  sessions(std::vector<script> const& scripts, std::vector<secrets> passwords);

  /// The password of the user of `to`, blank when there is none.
  secrets const& of(target const& to) const;
  /// Its token; logs on over `over` when that was not done yet.
  result<std::string, logon_error> token(target const& to, exchange const& over);
  /// Its token in CPR Direkte, made by a logon with `function` (PRIV or OFF4) and good for both.
  result<std::string, logon_error> direkte_token(target const& to, std::string_view function, exchange const& over);
  /// Logs off what it logged on, as far as the servers answer.
  void end(std::function<exchange(target const&)> const& connect);

 private:
  struct session {
    target at;
    std::string token;
  };
  std::vector<secrets> passwords_;
  std::map<std::string, std::size_t> order_;  ///< of KUNDENR and user
  std::mutex mutex_;
  std::vector<session> open_;
  std::vector<session> direkte_;
};

}  // namespace samspil::client::replay
