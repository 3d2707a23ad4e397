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

}  // namespace

pnr_giver::pnr_giver()
    : given_(static_cast<std::size_t>(days_between(first_day, last_day) + 1) * 2) {}

std::string pnr_giver::next(date born, char sex) {
  int const since = days_between(first_day, born);
  if (since < 0 || born > last_day) throw std::length_error("pnr_giver: born 1900 to 2036");
  std::size_t const place = static_cast<std::size_t>(since) * 2 + (sex == 'M' ? 1 : 0);
  std::string_view const digits = first_digits(static_cast<int>(born.year()));
  std::size_t const candidates = digits.size() * 500;
  std::string const day = date8(born);
  while (given_[place] < candidates) {
    std::size_t const n = (static_cast<std::size_t>(since) * 7 + given_[place]++ * step) % candidates;
    std::size_t const rest = n % 500 * 2 + (sex == 'M' ? 1 : 0);
    std::string const pnr = day.substr(6, 2) + day.substr(4, 2) + day.substr(2, 2) + digits[n / 500] +
                            std::to_string(1000 + rest).substr(1);
    if (!record::has_modulus_11(pnr)) return pnr;
  }
  throw std::length_error("pnr_giver: no number left for a day");
}

}  // namespace samspil::admin
