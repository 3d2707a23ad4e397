#include "property/population.hpp"

#include <fstream>
#include <stdexcept>

#include "rec/authority.hpp"
#include "rec/person.hpp"
#include "rec/road.hpp"
#include "support/process.hpp"

namespace samspil::property {
namespace {

void samspil(std::filesystem::path const& home, std::vector<std::string> words, std::string const& in = {}) {
  std::string const what = words.front();
  words.insert(words.begin(), {std::string(SAMSPIL_BINARY "/tools/samspil"), "--home", home.string()});
  auto const done = test::run_program(words, in);
  if (done.status != 0) throw std::runtime_error("samspil " + what + ": " + done.err);
}

/// The lines of a file that begin like this, as whole records of their layout.
template <class Record, class F>
void each(std::filesystem::path const& file, std::string_view begin, F const& f) {
  std::ifstream in(file, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with(begin)) continue;
    line.resize(Record::length, ' ');
    f(codec::view<Record>(line));
  }
}

}  // namespace

population populate(std::filesystem::path const& home, unsigned persons, unsigned seed) {
  auto const files = home.parent_path() / "files";
  samspil(home, {"generate", "--persons", std::to_string(persons), "--seed", std::to_string(seed), "--out",
                 files.string()});
  samspil(home, {"init"});
  for (char const* kind : {"authorities", "roads", "persons"})
    samspil(home, {"load", kind, (files / (std::string(kind) + ".txt")).string()});
  samspil(home, {"customer", "add", "--kundenr", "1234", "--name", "Property"});
  samspil(home, {"user", "add", "--kundenr", "1234", "--user", "OFFICE", "--group", "CPRADM", "--password-stdin"},
          "Property-2026\n");
  population out;
  each<rec::PERSON_001>(files / "persons.txt", "001",
                        [&](auto p) { out.persons.emplace_back(p[rec::PERSON_001::PNR]); });
  each<rec::ROAD_004>(files / "roads.txt", "004", [&](auto i) {
    if (i[rec::ROAD_004::HUSNRFRA] <= "002 " && i[rec::ROAD_004::HUSNRTIL] == "999Z")
      out.places.push_back({std::string(i[rec::ROAD_004::KOMKOD]), std::string(i[rec::ROAD_004::VEJKOD]),
                            std::string(i[rec::ROAD_004::LIGEULIGE])});
  });
  each<rec::AUTHORITY_001>(files / "authorities.txt", "001", [&](auto a) {
    if (a[rec::AUTHORITY_001::MYNTYP] == "30" && a[rec::AUTHORITY_001::MYNKOD] != "5100")
      out.countries.emplace_back(a[rec::AUTHORITY_001::MYNKOD]);
  });
  if (out.persons.empty() || out.places.empty() || out.countries.empty())
    throw std::runtime_error("the population has no persons, places or countries");
  return out;
}

}  // namespace samspil::property
