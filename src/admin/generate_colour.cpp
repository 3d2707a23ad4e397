// What is the same for no two of a generated population: protections, names,
// church, citizenship, notes, custody, texts at the address.
#include <algorithm>

#include "admin/generate_family.hpp"
#include "admin/generate_life.hpp"
#include "admin/generate_names.hpp"
#include "base/date.hpp"
#include "record/address.hpp"

namespace samspil::admin {
namespace {

/// Protection 0004 is retired: none began later.
constexpr date research_until{std::chrono::year(2014), std::chrono::July, std::chrono::day(1)};

}  // namespace

void family_maker::protect(citizen& c, date grown, date until) {
  if (random_.chance(50)) {
    // In force with an end or without one, or over.
    bool const over = random_.chance(300);
    date const earliest = std::max(c.born, add_years(until, over ? -12 : -2));
    protection p{1, day_between(earliest, until)};
    if (over || random_.chance(700)) p.to = add_years(p.from, 1);
    c.protections.push_back(p);
  }
  if (random_.chance(12)) {
    protection p{2, day_between(std::max(c.born, add_years(until, -8)), until)};
    if (random_.chance(300)) p.to = add_years(p.from, random_.between(1, 20));
    c.protections.push_back(p);
  }
  if (!(grown < until)) return;
  if (random_.chance(80)) c.protections.push_back({3, day_between(grown, until)});
  if (random_.chance(25) && grown < research_until) {
    protection p{4, day_between(grown, std::min(until, research_until))};
    if (random_.chance(500)) p.to = research_until;
    c.protections.push_back(p);
  }
  if (random_.chance(12)) {
    protection p{5, day_between(std::max(grown, add_years(until, -5)), until)};
    if (random_.chance(300)) p.to = add_years(p.from, 1);
    c.protections.push_back(p);
  }
}

void family_maker::rename_by_chance(citizen& c, date until) {
  if (random_.chance(60)) {
    date const day = day_between(c.name.from, until);
    given_name name = c.name;
    if (random_.chance(500))
      name.middle = random_.pick(last_names());
    else
      name.last = random_.pick(last_names());
    rename(c, std::move(name), day);
  }
  if (!random_.chance(15)) return;
  // Registered by mistake: corrected at once, or undone.
  given_name wrong = c.name;
  wrong.first += "e";
  char const annkor = random_.chance(700) ? 'K' : 'A';
  c.former_names.push_back({std::move(wrong), c.name.from, annkor});
}

void family_maker::believe(citizen& c, date until) {
  if (random_.chance(100) && c.born < until) change_church(c, c.church == 'U' ? 'F' : 'U', day_between(c.born, until));
  if (c.citizenship == "5100" || !c.registered_from || !random_.chance(250)) return;
  if (*c.registered_from < until && c.status != 20)
    change_citizenship(c, "5100", day_between(*c.registered_from, until));
}

void family_maker::note_down(citizen& c, date grown, date until) {
  if (random_.chance(10)) {
    unsigned const type = static_cast<unsigned>(random_.between(1, 3));
    c.local_matters.push_back({type, std::to_string(100 * type), day_between(c.born, until), "Kommunalt forhold"});
  }
  if (random_.chance(12)) {
    date const from = day_between(c.born, until);
    unsigned const lines = random_.chance(300) ? 2 : 1;
    for (unsigned i = 1; i <= lines; ++i)
      c.notes.push_back({i, "Fiktiv notatlinje " + std::to_string(i), from, add_years(from, 3)});
  }
  if (random_.chance(5)) c.kept_021 = "Fiktive bytes i en record, hvis layout ikke kendes";
  if (random_.chance(20)) {
    char const* const codes[] = {"A01", "A05", "A22", "P07"};
    std::string const day = date8(day_between(std::max(c.born, add_years(until, -2)), until));
    c.events.push_back({day + "1015", codes[random_.below(4)]});
  }
  if (!(grown < until)) return;
  if (random_.chance(6)) {
    guardianship g{day_between(grown, until)};
    // By number when there is a relative to be it; else in text.
    auto const relative = std::find_if(family_.begin(), family_.end(), [&](citizen const& other) {
      return other.pnr != c.pnr && other.status < 30 && add_years(other.born, 18) < g.from;
    });
    if (relative != family_.end() && random_.chance(500)) {
      g.pnr = relative->pnr;
    } else {
      g.name = "Advokat " + std::string(random_.pick(last_names()));
      g.lines = {"V\xE6rgekontoret", "Opfundet Plads 1", "9999 Ingensteds"};
    }
    if (random_.chance(200)) g.to = add_years(g.from, 2);
    c.guardian = std::move(g);
  }
}

/// Contact address, CONVN and supplementary address.
void family_maker::texts_at_home(citizen& c) {
  date const today = generated_on();
  if (c.contact_lines.empty() && c.status != 30 && c.status != 50 && c.status != 60 && c.status != 90 &&
      random_.chance(12)) {
    c.contact_lines = {"c/o " + std::string(random_.pick(last_names())), "Opfundet All\xE9 3", "9999 Ingensteds"};
    c.contact_from = day_between(std::max(c.born, add_years(today, -3)), today);
    if (random_.chance(400)) c.contact_to = add_years(*c.contact_from, 2);
  }
  if (!c.lives || record::is_administrative_road(c.lives->where.vejkod)) return;
  if (random_.chance(20)) {
    std::string name(random_.pick(first_names('K')));
    name += " ";
    c.lives->conv = name.append(random_.pick(last_names()));
  }
  if (!random_.chance(12)) return;
  c.lives->lines = {random_.chance(500) ? "Gavlen til venstre" : "Baghuset, indgang gennem porten"};
  c.lives->lines_from = day_between(c.lives->from, today);
  if (random_.chance(400)) c.lives->lines_to = add_years(*c.lives->lines_from, 5);
}

/// Custody of one under 18: the parents', since birth; of divorced ones now and then only one's.
void family_maker::in_custody(citizen& c) {
  date const today = generated_on();
  if (c.status >= 30 || !(today < add_years(c.born, 18))) return;
  auto const in_family = [&](std::string const& pnr) {
    return std::find_if(family_.begin(), family_.end(), [&](citizen const& other) { return other.pnr == pnr; });
  };
  bool first = true;
  for (auto const& [who, type] : {std::pair(&c.mother, 3U), std::pair(&c.father, 4U)}) {
    auto const parent = in_family(who->pnr);
    if (parent == family_.end()) continue;
    custody row{type, c.born};
    if (parent->civil.civst == 'F' && !first && random_.chance(300)) row.to = std::max(c.born, *parent->civil.from);
    c.custodies.push_back(row);
    first = false;
  }
  if (random_.chance(20))
    for (citizen const& other : family_)
      if (other.pnr != c.mother.pnr && other.pnr != c.father.pnr && add_years(other.born, 30) < c.born) {
        c.custodies.push_back({5, c.born, std::nullopt, other.pnr});
        break;
      }
}

void family_maker::colour(citizen& c) {
  if (c.status == 30 || c.status == 50 || c.status == 60) return;  // what is known stands under the valid number
  date const until = c.status == 90 ? *c.status_from : generated_on();
  date const grown = add_years(c.born, 18);
  protect(c, grown, until);
  rename_by_chance(c, until);
  believe(c, until);
  note_down(c, grown, until);
  texts_at_home(c);
  in_custody(c);
}

}  // namespace samspil::admin
