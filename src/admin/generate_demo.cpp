#include "admin/generate_demo.hpp"

#include "base/date.hpp"
#include "record/cpr_file_writer.hpp"

namespace samspil::admin {
namespace {

using record::cpr_file_writer;
using record::file_family;

/// A whole file in line form; `fill` adds its records.
template <class Fill>
std::string file_of(file_family family, std::string opgavenr, Fill const& fill) {
  std::string out;
  cpr_file_writer writer(family, record::file_form::stripped_lines,
                         {std::move(opgavenr), "20250601", family == file_family::persons ? "00000000" : ""},
                         [&](std::string_view piece) { out += piece; });
  fill(writer);
  writer.end();
  return out;
}

}  // namespace

date demo_day(int yyyymmdd) {
  return {std::chrono::year(yyyymmdd / 10000), std::chrono::month(static_cast<unsigned>(yyyymmdd / 100 % 100)),
          std::chrono::day(static_cast<unsigned>(yyyymmdd % 100))};
}

demo_files demo_register() {
  road_book roads;
  add_demo_roads(roads);
  demo_files out;
  out.persons = file_of(file_family::persons, "990011", [&](cpr_file_writer& to) {
    for (citizen const& c : demo_persons()) to.add(records_of(c, roads));
  });
  out.authorities = file_of(file_family::authorities, "990012", [](cpr_file_writer& to) {
    for (auto const& a : fictitious_authorities()) to.add(records_of(a));
  });
  out.roads = file_of(file_family::roads, "990013", [&](cpr_file_writer& to) { roads.write(to); });
  return out;
}

}  // namespace samspil::admin
