// The functions of SAMS: the legality of each is data next to its handler
// (protocol.md, table of FUNKTION).
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace samspil::session {

enum class function_id { logn, logf, ekko, init, vali, gemh, afbr, stat, vlst, vvis, vgod, vafv, vfor };

struct function {
  std::string_view code;       ///< FUNKTION
  function_id id;
  std::size_t body_length;     ///< of a request, bytes behind HOVED
  bool needs_session;
  bool needs_reference;        ///< KUNDEREFERENCE
  bool needs_dialogue;         ///< an open one, DIALOGNR
  bool writes;

  bool is(function_id other) const { return id == other; }
};

std::span<function const> all_functions();
/// Null when there is no such FUNKTION.
function const* find_function(std::string_view code);

}  // namespace samspil::session
