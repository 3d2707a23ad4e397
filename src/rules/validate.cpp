#include "rules/validate.hpp"

#include "rules/checks.hpp"

namespace samspil::rules {

validation validate(key_facts const& keys, std::string_view data400) {
  data_facts facts(keys, data400);
  validation out;
  out.list = check_data(facts);
  if (out.ok()) out.klartekst = keys.event->klartekst(facts);
  out.data = std::move(facts.data);
  return out;
}

}  // namespace samspil::rules
