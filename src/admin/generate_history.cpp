// Records 023 to 030 of a generated person: what was.
#include "admin/generate_records.hpp"

namespace samspil::admin {
namespace {

using namespace samspil::rec;

std::string_view mark(correction const& c) { return {&c, 1}; }

std::string homes_of(citizen const& c) {
  std::string out;
  for (auto const& h : c.former_homes) {
    auto r = begin<PERSON_023>(c);
    set_place(r, h.where);
    r.set(PERSON_023::ANNKOR, mark(h.annkor));
    r.set(PERSON_023::TILFLYDTO, digits12(h.from)).set(PERSON_023::FRAFLYDTO, digits12(h.to));
    out += r.bytes();
  }
  return out;
}

std::string stays_abroad_of(citizen const& c) {
  std::string out;
  for (auto const& f : c.former_abroad) {
    auto r = begin<PERSON_024>(c);
    if (f.out) r.set(PERSON_024::UDR_LANDEKOD, f.country).set(PERSON_024::UDRDTO, digits12(f.out));
    r.set(PERSON_024::INDR_LANDEKOD, f.country).set(PERSON_024::INDRDTO, digits12(f.in));
    out += with_lines(r, PERSON_024::UDLANDADR1, f.lines);
  }
  for (auto const& [gone, found] : c.former_absences)
    out += begin<PERSON_025>(c)
               .set(PERSON_025::FORSVINDDTO, digits12(gone))
               .set(PERSON_025::GENFINDDTO, digits12(found))
               .bytes();
  return out;
}

std::string names_and_belonging_of(citizen const& c) {
  std::string out;
  for (auto const& n : c.former_names)
    out += named<PERSON_026>(c, n.name)
               .set(PERSON_026::ANNKOR, mark(n.annkor))
               .set(PERSON_026::NVNHAENSLUT, digits12(n.to))
               .bytes();
  for (auto const& f : c.former_citizenships) {
    auto r = begin<PERSON_027>(c);
    r.set(PERSON_027::LANDEKOD, f.country).set(PERSON_027::HAENSTART_STATSBORGERSKAB, digits12(f.out));
    r.set(PERSON_027::HAENSLUT_STATSBORGERSKAB, digits12(f.in));
    out += r.bytes();
  }
  for (auto const& f : c.former_churches)
    out += begin<PERSON_028>(c)
               .set(PERSON_028::FKIRK, std::string_view(&f.church, 1))
               .set(PERSON_028::START_DT_FOLKEKIRKE, date10(f.from))
               .set(PERSON_028::SLUT_DT_FOLKEKIRKE, date10(f.to))
               .bytes();
  return out;
}

std::string civil_states_of(citizen const& c) {
  std::string out;
  for (auto const& s : c.former_civil)
    out += civil<PERSON_029>(c, s.state)
               .set(PERSON_029::ANNKOR, mark(s.annkor))
               .set(PERSON_029::HAENSLUT_CIVILSTAND, digits12(s.to))
               .bytes();
  for (separation const& s : c.separations)
    if (s.to)
      out += begin<PERSON_030>(c)
                 .set(PERSON_030::SEP_HENVIS_SEPARATION, digits12(s.from))
                 .set(PERSON_030::START_DT_SEPARATION, date10(s.from))
                 .set(PERSON_030::SLUT_DT_SEPARATION, date10(*s.to))
                 .bytes();
  return out;
}

}  // namespace

std::string history_of(citizen const& c) {
  return homes_of(c) + stays_abroad_of(c) + names_and_belonging_of(c) + civil_states_of(c);
}

}  // namespace samspil::admin
