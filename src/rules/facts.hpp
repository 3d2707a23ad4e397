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
/// a predicate from reading them then.
struct key_facts {
  key_facts(std::string_view keys40, actor const& who_, tables const& table_, register_source& source_, date business);

  std::string_view pnr() const { return keys[rec::INIT_ANMODNING::PNR]; }
  std::string_view hdto() const { return keys[rec::INIT_ANMODNING::HDTO]; }
  std::string_view komkod() const { return keys[rec::INIT_ANMODNING::KOMKOD]; }
  std::string_view haendelse() const { return keys[rec::INIT_ANMODNING::HAENDELSE]; }
  std::string_view status() const;
  std::string_view scope() const { return table.groups.scope(who.group); }

  codec::view<rec::INIT_ANMODNING> keys;
  actor const& who;
  tables const& table;
  register_source& source;
  date business_date;
  event_type const* event;          ///< null when unknown
  std::optional<date> event_date;   ///< HDTO when it is a date
  stored_person const* person;      ///< null when not in the register
  /// KLARTEKST: what a message puts in place of the `%` of its text.
  std::string text_value(unsigned number) const;
};

/// The DATA of an event whose keys hold.
struct data_facts {
  data_facts(key_facts const& keys_, std::string normal);

  key_facts const& keys;
  record::person const& person;
  std::string data;                        ///< normalised, 400 bytes
  std::vector<household_member> members;   ///< the whole household on HDTO

  /// A field of DATA, occurrence from 1 (0 where it does not repeat).
  std::string_view value(data_field const& f, unsigned occurrence) const;
  /// The member with this number, null when there is none.
  household_member const* member(std::string_view pnr) const;
};

}  // namespace samspil::rules
