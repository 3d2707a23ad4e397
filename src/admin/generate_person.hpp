// Internal. A fictitious person as plain facts, and the CPR records that tell them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "rules/source.hpp"

namespace samspil::admin {

/// Where somebody lives: the fields as record 002 has them.
struct place {
  std::string komkod, vejkod;
  std::string husnr = "    ", etage = "  ", sidedoer = "    ", bnr = "    ";
  bool operator==(place const&) const = default;
};

struct home {
  place where;
  date from;
  date municipality_from;       ///< moved into the municipality
  std::string municipality_before;  ///< KOMKOD moved from; empty when it is the first
  std::string conv{};           ///< CONVN
  std::vector<std::string> lines{};           ///< SUPLADR
  std::optional<date> lines_from{}, lines_to{};
};

/// ANNKOR of a row of history: blank, K corrected, A undone.
using correction = char;

struct former_home {
  place where;
  date from, to;
  correction annkor = ' ';
};

struct given_name {
  std::string first, middle, last;
  date from;
  /// As an address writes it, cut at 34.
  std::string address_name() const;
};

struct former_name {
  given_name name;
  date to;
  correction annkor = ' ';
};

/// CIVST and the other's personnummer (empty: none), in force from a day.
struct civil_state {
  char civst = 'U';
  std::string spouse{};
  std::optional<date> from{};
  std::string spouse_name{};            ///< of one who is not in the register
  std::optional<date> spouse_born{};
};

struct former_civil_state {
  civil_state state;
  date to;
  correction annkor = ' ';
};

struct parent {
  std::string pnr{};            ///< empty: not in the register
  std::optional<date> born{};   ///< of one who is not in the register
  std::string name{};
};

struct protection {
  unsigned type;
  date from;
  std::optional<date> to{};
};

struct foreign_home {
  std::string country;
  date from;
  std::vector<std::string> lines{};
};

/// A stay abroad that is over: out (unknown for one born there) and in again.
struct former_foreign_home {
  std::string country;
  std::optional<date> out;
  date in;
  std::vector<std::string> lines{};
};

struct former_church {
  char church;
  date from, to;
};

/// 013 while it lasts, 030 when it is over.
struct separation {
  date from;
  std::optional<date> to{};
};

/// 016: who has custody of a child. RELTYP 3 mother, 4 father, 5 and 6 somebody else, who is named.
struct custody {
  unsigned type;
  date from;
  std::optional<date> to{};
  std::string pnr{};
};

/// 017: the guardian, by number or in text.
struct guardianship {
  date from;
  std::optional<date> to{};
  std::string pnr{};
  std::string name{};
  std::vector<std::string> lines{};
};

/// 018, 019 and 020.
struct local_matter {
  unsigned type;
  std::string code;
  date from;
  std::string text;
};
struct note {
  unsigned number;
  std::string line;
  date from;
  std::optional<date> to{};
};
struct vote {
  date right, from;
  std::optional<date> to{};
};

/// A number that the person had before: record 022.
struct former_number {
  std::string pnr;
  std::optional<date> to{};
};

/// An event that CPR told with an earlier extract: record 099.
struct told_event {
  std::string time;  ///< TIMESTAMPU, 12 digits
  std::string code, mark{};
};

struct citizen {
  std::string pnr;
  char sex = 'K';
  date born;
  unsigned status = 1;
  std::optional<date> status_from{};
  bool status_uncertain = false;
  std::optional<date> registered_from{};  ///< START-DT-PERSON when it is not the birth
  std::string valid_pnr{};       ///< PNRGAELD of STATUS 50 and 60
  std::vector<former_number> former_pnr{};
  std::string profession{};
  given_name name;
  std::vector<former_name> former_names{};
  std::optional<home> lives{};
  std::vector<former_home> former_homes{};
  std::vector<protection> protections{};
  std::optional<foreign_home> abroad{};
  std::vector<former_foreign_home> former_abroad{};
  std::vector<std::string> contact_lines{};
  std::optional<date> contact_from{}, contact_to{};
  std::optional<date> disappeared{};
  std::vector<std::pair<date, date>> former_absences{};  ///< disappeared, found again
  std::string born_in = "0101";      ///< MYNKOD of the registrar or country
  std::string birthplace{};          ///< MYNTXT, where it is a place abroad
  std::string citizenship = "5100";
  std::optional<date> citizen_from{};
  std::vector<former_foreign_home> former_citizenships{};  ///< country, from (out) and to (in)
  char church = 'F';
  std::optional<date> church_from{};  ///< empty: from birth
  std::vector<former_church> former_churches{};
  civil_state civil{};
  std::vector<former_civil_state> former_civil{};
  std::vector<separation> separations{};
  parent mother{}, father{};
  std::vector<std::string> children{};
  std::vector<custody> custodies{};
  std::optional<guardianship> guardian{};
  std::vector<local_matter> local_matters{};
  std::vector<note> notes{};
  std::optional<vote> voting{};
  std::string kept_021{};             ///< of a record whose layout is not public
  std::vector<told_event> events{};
};

/// The person's records in ascending type; 003 is translated from `roads`, as
/// the register does when it writes an address.
std::string records_of(citizen const& c, rules::register_source& roads);

}  // namespace samspil::admin
