// The shipped register under records/demo: some dozens of fictitious families,
// made by hand so that every case the dialogues know stands in it. The files
// are checked in; a test proves that they are what this function gives.
#pragma once

#include <string>
#include <vector>

#include "admin/generate_person.hpp"
#include "admin/generate_roads.hpp"

namespace samspil::admin {

struct demo_files {
  std::string persons, authorities, roads;  ///< whole files, line form, ISO-8859-1
};

demo_files demo_register();

/// Internal: the parts of it.
void add_demo_roads(road_book& to);
std::vector<citizen> demo_persons();
/// Day `yyyymmdd`.
date demo_day(int yyyymmdd);

}  // namespace samspil::admin
