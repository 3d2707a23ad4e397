#include "rules/events.hpp"

#include "record/address.hpp"
#include "rules/abroad.hpp"
#include "rules/belonging.hpp"
#include "rules/civil.hpp"
#include "rules/contact.hpp"
#include "rules/disappearance.hpp"
#include "rules/fly.hpp"
#include "rules/naming.hpp"
#include "rules/protections.hpp"
#include "rules/undo.hpp"

namespace samspil::rules {
namespace {

constexpr event_type const* events[] = {&fly, &udr, &nab, &lvb, &mfb, &kre, &kad, &uad, &sua,
                                        &ind, &fsv, &gen, &dod, &nvn, &civ, &stb, &fki, &ftr};

std::string in_cprs_spelling(std::string_view name, std::string_view value) {
  if (name == "HUSNR") return record::normal_house_number(value);
  if (name == "ETAGE") return record::normal_floor(value);
  if (name == "SIDEDOER") return record::normal_door(value);
  return std::string(value);
}

}  // namespace

event_type const* find_event(std::string_view code) {
  if (code.size() != 3) return nullptr;
  for (event_type const* e : events)  // HAENDELSE has three bytes: one by one is less than a call to compare them
    if (e->code[0] == code[0] && e->code[1] == code[1] && e->code[2] == code[2]) return e;
  return nullptr;
}

std::span<event_type const* const> all_events() { return events; }

data_field const* find_field(event_type const& event, std::string_view name) {
  for (data_field const& f : event.fields)
    if (f.name == name) return &f;
  return nullptr;
}

std::string normalised(event_type const& event, std::string_view data) {
  std::string out(data.size(), ' ');
  for (data_field const& f : event.fields) {
    for (std::size_t i = 0; i < f.count; ++i) {
      std::size_t const at = f.offset + i * f.stride;
      std::string_view const value = data.substr(at, f.width);
      if (f.type == codec::kind::digits && codec::trimmed(value).empty())
        out.replace(at, f.width, f.width, '0');
      else
        out.replace(at, f.width, in_cprs_spelling(f.name, value));
    }
  }
  if (event.tidy != nullptr) event.tidy(out);
  return out;
}

}  // namespace samspil::rules
