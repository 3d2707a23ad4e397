// What the predicates of the checks may look at, gathered once for a message.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "rec/sams_init.hpp"
#include "rules/events.hpp"
#include "rules/household.hpp"
#include "rules/road.hpp"
#include "rules/source.hpp"
#include "rules/tables.hpp"

namespace samspil::rules {

/// The keys of an event and the world at INIT. Members that depend on a key are
/// empty where the key is not what it should be; the order of the checks keeps
/// a predicate from reading them then. Everything handed in must outlive it.
struct key_facts {
  /// `keys40` is an INIT-ANMODNING of 40 bytes.
  key_facts(std::string_view keys40, actor const& who_, tables const& table_, register_source& source_, date business);

  std::string_view pnr() const { return keys[rec::INIT_ANMODNING::PNR]; }
  std::string_view hdto() const { return keys[rec::INIT_ANMODNING::HDTO]; }
  std::string_view komkod() const { return keys[rec::INIT_ANMODNING::KOMKOD]; }
  std::string_view haendelse() const { return keys[rec::INIT_ANMODNING::HAENDELSE]; }
  /// PERSONSTATUS, empty without a person.
  std::string_view status() const;
  std::string_view scope() const { return table.groups.scope(who.group); }
  /// HDTO and `0000`: the event's date as records have it.
  std::string hdto12() const { return std::string(hdto()) + "0000"; }

  codec::view<rec::INIT_ANMODNING> keys;
  actor const& who;
  tables const& table;
  register_source& source;
  date business_date;
  char event_mode;                  ///< of the group for the event (group_table::event_mode), NUL: not permitted
  event_type const* event;          ///< null when unknown
  std::optional<date> event_date;   ///< HDTO when it is a date
  stored_person const* person;      ///< null when not in the register
};

/// The DATA of an event whose keys hold (check_keys found no F); std::logic_error
/// when there is no event, person or date at all.
struct data_facts {
  /// `data400` is DATA as it came or as it was answered.
  data_facts(key_facts const& keys_, std::string_view data400);

  key_facts const& keys;
  record::person const& person;
  std::string data;  ///< normalised, 400 bytes

  /// A field of DATA, occurrence from 1 (0 where it does not repeat).
  std::string_view value(data_field const& f, unsigned occurrence) const;
  /// A field that does not repeat, by name; empty when the event has none of that name.
  std::string_view text(std::string_view name) const;
  /// The whole household on HDTO; found when first asked for.
  std::vector<household_member> const& members() const;
  /// The member with this number, null when there is none.
  household_member const* member(std::string_view pnr) const;
  /// The road that KOMKOD and VEJKOD name.
  road street() const { return road(keys.source.road(keys.komkod(), text("VEJKOD"))); }

 private:
  mutable std::optional<std::vector<household_member>> members_;
};

}  // namespace samspil::rules
