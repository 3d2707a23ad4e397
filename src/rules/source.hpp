// What the rules read of the register, declared here and filled by the
// transaction layer, so that rules and store do not know each other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/person.hpp"
#include "record/stored_person.hpp"

namespace samspil::rules {

using record::stored_person;

/// An event of the register's journal, as FTR sees it.
struct registered_event {
  struct person {
    std::string pnr;
    std::string aflmrk;  ///< AFLEDTMRK
    record::change made;
  };
  std::uint64_t number = 0;       ///< KVITTERINGSNR
  std::string haendelse;
  std::string timestampu;         ///< yyyyMMddHHmm
  std::string hdto;               ///< yyyyMMdd
  std::vector<person> touched;    ///< the main person first
  bool may_be_undone = false;     ///< nobody it touched has a later event, or was loaded since
};

class register_source {
 public:
  virtual ~register_source() = default;
  /// Null when the number is not in the register. The pointer lives as long as the source.
  virtual stored_person const* person(std::string_view pnr) = 0;
  /// Records 001 and 003 to 014 of a road one after the other, empty when there is no such road.
  virtual std::string const& road(std::string_view komkod, std::string_view vejkod) = 0;
  /// Records 002 of a dwelling one after the other, empty when there is none.
  virtual std::string dwelling(std::string_view komkod, std::string_view vejkod, std::string_view husnr,
                               std::string_view etage, std::string_view sidedoer) = 0;
  /// The records 001 of an authority, one for each MYNTYP.
  virtual std::vector<std::string> const& authorities(std::string_view mynkod) = 0;
  /// Whether an event `haendelse` in state A has `pnr` as its main person.
  virtual bool awaits_approval(std::string_view pnr, std::string_view haendelse) = 0;
  /// The latest registered and not undone event with this main person, FTR aside; nothing without one.
  virtual std::optional<registered_event> latest_event(std::string_view pnr) = 0;
};

/// Who acts.
struct actor {
  std::string kundenr;             ///< 4 digits
  std::string user;                ///< BRUGER-ID without trailing blanks
  std::string group;               ///< SIKKERHEDSGRUPPE
  std::string mynkod = "0000";     ///< authority of the user
  std::string language = "da";
  std::uint64_t rights_changed = 0;
};

}  // namespace samspil::rules
