// What a replay knows from the answers so far: the values of names in braces
// and the event of each open dialogue.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "client/message.hpp"

namespace samspil::client::replay {

/// The name under which the token of CPR Direkte is known: {TOKEN} in its messages.
inline constexpr std::string_view direkte_token = "DIREKTE.TOKEN";

/// Whether a name in braces is a token's, plain or behind its record ({HOVED.TOKEN}): each of them means the token of
/// the message's family, and none is ever written to a file.
bool is_token(std::string_view name);

using name_set = std::set<std::string, std::less<>>;

/// The bytes of the field `name` in a message: `PNR` (the first of that name),
/// `HUSSTAND(2).PNR`, `STAM.PNR` or `VENTPOST(2).VENTENR`.
std::optional<std::string> find_value(std::vector<message_part> const& parts, std::string_view message,
                                      std::string_view name);

class conversation {
 public:
  /// Takes the values of `names` from an answer, and always TOKEN and DIALOGNR:
  /// TOKEN from a LOGN, DIALOGNR from an INIT alone, since other answers only
  /// echo them. A field that is blank or zeros leaves the earlier value.
  void learn(std::string_view request, std::string_view answer, name_set const& names);

  std::optional<std::string> value(std::string_view name) const;
  /// DIALOGNR of the latest INIT answer, empty when that INIT was refused: what was meant for its dialogue must not
  /// reach an earlier one, which belongs to another person.
  std::string const& latest_dialogue() const { return latest_dialogue_; }
  void set(std::string_view name, std::string value);
  /// The event that a request or its answer is about, PRIV or OFF4 of one of CPR Direkte; empty when it is not known.
  std::string event_of(std::string_view request) const;
  std::map<std::string, std::string, std::less<>> const& values() const { return values_; }

 private:
  void learn_direkte(std::string_view request, std::string_view answer, name_set const& names);

  std::map<std::string, std::string, std::less<>> values_;
  std::string latest_dialogue_;
  std::map<std::string, std::string, std::less<>> events_;  ///< of open dialogues, by DIALOGNR
};

}  // namespace samspil::client::replay
