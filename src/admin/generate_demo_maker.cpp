#include "admin/generate_demo_maker.hpp"

#include <algorithm>
#include <sstream>

#include "admin/generate_life.hpp"
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
  move_in(c, where, demo_day(from));
  c.status = status_at(where);
  if (record::is_administrative_road(where.vejkod)) c.status_from = demo_day(from);
}

void demo_maker::live(std::vector<citizen*> const& together, place const& where, int from) {
  for (citizen* c : together) {
    int const born =
        static_cast<int>(c->born.year()) * 10000 +
        static_cast<int>(static_cast<unsigned>(c->born.month()) * 100 + static_cast<unsigned>(c->born.day()));
    live(*c, where, std::max(from, born));
  }
}

void demo_maker::marry(citizen& a, citizen& b, int day, char civst) { admin::marry(a, b, demo_day(day), civst); }

void demo_maker::part(citizen& a, citizen& b, int day, char civst) { admin::part(a, b, demo_day(day), civst); }

void demo_maker::child_of(citizen& child, citizen* mother, citizen* father) { admin::child_of(child, mother, father); }

void demo_maker::leave(citizen& c, int day) { leave_home(c, demo_day(day)); }

void demo_maker::die(citizen& c, citizen* spouse, int day) { admin::die(c, spouse, demo_day(day)); }

std::vector<citizen> demo_maker::take() { return {all_.begin(), all_.end()}; }

std::vector<citizen> demo_persons() {
  demo_maker maker;
  add_demo_families(maker);
  add_demo_cases(maker);
  return maker.take();
}

}  // namespace samspil::admin
