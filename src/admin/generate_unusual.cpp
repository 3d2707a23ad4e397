// Generated persons of every other STATUS than 01 and 05, and those with two numbers.
#include "admin/generate_family.hpp"
#include "admin/generate_life.hpp"
#include "base/date.hpp"

namespace samspil::admin {

/// One who lives somewhere alone.
citizen& family_maker::somebody() {
  citizen& c = adult(19, 92);
  date const day = day_between(add_years(c.born, 18), generated_on());
  youth(c, day);
  settle({&c}, day);
  return c;
}

void family_maker::emigrated() {
  citizen& c = somebody();
  foreign_home const away = some_foreign_home(day_between(settled_since(c), generated_on()));
  emigrate(c, away.country, away.lines, away.from);
  if (random_.chance(300)) c.voting = vote{away.from, away.from, add_years(away.from, 2)};
}

void family_maker::died() {
  citizen& c = somebody();
  die(c, nullptr, day_between(settled_since(c), generated_on()));
  c.status_uncertain = random_.chance(100);
}

void family_maker::disappeared() {
  citizen& c = somebody();
  disappear(c, day_between(settled_since(c), generated_on()));
  c.status_uncertain = random_.chance(200);
}

void family_maker::homeless() {
  citizen& c = somebody();
  date const day = day_between(settled_since(c), generated_on());
  move_in(c, addresses_.without_home(), day);
  set_status(c, status_at(c.lives->where), day);
}

void family_maker::homeless_in_greenland() {
  citizen& c = somebody();
  date const day = day_between(settled_since(c), generated_on());
  move_in(c, addresses_.without_home_in_greenland(), day);
  set_status(c, status_at(c.lives->where), day);
}

/// Known to the tax authority only.
void family_maker::tax_number() {
  citizen& c = adult(20, 64);
  foreign_home const from = some_foreign_home(day_between(add_years(c.born, 18), generated_on()));
  c.status = 20;
  c.status_from = c.registered_from = from.from;
  c.citizenship = c.born_in = from.country;
  c.birthplace.clear();
  c.church = 'U';
  if (random_.chance(700)) {
    c.contact_lines = {"c/o Arbejdsgiveren", "Kontoret", "9999 Ingensteds"};
    c.contact_from = from.from;
  }
}

/// A number that was given by mistake.
void family_maker::annulled() {
  citizen& c = adult(1, 90);
  c.profession.clear();
  c.status = 30;
  c.status_from = day_between(c.born, generated_on());
}

/// A number of `status` 50 or 60 whose valid number is another of the same person.
void family_maker::further_number(unsigned status) {
  citizen& valid = somebody();
  given_name const name = valid.name;
  // A double number is of the same day and sex; a changed one was wrong in one of them.
  bool const of_other_sex = status == 60 && random_.chance(500);
  char const sex = of_other_sex ? (valid.sex == 'M' ? 'K' : 'M') : valid.sex;
  date const born = status == 60 && !of_other_sex ? add_days(valid.born, -1) : valid.born;
  citizen& old = person(sex, born, name.last);
  old.name = name;
  old.status = status;
  old.status_from = day_between(add_days(valid.registered_from.value_or(valid.born), 1), generated_on());
  old.citizenship = valid.citizenship;
  old.born_in = valid.born_in;
  old.valid_pnr = valid.pnr;
  valid.former_pnr.push_back({old.pnr, old.status_from});
  if (status == 60) valid.registered_from = old.status_from;
}

void family_maker::double_number() { further_number(50); }
void family_maker::changed_number() { further_number(60); }

}  // namespace samspil::admin
