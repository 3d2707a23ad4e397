// Single persons of a synthetic population: number, name, birthday.
#include <algorithm>

#include "admin/generate_family.hpp"
#include "admin/generate_names.hpp"
#include "base/date.hpp"

namespace samspil::admin {
namespace {

struct foreign_place {
  std::string_view country, street, town;
};
constexpr foreign_place foreign_places[] = {
    {"5104", "Keksitty katu 12", "FI-00000 Olematon"},   {"5106", "Hvergigata 5", "IS-000 Hvergi"},
    {"5110", "Oppdiktet vei 8", "NO-0000 Ingensteds"},   {"5120", "Fiktivgatan 12", "SE-000 00 Ingenstad"},
    {"5130", "12, rue Imaginaire", "FR-00000 Nulle-Part"}, {"5140", "Verzonnenstraat 4", "NL-0000 AA Nergens"},
    {"5154", "ul. Zmyslona 3", "PL-00-000 Nigdzie"},     {"5170", "3 Fiction Lane", "Nowhere ZZ1 1ZZ"},
    {"5180", "Erfundene Stra\xDF" "e 7", "DE-00000 Nirgendwo"}, {"5314", "44 Madeup Road", "Nowhere NT X0X 0X0"},
    {"5390", "100 Example Avenue", "Nowhere, XX 00000"}, {"5492", "9 Soi Sommut", "00000 Maimithi"},
};

}  // namespace

date generated_on() { return {std::chrono::year(2025), std::chrono::January, std::chrono::day(1)}; }

date family_maker::day_between(date from, date to) {
  int const days = days_between(from, to);
  return days <= 0 ? from : add_days(from, random_.between(0, days));
}

/// A birthday of one who is so old today; an earlier day of those years is as likely as any.
date family_maker::day_of_age(int youngest, int oldest) {
  date const today = generated_on();
  return day_between(add_days(add_years(today, -oldest - 1), 1), add_years(today, -youngest));
}

given_name family_maker::some_name(char sex, std::string last_name) {
  given_name out{std::string(random_.pick(first_names(sex))), "", std::move(last_name), {}};
  if (random_.chance(300)) out.middle = random_.pick(last_names());
  if (random_.chance(150)) {
    std::string_view const second = random_.pick(first_names(sex));
    out.first += (random_.chance(300) ? "-" : " ") + std::string(second);
  }
  return out;
}

/// As 015 and 012 name one who is not in the register: `Efternavn,Fornavn`.
std::string family_maker::relative_name() {
  std::string out(random_.pick(last_names()));
  out += ",";
  return out.append(random_.pick(first_names(random_.chance(500) ? 'M' : 'K')));
}

citizen& family_maker::person(char sex, date born, std::string last_name) {
  citizen c;
  c.sex = sex;
  c.born = born;
  c.pnr = random_.chance(350) ? numbers_.next_with_modulus_11(born, sex) : numbers_.next(born, sex);
  c.name = some_name(sex, std::move(last_name));
  c.name.from = born;
  c.status_from = born;
  unsigned const church = random_.below(1000);
  c.church = church < 700 ? 'F' : church < 940 ? 'U' : church < 960 ? 'M' : church < 970 ? 'S' : 'A';
  return family_.emplace_back(std::move(c));
}

citizen& family_maker::adult(int youngest, int oldest) {
  return adult(youngest, oldest, random_.chance(500) ? 'M' : 'K');
}

citizen& family_maker::adult(int youngest, int oldest, char sex) {
  date const born = day_of_age(youngest, oldest);
  std::string last(random_.pick(last_names()));
  if (random_.chance(40)) {
    last += "-";
    last += random_.pick(last_names());
  }
  citizen& c = person(sex, born, std::move(last));
  c.profession = random_.pick(professions());
  if (random_.chance(60)) {
    foreign_place const& from = random_.pick(std::span(foreign_places));
    c.citizenship = c.born_in = from.country;
    c.birthplace = from.town.substr(0, 20);
    c.church = 'U';
  }
  for (parent* of : {&c.mother, &c.father}) {
    if (!random_.chance(400)) continue;
    of->name = relative_name();
    of->born = add_years(c.born, -random_.between(20, 40));
  }
  return c;
}

/// Somebody of about the same age who is 18 by `grown_by`.
citizen& family_maker::partner_of(citizen const& other, bool same_sex, date grown_by) {
  char const sex = (other.sex == 'M') == same_sex ? 'M' : 'K';
  date const latest = std::min(add_years(other.born, 5), add_years(grown_by, -18));
  date const born = day_between(std::min(add_years(other.born, -5), latest), latest);
  citizen& c = person(sex, born, std::string(random_.pick(last_names())));
  c.profession = random_.pick(professions());
  return c;
}

foreign_home family_maker::some_foreign_home(date from) {
  foreign_place const& at = random_.pick(std::span(foreign_places));
  foreign_home out{std::string(at.country), from, {}};
  if (random_.chance(850)) out.lines = {std::string(at.street), std::string(at.town)};
  return out;
}

}  // namespace samspil::admin
