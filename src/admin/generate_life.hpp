// Internal. What happens in the life of a generated person: each function keeps
// what was and sets what is. A day must not be before the latest of its kind.
#pragma once

#include <string>
#include <vector>

#include "admin/generate_person.hpp"

namespace samspil::admin {

/// STATUS of one who lives there: 01, on an administrative road 03, in Greenland 05 and 07.
unsigned status_at(place const& where);
/// STATUS from a day on; nothing when it is that already.
void set_status(citizen& c, unsigned status, date from);

/// Moves in. What was the home before becomes history and decides the FRAFLYKOM fields.
void move_in(citizen& c, place const& where, date from);
/// The home, if there is one, ends.
void leave_home(citizen& c, date day);
/// The earliest day on which the person may move: the latest move, return or finding again.
date settled_since(citizen const& c);

void emigrate(citizen& c, std::string country, std::vector<std::string> lines, date day);
/// Comes back to an address, or here for the first time (from the country of citizenship).
void arrive(citizen& c, place const& where, date day);
void disappear(citizen& c, date day);
void reappear(citizen& c, place const& where, date day);

/// CIVST G (or P) of both from a day on.
void marry(citizen& a, citizen& b, date day, char civst = 'G');
/// CIVST F, O or what else ends it, of both; a separation ends with it.
void part(citizen& a, citizen& b, date day, char civst = 'F');
/// Death; the spouse, if there is one, is widowed.
void die(citizen& c, citizen* spouse, date day);

void child_of(citizen& child, citizen* mother, citizen* father);
void rename(citizen& c, given_name name, date day);
void change_citizenship(citizen& c, std::string country, date day);
void change_church(citizen& c, char church, date day);

}  // namespace samspil::admin
