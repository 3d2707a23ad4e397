// Loads of persons: what comes into the register, what is refused, and that
// nothing comes of a file that is refused or a load that is broken off.
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include "load_fixture.hpp"
#include "record/cpr_file.hpp"
#include "record/person.hpp"
#include "support/padded.hpp"

using namespace samspil;
using test::loading;
using test::padded;

namespace {

std::string const pnr_a = "0101010000", pnr_b = "0202020000";

std::string head(std::string const& proddto = "20250102", std::string const& before = "00000000",
                 std::string const& opgavenr = "012170") {
  return "0000000000000" + opgavenr + proddto + before + "\n";
}
std::string end(unsigned n) { return "9999999999999" + std::to_string(100'000'000 + n).substr(1) + "\n"; }
std::string one(std::string const& pnr, std::string const& status = "01") {
  return "001" + pnr + "          " + status + "\n";
}
std::string name(std::string const& pnr, std::string const& first) { return "008" + pnr + first + "\n"; }

/// A whole person file of `lines`.
std::string file(std::string const& lines, std::string const& begin = head()) {
  return begin + lines + end(static_cast<unsigned>(std::count(lines.begin(), lines.end(), '\n')));
}

/// The same in solid form, by the reader's own lengths.
std::string solid(std::string const& lines) {
  std::string out;
  for (std::size_t at = 0; at < lines.size();) {
    std::size_t const stop = lines.find('\n', at);
    std::string const line = lines.substr(at, stop - at);
    out += padded(line, record::file_record_length(record::file_family::persons, record::record_type(line)));
    at = stop + 1;
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(load_persons_suite)

BOOST_AUTO_TEST_CASE(a_person_is_put_together_in_ascending_type) {
  loading with;
  std::string const lines = one(pnr_b) + name(pnr_b, "Bo") +
                            "0040202020000"
                            "00021998-01-01\n" +
                            one(pnr_a) + "0230101010000 0101\n" + "0230101010000 0202\n" + name(pnr_a, "Ada") +
                            "0040202020000"
                            "00011999-01-01\n" +
                            "0030101010000Ada\n" + "0990202020000202401010000A05\n" + "0030202020000Bo\n";
  auto const loaded = with.persons(file(lines));
  BOOST_REQUIRE_MESSAGE(loaded, loaded.error().text);
  BOOST_TEST(loaded->loaded == 2U);
  BOOST_TEST(loaded->records_total == 11U);
  BOOST_TEST(loaded->records.at(4) == 2U);
  BOOST_TEST(loaded->exit_status() == 0);
  BOOST_TEST(with.person(pnr_a) == padded("0010101010000          01", 106) + padded("0030101010000Ada", 249) +
                                       padded("0080101010000Ada", 193) + padded("0230101010000 0101", 96) +
                                       padded("0230101010000 0202", 96));
  BOOST_TEST(with.person(pnr_b) == padded("0010202020000          01", 106) + padded("0030202020000Bo", 249) +
                                       padded("004020202000000021998-01-01", 37) +
                                       padded("004020202000000011999-01-01", 37) + padded("0080202020000Bo", 193) +
                                       padded("0990202020000202401010000A05", 45));
  BOOST_TEST(with.last_audit() == "A tester load persons O 012170 20250102, 2 of 11 records");
  BOOST_TEST(with.findings() == "");
}

BOOST_AUTO_TEST_CASE(both_encodings_give_the_same_register) {
  std::string const lines = file(one(pnr_a) + name(pnr_a, "Ada") + one(pnr_b) + "0230202020000\n" + name(pnr_b, "Bo"));
  std::string crlf;
  for (char const c : lines) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  loading first, second, third;
  BOOST_REQUIRE(first.persons(lines));
  BOOST_REQUIRE(second.persons(solid(lines)));
  BOOST_REQUIRE(third.persons(crlf));
  BOOST_TEST(first.everybody() != "");
  BOOST_TEST(first.everybody() == second.everybody());
  BOOST_TEST(first.everybody() == third.everybody());
}

BOOST_AUTO_TEST_CASE(a_person_is_replaced_whole_and_the_others_stay) {
  loading with;
  BOOST_REQUIRE(with.persons(file(one(pnr_a) + name(pnr_a, "Ada") + "0230101010000\n" + one(pnr_b))));
  BOOST_REQUIRE(with.persons(file(one(pnr_a, "80"), head("20250103", "20250102"))));
  BOOST_TEST(with.person(pnr_a) == padded("0010101010000          80", 106));
  BOOST_TEST(with.person(pnr_b) == padded("0010202020000          01", 106));
}

BOOST_AUTO_TEST_CASE(a_dialogue_sees_that_the_person_changed) {
  loading with;
  auto changed = [&](std::string_view pnr) {
    return with.db().with_read([&](store::read_scope& scope) { return scope.person(pnr)->changed(); });
  };
  auto const first = with.persons(file(one(pnr_a) + one(pnr_b)));
  BOOST_TEST(changed(pnr_a) == first->audit_sequence);
  auto const second = with.persons(file(one(pnr_a), head("20250103", "20250102")));
  BOOST_TEST(changed(pnr_a) == second->audit_sequence);
  BOOST_TEST(changed(pnr_b) == first->audit_sequence);
  BOOST_TEST(second->audit_sequence > first->audit_sequence);
}

struct broken {
  char const* what;
  std::string lines;
  std::string error;
};

BOOST_AUTO_TEST_CASE(records_that_belong_to_nobody) {
  std::string children;
  for (int i = 0; i < 26; ++i) children += "014" + pnr_a + "03030300" + std::to_string(10 + i) + "\n";
  std::vector<broken> const table{
      {"no 001", name(pnr_a, "Ada"),
       "f: record 2: PERSON-008: PNR, byte 4: expected a record 001 of this person before it"},
      {"001 too late", name(pnr_a, "Ada") + one(pnr_a),
       "f: record 2: PERSON-008: PNR, byte 4: expected a record 001 of this person before it"},
      {"001 of another", one(pnr_a) + name(pnr_b, "Bo"),
       "f: record 3: PERSON-008: PNR, byte 4: expected a record 001 of this person before it"},
      {"owner of 022 is PNRGAELD", one(pnr_a) + "022" + pnr_b + pnr_a + "\n",
       "f: record 3: PERSON-022: PNRGAELD, byte 4: expected a record 001 of this person before it"},
      {"001 twice", one(pnr_a) + one(pnr_b) + one(pnr_a),
       "f: record 4: PERSON-001: PNR, byte 4: expected one record 001 of a person"},
      {"26 children", one(pnr_a) + children,
       "f: record 28: PERSON-014: RECORDTYPE, byte 1: expected 25 records 014 of a person at most"},
  };
  loading with;
  for (auto const& [what, lines, error] : table)
    BOOST_TEST_CONTEXT(what) {
      auto const loaded = with.persons(file(lines));
      BOOST_REQUIRE(!loaded);
      BOOST_TEST(loaded.error().exit_status == 12);
      BOOST_TEST(loaded.error().text == error);
    }
  BOOST_TEST(with.everybody() == "");
  BOOST_REQUIRE(with.persons(file(one(pnr_a) + children.substr(0, 25 * 24))));
}

BOOST_AUTO_TEST_CASE(nothing_of_a_bad_file_is_loaded_and_no_personnummer_is_told) {
  loading with;
  auto const loaded = with.persons(head() + one(pnr_a) + name(pnr_a, "Ada") + end(3));
  BOOST_REQUIRE(!loaded);
  BOOST_TEST(loaded.error().text.find("010101") == std::string::npos);
  BOOST_TEST(with.everybody() == "");
  BOOST_TEST(with.db().committed_sequence() == 0U);
  BOOST_TEST(!with.persons(head() + one(pnr_a), {.without_end = true}));  // never a person file
}

BOOST_AUTO_TEST_CASE(notices_are_reported_and_not_kept) {
  loading with;
  std::string const notice =
      "910" + pnr_b + padded("INDDATA 0202020000", 75) + "0052" + "Ukendt nr 020202-0000 i 0202020000\n";
  auto const loaded = with.persons(file(one(pnr_a) + notice + "997" + pnr_b + "202401010000A05\n"));
  BOOST_REQUIRE_MESSAGE(loaded, loaded.error().text);
  BOOST_TEST(loaded->exit_status() == 4);
  BOOST_TEST(loaded->warning_count == 2U);
  BOOST_TEST(loaded->warnings[0] == "f: record 3: not kept: 910 FEJLNR 0052 Ukendt nr 020202-**** i 020202****");
  BOOST_TEST(loaded->warnings[1] == "f: record 4: not kept: 997 HAENDELSE A05");
  BOOST_TEST(with.everybody() == padded("0010101010000          01", 106));
}

BOOST_AUTO_TEST_CASE(sequence_of_files) {
  loading with;
  auto load = [&](std::string const& proddto, std::string const& before, bool force = false,
                  std::string const& opgavenr = "012170") {
    auto const loaded = with.persons(file(one(pnr_a), head(proddto, before, opgavenr)), {.force_sequence = force});
    return loaded ? 0 : loaded.error().exit_status;
  };
  BOOST_TEST(load("20250110", "20250105") == 0);  // the first of its OPGAVENR is always taken
  BOOST_TEST(load("20250112", "20250109") == 8);  // one is missing
  BOOST_TEST(load("20250110", "20250105") == 8);  // the same again
  BOOST_TEST(load("20250110", "20250110") == 8);  // not later
  BOOST_TEST(load("20250109", "20250110") == 8);
  BOOST_TEST(with.last_audit() == "A tester load persons F 012170 20250109, out of sequence");
  BOOST_TEST(load("20250112", "20250110") == 0);
  BOOST_TEST(load("20250101", "20241231", false, "012171") == 0);  // another OPGAVENR has its own
  BOOST_TEST(load("20250120", "20250115", true) == 0);
  BOOST_TEST(with.last_audit() == "A tester load persons O 012170 20250120, 1 of 1 records, --force-sequence");
  BOOST_TEST(load("20250121", "20250120") == 0);
  BOOST_TEST(with.last_audit() == "A tester load persons O 012170 20250121, 1 of 1 records");
  BOOST_TEST(load("20240101", "00000000") == 0);  // a status extract starts anew, whatever was before
  BOOST_TEST(load("20240101", "00000000") == 0);
  BOOST_TEST(load("20240102", "20240101") == 0);
  auto const refused = with.persons(file(one(pnr_a), head("20240105", "20240103")));
  BOOST_TEST(refused.error().text ==
             "f: out of sequence: PRODDTOFORRIG 20240103, but the file of OPGAVENR 012170 loaded last is of 20240102"
             " (--force-sequence takes it)");
}

BOOST_AUTO_TEST_CASE(a_bad_file_leaves_the_sequence_alone) {
  loading with;
  BOOST_TEST(!with.persons(head("20250110") + one(pnr_a)));
  BOOST_TEST(with.persons(file(one(pnr_a), head("20250102", "20250101"))).has_value());
}

BOOST_AUTO_TEST_CASE(a_load_that_is_broken_off_leaves_nothing) {
  for (std::string_view const phase : {"checking", "loading"}) {
    loading with;
    BOOST_REQUIRE(with.persons(file(one(pnr_b))));
    std::string const before = with.everybody();
    bool told = false;
    auto const loaded = with.persons(file(one(pnr_a) + one(pnr_b, "80"), head("20250103", "20250102")), {},
                                     [&](std::string_view now, std::uint64_t, std::uint64_t) {
                                       told = told || now == phase;
                                       return now != phase;
                                     });
    BOOST_TEST(told);
    BOOST_REQUIRE(!loaded);
    BOOST_TEST(loaded.error().exit_status == 8);
    BOOST_TEST(with.everybody() == before);
    BOOST_TEST(with.findings() == "");
    BOOST_TEST(with.persons(file(one(pnr_a), head("20250103", "20250102"))).has_value());  // the sequence did not move
  }
}

BOOST_AUTO_TEST_CASE(what_was_loaded_is_there_after_a_restart) {
  loading with(false);
  BOOST_REQUIRE(with.persons(file(one(pnr_a) + one(pnr_b))));
  std::string const before = with.everybody();
  auto const broken_off = with.persons(file(one(pnr_a, "80"), head("20250103", "20250102")), {},
                                       [](std::string_view phase, auto, auto) { return phase != "loading"; });
  BOOST_TEST(!broken_off);
  with.reopen();
  BOOST_TEST(with.everybody() == before);
  BOOST_TEST(with.findings() == "");
  BOOST_TEST(!with.persons(file(one(pnr_a), head("20250104", "20250101"))));
  BOOST_TEST(with.persons(file(one(pnr_a, "70"), head("20250103", "20250102"))).has_value());
  BOOST_TEST(with.person(pnr_a) == padded("0010101010000          70", 106));
}

/// A process of its own loads and ends in the middle, as by kill -9: half of the
/// persons stand on the disk already, staged.
void load_and_be_killed(std::filesystem::path const& home, std::string const& bytes) {
  pid_t const child = ::fork();
  BOOST_REQUIRE(child >= 0);
  if (child == 0) {
    store::options how;
    how.cache_bytes = std::uint64_t{16} << 20;
    store::database db(home, how);
    auto const loaded = admin::load_persons(db, bytes, "f", {"tester"}, {}, [&](auto phase, auto done, auto total) {
      if (phase == "loading" && done > total / 2) ::_exit(9);
      return true;
    });
    ::_exit(loaded ? 0 : 1);
  }
  int status = 0;
  BOOST_REQUIRE(::waitpid(child, &status, 0) == child);
  BOOST_REQUIRE(WIFEXITED(status));
  BOOST_TEST(WEXITSTATUS(status) == 9);
}

BOOST_AUTO_TEST_CASE(a_load_that_is_killed_leaves_nothing) {
  test::temporary_directory dir;
  store::database::create(dir.path());
  std::string lines;
  for (unsigned i = 0; i < 3000; ++i) {
    std::string const pnr = "0" + std::to_string(101010000U + i);
    lines += one(pnr) + padded("003" + pnr, 249) + "\n";
  }
  load_and_be_killed(dir.path(), file(lines));
  store::options how;
  how.cache_bytes = std::uint64_t{16} << 20;
  store::database db(dir.path(), how);
  BOOST_TEST(store::verify(db).empty());
  auto const anybody = db.with_read([](store::read_scope& scope) {
    bool found = false;
    scope.each_person([&](std::string_view, auto const&, std::string_view) { return !(found = true); });
    return found;
  });
  BOOST_TEST(!anybody);
  BOOST_TEST(admin::load_persons(db, file(one(pnr_a), head("20250101", "20241231")), "f", {"tester"}).has_value());
}

BOOST_AUTO_TEST_CASE(progress_goes_from_nothing_to_all_in_both_phases) {
  loading with;
  std::string const bytes = file(one(pnr_a) + one(pnr_b));
  std::map<std::string, std::uint64_t> last;
  BOOST_REQUIRE(with.persons(bytes, {}, [&](std::string_view phase, std::uint64_t done, std::uint64_t total) {
    BOOST_TEST(done >= last[std::string(phase)]);
    BOOST_TEST(done <= total);
    BOOST_TEST(total == bytes.size());
    last[std::string(phase)] = done;
    return true;
  }));
  BOOST_TEST(last.count("checking") == 1U);
}

BOOST_AUTO_TEST_CASE(the_demo_extract_of_the_real_register) {
  auto const bytes = test::shared_data("persons-u12170.txt");
  if (!bytes) return;
  loading with;
  auto const loaded = with.persons(*bytes);
  BOOST_REQUIRE_MESSAGE(loaded, loaded.error().text);
  BOOST_TEST(loaded->loaded == 80U);
  BOOST_TEST(loaded->records_total == 1098U);
  BOOST_TEST(loaded->exit_status() == 0);
  BOOST_TEST(
      loaded->text() ==
      "f: persons, OPGAVENR 110901, PRODDTO 20011119\n"
      "records 1098: 001 80, 002 69, 003 80, 004 39, 005 3, 006 1, 007 1, 008 80, 009 80, 010 80, 011 80, 012 80, "
      "013 4, 014 29, 015 80, 016 5, 017 2, 018 1, 019 2, 020 3, 021 1, 022 7, 023 76, 024 21, 025 7, 026 37, "
      "027 4, 028 1, 029 25, 030 4, 099 116\n"
      "loaded 80 persons\n");
  BOOST_TEST(with.findings() == "");
  std::string const everybody = with.everybody();
  loading in_solid;
  BOOST_REQUIRE(in_solid.persons(solid(*bytes)));
  BOOST_TEST((in_solid.everybody() == everybody));
}

BOOST_AUTO_TEST_SUITE_END()
