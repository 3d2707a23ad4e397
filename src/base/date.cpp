#include "base/date.hpp"

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

/// The digits of `value` over the zeros of `out` that end in front of `end`. Every
/// message asks for dates: no format string.
void put(std::string& out, std::size_t end, unsigned value) {
  for (; value != 0; value /= 10) out[--end] = static_cast<char>('0' + value % 10);
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

std::string date8(date d) {
  std::string out(8, '0');
  put(out, 4, static_cast<unsigned>(static_cast<int>(d.year())));
  put(out, 6, static_cast<unsigned>(d.month()));
  put(out, 8, static_cast<unsigned>(d.day()));
  return out;
}

std::string date10(date d) { return date8(d).insert(6, 1, '-').insert(4, 1, '-'); }

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
