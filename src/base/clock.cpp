#include "base/clock.hpp"

#include <atomic>
#include <cstdlib>
#include <ctime>
#include <filesystem>

namespace samspil {
namespace {

/// How often the time zone was set.
std::atomic<unsigned> zones_set{0};

/// Every message asks for times: no format string, and the memory once.
std::string digits(std::tm const& tm, std::int64_t micros) {
  std::string out(20, '0');
  std::size_t end = 0;
  auto const put = [&](std::size_t width, std::int64_t value) {
    end += width;
    for (std::size_t at = end; at > end - width; value /= 10) out[--at] = static_cast<char>('0' + value % 10);
  };
  put(4, tm.tm_year + 1900);
  put(2, tm.tm_mon + 1);
  put(2, tm.tm_mday);
  put(2, tm.tm_hour);
  put(2, tm.tm_min);
  put(2, tm.tm_sec);
  put(6, micros);
  return out;
}

}  // namespace

utc_micros system_clock::now() const {
  return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
}

steady_time system_clock::steady() const { return std::chrono::steady_clock::now(); }

date system_clock::business_date() const {
  if (is_fixed_) return fixed_;
  // Every message asks several times, and the time zone's rules are behind a lock.
  struct known {
    std::time_t second = -1;
    unsigned zone = 0;
    date day{};
  };
  thread_local known last;
  std::time_t const t = std::time(nullptr);
  unsigned const zone = zones_set.load(std::memory_order_relaxed);
  if (t == last.second && zone == last.zone) return last.day;
  std::tm tm{};
  localtime_r(&t, &tm);
  last = {t, zone,
          {std::chrono::year(tm.tm_year + 1900), std::chrono::month(static_cast<unsigned>(tm.tm_mon + 1)),
           std::chrono::day(static_cast<unsigned>(tm.tm_mday))}};
  return last.day;
}

bool set_time_zone(std::string const& name) {
  bool const plain = !name.empty() && name.find("..") == std::string::npos && name.front() != '/';
  if (name != "UTC" && !(plain && std::filesystem::is_regular_file("/usr/share/zoneinfo/" + name))) return false;
  setenv("TZ", name.c_str(), 1);
  tzset();
  zones_set.fetch_add(1, std::memory_order_relaxed);
  return true;
}

std::string local_digits(utc_micros t) {
  auto const seconds = std::chrono::floor<std::chrono::seconds>(t);
  std::time_t const s = seconds.time_since_epoch().count();
  std::tm tm{};
  localtime_r(&s, &tm);
  return digits(tm, (t - seconds).count());
}

std::string utc_digits(utc_micros t) {
  auto const seconds = std::chrono::floor<std::chrono::seconds>(t);
  std::time_t const s = seconds.time_since_epoch().count();
  std::tm tm{};
  gmtime_r(&s, &tm);
  return digits(tm, (t - seconds).count());
}

utc_micros from_utc_digits(std::string const& text) {
  auto part = [&](std::size_t at, std::size_t n) { return std::stoi(text.substr(at, n)); };
  using namespace std::chrono;
  auto const day_ = sys_days(year(part(0, 4)) / part(4, 2) / part(6, 2));
  return day_ + hours(part(8, 2)) + minutes(part(10, 2)) + seconds(part(12, 2)) + microseconds(part(14, 6));
}

}  // namespace samspil
