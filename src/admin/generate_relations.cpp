// Records 013 to 022 of a generated person.
#include "admin/generate_records.hpp"

namespace samspil::admin {
namespace {

using namespace samspil::rec;

/// The number by which 012 and 013 (029 and 030) refer to one separation: its day.
std::string reference_of(separation const& s) { return digits12(s.from); }

std::string record_015(citizen const& c) {
  auto out = begin<PERSON_015>(c);
  out.set(PERSON_015::MOR_DT, date10(c.born)).set(PERSON_015::PNRMOR, pnr_or_zeros(c.mother.pnr));
  out.set(PERSON_015::MOR_FOED_DT, text10(c.mother.born)).set(PERSON_015::MORNVN, c.mother.name);
  out.set(PERSON_015::FAR_DT, date10(c.born)).set(PERSON_015::PNRFAR, pnr_or_zeros(c.father.pnr));
  out.set(PERSON_015::FAR_FOED_DT, text10(c.father.born)).set(PERSON_015::FARNVN, c.father.name);
  return std::string(out.bytes());
}

std::string record_016(citizen const& c, custody const& who) {
  auto out = begin<PERSON_016>(c);
  out.set(PERSON_016::RELTYP_FORAELDREMYN, who.type).set(PERSON_016::START_DT_FORAELDREMYN, date10(who.from));
  out.set(PERSON_016::SLET_DT_FORAELDREMYN, text10(who.to)).set(PERSON_016::RELPNR, who.pnr);
  if (!who.pnr.empty()) out.set(PERSON_016::START_DT_RELPNR_PNR, date10(who.from));
  return std::string(out.bytes());
}

/// UMYN-RELTYP as the real extract has it: 1 by number, 2 by name and address.
std::string record_017(citizen const& c, guardianship const& g) {
  auto out = begin<PERSON_017>(c);
  out.set(PERSON_017::START_DT_UMYNDIG, date10(g.from)).set(PERSON_017::SLET_DT_UMYNDIG, text10(g.to));
  out.set(PERSON_017::UMYN_RELTYP, g.pnr.empty() ? 2U : 1U).set(PERSON_017::RELPNR, g.pnr);
  if (!g.pnr.empty()) out.set(PERSON_017::START_DT_RELPNR_PNR, date10(g.from));
  if (g.pnr.empty())
    out.set(PERSON_017::RELADRSAT_RELPNR_TXT, g.name).set(PERSON_017::START_DT_RELPNR_TXT, date10(g.from));
  return with_lines(out, PERSON_017::RELTXT1, g.lines);
}

std::string notes_of(citizen const& c) {
  std::string out;
  for (local_matter const& m : c.local_matters)
    out += begin<PERSON_018>(c)
               .set(PERSON_018::KOMFORHTYP, m.type)
               .set(PERSON_018::KOMFORHKOD, m.code)
               .set(PERSON_018::START_DT_KOMMUNALE_FORHOLD, date10(m.from))
               .set(PERSON_018::BEMAERK_KOMMUNALE_FORHOLD, m.text)
               .bytes();
  for (note const& n : c.notes)
    out += begin<PERSON_019>(c)
               .set(PERSON_019::NOTATNR, n.number)
               .set(PERSON_019::NOTATLINIE, n.line)
               .set(PERSON_019::START_DT_NOTAT, date10(n.from))
               .set(PERSON_019::SLET_DT_NOTAT, text10(n.to))
               .bytes();
  return out;
}

}  // namespace

std::string relations_of(citizen const& c) {
  std::string out;
  for (separation const& s : c.separations)
    if (!s.to)
      out += begin<PERSON_013>(c)
                 .set(PERSON_013::SEP_HENVIS_SEPARATION, reference_of(s))
                 .set(PERSON_013::START_DT_SEPARATION, date10(s.from))
                 .bytes();
  for (auto const& child : c.children) out += begin<PERSON_014>(c).set(PERSON_014::PNR_BARN, child).bytes();
  out += record_015(c);
  for (custody const& who : c.custodies) out += record_016(c, who);
  if (c.guardian) out += record_017(c, *c.guardian);
  out += notes_of(c);
  if (c.voting)
    out += begin<PERSON_020>(c)
               .set(PERSON_020::VALGKODE, 1U)
               .set(PERSON_020::VALGRET_DT, date10(c.voting->right))
               .set(PERSON_020::START_DT_VALGOPLYSNINGER, date10(c.voting->from))
               .set(PERSON_020::SLET_DT_VALGOPLYSNINGER, text10(c.voting->to))
               .bytes();
  if (!c.kept_021.empty()) out += begin<PERSON_021>(c).set(PERSON_021::UKENDT, c.kept_021).bytes();
  for (former_number const& old : c.former_pnr)
    out += begin<PERSON_022>(c)
               .set(PERSON_022::PNR, old.pnr)
               .set(PERSON_022::START_DT_PERSON, date10(c.born))
               .set(PERSON_022::SLUT_DT_PERSON, text10(old.to))
               .bytes();
  return out;
}

}  // namespace samspil::admin
