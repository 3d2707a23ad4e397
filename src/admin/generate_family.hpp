// Internal. Families of a synthetic population: who is whose child, spouse or
// parent, where they live and lived, and what else the register knows of them.
#pragma once

#include <deque>
#include <optional>
#include <string_view>
#include <vector>

#include "admin/generate_person.hpp"
#include "admin/generate_pnr.hpp"
#include "admin/generate_random.hpp"
#include "admin/generate_towns.hpp"

namespace samspil::admin {

class family_maker {
 public:
  explicit family_maker(random_source& random) : random_(random), addresses_(random) {}

  /// 1 to `persons_max` persons who name only each other, in one household or several.
  std::deque<citizen> next(std::size_t persons_max);
  road_book& roads() { return addresses_.roads(); }
  std::size_t households() const { return households_; }

 private:
  using household = std::vector<citizen*>;  ///< the parents first
  /// What a household is to go through.
  struct course {
    std::optional<date> wedding{};
    char civst = 'G';
    std::size_t children = 0;
    date children_from{};  ///< none is born before
    int moves = 0;
    bool grow_up = false;  ///< whether children leave home
  };
  struct lived {
    household home;  ///< those who are still there
    date latest;     ///< day of what happened last
  };

  // generate_family.cpp: kinds of families
  void couple();
  void cohabiting();
  void single();
  void divorced();
  void remarried();
  void widowed();
  void apart();
  void separated();
  void generations();
  void partners();
  void partners_parted();
  void partner_survived();
  void family_abroad();

  // generate_household.cpp: how families live
  std::size_t room() const { return persons_max_ - family_.size(); }
  std::size_t some_children();
  void youth(citizen& c, date until);
  void settle(household const& persons, date day);
  lived together(citizen& a, citizen& b, course plan, std::optional<date> wedding_until = std::nullopt);
  lived live(household home, std::size_t parents, date from, course const& plan);
  void birth(household& home, std::size_t parents, date day);
  void go_own_way(citizen& child, date day);
  void wed(citizen& a, citizen& b, date day, char civst);
  lived registered_partners();

  // generate_unusual.cpp: one person, or one person's two numbers
  void emigrated();
  void died();
  void disappeared();
  void homeless();
  void homeless_in_greenland();
  void tax_number();
  void annulled();
  void double_number();
  void changed_number();
  citizen& somebody();
  void further_number(unsigned status);

  // generate_colour.cpp: what is the same for no two
  void colour(citizen& c);
  void protect(citizen& c, date grown, date until);
  void rename_by_chance(citizen& c, date until);
  void believe(citizen& c, date until);
  void note_down(citizen& c, date grown, date until);
  void texts_at_home(citizen& c);
  void in_custody(citizen& c);

  // generate_people.cpp
  date day_between(date from, date to);
  date day_of_age(int youngest, int oldest);
  citizen& person(char sex, date born, std::string last_name);
  citizen& adult(int youngest, int oldest);
  citizen& adult(int youngest, int oldest, char sex);
  citizen& partner_of(citizen const& other, bool same_sex, date grown_by);
  given_name some_name(char sex, std::string last_name);
  std::string relative_name();
  foreign_home some_foreign_home(date from);

  random_source& random_;
  pnr_giver numbers_;
  address_giver addresses_;
  std::deque<citizen> family_;
  std::size_t persons_max_ = 0;
  std::size_t households_ = 0;
};

/// The day on which generated registers stand: nothing in them is later.
date generated_on();

}  // namespace samspil::admin
