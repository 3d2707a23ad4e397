#include "admin/generate_family.hpp"

#include <algorithm>

#include "admin/generate_names.hpp"
#include "base/date.hpp"

namespace samspil::admin {
namespace {

constexpr date today{std::chrono::year(2025), std::chrono::January, std::chrono::day(1)};
constexpr int adult_from = 18;

constexpr std::string_view countries[] = {"5104", "5110", "5120", "5130", "5140",
                                          "5154", "5170", "5180", "5390", "5492"};

}  // namespace

date generated_on() { return today; }

date family_maker::day_between(date from, date to) {
  int const days = days_between(from, to);
  return days <= 0 ? from : add_days(from, random_.between(0, days));
}

/// A birthday of one who is so old today; an earlier day of those years is as likely as any.
date family_maker::day_of_age(int youngest, int oldest) {
  return day_between(add_days(add_years(today, -oldest - 1), 1), add_years(today, -youngest));
}

citizen family_maker::person(char sex, date born, std::string last_name) {
  citizen c;
  c.sex = sex;
  c.born = born;
  c.pnr = numbers_.next(born, sex);
  c.name = {std::string(random_.pick(first_names(sex))), "", std::move(last_name), born};
  if (random_.chance(300)) c.name.middle = random_.pick(last_names());
  if (random_.chance(150)) c.name.first += " " + std::string(random_.pick(first_names(sex)));
  c.status_from = born;
  c.church = random_.chance(720) ? 'F' : 'U';
  return c;
}

citizen family_maker::adult(int youngest, int oldest) {
  char const sex = random_.chance(500) ? 'M' : 'K';
  date const born = day_of_age(youngest, oldest);  // on its own: compilers differ in the order of arguments
  citizen c = person(sex, born, std::string(random_.pick(last_names())));
  c.profession = random_.pick(professions());
  colour(c);
  return c;
}

/// Somebody of about the same age; of the same sex in one of 25 cases.
citizen family_maker::partner_of(citizen& other) {
  char sex = other.sex == 'M' ? 'K' : 'M';
  if (random_.chance(40)) sex = other.sex;
  date const born = std::min(day_between(add_years(other.born, -5), add_years(other.born, 5)),
                             add_years(today, -adult_from - 2));
  citizen c = person(sex, born, std::string(random_.pick(last_names())));
  c.profession = random_.pick(professions());
  return c;
}

/// What is the same for no two: protections, and citizens of another country who came here once.
void family_maker::colour(citizen& c) {
  if (random_.chance(40)) {
    date const from = day_between(add_years(today, -2), today);
    protection p{1, from};
    if (random_.chance(700)) p.to = add_years(from, 1);
    c.protections.push_back(p);
  }
  if (random_.chance(80)) c.protections.push_back({3, day_between(add_years(c.born, adult_from), today)});
  if (random_.chance(60)) {
    c.citizenship = random_.pick(std::span(countries));
    c.born_in = c.citizenship;
    c.church = 'U';
    c.former_abroad.push_back({c.citizenship, std::nullopt, day_between(add_years(c.born, adult_from), today)});
  }
}

/// Up to two earlier homes that end where `from` begins.
void family_maker::move_history(citizen& c, date from) {
  date earliest = c.former_abroad.empty() ? add_years(c.born, adult_from) : c.former_abroad.back().in;
  int const homes = earliest < from ? random_.between(0, 2) : 0;
  for (int left = homes; left > 0 && earliest < from; --left) {
    date const until = left == 1 ? from : day_between(add_days(earliest, 1), from);
    c.former_homes.push_back({addresses_.former(), earliest, until});
    earliest = until;
  }
}

/// The persons move together into a new address, after `earliest`.
void family_maker::settle(std::vector<citizen*> const& persons, date earliest) {
  ++households_;
  place const at = addresses_.next();
  for (citizen const* c : persons)
    if (!c->former_abroad.empty()) earliest = std::max(earliest, c->former_abroad.back().in);
  date const from = day_between(earliest, today);
  for (citizen* c : persons) {
    date const mine = std::max(from, c->born);
    move_history(*c, mine);
    home h{at, mine, mine, ""};
    for (auto before = c->former_homes.rbegin(); before != c->former_homes.rend(); ++before) {
      if (before->where.komkod != at.komkod) {
        h.municipality_before = before->where.komkod;
        break;
      }
      h.municipality_from = before->from;
    }
    c->lives = h;
    if (at.komkod >= "0900") c->status = 5;
    c->born_in = c->born_in == "0101" ? at.komkod : c->born_in;
  }
}

void family_maker::marry(citizen& a, citizen& b) {
  date const day = day_between(add_years(std::max(a.born, b.born), adult_from + 1), today);
  a.civil = {'G', b.pnr, day};
  b.civil = {'G', a.pnr, day};
  for (citizen* c : {&a, &b}) c->former_civil.push_back({{'U', "", c->born}, day});
  if (!random_.chance(400)) return;
  // One of them takes the other's name.
  b.former_names.push_back({b.name, day});
  b.name.last = a.name.last;
  b.name.from = day;
}

void family_maker::divorce(citizen& a, citizen& b) {
  date const day = day_between(*a.civil.from, today);
  for (citizen* c : {&a, &b}) {
    c->former_civil.push_back({c->civil, day});
    c->civil = {'F', c->civil.spouse, day};
  }
}

/// Adds children, the eldest first, of the first one or two of `family`; they are under 20.
void family_maker::children_of(std::vector<citizen>& family, std::size_t parents, std::size_t count_max) {
  date youngest_parent = family[0].born, oldest_parent = family[0].born;
  for (std::size_t i = 1; i < parents; ++i) {
    youngest_parent = std::max(youngest_parent, family[i].born);
    oldest_parent = std::min(oldest_parent, family[i].born);
  }
  date const from = std::max(add_years(youngest_parent, adult_from + 1), add_days(add_years(today, -20), 1));
  date const to = std::min(add_years(oldest_parent, 48), today);
  if (!(from < to)) return;
  std::size_t const wanted = std::min<std::size_t>(static_cast<std::size_t>(random_.between(1, 4)), count_max);
  std::vector<date> days;
  for (std::size_t i = 0; i < wanted; ++i) days.push_back(day_between(from, to));
  std::sort(days.begin(), days.end());
  for (date const born : days) {
    char const sex = random_.chance(510) ? 'M' : 'K';
    citizen child = person(sex, born, family[0].name.last);
    for (std::size_t i = 0; i < parents; ++i) {
      citizen& of = family[i];
      bool const as_mother = of.sex == 'K' && child.mother.pnr.empty();
      (as_mother || !child.father.pnr.empty() ? child.mother : child.father).pnr = of.pnr;
      of.children.push_back(child.pnr);
    }
    family.push_back(std::move(child));
  }
}

std::vector<citizen> family_maker::couple(std::size_t persons_max, bool married) {
  std::vector<citizen> family;
  family.push_back(adult(22, 84));
  family.push_back(partner_of(family[0]));
  if (married) marry(family[0], family[1]);
  if (random_.chance(620)) children_of(family, 2, persons_max - 2);
  std::vector<citizen*> all;
  for (citizen& c : family) all.push_back(&c);
  settle(all, add_years(std::max(family[0].born, family[1].born), adult_from + 1));
  return family;
}

std::vector<citizen> family_maker::single(std::size_t persons_max) {
  std::vector<citizen> family;
  family.push_back(adult(19, 92));
  if (random_.chance(220)) children_of(family, 1, persons_max - 1);
  std::vector<citizen*> all;
  for (citizen& c : family) all.push_back(&c);
  settle(all, add_years(family[0].born, adult_from));
  return family;
}

/// Two who were married; the children live with the first.
std::vector<citizen> family_maker::divorced(std::size_t persons_max) {
  std::vector<citizen> family;
  family.push_back(adult(28, 70));
  family.push_back(partner_of(family[0]));
  marry(family[0], family[1]);
  divorce(family[0], family[1]);
  children_of(family, 2, persons_max - 2);
  std::vector<citizen*> first{&family[0]};
  for (std::size_t i = 2; i < family.size(); ++i) first.push_back(&family[i]);
  settle(first, *family[0].civil.from);
  settle({&family[1]}, *family[1].civil.from);
  return family;
}

/// One who lives and the other who died, and whose last home was the same.
std::vector<citizen> family_maker::widowed() {
  std::vector<citizen> family;
  family.push_back(adult(62, 95));
  family.push_back(partner_of(family[0]));
  citizen& lives = family[0];
  citizen& died = family[1];
  marry(lives, died);
  settle({&lives, &died}, *lives.civil.from);
  date const day = day_between(died.lives->from, today);
  died.former_homes.push_back({died.lives->where, died.lives->from, day});
  died.lives.reset();
  died.status = 90;
  died.status_from = day;
  for (citizen* c : {&lives, &died}) c->former_civil.push_back({c->civil, day});
  lives.civil = {'E', died.pnr, day};
  died.civil = {'D', lives.pnr, day};
  return family;
}

std::vector<citizen> family_maker::emigrated() {
  std::vector<citizen> family;
  family.push_back(adult(20, 70));
  citizen& c = family[0];
  settle({&c}, add_years(c.born, adult_from));
  date const day = day_between(c.lives->from, today);
  c.former_homes.push_back({c.lives->where, c.lives->from, day});
  c.lives.reset();
  c.status = 80;
  c.status_from = day;
  c.abroad =
      foreign_home{std::string(random_.pick(std::span(countries))), day, {"Fiktivgatan 12", "S 12345 Ingensteds"}};
  return family;
}

std::vector<citizen> family_maker::next(std::size_t persons_max) {
  unsigned const kind = random_.below(1000);
  if (kind < 15) return emigrated();
  if (persons_max >= 2) {
    if (kind < 50) return widowed();
    if (kind < 110) return divorced(persons_max);
    if (kind < 430) return couple(persons_max, true);
    if (kind < 570) return couple(persons_max, false);
  }
  return single(persons_max);
}

}  // namespace samspil::admin
