#include "admin/generate_demo_maker.hpp"

#include <algorithm>
#include <sstream>

#include "codec/field.hpp"
#include "record/address.hpp"

namespace samspil::admin {

place place_of(std::string_view words) {
  std::istringstream in{std::string(words)};
  place out;
  std::string husnr, etage, sidedoer, bnr;
  in >> out.komkod >> out.vejkod >> husnr >> etage >> sidedoer >> bnr;
  if (husnr.empty()) return out;
  std::size_t const digits = husnr.find_first_not_of("0123456789");
  std::string const number = husnr.substr(0, digits);
  out.husnr = record::normal_house_number(std::string(3 - number.size(), '0') + husnr.substr(0, 4));
  if (!etage.empty() && etage != "-") {
    if (codec::is_digits(etage)) etage.insert(0, 2 - etage.size(), '0');
    out.etage = record::normal_floor(etage);
  }
  if (!sidedoer.empty() && sidedoer != "-") out.sidedoer = record::normal_door(sidedoer);
  if (!bnr.empty()) out.bnr = bnr;
  return out;
}

citizen& demo_maker::person(char sex, std::string first, std::string last, int born) {
  citizen c;
  c.sex = sex;
  c.born = demo_day(born);
  c.pnr = numbers_.next(c.born, sex);
  c.name = {std::move(first), "", std::move(last), c.born};
  c.status_from = c.born;
  return all_.emplace_back(std::move(c));
}

void demo_maker::live(citizen& c, place const& where, int from) {
  date const day = demo_day(from);
  home now{where, day, day, ""};
  if (c.lives) {
    home const before = *c.lives;
    leave(c, from);
    if (before.where.komkod == where.komkod) {
      now.municipality_from = before.municipality_from;
      now.municipality_before = before.municipality_before;
    } else {
      now.municipality_before = before.where.komkod;
    }
  }
  c.lives = now;
  bool const administrative = record::is_administrative_road(where.vejkod);
  c.status = where.komkod >= "0900" ? (administrative ? 7 : 5) : (administrative ? 3 : 1);
  if (administrative) c.status_from = day;
}

void demo_maker::live(std::vector<citizen*> const& together, place const& where, int from) {
  for (citizen* c : together) {
    int const born =
        static_cast<int>(c->born.year()) * 10000 +
        static_cast<int>(static_cast<unsigned>(c->born.month()) * 100 + static_cast<unsigned>(c->born.day()));
    live(*c, where, std::max(from, born));
  }
}

void demo_maker::marry(citizen& a, citizen& b, int day, char civst) {
  for (auto const& [c, other] : {std::pair(&a, &b), std::pair(&b, &a)}) {
    c->former_civil.push_back({c->civil, demo_day(day)});
    if (!c->former_civil.back().state.from) c->former_civil.back().state.from = c->born;
    c->civil = {civst, other->pnr, demo_day(day)};
  }
}

void demo_maker::part(citizen& a, citizen& b, int day, char civst) {
  for (citizen* c : {&a, &b}) {
    c->former_civil.push_back({c->civil, demo_day(day)});
    c->civil = {civst, c->civil.spouse, demo_day(day)};
  }
}

void demo_maker::child_of(citizen& child, citizen* mother, citizen* father) {
  if (mother != nullptr) child.mother.pnr = mother->pnr;
  if (father != nullptr) child.father.pnr = father->pnr;
  for (citizen* parent : {mother, father})
    if (parent != nullptr) parent->children.push_back(child.pnr);
}

void demo_maker::leave(citizen& c, int day) {
  c.former_homes.push_back({c.lives->where, c.lives->from, demo_day(day)});
  c.lives.reset();
}

void demo_maker::die(citizen& c, citizen* spouse, int day) {
  if (c.lives) leave(c, day);
  c.status = 90;
  c.status_from = demo_day(day);
  bool const partners = c.civil.civst == 'P';
  std::vector<std::pair<citizen*, char>> changed{{&c, 'D'}};
  if (spouse != nullptr) changed.emplace_back(spouse, partners ? 'L' : 'E');
  for (auto const& [who, civst] : changed) {
    who->former_civil.push_back({who->civil, demo_day(day)});
    if (!who->former_civil.back().state.from) who->former_civil.back().state.from = who->born;
    who->civil = {civst, who->civil.spouse, demo_day(day)};
  }
}

std::vector<citizen> demo_maker::take() { return {all_.begin(), all_.end()}; }

std::vector<citizen> demo_persons() {
  demo_maker maker;
  add_demo_families(maker);
  add_demo_cases(maker);
  return maker.take();
}

}  // namespace samspil::admin
