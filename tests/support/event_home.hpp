// The small register, and events reported to it by its municipality.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "support/events.hpp"
#include "support/small_register.hpp"

namespace samspil::test {

struct event_home {
  small_register reg;
  transaction::world_cache worlds;
  unsigned references = 0;

  /// Its VENTENR, 0 when it went straight to the register.
  std::uint64_t report(std::string_view person, std::string_view hdto, std::string data,
                       std::string_view haendelse = "FLY") {
    return save_event(reg.db(), reg.clock, reg.clock.business_date(),
                      {.haendelse = haendelse,
                       .pnr = person,
                       .hdto = hdto,
                       .data = std::move(data),
                       .reference = "R" + std::to_string(++references)});
  }
};

}  // namespace samspil::test
