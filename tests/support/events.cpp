#include "support/events.hpp"

#include <stdexcept>

#include "rec/sams_fly.hpp"
#include "rec/sams_mfb.hpp"
#include "support/sams.hpp"
#include "transaction/validate.hpp"

namespace samspil::test {
namespace {

rules::actor actor_of(store::read_scope const& scope, std::string_view user) {
  using row = rec::USER_ROW;
  auto const found = scope.user("1234", user);
  if (!found) throw std::runtime_error("no user " + std::string(user));
  rules::actor out;
  out.kundenr = "1234";
  out.user = user;
  out.group = codec::trimmed((*found)[row::SECURITY_GROUP]);
  out.mynkod = (*found)[row::MYNKOD];
  out.rights_changed = codec::number((*found)[row::RIGHTS_CHANGED]);
  return out;
}

}  // namespace

std::string move_to(std::string_view husnr) {
  codec::buffer<rec::FLY_DATA> data;
  data.set(rec::FLY_DATA::VEJKOD, "1000").set(rec::FLY_DATA::HUSNR, husnr);
  return std::string(data.bytes());
}

std::string protection_set() {
  codec::buffer<rec::MFB_DATA> data;
  data.set(rec::MFB_DATA::HANDLING, "S");
  return std::string(data.bytes());
}

std::uint64_t save_event(store::write_scope& scope, transaction::world_cache& worlds, clock const& time,
                         date business_date, reported const& what) {
  transaction::save_request request;
  request.who.actor = actor_of(scope, what.user);
  request.reference = what.reference;
  request.dialognr = "000000000001";
  request.business_date = business_date;
  request.event.keys = init_body(what.pnr, what.hdto, what.komkod, what.haendelse);
  request.event.data = what.data;
  rules::actor const& who = request.who.actor;
  request.event.at = transaction::versions_of(scope, *worlds.of(scope), who.group, who.rights_changed, business_date);
  request.event.seen = ~std::uint64_t{0};
  auto const saved = transaction::save(scope, *worlds.of(scope), time.now(), request);
  if (!saved.messages.empty())
    throw std::runtime_error("an event was refused: " + std::to_string(saved.messages.front().number));
  return codec::number(saved.receipt[rec::KVITTERING::VENTENR]);
}

std::uint64_t save_event(store::database& db, clock const& time, date business_date, reported const& what) {
  transaction::world_cache worlds;
  std::uint64_t ventenr = 0;
  db.write([&](store::write_scope& scope) { ventenr = save_event(scope, worlds, time, business_date, what); });
  return ventenr;
}

}  // namespace samspil::test
