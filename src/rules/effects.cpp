#include "rules/effects.hpp"

namespace samspil::rules {

std::vector<touched_person> effects(key_facts const& keys, std::string_view approved_data400,
                                    std::string_view timestampu12) {
  using event = rec::PERSON_099;
  std::vector<touched_person> out = keys.event->effects(data_facts(keys, approved_data400));
  for (touched_person& one : out) {
    codec::buffer<event> record;
    record.set(event::RECORDTYPE, record::type_of<event>())
        .set(event::PNR, one.pnr)
        .set(event::TIMESTAMPU, timestampu12)
        .set(event::HAENDELSE, keys.haendelse())
        .set(event::AFLEDTMRK, one.aflmrk);
    one.after.add(record.bytes());
  }
  return out;
}

std::string touched_numbers(key_facts const& keys, std::string_view approved_data400) {
  std::string out;
  for (touched_person const& one : keys.event->effects(data_facts(keys, approved_data400))) out += one.pnr;
  return out;
}

}  // namespace samspil::rules
