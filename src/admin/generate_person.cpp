#include "admin/generate_person.hpp"

#include <algorithm>

#include "admin/generate_records.hpp"
#include "rules/road.hpp"

namespace samspil::admin {
namespace {

using namespace samspil::rec;

std::string record_001(citizen const& c) {
  auto out = begin<PERSON_001>(c);
  out.set(PERSON_001::PNRGAELD, c.valid_pnr).set(PERSON_001::PERSONSTATUS, c.status);
  out.set(PERSON_001::STATUSHAENSTART, digits12(c.status_from)).set(PERSON_001::KOEN, std::string_view(&c.sex, 1));
  out.set(PERSON_001::FOED_DT, date10(c.born));
  out.set(PERSON_001::START_DT_PERSON, date10(c.registered_from.value_or(c.born)));
  if (c.status_uncertain) out.set(PERSON_001::STATUSDTO_UMRK, "*");
  if (c.status == 50 || c.status == 60) out.set(PERSON_001::SLUT_DT_PERSON, text10(c.status_from));
  out.set(PERSON_001::STILLING, c.profession);
  return std::string(out.bytes());
}

std::string record_002(citizen const& c, home const& h) {
  auto out = begin<PERSON_002>(c);
  set_place(out, h.where);
  out.set(PERSON_002::CONVN, h.conv).set(PERSON_002::TILFLYDTO, digits12(h.from));
  out.set(PERSON_002::TILFLYKOMDTO, digits12(h.municipality_from));
  if (!h.municipality_before.empty())
    out.set(PERSON_002::FRAFLYKOMKOD, h.municipality_before)
        .set(PERSON_002::FRAFLYKOMDTO, digits12(h.municipality_from));
  if (h.lines.empty()) return std::string(out.bytes());
  out.set(PERSON_002::START_MYNKOD_ADRTXT, h.where.komkod).set(PERSON_002::START_DT_ADRTXT, text10(h.lines_from));
  out.set(PERSON_002::SLET_DT_ADRTXT, text10(h.lines_to));
  return with_lines(out, PERSON_002::ADR1_SUPLADR, h.lines);
}

std::string record_003(citizen const& c, rules::register_source& roads) {
  auto out = begin<PERSON_003>(c);
  out.set(PERSON_003::ADRNVN, c.name.address_name());
  if (!c.lives) return std::string(out.bytes());
  place const& at = c.lives->where;
  auto const text = rules::translate_address(roads, at.komkod, at.vejkod, at.husnr, at.etage, at.sidedoer);
  set_place(out, at);
  out.set(PERSON_003::CONVN, c.lives->conv).set(PERSON_003::LOKALITET, text.lokalitet);
  out.set(PERSON_003::STANDARDADR, text.standardadr).set(PERSON_003::BYNVN, text.bynvn);
  out.set(PERSON_003::POSTNR, text.postnr).set(PERSON_003::POSTDISTTXT, text.postdisttxt);
  out.set(PERSON_003::VEJADRNVN, text.vejadrnvn);
  return std::string(out.bytes());
}

std::string record_004(citizen const& c, protection const& p) {
  auto out = begin<PERSON_004>(c);
  out.set(PERSON_004::BESKYTTYPE, p.type).set(PERSON_004::START_DT_BESKYTTELSE, date10(p.from));
  out.set(PERSON_004::SLET_DT_BESKYTTELSE, text10(p.to));
  return std::string(out.bytes());
}

std::string record_005(citizen const& c, foreign_home const& f) {
  auto out = begin<PERSON_005>(c);
  out.set(PERSON_005::UDR_LANDEKOD, f.country).set(PERSON_005::UDRDTO, digits12(f.from));
  return with_lines(out, PERSON_005::UDLANDADR1, f.lines);
}

std::string record_006(citizen const& c) {
  auto out = begin<PERSON_006>(c);
  out.set(PERSON_006::START_DT_ADRTXT, text10(c.contact_from)).set(PERSON_006::SLET_DT_ADRTXT, text10(c.contact_to));
  return with_lines(out, PERSON_006::ADR1_KONTAKTADR, c.contact_lines);
}

}  // namespace

std::string given_name::address_name() const {
  std::string out = first;
  for (std::string const* part : {&middle, &last})
    if (!part->empty()) out += (out.empty() ? "" : " ") + *part;
  if (out.size() > PERSON_008::ADRNVN.width) out.resize(PERSON_008::ADRNVN.width);
  return out;
}

std::string records_of(citizen const& c, rules::register_source& roads) {
  std::string out = record_001(c);
  if (c.lives && c.status < 30) out += record_002(c, *c.lives);
  out += record_003(c, roads);
  auto protections = c.protections;
  std::stable_sort(protections.begin(), protections.end(),
                   [](auto const& a, auto const& b) { return a.type < b.type; });
  for (auto const& p : protections) out += record_004(c, p);
  if (c.abroad) out += record_005(c, *c.abroad);
  if (!c.contact_lines.empty()) out += record_006(c);
  if (c.disappeared) out += begin<PERSON_007>(c).set(PERSON_007::FORSVINDDTO, digits12(c.disappeared)).bytes();
  out += named<PERSON_008>(c, c.name).set(PERSON_008::ADRNVN, c.name.address_name()).bytes();
  out += begin<PERSON_009>(c)
             .set(PERSON_009::START_MYNKOD_FOEDESTED, c.born_in)
             .set(PERSON_009::MYNTXT_FOEDESTED, c.birthplace)
             .bytes();
  out += begin<PERSON_010>(c)
             .set(PERSON_010::LANDEKOD, c.citizenship)
             .set(PERSON_010::HAENSTART_STATSBORGERSKAB, digits12(c.citizen_from ? *c.citizen_from : c.born))
             .bytes();
  out += begin<PERSON_011>(c)
             .set(PERSON_011::FKIRK, std::string_view(&c.church, 1))
             .set(PERSON_011::START_DT_FOLKEKIRKE, date10(c.church_from.value_or(c.born)))
             .bytes();
  out += civil<PERSON_012>(c, c.civil).bytes();
  out += relations_of(c);
  out += history_of(c);
  for (auto const& e : c.events)
    out += begin<PERSON_099>(c)
               .set(PERSON_099::TIMESTAMPU, e.time)
               .set(PERSON_099::HAENDELSE, e.code)
               .set(PERSON_099::AFLEDTMRK, e.mark)
               .bytes();
  return out;
}

}  // namespace samspil::admin
