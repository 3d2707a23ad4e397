#include "admin/generate_family.hpp"

#include <algorithm>
#include <utility>

#include "admin/generate_life.hpp"
#include "base/date.hpp"

namespace samspil::admin {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

// Two of one sex could register from 1989 on; from 2012 on they marry.
constexpr date partnerships_from{year(1989), month(10), day(1)};
constexpr date partnerships_until{year(2012), month(6), day(14)};
constexpr date marriages_from{year(2012), month(6), day(15)};

/// The course of an ordinary couple or parent: children of today's under 20, and a move now and then.
date children_of_today() { return add_days(add_years(generated_on(), -20), 1); }

}  // namespace

void family_maker::couple() {
  citizen& a = adult(22, 84);
  bool const same_sex = random_.chance(30);
  citizen& b = partner_of(a, same_sex, add_years(generated_on(), -2));
  course plan{.wedding = same_sex ? marriages_from : a.born, .children_from = children_of_today()};
  if (random_.chance(620)) plan.children = some_children();
  plan.moves = random_.between(0, 2);
  together(a, b, plan);
}

void family_maker::cohabiting() {
  citizen& a = adult(22, 70);
  citizen& b = partner_of(a, random_.chance(40), add_years(generated_on(), -2));
  course plan{.children_from = children_of_today(), .moves = 1};
  if (random_.chance(500)) plan.children = some_children();
  together(a, b, plan);
}

void family_maker::single() {
  citizen& c = somebody();
  date const since = settled_since(c);
  course plan{.children_from = children_of_today()};
  if (random_.chance(220)) plan.children = some_children();
  plan.moves = random_.between(0, 1);
  live({&c}, 1, since, plan);
  if (random_.chance(30)) {  // married to somebody who is not in the register
    date const wedding = day_between(add_years(c.born, 18), generated_on());
    c.former_civil.push_back({{'U', "", c.born}, wedding});
    c.civil = {'G', "0000000000", wedding, relative_name(), add_years(c.born, random_.between(-5, 5))};
  }
}

/// Two who were married; the children live with the first.
void family_maker::divorced() {
  date const today = generated_on();
  citizen& a = adult(28, 70);
  citizen& b = partner_of(a, false, add_years(today, -5));
  course plan{.wedding = a.born, .children_from = children_of_today()};
  if (random_.chance(700)) plan.children = some_children();
  lived const so_far = together(a, b, plan, add_years(today, -2));
  date day = day_between(so_far.latest, today);
  if (random_.chance(300)) {
    for (citizen* c : {&a, &b}) c->separations.push_back({day});
    settle({&b}, day);
    day = day_between(day, today);
    part(a, b, day);
  } else {
    part(a, b, day);
    settle({&b}, day);
  }
  if (!b.former_names.empty() && random_.chance(400)) {  // takes the former name again
    given_name before = b.former_names.back().name;
    rename(b, std::move(before), day);
  }
}

/// Two divorced, one of whom is married again, with children of both marriages.
void family_maker::remarried() {
  --persons_max_;  // a place for the other
  divorced();
  ++persons_max_;
  date const today = generated_on();
  citizen& again = family_[random_.below(2)];
  date const since = std::max(settled_since(again), *again.civil.from);
  citizen& other = partner_of(again, false, since);
  date const day = day_between(since, today);
  youth(other, day);
  household home;
  for (citizen& c : family_)
    if (c.lives && again.lives && c.lives->where == again.lives->where && &c != &again && &c != &other)
      home.push_back(&c);
  home.insert(home.begin(), {&again, &other});
  date latest = day;
  for (citizen const* c : home) latest = std::max(latest, settled_since(*c));
  settle(home, latest);
  course plan{.wedding = day_between(latest, today), .children_from = children_of_today()};
  if (random_.chance(400)) plan.children = some_children();
  live(std::move(home), 2, latest, plan);
}

void family_maker::widowed() {
  citizen& a = adult(58, 95);
  citizen& b = partner_of(a, false, add_years(generated_on(), -5));
  lived const so_far = together(a, b, {.wedding = a.born, .moves = 1}, add_years(generated_on(), -1));
  date const day = day_between(so_far.latest, generated_on());
  die(b, &a, day);
  b.status_uncertain = random_.chance(100);
}

/// Married, each with an address.
void family_maker::apart() {
  citizen& a = adult(30, 75);
  citizen& b = partner_of(a, false, add_years(generated_on(), -5));
  course plan{.wedding = a.born, .children_from = children_of_today()};
  if (random_.chance(300)) plan.children = some_children();
  lived const so_far = together(a, b, plan, add_years(generated_on(), -1));
  settle({&b}, day_between(so_far.latest, generated_on()));
}

void family_maker::separated() {
  apart();
  citizen& b = family_[1];
  for (citizen* c : {&family_[0], &b}) c->separations.push_back({b.lives->from});
}

/// Parents, grown children in their own homes, grandchildren.
void family_maker::generations() {
  citizen& a = adult(45, 80);
  citizen& b = partner_of(a, false, add_years(generated_on(), -25));
  course plan{.wedding = a.born, .moves = 1, .grow_up = true};
  plan.children = some_children();
  together(a, b, plan, add_years(std::max(a.born, b.born), 28));
}

family_maker::lived family_maker::registered_partners() {
  citizen& a = adult(38, 84);
  citizen& b = partner_of(a, true, partnerships_from);
  return together(a, b, {.wedding = partnerships_from, .civst = 'P'}, partnerships_until);
}

void family_maker::partners() { registered_partners(); }

void family_maker::partners_parted() {
  date const day = day_between(registered_partners().latest, generated_on());
  part(family_[0], family_[1], day, 'O');
  settle({&family_[1]}, day);
}

void family_maker::partner_survived() {
  date const day = day_between(registered_partners().latest, generated_on());
  die(family_[1], &family_[0], day);
}

void family_maker::family_abroad() {
  citizen& a = adult(24, 60);
  citizen& b = partner_of(a, false, add_years(generated_on(), -2));
  course plan{.wedding = a.born, .children_from = children_of_today()};
  plan.children = some_children();
  lived const so_far = together(a, b, plan);
  date const day = day_between(so_far.latest, generated_on());
  foreign_home const away = some_foreign_home(day);
  for (citizen* c : so_far.home) emigrate(*c, away.country, away.lines, day);
}

std::deque<citizen> family_maker::next(std::size_t persons_max) {
  struct kind {
    unsigned per_mille;
    std::size_t persons_min;
    void (family_maker::*make)();
  };
  using maker = family_maker;
  static constexpr kind kinds[] = {
      {275, 2, &maker::couple},         {130, 2, &maker::cohabiting},   {55, 2, &maker::divorced},
      {18, 3, &maker::remarried},       {35, 2, &maker::widowed},       {10, 2, &maker::apart},
      {6, 2, &maker::separated},        {35, 2, &maker::generations},   {8, 2, &maker::partners},
      {6, 2, &maker::partners_parted},  {11, 2, &maker::partner_survived}, {6, 2, &maker::family_abroad},
      {15, 1, &maker::emigrated},       {20, 1, &maker::died},          {7, 1, &maker::disappeared},
      {7, 1, &maker::homeless},         {4, 1, &maker::homeless_in_greenland}, {8, 1, &maker::tax_number},
      {5, 1, &maker::annulled},         {5, 2, &maker::double_number},  {6, 2, &maker::changed_number},
  };
  persons_max_ = persons_max;
  family_.clear();
  unsigned at = random_.below(1000);
  void (maker::*make)() = &maker::single;
  for (kind const& k : kinds) {
    if (at < k.per_mille) {
      if (persons_max >= k.persons_min) make = k.make;
      break;
    }
    at -= k.per_mille;
  }
  (this->*make)();
  std::vector<place> homes;
  for (citizen& c : family_) {
    colour(c);
    if (c.lives && std::find(homes.begin(), homes.end(), c.lives->where) == homes.end())
      homes.push_back(c.lives->where);
  }
  households_ += homes.size();
  return std::exchange(family_, {});
}

}  // namespace samspil::admin
