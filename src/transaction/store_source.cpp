#include "transaction/store_source.hpp"

#include <algorithm>

#include "rec/sams_init.hpp"

namespace samspil::transaction {

rules::stored_person const* store_source::person(std::string_view pnr) {
  for (known const& one : persons_)
    if (one.pnr == pnr) return one.registered ? &one.person : nullptr;
  auto row = scope_.person(pnr);
  known& one = persons_.emplace_back(known{std::string(pnr), row.has_value(), {}});
  if (!row) return nullptr;
  one.person.changed = row->changed();
  one.person.waiting_changed = row->waiting_changed();
  one.person.waiting_open = static_cast<unsigned>(row->waiting_open());
  one.person.records = record::person::trusted(std::move(row->records));
  latest_change_ = std::max({latest_change_, one.person.changed, one.person.waiting_changed});
  return &one.person;
}

std::string const& store_source::road(std::string_view komkod, std::string_view vejkod) {
  std::string key = std::to_string(scope_.generation(store::reference::roads)) + " ";
  key.append(komkod).append(vejkod);
  auto const found = roads_.find(key);
  if (found != roads_.end()) return *found->second;
  road_records records = world_.roads().find(key);
  if (!records) {
    records = std::make_shared<std::string const>(scope_.road(komkod, vejkod).value_or(std::string()));
    world_.roads().keep(key, records);
  }
  return *roads_.emplace(std::move(key), std::move(records)).first->second;
}

std::string store_source::dwelling(std::string_view komkod, std::string_view vejkod, std::string_view husnr,
                                   std::string_view etage, std::string_view sidedoer) {
  return scope_.dwelling(komkod, vejkod, husnr, etage, sidedoer).value_or(std::string());
}

bool store_source::awaits_approval(std::string_view pnr, std::string_view haendelse) {
  using row = rec::WAITING_ROW;
  auto const* known_person = person(pnr);
  if (known_person != nullptr && known_person->waiting_open == 0) return false;
  for (store::waiting_row const& waiting : scope_.waiting_of(pnr)) {
    if (waiting[row::TILSTAND] != "A" || codec::number(waiting[row::VENTENR]) == ignored_ventenr_) continue;
    codec::view<rec::INIT_ANMODNING> const keys(waiting[row::EVENT_KEYS]);
    if (keys[rec::INIT_ANMODNING::HAENDELSE] == haendelse) return true;
  }
  return false;
}

std::string store_source::persons_in(std::string_view text, std::string_view but) const {
  std::string out;
  for (known const& one : persons_)
    if (one.registered && one.pnr != but && text.find(one.pnr) != std::string_view::npos) out.append(one.pnr);
  return out;
}

}  // namespace samspil::transaction
