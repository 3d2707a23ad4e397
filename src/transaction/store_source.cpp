#include "transaction/store_source.hpp"

#include <algorithm>

#include "rec/sams_init.hpp"

namespace samspil::transaction {

rules::stored_person const* store_source::person(std::string_view pnr) {
  for (known const& one : persons_)
    if (one.pnr == pnr) return one.person.get();
  known const& one = persons_.emplace_back(known{std::string(pnr), scope_.shared_person(pnr)});
  if (!one.person) return nullptr;
  latest_change_ = std::max({latest_change_, one.person->changed, one.person->waiting_changed});
  return one.person.get();
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

namespace {

using journal = rec::JOURNAL_ROW;

std::string_view key_of(store::journal_row const& event, auto const& field) {
  return codec::view<rec::INIT_ANMODNING>(event.head[journal::EVENT_KEYS])[field];
}

bool is_registered(store::journal_row const& event) { return event.head[journal::REGISTRERING] == "R"; }

/// An event that an undo may be about: registered, not undone, itself no undo.
bool stands(store::journal_row const& event) {
  return is_registered(event) && codec::number(event.head[journal::UNDONE_BY]) == 0 &&
         key_of(event, rec::INIT_ANMODNING::HAENDELSE) != "FTR";
}

}  // namespace

std::optional<rules::registered_event> store_source::latest_event(std::string_view pnr) {
  std::optional<store::journal_row> event;
  scope_.each_journal_of(pnr, [&](store::journal_row const& one) {
    if (stands(one) && key_of(one, rec::INIT_ANMODNING::PNR) == pnr) event = one;
    return !event;
  });
  if (!event) return std::nullopt;
  rules::registered_event out;
  out.number = event->number();
  out.haendelse = key_of(*event, rec::INIT_ANMODNING::HAENDELSE);
  out.hdto = key_of(*event, rec::INIT_ANMODNING::HDTO);
  out.timestampu = event->head[journal::TIMESTAMPU];
  for (store::touched_person const& one : event->touched)
    out.touched.push_back({one.pnr, one.aflmrk, {one.removed, one.removed_at, one.added_at}});
  out.may_be_undone = is_undoable(*event);
  return out;
}

bool store_source::is_undoable(store::journal_row const& event) {
  for (store::touched_person const& touched : event.touched) {
    std::uint64_t changed = 0;  // the audit row of the last event that changed the person
    bool another_stands = false;
    scope_.each_journal_of(touched.pnr, [&](store::journal_row const& one) {
      bool const is_later = one.number() > event.number();
      if (is_registered(one)) {
        another_stands = is_later && stands(one);
        if (changed == 0) changed = codec::number(one.head[journal::AUDIT_SEQUENCE]);
      }
      return is_later && !another_stands;
    });
    rules::stored_person const* const now = person(touched.pnr);
    if (another_stands || now == nullptr || now->changed != changed) return false;  // or loaded since
  }
  return true;
}

std::vector<std::string> store_source::persons_read(std::string_view but) const {
  std::vector<std::string> out;
  for (known const& one : persons_)
    if (one.person && one.pnr != but) out.push_back(one.pnr);
  return out;
}

std::string store_source::persons_in(std::string_view text, std::string_view but) const {
  std::string out;
  for (known const& one : persons_)
    if (one.person && one.pnr != but && text.find(one.pnr) != std::string_view::npos) out.append(one.pnr);
  return out;
}

}  // namespace samspil::transaction
