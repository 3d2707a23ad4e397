#include "record/pnr.hpp"

#include "codec/field.hpp"

namespace samspil::record {

std::optional<date> birth_date(std::string_view pnr) {
  if (pnr.size() != 10 || !codec::is_digits(pnr)) return std::nullopt;
  auto part = [&](std::size_t at, std::size_t n) { return static_cast<int>(codec::number(pnr.substr(at, n))); };
  int const yy = part(4, 2);
  int const seventh = part(6, 1);
  int century = 1900;
  if (seventh == 4 || seventh == 9)
    century = yy <= 36 ? 2000 : 1900;
  else if (seventh >= 5)
    century = yy <= 57 ? 2000 : 1800;
  date const born{std::chrono::year(century + yy), std::chrono::month(static_cast<unsigned>(part(2, 2))),
                  std::chrono::day(static_cast<unsigned>(part(0, 2)))};
  if (!born.ok()) return std::nullopt;
  return born;
}

char sex(std::string_view pnr) { return (pnr.back() - '0') % 2 != 0 ? 'M' : 'K'; }

bool has_modulus_11(std::string_view pnr) {
  static constexpr int weights[] = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
  int sum = 0;
  for (std::size_t i = 0; i < 10; ++i) sum += weights[i] * (pnr[i] - '0');
  return sum % 11 == 0;
}

std::string masked(std::string_view pnr) { return std::string(pnr.substr(0, 6)) + "****"; }

int age_on(date born, date on) {
  int years = static_cast<int>(on.year()) - static_cast<int>(born.year());
  if (on.month() < born.month() || (on.month() == born.month() && on.day() < born.day())) --years;
  return years;
}

}  // namespace samspil::record
