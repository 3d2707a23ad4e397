// Events put into a register through the transaction layer, without a dialogue
// in front of it: they are saved as a VALI would have approved them.
#pragma once

#include <string>
#include <string_view>

#include "store/database.hpp"
#include "transaction/decide.hpp"
#include "transaction/save.hpp"

namespace samspil::test {

struct reported {
  std::string_view user = "KOMM01";  ///< of small_register's customer 1234
  std::string_view haendelse = "FLY";
  std::string_view pnr;
  std::string_view hdto;             ///< yyyyMMdd
  std::string_view komkod = "0101";
  std::string data;                  ///< 400 bytes, normalised
  std::string reference;
};

/// DATA of a move to HUSNR of Testvej, 0101 1000, and of a protection that is set.
std::string move_to(std::string_view husnr);
std::string protection_set();

/// Saves it inside a piece of the writer's work, as of this business date; its
/// VENTENR, 0 when it went straight to the register. std::runtime_error when it is refused.
std::uint64_t save_event(store::write_scope& scope, transaction::world_cache& worlds, clock const& time,
                         date business_date, reported const& what);
/// The same in a transaction of its own.
std::uint64_t save_event(store::database& db, clock const& time, date business_date, reported const& what);

}  // namespace samspil::test
