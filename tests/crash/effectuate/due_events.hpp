// A home with approved events that wait for their date.
#pragma once

#include <filesystem>

#include "base/clock.hpp"

namespace samspil::test {

/// A business date by which all of them are due.
date all_are_due();

/// Makes `home` with `count` events in state G, the same for the same seed:
/// moves and protections of single persons, several for some of them, moves of
/// a family, and some that no longer hold when their date has come.
void make_due_home(std::filesystem::path const& home, unsigned count, unsigned seed);

}  // namespace samspil::test
