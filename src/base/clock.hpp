// Time as a parameter: nothing below the programs reads a clock of its own.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace samspil {

/// Microseconds since 1970-01-01T00:00:00Z.
using utc_micros = std::chrono::sys_time<std::chrono::microseconds>;
using steady_time = std::chrono::steady_clock::time_point;
using date = std::chrono::year_month_day;

/// The three clocks of the contract.
class clock {
 public:
  virtual ~clock() = default;
  virtual utc_micros now() const = 0;        ///< the system clock
  virtual steady_time steady() const = 0;    ///< for durations and time-outs
  virtual date business_date() const = 0;    ///< decides rules, password age and FRIST
};

/// The machine's clocks. `fixed` is the business date of a test installation;
/// without it the business date is today's in the process's time zone (TZ).
class system_clock final : public clock {
 public:
  system_clock() = default;
  explicit system_clock(date fixed) : fixed_(fixed), is_fixed_(true) {}
  utc_micros now() const override;
  steady_time steady() const override;
  date business_date() const override;

 private:
  date fixed_{};
  bool is_fixed_ = false;
};

/// Sets the process's time zone, an IANA name. False when the zone is unknown.
bool set_time_zone(std::string const& name);

/// yyyyMMddHHmmssuuuuuu (20 digits) in the process's time zone.
std::string local_digits(utc_micros t);
/// yyyyMMddHHmmssuuuuuu (20 digits) in UTC.
std::string utc_digits(utc_micros t);
/// The inverse of utc_digits; the caller has checked that they are 20 digits.
utc_micros from_utc_digits(std::string const& digits);

}  // namespace samspil
