// What the shipped rules say of many random messages: the same as the checks in C++ said that
// they took the place of: tests/golden/rules/random.txt holds how often each answer came.
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <map>
#include <random>

#include "rules/protections.hpp"
#include "scene.hpp"

namespace samspil::test {
namespace {

/// Random messages near those that hold: each field from a handful of values that decide something.
class messages_at_random {
 public:
  scene next() {
    scene s;
    s.haendelse = one({"FLY", "FLY", "FLY", "NAB", "NAB", "LVB", "MFB", "KRE", "XYZ", "UDR", "KAD", "UAD", "SUA", "IND",
                       "FSV", "GEN", "DOD", "NVN", "NVN", "CIV", "CIV", "STB", "FKI", "FTR"});
    s.pnr = one({father, father, mother, son, grown, lodger, "0707701234", "3102801111", "          "});
    s.hdto = one({"20260309", "20260309", "20260310", "20260303", "20260406", "20260407", "20270309", "20270310",
                  "20200114", "20200115", "19791231", "20260230", "2026030A", "20240229"});
    s.business = one({"20260309", "20260309", "20260309", "20240229", "20280303"});
    s.komkod = one({"0101", "0851", "0851", "0955", "0400", "0401", "7000", "0999", "01A1"});
    s.who.group = one({"KOMMUNE", "KOMMUNE", "BORGER", "CPRADM", "OPSLAG", "NOBODY"});
    s.who.mynkod = chance(4) ? "0101" : s.komkod;
    if (chance(8)) s.reg.waiting.insert({s.pnr, s.haendelse});
    if (auto const found = s.reg.persons.find(s.pnr); found != s.reg.persons.end()) arrange(s, found->second);
    return s;
  }
  /// DATA of a move or a protection; `raw` bytes now and then.
  std::string data(std::string_view haendelse) {
    std::string out(400, ' ');
    auto const put = [&](std::size_t offset, std::string_view text) { out.replace(offset, text.size(), text); };
    bool const move = haendelse == "FLY";
    if (rules::event_type const* e = rules::find_event(haendelse); !move && rules::protection_type(haendelse).empty())
      return e == nullptr ? out : any_data(*e);
    if (move) {
      put(0, one({"1000", "1000", "2000", "3000", "3500", "9901", "9902", "1188", "0500", "0000", "10O0", "4444"}));
      put(4, one({"005 ", "5   ", "009 ", "020B", "020C", "021 ", "000 ", "012J", "x   ", "    ", "998k", "\x01   "}));
      put(8, one({"  ", "  ", "05", "st", "KL", "k1", "00", "\x02 "}));
      put(10, one({"    ", "    ", "  tv", "TV  ", "0000", "7   ", "t v ", "mf  "}));
      put(14, one({"    ", "    ", "    ", "3456", "B\x01  "}));
    } else {
      put(0, one({"S", "S", "O", "X", " ", "\x01"}));
      put(1, one({"00000000", "        ", "20270309", "20270310", "20260308", "20270230", "2027O101", "20280228"}));
    }
    std::size_t const list = move ? 52 : 9;
    put(list, one({"00", "01", "02", "02", "03", "09", "x1", "  "}));
    for (std::size_t i = 0, n = pick(4); i < n; ++i)
      put(list + 2 + 10 * i, one({father, mother, son, daughter, grown, lodger, "0000000000", "          ",
          "0101 01111"}));
    return out;
  }

  /// DATA of an event by its fields, from values that mean something somewhere.
  std::string any_data(rules::event_type const& e) {
    std::string out(400, ' ');
    for (rules::data_field const& f : e.fields) {
      for (std::size_t i = 0; i < f.count; ++i) {
        std::string value = f.type == codec::kind::digits ? a_code(f.width) : a_text(f.name);
        if (chance(40)) value = "\x01";
        value.resize(f.width, ' ');
        out.replace(f.offset + i * f.stride, f.width, value);
      }
    }
    return out;
  }

 private:
  std::string a_code(std::size_t width) {
    if (width == 2) return one({"00", "01", "02", "03"});
    if (width == 3) return one({"000", "006", "007", "012"});
    if (width == 4) return one({"0000", "5100", "5180", "5180", "0101", "1000", "9901", "2400", "1259"});
    if (width == 8) return one({"00000000", "20260309", "20260308", "20270230", "20300115"});
    if (width == 12) return one({"202603010900", "202603010901", "000000000000"});
    return one({"0000000000", "0000000000", father, mother, son, grown, lodger, "0707701234"});
  }
  std::string a_text(std::string_view field) {
    if (field == "CIVST") return one({"U", "G", "G", "F", "E", "O", "L", "X", ""});
    if (field == "FKIRK") return one({"F", "M", "A", "X", ""});
    if (field == "FTR-HAENDELSE") return one({"FLY", "FLY", "UDR", ""});
    if (field == "HUSNR") return one({"005", "9", "000", ""});
    if (field == "ETAGE") return one({"", "", "st"});
    if (field == "SIDEDOER" || field == "USIKKER-MRK") return one({"", "", "*", "tv"});
    if (field == "BNR") return one({"", "", "3456"});
    return one({"", "Anders", "Anders", "Testsen", "Anders Testsen", "Hauptstrasse 1", "En, to",
        "Anders-Otto Christian Bernhard"});
  }
  std::size_t pick(std::size_t n) { return random_() % n; }
  bool chance(std::size_t n) { return pick(n) == 0; }
  std::string one(std::vector<std::string_view> const& of) { return std::string(of[pick(of.size())]); }
  void arrange(scene& s, rules::stored_person& p) {
    if (chance(8)) change(p.records, rec::PERSON_001::PERSONSTATUS, one({"30", "50", "60", "70", "80", "90", "20"}));
    if (chance(20)) change(p.records, rec::PERSON_001::START_DT_PERSON, one({"", "2001-00-00", "2024-02-29"}));
    if (chance(20)) change(p.records, rec::PERSON_001::FOED_DT, "");
    if (chance(10)) change(p.records, rec::PERSON_002::TILFLYDTO, one({"202603080000", "000000000000",
        "202603091200"}));
    if (chance(10)) p.waiting_open = 1;
    for (std::size_t n = pick(3); n-- > 0;)
      p.records.add(record_for<rec::PERSON_004>(s.pnr)
                        .set(rec::PERSON_004::BESKYTTYPE, one({"0001", "0002", "0003", "0005"}))
                        .set(rec::PERSON_004::START_DT_BESKYTTELSE, one({"2020-01-01", "2026-03-09", "2026-03-10"}))
                        .set(rec::PERSON_004::SLET_DT_BESKYTTELSE, one({"", "2026-03-09", "2026-03-10"}))
                        .bytes());
    if (chance(12)) p.records.remove(2);
    if (chance(4)) change(p.records, rec::PERSON_012::CIVST, one({"U", "P", "O", "F", " "}));
    if (chance(20)) p.records.remove(12);
    if (chance(3)) s.reg.latest[s.pnr] = {1, "FLY", "202603010900", "20260301", {}, !chance(3)};
    if (chance(3)) p.records.add(record_for<rec::PERSON_011>(s.pnr).set(rec::PERSON_011::FKIRK, one({"F",
        "M"})).bytes());
    if (chance(3))
      p.records.add(record_for<rec::PERSON_010>(s.pnr)
                        .set(rec::PERSON_010::LANDEKOD, one({"5180", "5100"}))
                        .set(rec::PERSON_010::HAENSTART_STATSBORGERSKAB, one({"202603100000", "000000000000"}))
                        .bytes());
    if (chance(3))
      p.records.add(record_for<rec::PERSON_005>(s.pnr)
                        .set(rec::PERSON_005::UDR_LANDEKOD, "5180")
                        .set(rec::PERSON_005::UDLANDADR1, "Hauptstrasse 1")
                        .bytes());
    if (chance(3))
      p.records.add(record_for<rec::PERSON_006>(s.pnr)
                        .set(rec::PERSON_006::ADR1_KONTAKTADR, "Anders")
                        .set(rec::PERSON_006::SLET_DT_ADRTXT, one({"", "2030-01-15"}))
                        .bytes());
  }

  std::mt19937 random_{20260309};
};

BOOST_AUTO_TEST_SUITE(shipped_rules)

BOOST_AUTO_TEST_CASE(random_messages_are_answered_as_before) {
  messages_at_random some;
  std::map<std::string, unsigned> how_often;
  for (int i = 0; i < 60'000; ++i) {
    scene s = some.next();
    std::string const data = some.data(s.haendelse);
    s.with_keys([&](rules::key_facts const& facts) {
      ++how_often["INIT " + said(rules::check_keys(facts))];
      if (facts.event == nullptr || facts.person == nullptr || !facts.event_date) return;
      if (!codec::is_digits(facts.komkod())) return;
      for (rules::message const& m : rules::check_data(rules::data_facts(facts, data)))
        ++how_often["VALI " + std::string(facts.haendelse()) + " " + said({m})];
    });
  }
  std::string all;
  for (auto const& [answer, n] : how_often) all += answer + " " + std::to_string(n) + "\n";
  std::string const file = SAMSPIL_SOURCE "/tests/golden/rules/random.txt";
  if (std::getenv("SAMSPIL_REWRITE_GOLDEN") != nullptr) std::ofstream(file, std::ios::binary) << all;
  std::ifstream golden(file, std::ios::binary);
  BOOST_TEST(all == std::string(std::istreambuf_iterator<char>(golden), {}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::test
