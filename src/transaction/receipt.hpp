// KVITTERING: what was saved, kept under the client's reference for ever the same.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "codec/field.hpp"
#include "rec/sams_kvittering.hpp"
#include "store/audit.hpp"
#include "store/read_scope.hpp"
#include "store/rows.hpp"

namespace samspil::transaction {

using kvittering = codec::buffer<rec::KVITTERING>;

/// What a receipt says besides its number and time.
struct receipt_facts {
  char registrering = 'R';            ///< R in the register, V in the waiting register
  std::uint64_t ventenr = 0;
  char tilstand = 'E';
  std::string godkendes_af = "0000";  ///< authority that must approve
  std::string godkendes_af_nvn;       ///< its name
  std::string keys;                   ///< INIT-ANMODNING
};

kvittering make_receipt(receipt_facts const& facts, std::uint64_t number, std::string_view time20,
                        store::audit_mark const& mark);

/// What a GEMH asks to be saved, as far as it decides whether it is the same again.
struct save_content {
  std::string keys;  ///< INIT-ANMODNING
  std::string data;  ///< the approved DATA
};

/// Whether the stored save is the same GEMH again (protocol.md, "Saving is idempotent"): by its DIALOGNR, or by keys
/// and data. `content` is null when the dialogue is unknown or not validated.
bool is_same_save(store::read_scope const& scope, store::receipt_row const& stored, std::uint64_t dialognr,
                  save_content const* content);
/// Whether it is the same decision again: by FUNKTION and body.
bool is_same_decision(store::receipt_row const& stored, std::string_view funktion, std::string_view body);

/// STAT: the KVITTERING of a reference with TILSTAND as it is now; nothing when it is unknown.
std::optional<kvittering> receipt_now(store::read_scope const& scope, std::string_view kundenr,
                                      std::string_view reference);

}  // namespace samspil::transaction
