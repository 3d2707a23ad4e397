#include "base/date.hpp"

#include <cstdio>

namespace samspil {
namespace {

std::optional<int> digits(std::string_view text) {
  int n = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    n = n * 10 + (c - '0');
  }
  return n;
}

std::optional<date> make(std::string_view y, std::string_view m, std::string_view d) {
  auto const yy = digits(y), mm = digits(m), dd = digits(d);
  if (!yy || !mm || !dd || *yy < 1800 || *yy > 2999) return std::nullopt;
  date const out{std::chrono::year(*yy), std::chrono::month(static_cast<unsigned>(*mm)),
                 std::chrono::day(static_cast<unsigned>(*dd))};
  if (!out.ok()) return std::nullopt;
  return out;
}

std::string print(date d, char const* format) {
  char out[32];
  std::snprintf(out, sizeof out, format, static_cast<int>(d.year()), static_cast<unsigned>(d.month()),
                static_cast<unsigned>(d.day()));
  return out;
}

}  // namespace

std::optional<date> parse_date8(std::string_view text) {
  if (text.size() != 8) return std::nullopt;
  return make(text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
}

std::optional<date> parse_date10(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return make(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2));
}

std::string date8(date d) { return print(d, "%04d%02u%02u"); }
std::string date10(date d) { return print(d, "%04d-%02u-%02u"); }

date add_days(date d, int days) { return date(std::chrono::sys_days(d) + std::chrono::days(days)); }

int days_between(date a, date b) {
  return static_cast<int>((std::chrono::sys_days(b) - std::chrono::sys_days(a)).count());
}

date add_years(date d, int years) {
  date out = d + std::chrono::years(years);
  if (!out.ok()) out = out.year() / out.month() / std::chrono::last;
  return out;
}

}  // namespace samspil
