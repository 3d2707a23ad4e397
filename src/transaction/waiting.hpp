// The waiting register as it is listed and shown (domain.md, "The waiting register").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "codec/field.hpp"
#include "rec/sams_vlst.hpp"
#include "rules/source.hpp"
#include "store/read_scope.hpp"
#include "transaction/world.hpp"

namespace samspil::transaction {

/// Which waiting events a list holds; empty members hold all.
struct waiting_filter {
  std::string authority;      ///< 4 digits: that decides
  char tilstand = ' ';        ///< blank: all
  std::string pnr;            ///< 10 digits
  std::uint64_t from = 0;     ///< first VENTENR
  std::string due_by;         ///< yyyyMMdd: only state A whose FRIST is that day or earlier
  std::size_t count_max = 100;
};

struct waiting_list {
  std::vector<codec::buffer<rec::VENTPOST>> posts;  ///< ascending by VENTENR
  bool more = false;
};

waiting_list list_waiting(store::read_scope const& scope, waiting_filter const& filter);

/// One waiting event as VENTPOST; ADRNVN as it is now.
codec::buffer<rec::VENTPOST> ventpost(store::waiting_row const& row, store::read_scope const& scope);

/// Whether this user may look at the event or decide it: his own authority's
/// (KOMMUNE), every one (CPRADM), or what his KUNDENR reported (BORGER).
bool may_see(rules::actor const& who, rules::tables const& table, store::waiting_row const& row);

/// Who reported the event, with the language of the one who asks now.
rules::actor reporter_of(store::waiting_row const& row, std::string_view language);

/// VVIS: VENTPOST, STAM, AKTUEL, DATA, KLARTEKST and BEGRUNDELSE one after the other.
struct waiting_shown {
  std::string body;
  std::string others;  ///< personnummer shown besides the main person
};
waiting_shown show_waiting(store::read_scope const& scope, world const& around, store::waiting_row const& row,
                           std::string_view language, date business_date);

}  // namespace samspil::transaction
