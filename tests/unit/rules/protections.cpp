// NAB, LVB, MFB and KRE: every message with a neighbour, what is shown, what is written.
#include <boost/test/unit_test.hpp>
#include <functional>

#include "rec/sams_kre.hpp"
#include "rec/sams_nab.hpp"
#include "rules/aktuel.hpp"
#include "scene.hpp"

namespace samspil::test {
namespace {

using namespace samspil::rec;
using nab = NAB_DATA;

/// A citizen's family at home in Aalborg; the municipality sets a protection until further notice.
struct protection_scene : scene {
  protection_scene() {
    haendelse = "NAB";
    komkod = who.mynkod = "0851";
    want.set(nab::HANDLING, "S");
  }
  rules::validation check() {
    return with_keys([&](auto const& facts) { return rules::validate(facts, want.bytes()); });
  }
  std::vector<rules::touched_person> saved() {
    return with_keys([&](auto const& facts) {
      auto const approved = rules::validate(facts, want.bytes());
      if (!approved.ok()) throw std::logic_error("the test's data do not hold: " + said(approved.list));
      return rules::effects(facts, approved.data, "202603101415");
    });
  }
  protection_scene& children(std::vector<std::string_view> pnrs) {
    want.set(nab::ANTAL_BOERN, pnrs.size());
    for (std::size_t i = 0; i < pnrs.size(); ++i) want.set(nab::BARN, i, pnrs[i]);
    return *this;
  }
  void raw(std::size_t offset, std::string_view bytes) {
    std::string all(want.bytes());
    all.replace(offset, bytes.size(), bytes);
    want = codec::buffer<nab>(all);
  }
  void protect(std::string_view owner, std::string_view type, std::string_view from, std::string_view to = "") {
    reg.of(owner).add(row(owner, type, from, to));
  }
  static std::string row(std::string_view owner, std::string_view type, std::string_view from,
                         std::string_view to = "") {
    return std::string(record_for<PERSON_004>(owner)
                           .set(PERSON_004::BESKYTTYPE, type)
                           .set(PERSON_004::START_DT_BESKYTTELSE, from)
                           .set(PERSON_004::SLET_DT_BESKYTTELSE, to)
                           .bytes());
  }
  static std::string all_004(record::person const& person) {
    std::string out;
    for (std::string_view const one : person.all(4)) out += one;
    return out;
  }
  codec::buffer<nab> want;
};


struct protection_case {
  unsigned number;
  std::string what;
  std::function<void(protection_scene&)> arrange;
  std::string expected;
};

std::vector<protection_case> const protection_cases = {
    {7002, "set", [](protection_scene&) {}, ""},
    {7002, "no action", [](protection_scene& s) { s.want.set(nab::HANDLING, ""); }, "7002F HANDLING"},
    {7002, "no action does not stop 7305",
     [](protection_scene& s) { s.want.set(nab::HANDLING, "").set(nab::SLUTDTO, "20261399"); },
     "7002F HANDLING, 7305F SLUTDTO"},
    {37, "letters for the end", [](protection_scene& s) { s.raw(1, "2027O101"); }, "37F SLUTDTO"},
    {37, "ignored when it is lifted",
     [](protection_scene& s) { s.raw(0, "O2027O101"), s.protect(s.pnr, "0001", "2020-01-01"); }, ""},
    {60, "a control character", [](protection_scene& s) { s.want.set(nab::HANDLING, "\x01"); }, "60F HANDLING"},
    {60, "a letter", [](protection_scene& s) { s.want.set(nab::HANDLING, "s"); }, "7301F HANDLING"},
    {7021, "the same event awaits approval",
     [](protection_scene& s) {
       s.reg.waiting = {{s.pnr, "NAB"}};
     },
     "7021F"},
    {7021, "another event awaits approval",
     [](protection_scene& s) {
       s.reg.waiting = {{s.pnr, "LVB"}};
     },
     ""},
    {7112, "the children",
     [](protection_scene& s) {
       s.children({daughter, son});
     },
     ""},
    {7112, "a gap",
     [](protection_scene& s) {
       s.children({daughter, "0000000000", son});
     },
     "7112F ANTAL-BOERN"},

    {7301, "neither", [](protection_scene& s) { s.want.set(nab::HANDLING, "X"); }, "7301F HANDLING"},
    {7301, "lift", [](protection_scene& s) { s.want.set(nab::HANDLING, "O"), s.protect(s.pnr, "0001", "2020-01-01"); },
     ""},
    {7301, "stops 7305", [](protection_scene& s) { s.want.set(nab::HANDLING, "X").set(nab::SLUTDTO, "20200101"); },
     "7301F HANDLING"},

    {7302, "in force", [](protection_scene& s) { s.protect(s.pnr, "0001", "2026-03-09"); }, "7302F HANDLING"},
    {7302, "in force from tomorrow", [](protection_scene& s) { s.protect(s.pnr, "0001", "2026-03-10"); }, ""},
    {7302, "ended today", [](protection_scene& s) { s.protect(s.pnr, "0001", "2020-01-01", "2026-03-09"); }, ""},
    {7302, "another type", [](protection_scene& s) { s.protect(s.pnr, "0002", "2020-01-01"); }, ""},
    {7302, "does not stop 7305",
     [](protection_scene& s) { s.protect(s.pnr, "0001", "2020-01-01"), s.want.set(nab::SLUTDTO, "20260308"); },
     "7302F HANDLING, 7305F SLUTDTO"},

    {7303, "not in force", [](protection_scene& s) { s.want.set(nab::HANDLING, "O"); }, "7303F HANDLING"},
    {7303, "ended today",
     [](protection_scene& s) { s.want.set(nab::HANDLING, "O"), s.protect(s.pnr, "0001", "2020-01-01", "2026-03-09"); },
     "7303F HANDLING"},
    {7303, "ends tomorrow",
     [](protection_scene& s) { s.want.set(nab::HANDLING, "O"), s.protect(s.pnr, "0001", "2020-01-01", "2026-03-10"); },
     ""},

    {7304, "a citizen without an end", [](protection_scene& s) { as_citizen(s); }, "7304F SLUTDTO"},
    {7304, "a citizen for a year", [](protection_scene& s) { as_citizen(s), s.want.set(nab::SLUTDTO, "20270309"); },
     ""},
    {7304, "a citizen for a year and a day",
     [](protection_scene& s) { as_citizen(s), s.want.set(nab::SLUTDTO, "20270310"); }, "7304F SLUTDTO"},
    {7304, "from 29 February to 28 February",
     [](protection_scene& s) { as_citizen(s), s.hdto = "20240229", s.want.set(nab::SLUTDTO, "20250228"); }, ""},
    {7304, "from 29 February to 1 March",
     [](protection_scene& s) { as_citizen(s), s.hdto = "20240229", s.want.set(nab::SLUTDTO, "20250301"); },
     "7304F SLUTDTO"},
    {7304, "a citizen's credit warning needs no end", [](protection_scene& s) { as_citizen(s), s.haendelse = "KRE"; },
     ""},
    {7304, "does not stand behind 7302",
     [](protection_scene& s) { as_citizen(s), s.protect(s.pnr, "0001", "2020-01-01"); },
     "7302F HANDLING, 7304F SLUTDTO"},
    {7304, "a citizen lifts without an end",
     [](protection_scene& s) { as_citizen(s), s.want.set(nab::HANDLING, "O"), s.protect(s.pnr, "0001", "2020-01-01"); },
     ""},

    {7305, "no date", [](protection_scene& s) { s.want.set(nab::SLUTDTO, "20270230"); }, "7305F SLUTDTO"},
    {7305, "before the event", [](protection_scene& s) { s.want.set(nab::SLUTDTO, "20260308"); }, "7305F SLUTDTO"},
    {7305, "on the day of the event", [](protection_scene& s) { s.want.set(nab::SLUTDTO, "20260309"); }, ""},
    {7305, "ignored when it is lifted",
     [](protection_scene& s) {
       s.want.set(nab::HANDLING, "O").set(nab::SLUTDTO, "20270230"), s.protect(s.pnr, "0001", "2020-01-01");
     },
     ""},

    {7306, "the grown child", [](protection_scene& s) { s.children({grown}); }, "7306F BARN/1"},
    {7306, "the spouse is no child",
     [](protection_scene& s) {
       s.children({son, mother});
     },
     "7306F BARN/2"},
    {7306, "the person", [](protection_scene& s) { s.children({father}); }, "7306F BARN/1"},
    {7306, "a second time",
     [](protection_scene& s) {
       s.children({son, daughter, son});
     },
     "7306F BARN/3"},
    {7306, "each once",
     [](protection_scene& s) {
       s.children({son, daughter});
     },
     ""},
};

BOOST_AUTO_TEST_SUITE(protections)

BOOST_AUTO_TEST_CASE(each_message_has_a_case_and_a_neighbour) {
  for (protection_case const& one : protection_cases) {
    protection_scene s;
    one.arrange(s);
    BOOST_TEST(said(s.check().list) == one.expected, one.number << ", " << one.what);
  }
  for (rules::rule_text const& row : rules::shipped_rules()->rules()) {
    if (row.number < 7301 || row.number > 7306) continue;
    bool due = false, not_due = false;
    for (protection_case const& one : protection_cases)
      if (one.number == row.number)
        (one.expected.find(std::to_string(row.number) + "F") != std::string::npos ? due : not_due) = true;
    BOOST_TEST(due, row.number);
    BOOST_TEST(not_due, row.number);
  }
}

BOOST_AUTO_TEST_CASE(keys_of_a_protection) {
  protection_scene s;
  s.who.group = "CPRADM";
  BOOST_TEST(said(s.check_keys()) == "");
  s.komkod = "0101";
  BOOST_TEST(said(s.check_keys()) == "7012F KOMKOD");

  // Without a 002 the municipality of the latest 023 decides, of equal ones the later, undone ones aside.
  s.reg.of(father).remove(2);
  BOOST_TEST(said(s.check_keys()) == "");  // with neither not evaluated
  auto const past = [&](std::string_view komkod, std::string_view to, std::string_view undone) {
    s.reg.of(father).add(record_for<PERSON_023>(father)
                             .set(PERSON_023::ANNKOR, undone)
                             .set(PERSON_023::KOMKOD, komkod)
                             .set(PERSON_023::FRAFLYDTO, to)
                             .bytes());
  };
  past("0101", "202001010000", "");
  BOOST_TEST(said(s.check_keys()) == "");
  past("0851", "201001010000", "");
  BOOST_TEST(said(s.check_keys()) == "");
  past("0851", "202101010000", "A");
  BOOST_TEST(said(s.check_keys()) == "");
  past("0851", "202001010000", "");
  BOOST_TEST(said(s.check_keys()) == "7012F KOMKOD");

  for (char const* status : {"20", "70", "80"}) {
    change(s.reg.of(father), PERSON_001::PERSONSTATUS, status);
    s.komkod = "0851";
    BOOST_TEST(said(s.check_keys()) == "");
  }
  change(s.reg.of(father), PERSON_001::PERSONSTATUS, "90");
  BOOST_TEST(said(s.check_keys()) == "7010F PNR");
}

BOOST_AUTO_TEST_CASE(how_far_ahead) {
  struct { char const *event, *group, *last, *first_refused; } const limits[] = {
      {"NAB", "KOMMUNE", "20270309", "20270310"}, {"NAB", "BORGER", "20260406", "20260407"},
      {"LVB", "BORGER", "20260406", "20260407"},  {"MFB", "BORGER", "20260406", "20260407"},
      {"KRE", "BORGER", "20270309", "20270310"},  {"KRE", "KOMMUNE", "20270309", "20270310"}};
  for (auto const& one : limits) {
    protection_scene s;
    s.haendelse = one.event;
    s.who.group = one.group;
    s.hdto = one.last;
    BOOST_TEST(said(s.check_keys()) == "7023I HDTO", one.event << " " << one.group);
    s.hdto = one.first_refused;
    BOOST_TEST(said(s.check_keys()) == "7015F HDTO", one.event << " " << one.group);
  }
}

BOOST_AUTO_TEST_CASE(aktuel_shows_protections_and_children) {
  protection_scene s;
  for (char const* type : {"0001", "0002", "0003", "0004", "0005", "0006"})
    s.protect(father, type, "2020-01-01", "2021-00-00");
  codec::buffer<NAB_AKTUEL> expected;
  expected.set(NAB_AKTUEL::ANTAL_BESKYT, 5).set(NAB_AKTUEL::ANTAL_BOERN, 2);
  for (std::size_t i = 0; i < 5; ++i)
    expected.set(NAB_AKTUEL::BESKYT::BESKYTTYPE, i, i + 1)
        .set(NAB_AKTUEL::BESKYT::START_DT, i, "2020-01-01")
        .set(NAB_AKTUEL::BESKYT::SLET_DT, i, "2021-00-00");
  expected.set(NAB_AKTUEL::BARN::PNR, 0, daughter).set(NAB_AKTUEL::BARN::ADRNVN, 0, "Dorthe Testsen");
  expected.set(NAB_AKTUEL::BARN::PNR, 1, son).set(NAB_AKTUEL::BARN::ADRNVN, 1, "Carl Testsen");
  BOOST_TEST(s.with_keys([](auto const& facts) { return rules::make_aktuel(facts); }) == expected.bytes());
}

BOOST_AUTO_TEST_CASE(klartekst_of_setting_and_lifting) {
  protection_scene s;
  s.want.set(nab::SLUTDTO, "20270309");
  s.children({son});
  codec::buffer<NAB_KLARTEKST> expected;
  expected.set(NAB_KLARTEKST::BESKYT_TEKST, "Navne- og adressebeskyttelse")
      .set(NAB_KLARTEKST::START_DT, "2026-03-09")
      .set(NAB_KLARTEKST::SLET_DT, "2027-03-09")
      .set(NAB_KLARTEKST::BARN_ADRNVN, 0, "Carl Testsen");
  BOOST_TEST(s.check().klartekst == expected.bytes());
  s.want.set(nab::SLUTDTO, 0);
  expected.set(NAB_KLARTEKST::SLET_DT, "");
  BOOST_TEST(s.check().klartekst == expected.bytes());

  s.protect(father, "0001", "2019-05-06", "2030-01-01");
  s.want.set(nab::HANDLING, "O").set(nab::SLUTDTO, "20290101");
  expected.set(NAB_KLARTEKST::START_DT, "2019-05-06").set(NAB_KLARTEKST::SLET_DT, "2026-03-09");
  auto const lifted = s.check();
  BOOST_TEST(lifted.klartekst == expected.bytes());
  BOOST_TEST(lifted.data.substr(1, 8) == "00000000");

  // VVIS of an event that has taken effect shows what was lifted.
  s.reg.of(father) = s.saved().at(0).after;
  BOOST_TEST(s.with_keys([&](auto const& facts) {
    return facts.event->klartekst(rules::data_facts(facts, lifted.data));
  }) == expected.bytes());
}

BOOST_AUTO_TEST_CASE(a_protection_is_set) {
  protection_scene s;
  s.protect(father, "0001", "2000-01-01", "2001-01-01");
  s.protect(father, "0004", "2000-01-01");
  s.want.set(nab::SLUTDTO, "20270309");
  s.haendelse = "LVB";
  record::person expected = s.reg.of(father);
  auto const retired = s.row(father, "0004", "2000-01-01");
  expected.set(s.row(father, "0001", "2000-01-01", "2001-01-01"));
  expected.add(s.row(father, "0002", "2026-03-09", "2027-03-09"));
  expected.add(retired);
  expected.add(record_for<PERSON_099>(father)
                   .set(PERSON_099::TIMESTAMPU, "202603101415")
                   .set(PERSON_099::HAENDELSE, "LVB")
                   .bytes());
  auto const out = s.saved();
  BOOST_REQUIRE(out.size() == 1u);
  BOOST_TEST(out[0].after.bytes() == expected.bytes());
}

BOOST_AUTO_TEST_CASE(a_new_protection_replaces_the_older_of_its_type) {
  protection_scene s;
  s.haendelse = "KRE";
  s.protect(father, "0003", "2019-01-01");
  s.protect(father, "0005", "2000-01-01", "2001-01-01");
  s.protect(father, "0005", "2026-05-01");
  BOOST_TEST(s.all_004(s.saved()[0].after) ==
             s.row(father, "0003", "2019-01-01") + s.row(father, "0005", "2026-03-09"));
}

BOOST_AUTO_TEST_CASE(a_protection_is_lifted) {
  protection_scene s;
  s.haendelse = "MFB";
  s.want.set(nab::HANDLING, "O");
  s.protect(father, "0001", "2018-01-01");
  s.protect(father, "0003", "2000-01-01", "2001-01-01");
  s.protect(father, "0003", "2019-01-01", "2030-01-01");
  BOOST_TEST(s.all_004(s.saved()[0].after) == s.row(father, "0001", "2018-01-01") +
                                                  s.row(father, "0003", "2000-01-01", "2001-01-01") +
                                                  s.row(father, "0003", "2019-01-01", "2026-03-09"));
}

BOOST_AUTO_TEST_CASE(children_follow_and_one_in_the_wanted_state_keeps_its_own) {
  protection_scene s;
  s.protect(son, "0001", "2025-01-01", "2027-01-01");
  s.children({son, daughter});
  auto const out = s.saved();
  BOOST_REQUIRE(out.size() == 3u);
  BOOST_TEST(out[1].aflmrk == "B\xD8");
  BOOST_TEST(s.all_004(out[1].after) == s.row(son, "0001", "2025-01-01", "2027-01-01"));
  BOOST_TEST(out[1].after.has(99));
  BOOST_TEST(out[2].pnr == daughter);
  BOOST_TEST(s.all_004(out[2].after) == s.row(daughter, "0001", "2026-03-09"));
  for (rules::touched_person const& one : out) {
    BOOST_TEST(record::person::parse(one.after.bytes()).has_value());
    BOOST_TEST(one.after.value(PERSON_099::AFLEDTMRK) == (one.pnr == father ? "  " : "B\xD8"));
  }

  // Lifted: she has it, he has none any more.
  protection_scene lift;
  lift.want.set(nab::HANDLING, "O");
  lift.protect(father, "0001", "2025-01-01");
  lift.protect(daughter, "0001", "2025-01-01");
  lift.children({son, daughter});
  auto const lifted = lift.saved();
  BOOST_TEST(!lifted[1].after.has(4));
  BOOST_TEST(lift.all_004(lifted[2].after) == lift.row(daughter, "0001", "2025-01-01", "2026-03-09"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::test
