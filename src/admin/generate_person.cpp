#include "admin/generate_person.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "rules/road.hpp"
#include "record/person.hpp"

namespace samspil::admin {
namespace {

using codec::buffer;
using namespace samspil::rec;

std::string digits12(date d) { return date8(d) + "0000"; }
std::string digits12(std::optional<date> const& d) { return d ? digits12(*d) : std::string(12, '0'); }
std::string text10(std::optional<date> const& d) { return d ? date10(*d) : std::string(); }
std::string pnr_or_zeros(std::string const& pnr) { return pnr.empty() ? std::string(10, '0') : pnr; }

/// A record of `c`: RECORDTYPE and the owner are filled in.
template <class Record>
buffer<Record> begin(citizen const& c) {
  buffer<Record> out;
  out.set(Record::RECORDTYPE, record::type_of<Record>());
  if constexpr (requires { Record::PNRGAELD; } && !std::is_same_v<Record, PERSON_001>)
    out.set(Record::PNRGAELD, c.pnr);
  else
    out.set(Record::PNR, c.pnr);
  return out;
}

template <class Record>
void set_place(buffer<Record>& to, place const& at) {
  to.set(Record::KOMKOD, at.komkod).set(Record::VEJKOD, at.vejkod).set(Record::HUSNR, at.husnr);
  to.set(Record::ETAGE, at.etage).set(Record::SIDEDOER, at.sidedoer).set(Record::BNR, at.bnr);
}

std::string record_001(citizen const& c) {
  auto out = begin<PERSON_001>(c);
  out.set(PERSON_001::PNRGAELD, c.valid_pnr).set(PERSON_001::PERSONSTATUS, c.status);
  out.set(PERSON_001::STATUSHAENSTART, digits12(c.status_from)).set(PERSON_001::KOEN, std::string_view(&c.sex, 1));
  out.set(PERSON_001::FOED_DT, date10(c.born)).set(PERSON_001::START_DT_PERSON, date10(c.start.value_or(c.born)));
  if (c.status == 50 || c.status == 60) out.set(PERSON_001::SLUT_DT_PERSON, text10(c.status_from));
  out.set(PERSON_001::STILLING, c.profession);
  return std::string(out.bytes());
}

template <class Record, class First>
void set_lines(std::string& bytes, First const& first, std::vector<std::string> const& lines) {
  for (std::size_t i = 0; i < lines.size() && i < 5; ++i)
    codec::place(bytes.data() + first.offset + i * first.width, first.width, codec::kind::text, lines[i], Record::name,
                 first.name);
}

std::string record_002(citizen const& c, home const& h) {
  auto out = begin<PERSON_002>(c);
  set_place(out, h.where);
  out.set(PERSON_002::CONVN, h.conv).set(PERSON_002::TILFLYDTO, digits12(h.from));
  out.set(PERSON_002::TILFLYKOMDTO, digits12(h.municipality_from));
  if (!h.municipality_before.empty())
    out.set(PERSON_002::FRAFLYKOMKOD, h.municipality_before)
        .set(PERSON_002::FRAFLYKOMDTO, digits12(h.municipality_from));
  if (!h.supplement.empty())
    out.set(PERSON_002::START_MYNKOD_ADRTXT, h.where.komkod).set(PERSON_002::START_DT_ADRTXT, date10(h.from));
  std::string bytes(out.bytes());
  set_lines<PERSON_002>(bytes, PERSON_002::ADR1_SUPLADR, h.supplement);
  return bytes;
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

/// Up to five lines of text side by side, `width` apart.
std::string record_005(citizen const& c, foreign_home const& f) {
  auto out = begin<PERSON_005>(c);
  out.set(PERSON_005::UDR_LANDEKOD, f.country).set(PERSON_005::UDRDTO, digits12(f.from));
  std::string bytes(out.bytes());
  set_lines<PERSON_005>(bytes, PERSON_005::UDLANDADR1, f.lines);
  return bytes;
}

std::string record_006(citizen const& c) {
  auto out = begin<PERSON_006>(c);
  out.set(PERSON_006::START_DT_ADRTXT, text10(c.contact_from));
  std::string bytes(out.bytes());
  set_lines<PERSON_006>(bytes, PERSON_006::ADR1_KONTAKTADR, c.contact_lines);
  return bytes;
}

template <class Record>
buffer<Record> named(citizen const& c, given_name const& n) {
  auto out = begin<Record>(c);
  out.set(Record::FORNVN, n.first).set(Record::MELNVN, n.middle).set(Record::EFTERNVN, n.last);
  out.set(Record::NVNHAENSTART, digits12(n.from));
  return out;
}

template <class Record>
buffer<Record> civil(citizen const& c, civil_state const& s) {
  auto out = begin<Record>(c);
  out.set(Record::CIVST, std::string_view(&s.civst, 1)).set(Record::AEGTEPNR, s.spouse);
  out.set(Record::AEGTENVN, s.spouse_name).set(Record::AEGTEFOED_DT, text10(s.spouse_born));
  out.set(Record::HAENSTART_CIVILSTAND, digits12(s.from));
  return out;
}

std::string record_015(citizen const& c) {
  auto out = begin<PERSON_015>(c);
  out.set(PERSON_015::MOR_DT, date10(c.born)).set(PERSON_015::PNRMOR, pnr_or_zeros(c.mother.pnr));
  out.set(PERSON_015::MOR_FOED_DT, text10(c.mother.born)).set(PERSON_015::MORNVN, c.mother.name);
  out.set(PERSON_015::FAR_DT, date10(c.born)).set(PERSON_015::PNRFAR, pnr_or_zeros(c.father.pnr));
  out.set(PERSON_015::FAR_FOED_DT, text10(c.father.born)).set(PERSON_015::FARNVN, c.father.name);
  return std::string(out.bytes());
}

/// Records 023 to 029: what was.
std::string history_of(citizen const& c) {
  std::string out;
  for (auto const& h : c.former_homes) {
    auto r = begin<PERSON_023>(c);
    set_place(r, h.where);
    r.set(PERSON_023::TILFLYDTO, digits12(h.from)).set(PERSON_023::FRAFLYDTO, digits12(h.to));
    out += r.bytes();
  }
  for (auto const& f : c.former_abroad) {
    auto r = begin<PERSON_024>(c);
    if (f.out) r.set(PERSON_024::UDR_LANDEKOD, f.country).set(PERSON_024::UDRDTO, digits12(f.out));
    r.set(PERSON_024::INDR_LANDEKOD, f.country).set(PERSON_024::INDRDTO, digits12(f.in));
    out += r.bytes();
  }
  for (auto const& [gone, found] : c.former_absences)
    out += begin<PERSON_025>(c)
               .set(PERSON_025::FORSVINDDTO, digits12(gone))
               .set(PERSON_025::GENFINDDTO, digits12(found))
               .bytes();
  for (auto const& n : c.former_names)
    out += named<PERSON_026>(c, n.name).set(PERSON_026::NVNHAENSLUT, digits12(n.to)).bytes();
  for (auto const& f : c.former_citizenships) {
    auto r = begin<PERSON_027>(c);
    r.set(PERSON_027::LANDEKOD, f.country).set(PERSON_027::HAENSTART_STATSBORGERSKAB, digits12(f.out));
    r.set(PERSON_027::HAENSLUT_STATSBORGERSKAB, digits12(f.in));
    out += r.bytes();
  }
  for (auto const& s : c.former_civil)
    out += civil<PERSON_029>(c, s.state).set(PERSON_029::HAENSLUT_CIVILSTAND, digits12(s.to)).bytes();
  return out;
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
  out += begin<PERSON_009>(c).set(PERSON_009::START_MYNKOD_FOEDESTED, c.born_in).bytes();
  out += begin<PERSON_010>(c)
             .set(PERSON_010::LANDEKOD, c.citizenship)
             .set(PERSON_010::HAENSTART_STATSBORGERSKAB, digits12(c.citizen_from ? *c.citizen_from : c.born))
             .bytes();
  out += begin<PERSON_011>(c)
             .set(PERSON_011::FKIRK, std::string_view(&c.church, 1))
             .set(PERSON_011::START_DT_FOLKEKIRKE, date10(c.born))
             .bytes();
  out += civil<PERSON_012>(c, c.civil).bytes();
  for (auto const& child : c.children) out += begin<PERSON_014>(c).set(PERSON_014::PNR_BARN, child).bytes();
  out += record_015(c);
  for (auto const& old : c.former_pnr)
    out += begin<PERSON_022>(c).set(PERSON_022::PNR, old).set(PERSON_022::START_DT_PERSON, date10(c.born)).bytes();
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
