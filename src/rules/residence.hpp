// Moving a person to an address: the records 001, 002, 003 and 023, for every
// event that gives a person a new home.
#pragma once

#include <string>
#include <string_view>

#include "record/person.hpp"
#include "rules/facts.hpp"

namespace samspil::rules {

/// A home in the municipality of the keys; the views live as long as the facts.
struct new_home {
  explicit new_home(data_facts const& f);

  std::string_view komkod, vejkod, husnr, etage, sidedoer, bnr, convn;
  std::string since;  ///< HDTO0000
  address_text text;
  /// STATUS by address (domain.md, "Effects in general").
  std::string_view status() const;
};

/// Record 002 becomes a row of 023 behind the others that ends at `end12`; nothing without a 002.
void end_residence(record::person& person, std::string_view end12, std::string_view mark = "");
/// The same for a person who has no new home: 002 goes, 003 keeps ADRNVN alone.
void leave_residence(record::person& person, std::string_view end12, std::string_view mark = "");
/// Writes 001, 002 and 003 for the new home, the old one still in 002 (end_residence goes before).
void take_residence(record::person& person, new_home const& home);
/// Sets STATUS; STATUSHAENSTART and its mark change only when STATUS does.
void set_status(record::person& person, std::string_view status, std::string_view since12, std::string_view mark = "");

}  // namespace samspil::rules
