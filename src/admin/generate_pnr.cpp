#include "admin/generate_pnr.hpp"

#include <stdexcept>

#include "base/date.hpp"
#include "record/pnr.hpp"

namespace samspil::admin {
namespace {

constexpr date first_day{std::chrono::year(1900), std::chrono::January, std::chrono::day(1)};
constexpr date last_day{std::chrono::year(2036), std::chrono::December, std::chrono::day(31)};

/// The serial numbers that a year of birth may have begin with these digits.
std::string_view first_digits(int year) {
  if (year < 1937) return "0123";
  if (year < 2000) return "012349";
  return "456789";
}

/// Walks over all candidates of a day in an order that looks like none: the
/// step has no factor in common with the number of candidates (2000 or 3000).
constexpr std::size_t step = 1237;

/// Where a day and sex stand in the lists of what is given.
std::size_t place_of(date born, char sex) {
  int const since = days_between(first_day, born);
  if (since < 0 || born > last_day) throw std::length_error("pnr_giver: born 1900 to 2036");
  return static_cast<std::size_t>(since) * 2 + (sex == 'M' ? 1 : 0);
}

/// The n-th number of a day and sex among those whose serial begins with one of `digits`.
std::string number_of(date born, char sex, std::string_view digits, std::size_t n) {
  std::string const day = date8(born);
  std::size_t const rest = n % 500 * 2 + (sex == 'M' ? 1 : 0);
  return day.substr(6, 2) + day.substr(4, 2) + day.substr(2, 2) + digits[n / 500] +
         std::to_string(1000 + rest).substr(1);
}

}  // namespace

pnr_giver::pnr_giver()
    : given_(static_cast<std::size_t>(days_between(first_day, last_day) + 1) * 2), given_with_(given_.size()) {}

std::string pnr_giver::next(date born, char sex) {
  std::size_t const place = place_of(born, sex);
  std::string_view const digits = first_digits(static_cast<int>(born.year()));
  std::size_t const candidates = digits.size() * 500;
  while (given_[place] < candidates) {
    std::size_t const n = (place / 2 * 7 + given_[place]++ * step) % candidates;
    std::string const pnr = number_of(born, sex, digits, n);
    if (!record::has_modulus_11(pnr)) return pnr;
  }
  throw std::length_error("pnr_giver: no number left for a day");
}

std::string pnr_giver::next_with_modulus_11(date born, char sex) {
  std::size_t const place = place_of(born, sex);
  std::string_view const series = static_cast<int>(born.year()) < 1937 ? "3" : "9";
  while (given_with_[place] < 500) {
    std::string const pnr = number_of(born, sex, series, given_with_[place]++);
    if (record::has_modulus_11(pnr)) return pnr;
  }
  return next(born, sex);
}

}  // namespace samspil::admin
