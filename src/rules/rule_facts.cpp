#include "rules/rule_facts.hpp"

#include "rules/naming.hpp"
#include "rules/protections.hpp"

namespace samspil::rules {

record::person const* message_facts::person() const {
  return keys_.person == nullptr ? nullptr : &keys_.person->records;
}

record::person const* message_facts::person(std::string_view pnr) const {
  if (pnr.size() != 10 || !codec::is_digits(pnr) || is_zero(pnr)) return nullptr;
  stored_person const* const found = keys_.source.person(pnr);
  return found == nullptr ? nullptr : &found->records;
}

std::string_view message_facts::road(std::string_view komkod, std::string_view vejkod) const {
  return keys_.source.road(komkod, vejkod);
}

std::span<std::string const> message_facts::authorities(std::string_view mynkod) const {
  return keys_.source.authorities(mynkod);
}

bool message_facts::truth(fact what) const {
  if (what == fact::permitted) return keys_.event_mode != '\0';
  if (what == fact::awaits_decision) return keys_.source.awaits_approval(keys_.pnr(), keys_.haendelse());
  return false;
}

/// The event that FTR may undo; one without a code when there is none.
registered_event const& message_facts::undoable() const {
  if (!undoable_) {
    undoable_ = keys_.source.latest_event(keys_.pnr());
    if (!undoable_ || !undoable_->may_be_undone) undoable_.emplace();
  }
  return *undoable_;
}

std::int64_t message_facts::number(fact what) const {
  return what == fact::waiting && keys_.person != nullptr ? keys_.person->waiting_open : 0;
}

std::string_view message_facts::text(fact what) const {
  switch (what) {
    case fact::group: return keys_.who.group;
    case fact::scope: return keys_.scope();
    case fact::mynkod: return keys_.who.mynkod;
    case fact::residence: return keys_.person == nullptr ? std::string_view() : residence_of(keys_.person->records);
    case fact::protection_type: return rules::protection_type(keys_.haendelse());
    case fact::undo_event: return undoable().haendelse;
    case fact::undo_time: return undoable().timestampu;
    case fact::addressing_name:
      if (data_ != nullptr && !name_)
        name_ = rules::addressing_name(*data_).substr(0, rec::PERSON_008::ADRNVN.width);
      return name_ ? std::string_view(*name_) : std::string_view();
    case fact::successor:
      if (data_ != nullptr && !successor_)
        successor_ = successor_text(keys_.source, keys_.komkod(), data_->text("VEJKOD"));
      return successor_ ? std::string_view(*successor_) : std::string_view();
    default: return {};
  }
}

bool message_facts::has(fact_list list, std::string_view value) const {
  if (list == fact_list::events) return find_event(value) != nullptr;
  if (list == fact_list::reg) return person(value) != nullptr;
  if (data_ == nullptr) return false;
  household_member const* const member = data_->member(value);
  return member != nullptr && (list == fact_list::household || member->relation == relation_child);
}

}  // namespace samspil::rules
