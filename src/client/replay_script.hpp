// A replay file read into steps (operations.md, "samspil-replay"): a line for
// each message behind a mark in column 1, `>` a request, `<` the answer expected
// to the request before it, `*` a comment, `=` a setting. Also the solid files
// of requests that --raw takes.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/code_page.hpp"
#include "base/framing.hpp"
#include "base/result.hpp"

namespace samspil::client::replay {

/// Where a replay file is wrong; line and column from 1, column 0 for a whole line.
struct script_error {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
  std::string problem;

  /// `fly.rpl:12:30: ...`
  std::string text() const;
};

[[noreturn]] inline void throw_exception_from_error(script_error const& e, boost::source_location const&) {
  throw std::logic_error("unchecked result: " + e.text());
}

/// A part of a message's text.
struct piece {
  enum class kind {
    bytes,  ///< `text` as it stands
    any,    ///< `?` in an expected answer: any one byte
    name    ///< {TOKEN}: the value that `text` names
  };
  kind what = kind::bytes;
  std::string text;
  std::size_t column = 0;
};
using pieces = std::vector<piece>;

/// Where messages go and as whom the tool logs on; `user` empty: it does not.
struct target {
  std::string host;
  std::string port;
  std::string kundenr;  ///< four digits
  std::string user;
  framing frame = {};   ///< of the listener there
  code_page page = code_page::iso_8859_1;
  bool operator==(target const&) const = default;
};

struct step {
  std::size_t line = 0;  ///< of the request; in a solid file its record number
  pieces request;
  std::optional<pieces> expected;  ///< of no pieces: closed without an answer
  std::size_t expected_line = 0;
  std::size_t to = 0;  ///< index into script::targets
};

/// Steps that keep their order and are done again together when a run is taken
/// up: an INIT with all that follows it up to the next, or a message outside of that.
struct unit {
  std::vector<step> steps;
  bool alone = false;    ///< no INIT: what stands before it is done first, and nothing of the file beside it
  bool logs_on = false;  ///< done again whenever a run is taken up
};

struct script {
  std::string name;
  std::vector<target> targets;
  std::vector<unit> units;
  std::set<std::string, std::less<>> names;  ///< that stand in braces
  std::string digest;                        ///< SHA-256 of the file
  std::size_t messages = 0;
  bool solid = false;  ///< of --raw: what is blank is filled in
  framing frame;       ///< of --raw: in front of each record of the file
  code_page page = code_page::iso_8859_1;  ///< of --raw: of the file
};

/// `HOST:PORT`, `[::1]:PORT`; nothing when it is neither.
std::optional<target> parse_connect(std::string_view text);
/// KUNDENR of up to four digits and a user of up to eight characters into `to`; false when they are not.
bool set_user(target& to, std::string_view kundenr, std::string_view user);

/// `start` is what the command line says; a message without a place to go to is an error.
result<script, script_error> parse_script(std::string_view bytes, std::string name, target start);

/// Requests back to back, LAENGDE in each header; with `record_length` each takes that many bytes,
/// of which a SAMS message uses what its LAENGDE says; with a framing that has a prefix, what that says.
/// The file is in the target's code page.
result<script> parse_solid(std::string_view bytes, std::string name, target to, std::size_t record_length,
                           framing const& frame = {});

}  // namespace samspil::client::replay
