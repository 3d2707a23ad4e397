// The texts of a replay file turned into messages: names replaced by their
// values, lengths filled in, trailing blanks put back.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "client/replay_conversation.hpp"
#include "client/replay_script.hpp"

namespace samspil::client::replay {

/// A name that has no value yet.
struct missing_value {
  missing_value() = default;
  missing_value(std::string n, std::size_t c) : name(std::move(n)), column(c) {}
  std::string name;
  std::size_t column = 0;
};

[[noreturn]] inline void throw_exception_from_error(missing_value const& e, boost::source_location const&) {
  throw std::logic_error("unchecked result: no value of " + e.name);
}

/// What stands in for the user's password, which comes from no answer.
struct secrets {
  std::string password;      ///< of {KENDEORD}
  std::string new_password;  ///< of {NYT-KENDEORD}
};

/// The message of a request line. LAENGDE blank, zeros or behind the end of the
/// line: the message gets the length that FUNKTION demands, with blanks in X items
/// and zeros in 9 items that the line does not reach, and LAENGDE says so.
/// LAENGDE given: it stays, and a shorter line is padded with blanks up to it.
/// Requests of CPR Direkte are padded to 35 bytes (logon) or 39.
result<std::string, missing_value> make_request(pieces const& text, conversation const& known, secrets const& own);

/// The same for bytes that are at hand.
std::string complete_request(std::string bytes);

/// An answer as expected: a byte for each, and whether any byte will do.
struct pattern {
  std::string bytes;
  std::string any;  ///< 'x' where `bytes` does not count, else blank

  bool matches(std::string_view came) const;
  /// `bytes` with those of `came` where any will do.
  std::string resolved(std::string_view came) const;
};

/// The pattern of an expected answer to `request`, padded and with LAENGDE filled
/// in when it is blank or zeros: by its own FUNKTION, KVIT and ANTAL-MEDD, else
/// as long as what came. A name without a value yet matches anything of its
/// width, and so do {TOKEN} in the answer to a LOGN and {DIALOGNR} in that to an
/// INIT, which are new each time. In CPR Direkte DATALEN is filled in in the same
/// way, and a line that ends with the header of an error leaves its text open.
pattern make_pattern(pieces const& text, conversation const& known, std::string_view request, std::string_view came);

}  // namespace samspil::client::replay
