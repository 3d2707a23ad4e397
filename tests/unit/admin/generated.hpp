// A generated or shipped register, loaded, and what must hold of everybody in it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "load_fixture.hpp"
#include "record/person.hpp"
#include "rules/source.hpp"

namespace samspil::test {

struct three_files {
  std::string persons, authorities, roads;
};

/// What `samspil generate` writes.
three_files generated(std::uint64_t persons, std::uint64_t seed);
/// records/demo.
three_files shipped_files();

/// The loaded register as the rules read it.
class register_of final : public rules::register_source {
 public:
  explicit register_of(loading& with);
  std::map<std::string, rules::stored_person, std::less<>> const& persons() const { return persons_; }

  rules::stored_person const* person(std::string_view pnr) override {
    auto const found = persons_.find(pnr);
    return found == persons_.end() ? nullptr : &found->second;
  }
  std::string const& road(std::string_view komkod, std::string_view vejkod) override {
    return roads_[std::string(komkod) + std::string(vejkod)];
  }
  std::string dwelling(std::string_view komkod, std::string_view vejkod, std::string_view husnr, std::string_view etage,
                       std::string_view sidedoer) override {
    auto const found = dwellings_.find(std::string(komkod) + std::string(vejkod) + std::string(husnr) +
                                       std::string(etage) + std::string(sidedoer));
    return found == dwellings_.end() ? std::string() : found->second;
  }
  std::vector<std::string> const& authorities(std::string_view mynkod) override {
    return authorities_[std::string(mynkod)];
  }
  bool awaits_approval(std::string_view, std::string_view) override { return false; }
  std::optional<rules::registered_event> latest_event(std::string_view) override { return std::nullopt; }

 private:
  std::map<std::string, rules::stored_person, std::less<>> persons_;
  std::map<std::string, std::string> roads_, dwellings_;
  std::map<std::string, std::vector<std::string>> authorities_;
};

/// Loads the files; a test fails when one is not taken.
void load_all(loading& with, three_files const& files);
/// What is not as it should be about one person; empty when all is.
std::string wrong_about(record::person const& p, register_of& all, bool of_demo);
/// A test fails for each person who is not as he should be.
void everybody_is_consistent(loading& with, bool of_demo = false);

}  // namespace samspil::test
