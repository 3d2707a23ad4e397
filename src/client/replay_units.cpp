#include "client/replay_units.hpp"

#include "client/message.hpp"

namespace samspil::client::replay {

std::string_view leading_bytes(pieces const& text) {
  if (text.empty() || text.front().what != piece::kind::bytes) return {};
  return text.front().text;
}

void add_step(script& to, step next) {
  std::string_view const start = leading_bytes(next.request);
  std::string_view const code = start.starts_with("SAMS") && start.size() >= 9 ? start.substr(5, 4) : "";
  function_type const* const function = find_function(code);
  bool const of_dialogue = function != nullptr && function->needs_dialogue;
  bool const direkte_logon = codec::is_direkte_logon(start);
  bool const session = code == "LOGN" || code == "LOGF" || direkte_logon;
  bool const fresh = to.units.empty() || code == "INIT" || session || (to.units.back().alone && !of_dialogue);
  if (fresh) to.units.emplace_back().alone = code != "INIT";
  to.units.back().logs_on = to.units.back().logs_on || code == "LOGN" || direkte_logon;
  to.units.back().steps.push_back(std::move(next));
  ++to.messages;
}

}  // namespace samspil::client::replay
