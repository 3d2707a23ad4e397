// effectuate: the daily run by command.
#include <boost/json/object.hpp>

#include "admin/functions.hpp"
#include "admin/report.hpp"
#include "base/date.hpp"
#include "transaction/effectuate.hpp"

namespace samspil::admin {

int effectuate(context const& with, arguments const&) {
  date const day = with.time.business_date();
  audit_now(with.db(), audit_entry_of(with, "business date " + date10(day)));
  transaction::world_cache worlds;
  auto const run = transaction::effectuate(
      with.db(), worlds, with.time, day,
      [&](std::uint64_t done, std::uint64_t total) {
        return with.shown.update("effectuating", done, total, "events");
      },
      audit_of(with.who, with.command));
  with.shown.clear();
  if (with.live.effectuations != nullptr) with.live.effectuations->add(run, with.time.now());
  if (with.json)
    write_json(with.out, boost::json::object{{"effectuated", run.done}, {"failed", run.failed}});
  else
    with.out << pairs_text({{"effectuated", std::to_string(run.done)}, {"failed", std::to_string(run.failed)}});
  if (run.broken != 0)
    return fail(with, status::fault,
                std::to_string(run.broken) + " events were left as they are by a fault, the first: " + run.fault);
  if (run.cancelled) return fail(with, status::refused, "cancelled; the rest is left to the next run");
  return status::ok;
}

}  // namespace samspil::admin
