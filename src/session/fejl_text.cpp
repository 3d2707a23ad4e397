#include "session/fejl_text.hpp"

namespace samspil::session {

std::string fejl_text(rules::tables const& table, unsigned number, std::string_view language, std::string_view value) {
  std::string text(table.messages.find(rules::fejlnr_base + number, language));
  if (auto const place = text.find('%'); place != std::string::npos) text.replace(place, 1, value);
  return text;
}

}  // namespace samspil::session
