// Putting an event into the register: the one way for a direct save, an
// approval and the daily run.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/effects.hpp"
#include "store/write_scope.hpp"
#include "transaction/caller.hpp"

namespace samspil::transaction {

/// What a journal row says besides its number.
struct journal_facts {
  std::string funktion;  ///< GEMH, VGOD ...
  std::string keys;      ///< INIT-ANMODNING
  std::string data;      ///< DATA
  std::string kundenr;
  std::string user;
  std::uint64_t ventenr = 0;
  std::string time20;    ///< local time, 20 digits
  std::string utc20;
  unsigned rule_version = 1;
};

/// What leaves the waiting register with an event that was in it.
struct leaving {
  std::uint64_t waiting_changed = 0;  ///< 0: it was never there
  unsigned closed = 0;                ///< that the main person's WAITING-OPEN goes down by
};

/// Writes the touched persons, CHANGED = `mark.sequence`, and the journal row
/// with what each lost; it is their and the main person's last event then. Gives
/// the journal number, which is the KVITTERINGSNR.
std::uint64_t register_event(store::write_scope& scope, journal_facts const& facts,
                             std::vector<rules::touched_person> const& touched, rules::register_source& source,
                             store::audit_mark const& mark, leaving const& waiting = {});

/// What a PERSON-ROW says of the waiting register.
struct waiting_counts {
  std::uint64_t changed;  ///< WAITING-CHANGED
  unsigned open;          ///< WAITING-OPEN
};

/// The journal row of a save that went to the waiting register, or of a decision that registered nothing. Its main
/// person, if the register has it, gets these counts and the event as its last; its records stay.
std::uint64_t journal_only(store::write_scope& scope, journal_facts const& facts, store::audit_mark const& mark,
                           rules::stored_person const* main, waiting_counts counts);

/// Writes PERSON-ROW with the records as they are and the counts of the waiting register as given, without an event.
void put_waiting_counts(store::write_scope& scope, std::string_view pnr, rules::stored_person const& person,
                        waiting_counts counts);

}  // namespace samspil::transaction
