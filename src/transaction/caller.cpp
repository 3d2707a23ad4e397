#include "transaction/caller.hpp"

#include "rec/sams_init.hpp"

namespace samspil::transaction {

using row = rec::AUDIT_ROW;

store::audit_entry audit_of(caller const& who, std::string_view funktion, std::string_view reference,
                            std::string_view dialognr) {
  store::audit_entry entry;
  entry.row.set(row::ACTOR_KIND, "C")
      .set(row::KUNDENR, who.actor.kundenr)
      .set(row::ACTOR, who.actor.user)
      .set(row::NET_ADDRESS, std::string_view(who.address).substr(0, 45))
      .set(row::CERTIFICATE, std::string_view(who.certificate).substr(0, 32))
      .set(row::FUNCTION_NAME, funktion)
      .set(row::PURPOSE, reference)
      .set(row::DIALOGNR, dialognr)
      .set(row::OUTCOME, "O");
  return entry;
}

void add_keys(store::audit_entry& entry, std::string_view keys) {
  codec::view<rec::INIT_ANMODNING> const event(keys);
  entry.row.set(row::HAENDELSE, event[rec::INIT_ANMODNING::HAENDELSE]);
  if (codec::is_digits(event[rec::INIT_ANMODNING::PNR])) entry.row.set(row::PNR, event[rec::INIT_ANMODNING::PNR]);
}

}  // namespace samspil::transaction
