// How generated families live: youth, moving together, weddings, children, moves.
#include <algorithm>
#include <map>

#include "admin/generate_family.hpp"
#include "admin/generate_life.hpp"
#include "base/date.hpp"

namespace samspil::admin {

std::size_t family_maker::some_children() {
  int const wanted = random_.chance(15) ? random_.between(6, 9) : random_.between(1, 4);
  return std::min(static_cast<std::size_t>(wanted), room());
}

/// What somebody goes through alone from the age of 18, or arrival in the country, until he settles somewhere.
void family_maker::youth(citizen& c, date until) {
  date const grown = std::min(add_years(c.born, 18), until);
  place const first = addresses_.former();
  if (c.citizenship == "5100") {
    move_in(c, first, grown);
    set_status(c, status_at(first), grown);
  } else {
    arrive(c, first, day_between(grown, until));
  }
  int const count = random_.chance(15) ? random_.between(12, 24) : random_.between(0, 3);
  std::vector<date> days;
  for (int i = 0; i < count; ++i) days.push_back(day_between(settled_since(c), until));
  std::sort(days.begin(), days.end());
  for (std::size_t i = 0; i < days.size(); ++i) {
    bool const ends = i + 1 < days.size() && days[i] < days[i + 1];
    unsigned const what = random_.below(100);
    place const to = addresses_.former();
    if (what < 12 && ends) {
      foreign_home away = some_foreign_home(days[i]);
      emigrate(c, away.country, away.lines, days[i]);
      arrive(c, to, days[++i]);
    } else if (what < 18 && ends) {
      disappear(c, days[i]);
      reappear(c, to, days[++i]);
    } else if (what < 24) {
      // Registered by mistake: corrected at once, or undone.
      char const annkor = what < 21 ? 'K' : 'A';
      c.former_homes.push_back({to, c.lives->from, annkor == 'K' ? c.lives->from : days[i], annkor});
    } else if (to != c.lives->where) {
      move_in(c, to, days[i]);
      set_status(c, status_at(to), days[i]);
    }
  }
}

/// All of them move into a new address.
void family_maker::settle(household const& persons, date day) {
  place const at = addresses_.next();
  for (citizen* c : persons) {
    move_in(*c, at, day);
    set_status(*c, status_at(at), day);
  }
}

void family_maker::wed(citizen& a, citizen& b, date day, char civst) {
  marry(a, b, day, civst);
  if (!random_.chance(400)) return;
  // One of them takes the other's name.
  given_name name = b.name;
  name.last = a.name.last;
  rename(b, std::move(name), day);
}

/// A child of the first one or two of the household.
void family_maker::birth(household& home, std::size_t parents, date day) {
  citizen& child = person(random_.chance(510) ? 'M' : 'K', day, home[0]->name.last);
  citizen* mother = nullptr;
  citizen* father = nullptr;
  for (std::size_t i = 0; i < parents; ++i)
    (home[i]->sex == 'K' && mother == nullptr ? mother : father == nullptr ? father : mother) = home[i];
  child_of(child, mother, father);
  place const& at = home[0]->lives->where;
  child.born_in = at.komkod;
  child.status = status_at(at);
  move_in(child, at, day);
  home.push_back(&child);
}

void family_maker::go_own_way(citizen& child, date day) {
  date const today = generated_on();
  household home{&child};
  course plan{.moves = random_.between(0, 2)};
  if (room() > 0 && random_.chance(450)) {
    citizen& partner = partner_of(child, random_.chance(40), day);
    youth(partner, day);
    home.push_back(&partner);
    if (random_.chance(550) && child.sex != partner.sex) plan.wedding = day_between(day, today);
    if (random_.chance(500)) plan.children = some_children();
    plan.children_from = day;
  }
  settle(home, day);
  std::size_t const parents = home.size();
  live(std::move(home), parents, day, plan);
}

family_maker::lived family_maker::live(household home, std::size_t parents, date from, course const& plan) {
  enum class happening { wedding, birth, move, leave };
  date const today = generated_on();
  std::multimap<date, std::pair<happening, citizen*>> ahead;
  if (plan.wedding) ahead.emplace(*plan.wedding, std::pair(happening::wedding, nullptr));
  date youngest = home[0]->born, oldest = home[0]->born;
  for (std::size_t i = 1; i < parents; ++i) {
    youngest = std::max(youngest, home[i]->born);
    oldest = std::min(oldest, home[i]->born);
  }
  date const first = std::max({from, plan.children_from, add_years(youngest, 19)});
  date const last = std::min(add_years(oldest, 48), today);
  for (std::size_t i = 0; i < plan.children && first < last; ++i)
    ahead.emplace(day_between(first, last), std::pair(happening::birth, nullptr));
  for (int i = 0; i < plan.moves; ++i)
    ahead.emplace(day_between(from, today), std::pair(happening::move, nullptr));

  date latest = from;
  while (!ahead.empty()) {
    auto const [day, what] = *ahead.begin();
    ahead.erase(ahead.begin());
    latest = day;
    switch (what.first) {
      case happening::wedding: wed(*home[0], *home[1], day, plan.civst); break;
      case happening::move: settle(home, day); break;
      case happening::leave:
        std::erase(home, what.second);
        go_own_way(*what.second, day);
        break;
      case happening::birth:
        if (room() == 0) break;
        birth(home, parents, day);
        if (date const leaving = day_between(add_years(day, 18), add_years(day, 28)); plan.grow_up && leaving < today)
          ahead.emplace(leaving, std::pair(happening::leave, home.back()));
    }
  }
  return {std::move(home), latest};
}

/// Two who grew up apart move together; the wedding, when the plan has one, is between that day and `wedding_until`.
family_maker::lived family_maker::together(citizen& a, citizen& b, course plan, std::optional<date> wedding_until) {
  date const today = generated_on();
  date const grown = add_years(std::max(a.born, b.born), 19);
  date const latest = wedding_until.value_or(today);
  date const day = day_between(grown, plan.grow_up ? std::min(latest, add_years(grown, 8)) : latest);
  youth(a, day);
  youth(b, day);
  settle({&a, &b}, day);
  if (plan.wedding) plan.wedding = day_between(std::max(*plan.wedding, day), latest);
  return live({&a, &b}, 2, day, plan);
}

}  // namespace samspil::admin
