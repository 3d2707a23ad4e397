#include "rules/message.hpp"

#include "codec/field.hpp"
#include "rec/sams_meddelelse.hpp"
#include "rules/checks.hpp"

namespace samspil::rules {

bool refused(messages const& list) {
  for (message const& m : list)
    if (m.klasse == 'F') return true;
  return false;
}

message make_message(tables const& table, actor const& who, std::string_view rule, unsigned number, char klasse,
                     std::string_view felt, unsigned occurrence, std::string_view value) {
  std::string text(table.messages.find(number, who.language));
  if (auto const place = text.find('%'); place != std::string::npos) text.replace(place, 1, codec::trimmed(value));
  constexpr std::size_t width = decltype(rec::MEDDELELSE::TEKST)::width;
  if (text.size() > width) text.resize(width);
  return {number, klasse, std::string(felt), occurrence, std::string(rule), std::move(text)};
}

}  // namespace samspil::rules
