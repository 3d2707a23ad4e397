// A solid file of moves, one for each of as many persons, as a municipality's batch would send it.
#pragma once

#include <string>

namespace samspil::test {

inline constexpr unsigned messages_of_a_move = 3;  // INIT, VALI, GEMH

/// KUNDEREFERENCE of the move of crowd_pnr(i).
std::string batch_reference(unsigned i);
/// The moves of crowd_pnr(0) to crowd_pnr(moves - 1) to another house, between a start and an end record. TOKEN
/// and DIALOGNR are left to samspil-replay.
std::string batch_of_moves(unsigned moves);

}  // namespace samspil::test
