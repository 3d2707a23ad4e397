// A register with a handful of fictitious persons in memory, for tests of the
// layers above the store:
//
//   0101 Koebenhavn: road 1000 "Testvej" (odd 001-099, even 002-098, postal 2100 and 2200)
//   0851 Aalborg:   road 2000 "Proevegade"
//   Anna and Bo Berg with their children Cille and Dan live at 0851 2000 012;
//   Emil Enlig at 0101 1000 003; Frida Fraskilt emigrated.
//   Customer 1234 has the users KOMM01 (KOMMUNE 0101), KOMM51 (KOMMUNE 0851),
//   BORG01, LOOK01 (OPSLAG), ADMIN1 (CPRADM); 5678 may PRIV only.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "store/database.hpp"
#include "support/fake_clock.hpp"
#include "support/temporary.hpp"

namespace samspil::test {

inline constexpr std::string_view anna = "0101800002", bo = "0202780003", cille = "0303154004", dan = "0404174005",
                                  emil = "0505900007", frida = "0606850008", unknown_person = "0707700009";
inline constexpr std::string_view right_password = "Rigtig1!", pepper = "pepper of the tests, 32 bytes...";

/// The shipped tables, authorities, roads and persons above.
void fill_reference(store::database& db);
void fill_persons(store::database& db);
void fill_users(store::database& db, date business, std::string_view with_pepper = pepper);
/// `count` (100,000 at most) single persons at 0101 1000 003; crowd_pnr gives their numbers.
void fill_crowd(store::database& db, unsigned count);
std::string crowd_pnr(unsigned i);
/// A home that samspild can serve: database filled as above, secrets, certificate.
void make_home(std::filesystem::path const& home, unsigned crowd);

class small_register {
 public:
  /// `in_memory`: no files; else a home in a temporary directory.
  explicit small_register(bool in_memory = true);
  store::database& db() { return *db_; }
  /// Closes and opens the database again (files only).
  void reopen();
  fake_clock clock;

 private:
  temporary_directory directory_;
  std::unique_ptr<store::database> db_;
};

}  // namespace samspil::test
