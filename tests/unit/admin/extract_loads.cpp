// What extract writes, load accepts: the whole register into an empty home, and
// change extracts in their sequence.
#include <boost/test/unit_test.hpp>

#include "extract_home.hpp"
#include "load_fixture.hpp"
#include "record/cpr_file.hpp"

using namespace samspil;
using namespace samspil::test;

namespace {

/// All persons' records but 099, one behind the other.
std::string everybody(home_fixture& h) {
  return h.look([](store::read_scope& scope) {
    std::string out;
    scope.each_person([&](std::string_view, auto const&, std::string_view records) {
      auto const person = record::person::trusted(std::string(records));
      for (auto const record : person.all())
        if (!record.starts_with("099")) out += record;
      return true;
    });
    return out;
  });
}

std::vector<std::string> numbers(home_fixture& h) {
  return h.look([](store::read_scope& scope) {
    std::vector<std::string> out;
    scope.each_person([&](std::string_view pnr, auto const&, std::string_view) { return out.emplace_back(pnr), true; });
    return out;
  });
}

/// `person show` of everybody.
std::string shown(home_fixture& h) {
  std::string out;
  for (std::string const& pnr : numbers(h)) out += h.must({"person", "show", pnr, "--json"});
  return out;
}

std::filesystem::path demo(char const* name) {
  return std::filesystem::path(SAMSPIL_SOURCE) / "records" / "demo" / name;
}
std::filesystem::path real(char const* name) {
  return std::filesystem::path(SAMSPIL_SOURCE) / ".." / "shared" / "data" / name;
}

/// A register of these persons comes through a full extract in both forms as it was.
void there_and_back(std::filesystem::path const& persons) {
  home_fixture here(false);
  here.must({"init"});
  for (auto const kind : {"authorities", "roads"})
    here.must({"load", kind, demo((std::string(kind) + ".txt").c_str()).string()});
  here.must({"load", "persons", persons.string()});
  here.must({"customer", "add", "--kundenr", "7", "--name", "All"});
  std::string const file = here.file("full", "").string();
  here.start_server();
  std::string const before = everybody(here), seen = shown(here);
  BOOST_REQUIRE(!numbers(here).empty());
  for (bool const solid : {false, true}) {
    std::vector<std::string> words{"extract", "--kundenr", "7", "--full", "--out", file};
    if (solid) words.emplace_back("--solid");
    here.must(words);
    home_fixture there(false);
    there.must({"init"});
    for (auto const kind : {"authorities", "roads"})
      there.must({"load", kind, demo((std::string(kind) + ".txt").c_str()).string()});
    there.must({"load", "persons", file});
    there.start_server();
    BOOST_TEST((everybody(there) == before));
    BOOST_TEST((shown(there) == seen));
    BOOST_TEST(there.must({"verify"}) == "");
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(extracts_and_loads)

BOOST_AUTO_TEST_CASE(the_whole_demo_register_there_and_back) { there_and_back(demo("persons.txt")); }

BOOST_AUTO_TEST_CASE(the_persons_of_the_real_demo_system_there_and_back) {
  if (std::filesystem::exists(real("persons-u12170.txt"))) there_and_back(real("persons-u12170.txt"));
}

BOOST_AUTO_TEST_CASE(change_extracts_chain_into_another_register) {
  extract_home here;
  here.subscribe({emil, anna, frida});
  home_fixture there;
  there.start_server();
  auto const load = [&](std::string const& bytes, std::vector<std::string> const& more = {}) {
    std::vector<std::string> words{"load", "persons", there.file("in", bytes).string()};
    words.insert(words.end(), more.begin(), more.end());
    return there.run(words).exit_status;
  };
  here.report(emil, move_to("005"));
  std::string const first = here.extract("2026-03-10", {"--solid"});
  here.report(emil, protection_set(), "MFB");
  std::string const second = here.extract("2026-03-11");
  here.report(anna, protection_set(), "MFB", "20260309", "KOMM51");
  std::string const third = here.extract("2026-03-15", {"--solid"});
  BOOST_TEST(load(here.extract("2026-03-15", {"--full"})) == 0);  // the first of the task is always taken
  BOOST_TEST(load(first) == 0);
  BOOST_TEST(load(third) == 8);   // a gap
  BOOST_TEST(load(second) == 0);
  BOOST_TEST(load(second) == 8);  // once more
  BOOST_TEST(load(third) == 0);
  BOOST_TEST(load(second) == 8);
  BOOST_TEST(everybody(there) == everybody(here));
  BOOST_TEST(load(second, {"--force-sequence"}) == 0);
  BOOST_TEST(there.last_audit(1).find("--force-sequence") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_full_extract_of_the_last_ones_date_joins_the_chain) {
  extract_home here;
  here.subscribe({emil});
  here.extract("2026-03-10");
  std::string const full = here.extract("2026-03-10", {"--full"});
  BOOST_TEST(full.starts_with(begin_line("20260310")));
  here.report(emil, move_to("005"));
  home_fixture there;
  there.start_server();
  there.must({"load", "persons", there.file("full", full).string()});
  there.must({"load", "persons", there.file("next", here.extract("2026-03-11")).string()});
  BOOST_TEST(everybody(there) == everybody(here));
}

BOOST_AUTO_TEST_CASE(changes_go_on_from_register_to_register) {
  extract_home first, second;
  first.subscribe({emil, anna});
  second.subscribe({emil, anna});
  first.report(emil, move_to("005"));
  for (std::string const day : {"2026-03-10", "2026-03-11"})
    second.must({"load", "persons", second.file("in", first.extract(day)).string()});
  BOOST_TEST(second.extract("2026-03-11") ==
             file_of(first.lines(emil) + event_line(emil, "FLY"), "20260311"));
}

BOOST_AUTO_TEST_SUITE_END()
