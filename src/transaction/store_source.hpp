// The register as the rules see it, filled from a scope of the store.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/source.hpp"
#include "store/read_scope.hpp"
#include "transaction/world.hpp"

namespace samspil::transaction {

class store_source final : public rules::register_source {
 public:
  /// Both must outlive it. Each person and road is read once.
  store_source(store::read_scope const& scope, world const& around) : scope_(scope), world_(around) {
    persons_.reserve(household_size);
  }

  rules::stored_person const* person(std::string_view pnr) override;
  std::string const& road(std::string_view komkod, std::string_view vejkod) override;
  std::string dwelling(std::string_view komkod, std::string_view vejkod, std::string_view husnr, std::string_view etage,
                       std::string_view sidedoer) override;
  std::vector<std::string> const& authorities(std::string_view mynkod) override { return world_.authorities(mynkod); }
  bool awaits_approval(std::string_view pnr, std::string_view haendelse) override;
  std::optional<rules::registered_event> latest_event(std::string_view pnr) override;

  /// The latest change of any person read so far, an audit sequence.
  std::uint64_t latest_change() const { return latest_change_; }
  /// The persons read so far whose number stands in `text` and is not `but`: ten digits each, one behind the other.
  std::string persons_in(std::string_view text, std::string_view but) const;
  /// All persons read so far that are registered and not `but`, in the order of reading.
  std::vector<std::string> persons_read(std::string_view but) const;
  /// Leaves an event aside in awaits_approval: the one that is being decided.
  void ignore_waiting(std::uint64_t ventenr) { ignored_ventenr_ = ventenr; }

 private:
  /// Persons that most messages are about at most.
  static constexpr std::size_t household_size = 4;
  bool is_undoable(store::journal_row const& event);
  struct known {
    std::string pnr;
    std::shared_ptr<rules::stored_person const> person;  // null: not registered
  };
  store::read_scope const& scope_;
  world const& world_;
  std::vector<known> persons_;
  std::map<std::string, road_records, std::less<>> roads_;  // held, whatever the cache does
  std::uint64_t latest_change_ = 0;
  std::uint64_t ignored_ventenr_ = 0;
};

}  // namespace samspil::transaction
