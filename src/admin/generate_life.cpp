#include "admin/generate_life.hpp"

#include <algorithm>

#include "record/address.hpp"

namespace samspil::admin {
namespace {

void change_civil(citizen& c, civil_state next, date day) {
  c.former_civil.push_back({c.civil, day});
  if (!c.former_civil.back().state.from) c.former_civil.back().state.from = c.born;
  c.civil = std::move(next);
  for (separation& s : c.separations)
    if (!s.to) s.to = day;
}

}  // namespace

unsigned status_at(place const& where) {
  bool const administrative = record::is_administrative_road(where.vejkod);
  if (record::in_greenland(where.komkod)) return administrative ? 7 : 5;
  return administrative ? 3 : 1;
}

void set_status(citizen& c, unsigned status, date from) {
  if (c.status == status) return;
  c.status = status;
  c.status_from = from;
}

void move_in(citizen& c, place const& where, date from) {
  home now{where, from, from, ""};
  if (c.lives) {
    home const before = *c.lives;
    leave_home(c, from);
    if (before.where.komkod == where.komkod) {
      now.municipality_from = before.municipality_from;
      now.municipality_before = before.municipality_before;
    } else {
      now.municipality_before = before.where.komkod;
    }
  }
  c.lives = now;
}

void leave_home(citizen& c, date day) {
  if (!c.lives) return;
  c.former_homes.push_back({c.lives->where, c.lives->from, day});
  c.lives.reset();
}

date settled_since(citizen const& c) {
  date out = c.born;
  if (c.lives) out = std::max(out, c.lives->from);
  if (!c.former_homes.empty()) out = std::max(out, c.former_homes.back().to);
  if (!c.former_abroad.empty()) out = std::max(out, c.former_abroad.back().in);
  if (!c.former_absences.empty()) out = std::max(out, c.former_absences.back().second);
  return out;
}

void emigrate(citizen& c, std::string country, std::vector<std::string> lines, date day) {
  leave_home(c, day);
  set_status(c, 80, day);
  c.abroad = foreign_home{std::move(country), day, std::move(lines)};
}

void arrive(citizen& c, place const& where, date day) {
  if (c.abroad)
    c.former_abroad.push_back({c.abroad->country, c.abroad->from, day, c.abroad->lines});
  else
    c.former_abroad.push_back({c.citizenship, std::nullopt, day});
  if (!c.abroad) c.registered_from = c.status_from = day;
  c.abroad.reset();
  move_in(c, where, day);
  set_status(c, status_at(where), day);
}

void disappear(citizen& c, date day) {
  leave_home(c, day);
  set_status(c, 70, day);
  c.disappeared = day;
}

void reappear(citizen& c, place const& where, date day) {
  c.former_absences.emplace_back(*c.disappeared, day);
  c.disappeared.reset();
  move_in(c, where, day);
  set_status(c, status_at(where), day);
}

void marry(citizen& a, citizen& b, date day, char civst) {
  change_civil(a, {civst, b.pnr, day}, day);
  change_civil(b, {civst, a.pnr, day}, day);
}

void part(citizen& a, citizen& b, date day, char civst) {
  for (citizen* c : {&a, &b}) change_civil(*c, {civst, c->civil.spouse, day}, day);
}

void die(citizen& c, citizen* spouse, date day) {
  bool const partners = c.civil.civst == 'P';
  leave_home(c, day);
  set_status(c, 90, day);
  change_civil(c, {'D', c.civil.spouse, day}, day);
  if (spouse != nullptr) change_civil(*spouse, {partners ? 'L' : 'E', spouse->civil.spouse, day}, day);
}

void child_of(citizen& child, citizen* mother, citizen* father) {
  if (mother != nullptr) child.mother.pnr = mother->pnr;
  if (father != nullptr) child.father.pnr = father->pnr;
  for (citizen* parent : {mother, father})
    if (parent != nullptr) parent->children.push_back(child.pnr);
}

void rename(citizen& c, given_name name, date day) {
  c.former_names.push_back({c.name, day});
  c.name = std::move(name);
  c.name.from = day;
}

void change_citizenship(citizen& c, std::string country, date day) {
  c.former_citizenships.push_back({c.citizenship, c.citizen_from.value_or(c.born), day});
  c.citizenship = std::move(country);
  c.citizen_from = day;
}

void change_church(citizen& c, char church, date day) {
  c.former_churches.push_back({c.church, c.church_from.value_or(c.born), day});
  c.church = church;
  c.church_from = day;
}

}  // namespace samspil::admin
