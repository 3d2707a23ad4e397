// Internal. Puts persons of the shipped register together.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "admin/generate_demo.hpp"
#include "admin/generate_pnr.hpp"

namespace samspil::admin {

class demo_maker {
 public:
  /// A person of STATUS 01 without an address; the reference stays good.
  citizen& person(char sex, std::string first, std::string last, int born);
  /// Moves in. What was the home before becomes history and decides the FRAFLYKOM fields.
  void live(citizen& c, place const& where, int from);
  /// The same for all of them, the later of `from` and birth.
  void live(std::vector<citizen*> const& together, place const& where, int from);
  /// CIVST G (or P) of both from a day on.
  void marry(citizen& a, citizen& b, int day, char civst = 'G');
  /// CIVST F, O or what else ends it, of both.
  void part(citizen& a, citizen& b, int day, char civst = 'F');
  void child_of(citizen& child, citizen* mother, citizen* father);
  /// The home ends: it becomes history.
  void leave(citizen& c, int day);
  /// Death of `c`; the spouse, if there is one, is widowed.
  void die(citizen& c, citizen* spouse, int day);
  /// A number for somebody who has one already (STATUS 50 and 60).
  std::string further_number(citizen const& c) { return numbers_.next(c.born, c.sex); }

  std::vector<citizen> take();

 private:
  std::deque<citizen> all_;
  pnr_giver numbers_;
};

/// KOMKOD, VEJKOD, HUSNR, ETAGE and SIDEDOER as one writes them: place_of("0851 1016 40 1 tv").
place place_of(std::string_view words);

/// Ordinary families, and those that each show something.
void add_demo_families(demo_maker& to);
void add_demo_cases(demo_maker& to);

}  // namespace samspil::admin
