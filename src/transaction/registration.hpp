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
/// with what each lost. Gives the journal number, which is the KVITTERINGSNR.
std::uint64_t register_event(store::write_scope& scope, journal_facts const& facts,
                             std::vector<rules::touched_person> const& touched, rules::register_source& source,
                             store::audit_mark const& mark, leaving const& waiting = {});

/// The journal row of a save that went to the waiting register, or of a decision that registered nothing.
std::uint64_t journal_only(store::write_scope& scope, journal_facts const& facts, store::audit_mark const& mark);

/// Writes PERSON-ROW with the records as they are and the counts of the waiting register as given.
void put_waiting_counts(store::write_scope& scope, std::string_view pnr, rules::stored_person const& person,
                        std::uint64_t waiting_changed, unsigned waiting_open);

}  // namespace samspil::transaction
