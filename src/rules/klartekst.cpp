#include "rules/klartekst.hpp"

namespace samspil::rules {

address_text new_address(data_facts const& f) {
  return translate_address(f.keys.source, f.keys.komkod(), f.text("VEJKOD"), f.text("HUSNR"), f.text("ETAGE"),
                           f.text("SIDEDOER"));
}

std::string_view name_of(data_facts const& f, std::string_view pnr) {
  if (is_zero(pnr)) return {};
  stored_person const* const other = f.keys.source.person(pnr);
  return other == nullptr ? std::string_view() : other->records.value(rec::PERSON_003::ADRNVN);
}

std::string_view spouse_name(key_facts const& f, codec::view<rec::PERSON_012> civil) {
  stored_person const* const spouse = related(f.source, civil[rec::PERSON_012::AEGTEPNR]);
  return spouse == nullptr ? civil[rec::PERSON_012::AEGTENVN] : spouse->records.value(rec::PERSON_003::ADRNVN);
}

}  // namespace samspil::rules
