// Every message of the data of FLY: a case in which it is due and a neighbour in which it is not.
#include <boost/test/unit_test.hpp>
#include <functional>

#include "rules/words.hpp"
#include "scene.hpp"

namespace samspil::test {
namespace {

using namespace samspil::rec;
using fly = FLY_DATA;

struct data_case {
  unsigned number;  ///< of the row that the case is about
  std::string what;
  std::function<void(scene&)> arrange;
  std::string expected;
};


/// Overwrites bytes of DATA, where a field cannot hold them by its type.
void raw(scene& s, std::size_t offset, std::string_view bytes) {
  std::string all(s.data.bytes());
  all.replace(offset, bytes.size(), bytes);
  s.data = codec::buffer<fly>(all);
}
void entry(scene& s, std::size_t i, std::string_view bytes) {
  raw(s, fly::MEDFLYTTER.offset + (i - 1) * fly::MEDFLYTTER.stride, bytes);
}
void stay(scene& s) {  // the current address, to be changed in one field
  s.komkod = s.who.mynkod = "0851";
  s.data.set(fly::VEJKOD, "1188").set(fly::HUSNR, "009").set(fly::ETAGE, "05").set(fly::SIDEDOER, "  tv");
}
void to_greenland(scene& s) {
  s.komkod = s.who.mynkod = "0955";
  s.data.set(fly::VEJKOD, "0500").set(fly::BNR, "3456");
}

std::vector<data_case> const data_cases = {
    {7002, "an address", [](scene&) {}, ""},
    {7002, "no road", [](scene& s) { s.data.set(fly::VEJKOD, 0); }, "7002F VEJKOD"},
    {7002, "no house number", [](scene& s) { s.data.set(fly::HUSNR, ""); }, "7002F HUSNR"},
    {7002, "no house number on an administrative road",
     [](scene& s) { s.data.set(fly::VEJKOD, "9901").set(fly::HUSNR, ""); }, ""},
    {7002, "the house number's row reads VEJKOD", [](scene& s) { s.data.set(fly::VEJKOD, 0).set(fly::HUSNR, ""); },
     "7002F VEJKOD"},
    {7002, "nothing at all", [](scene& s) { raw(s, 0, std::string(400, ' ')); }, "7002F VEJKOD"},

    {37, "letters for the road", [](scene& s) { raw(s, 0, "10O0"); }, "37F VEJKOD"},
    {37, "a blank within", [](scene& s) { raw(s, 0, "10 0"); }, "37F VEJKOD"},
    {37, "letters for the count", [](scene& s) { raw(s, fly::ANTAL_MEDFLYTTERE.offset, "x1"); },
     "37F ANTAL-MEDFLYTTERE"},
    {37, "letters for co-movers", [](scene& s) { entry(s, 2, "01018A1111"), entry(s, 4, "          "); },
     "37F MEDFLYTTER/2, 7112F ANTAL-MEDFLYTTERE"},
    {37, "blanks count as zeros", [](scene& s) { raw(s, fly::ANTAL_MEDFLYTTERE.offset, std::string(82, ' ')); }, ""},

    {60, "a control character", [](scene& s) { s.data.set(fly::CONVN, "c/o \x07"); }, "60F CONVN"},
    {60, "a control character of the upper half", [](scene& s) { s.data.set(fly::CONVN, "c/o \x85"); }, "60F CONVN"},
    {60, "DEL", [](scene& s) { s.data.set(fly::CONVN, "c/o \x7F"); }, "60F CONVN"},
    {60, "Danish letters and signs", [](scene& s) { s.data.set(fly::CONVN, "c/o \xC6\xF8\xE5 & {S\xF8n}"); }, ""},
    {60, "stops the house number's other rows", [](scene& s) { s.data.set(fly::HUSNR, "\x01"); }, "60F HUSNR"},
    {60, "every field in order",
     [](scene& s) { s.data.set(fly::SIDEDOER, "\x01").set(fly::BNR, "\x02").set(fly::ETAGE, "\x03"); },
     "60F ETAGE, 60F SIDEDOER, 60F BNR"},

    {7021, "a move awaits approval", [](scene& s) { s.reg.waiting = {{s.pnr, "FLY"}}; }, "7021F"},
    {7021, "stops no other row", [](scene& s) { s.reg.waiting = {{s.pnr, "FLY"}}, s.data.set(fly::VEJKOD, "4444"); },
     "7021F, 7101F VEJKOD"},
    {7021, "another's move or another event",
     [](scene& s) { s.reg.waiting = {{std::string(mother), "FLY"}, {s.pnr, "NAB"}}; }, ""},

    {7101, "no such road", [](scene& s) { s.data.set(fly::VEJKOD, "4444"); }, "7101F VEJKOD"},
    {7101, "a road of another municipality", [](scene& s) { s.data.set(fly::VEJKOD, "1188"); }, "7101F VEJKOD"},
    {7101, "no longer open", [](scene& s) { s.data.set(fly::VEJKOD, "3000"); }, "7101F VEJKOD"},
    {7101, "not open yet", [](scene& s) { s.data.set(fly::VEJKOD, "3500"), s.hdto = "20260331"; }, "7101F VEJKOD"},
    {7101, "open from the day on", [](scene& s) { s.data.set(fly::VEJKOD, "3500"), s.hdto = "20260401"; }, ""},
    {7101, "stops the rows that read VEJKOD",
     [](scene& s) { s.data.set(fly::VEJKOD, "4444").set(fly::HUSNR, "5").set(fly::ETAGE, "9x"); },
     "7101F VEJKOD, 7104F ETAGE"},

    {7102, "000", [](scene& s) { s.data.set(fly::HUSNR, "000"); }, "7102F HUSNR"},
    {7102, "two digits", [](scene& s) { s.data.set(fly::HUSNR, "12"); }, "7102F HUSNR"},
    {7102, "the letter J", [](scene& s) { s.data.set(fly::VEJKOD, "2000").set(fly::HUSNR, "012J"); }, "7102F HUSNR"},
    {7102, "the letter K", [](scene& s) { s.data.set(fly::VEJKOD, "2000").set(fly::HUSNR, "012K"); }, ""},
    {7102, "a small letter", [](scene& s) { s.data.set(fly::VEJKOD, "2000").set(fly::HUSNR, "999z"); }, ""},
    {7102, "right-justified", [](scene& s) { s.data.set(fly::HUSNR, " 005"); }, ""},
    {7102, "nonsense on an administrative road",
     [](scene& s) { s.data.set(fly::VEJKOD, "9901").set(fly::HUSNR, "x"); }, "7102F HUSNR"},

    {7103, "above the even interval", [](scene& s) { s.data.set(fly::HUSNR, "022"); }, "7103F HUSNR"},
    {7103, "the last of the even interval", [](scene& s) { s.data.set(fly::HUSNR, "020B"); }, ""},
    {7103, "a letter behind the last", [](scene& s) { s.data.set(fly::HUSNR, "020C"); }, "7103F HUSNR"},
    {7103, "an odd letter behind the last without one, in the next interval",
     [](scene& s) { s.data.set(fly::HUSNR, "019A"); }, "7103F HUSNR"},
    {7103, "a second odd interval", [](scene& s) { s.data.set(fly::HUSNR, "021"); }, ""},
    {7103, "a road without intervals", [](scene& s) { s.data.set(fly::VEJKOD, "2000").set(fly::HUSNR, "998"); }, ""},
    {7103, "a blank number has no parity", [](scene& s) { s.data.set(fly::VEJKOD, "9902").set(fly::HUSNR, ""); }, ""},
    {7103, "a number on an administrative road",
     [](scene& s) { s.data.set(fly::VEJKOD, "9902").set(fly::HUSNR, "005"); }, "7103F HUSNR"},

    {7104, "00", [](scene& s) { s.data.set(fly::ETAGE, "00"); }, "7104F ETAGE"},
    {7104, "one digit", [](scene& s) { s.data.set(fly::ETAGE, "1"); }, "7104F ETAGE"},
    {7104, "k1", [](scene& s) { s.data.set(fly::ETAGE, "k1"); }, "7104F ETAGE"},
    {7104, "k2", [](scene& s) { s.data.set(fly::ETAGE, "k2"); }, ""},
    {7104, "KL", [](scene& s) { s.data.set(fly::ETAGE, "KL"); }, ""},
    {7104, "St", [](scene& s) { s.data.set(fly::ETAGE, "St"); }, ""},
    {7104, "99", [](scene& s) { s.data.set(fly::ETAGE, "99"); }, ""},

    {7105, "left", [](scene& s) { s.data.set(fly::ETAGE, "01").set(fly::SIDEDOER, "TV"); }, ""},
    {7105, "a door number", [](scene& s) { s.data.set(fly::ETAGE, "01").set(fly::SIDEDOER, "7"); }, ""},
    {7105, "zero", [](scene& s) { s.data.set(fly::ETAGE, "01").set(fly::SIDEDOER, "0000"); }, "7105F SIDEDOER"},
    {7105, "no door", [](scene& s) { s.data.set(fly::ETAGE, "01").set(fly::SIDEDOER, "t v"); }, "7105F SIDEDOER"},
    {7105, "without a floor", [](scene& s) { s.data.set(fly::SIDEDOER, "tv"); }, "7105F SIDEDOER"},
    {7105, "reads ETAGE", [](scene& s) { s.data.set(fly::ETAGE, "x").set(fly::SIDEDOER, "yyy"); }, "7104F ETAGE"},

    {7106, "the current address", stay, "7106F VEJKOD"},
    {7106, "in other spelling", [](scene& s) { stay(s), s.data.set(fly::SIDEDOER, "TV"); }, "7106F VEJKOD"},
    {7106, "another door", [](scene& s) { stay(s), s.data.set(fly::SIDEDOER, "  th"); }, ""},
    {7106, "without a current address",
     [](scene& s) { stay(s), s.reg.of(s.pnr).remove(2); }, ""},
    {7106, "reads the whole address", [](scene& s) { stay(s), s.data.set(fly::BNR, "B\x01"); }, "60F BNR"},

    {7108, "6 days late", [](scene& s) { s.hdto = "20260303"; }, "7108A HDTO"},
    {7108, "5 days late", [](scene& s) { s.hdto = "20260304"; }, ""},
    {7108, "beside an error", [](scene& s) { s.hdto = "20260303", s.data.set(fly::VEJKOD, "4444"); },
     "7101F VEJKOD, 7108A HDTO"},

    {7109, "the day before moving in", [](scene& s) { s.hdto = "20200114"; }, "7108A HDTO, 7109F HDTO"},
    {7109, "the day of moving in", [](scene& s) { s.hdto = "20200115"; }, "7108A HDTO"},
    {7109, "without a current address", [](scene& s) { s.hdto = "20200114", s.reg.of(s.pnr).remove(2); }, "7108A HDTO"},

    {7110, "the lodger", [](scene& s) { s.move_along({lodger}); }, "7110F MEDFLYTTER/1"},
    {7110, "the grown child", [](scene& s) { s.move_along({mother, grown}); }, "7110F MEDFLYTTER/2"},
    {7110, "an unknown number", [](scene& s) { s.move_along({"0707701234"}); }, "7110F MEDFLYTTER/1"},
    {7110, "the family", [](scene& s) { s.move_along({mother, daughter, son}); }, ""},
    {7110, "a spouse elsewhere",
     [](scene& s) { change(s.reg.of(mother), PERSON_002::SIDEDOER, "  th"), s.move_along({mother, son}); },
     "7110F MEDFLYTTER/1"},
    {7110, "a child who is 18 on the day",
     [](scene& s) { s.business = "20280303", s.hdto = "20280303", s.move_along({son}); }, "7110F MEDFLYTTER/1"},
    {7110, "a child who is 17 on the day",
     [](scene& s) { s.business = "20280303", s.hdto = "20280302", s.move_along({son}); }, ""},
    {7110, "born 29 February: 17 on 28 February",
     [](scene& s) { s.business = "20300301", s.hdto = "20300228", s.move_along({daughter}); }, ""},
    {7110, "born 29 February: 18 on 1 March",
     [](scene& s) { s.business = "20300301", s.hdto = "20300301", s.move_along({daughter}); }, "7110F MEDFLYTTER/1"},

    {7111, "the person itself", [](scene& s) { s.move_along({mother, father}); }, "7111F MEDFLYTTER/2"},
    {7111, "a second time", [](scene& s) { s.move_along({son, mother, son}); }, "7111F MEDFLYTTER/3"},
    {7111, "everyone once", [](scene& s) { s.move_along({son, mother}); }, ""},
    {7111, "a stranger twice has 7110 twice", [](scene& s) { s.move_along({lodger, lodger}); },
     "7110F MEDFLYTTER/1, 7110F MEDFLYTTER/2"},

    {7112, "one too few", [](scene& s) { s.move_along({mother, son}), s.data.set(fly::ANTAL_MEDFLYTTERE, 1); },
     "7112F ANTAL-MEDFLYTTERE"},
    {7112, "one too many", [](scene& s) { s.move_along({mother, son}), s.data.set(fly::ANTAL_MEDFLYTTERE, 3); },
     "7112F ANTAL-MEDFLYTTERE"},
    {7112, "a gap", [](scene& s) { s.move_along({mother, "0000000000", son}); }, "7112F ANTAL-MEDFLYTTERE"},
    {7112, "more than the list has", [](scene& s) { s.move_along({mother}), s.data.set(fly::ANTAL_MEDFLYTTERE, 9); },
     "7112F ANTAL-MEDFLYTTERE"},
    {7112, "two of two", [](scene& s) { s.move_along({mother, son}); }, ""},
    {7112, "an entry with an error counts as filled", [](scene& s) { s.move_along({mother}), entry(s, 1, "x"); },
     "37F MEDFLYTTER/1"},

    {7113, "a building in Denmark", [](scene& s) { s.data.set(fly::BNR, "3456"); }, "7113F BNR"},
    {7113, "a building in Greenland", to_greenland, ""},

    {7114, "a citizen on an administrative road",
     [](scene& s) { as_citizen(s), s.data.set(fly::VEJKOD, "9901").set(fly::HUSNR, ""); }, "7114F VEJKOD"},
    {7114, "a municipality", [](scene& s) { s.data.set(fly::VEJKOD, "9901").set(fly::HUSNR, ""); }, ""},
    {7114, "a citizen on a road", as_citizen, ""},

    {7115, "the day before the spouse moved in",
     [](scene& s) {
       change(s.reg.of(mother), PERSON_002::TILFLYDTO, "202603080000");
       s.hdto = "20260307", s.move_along({son, mother});
     },
     "7115F MEDFLYTTER/2"},
    {7115, "the day the spouse moved in",
     [](scene& s) {
       change(s.reg.of(mother), PERSON_002::TILFLYDTO, "202603081400");
       s.hdto = "20260308", s.move_along({son, mother});
     },
     ""},
    {7115, "reads HDTO", [](scene& s) { s.hdto = "20200114", s.move_along({mother}); }, "7108A HDTO, 7109F HDTO"},
};

BOOST_AUTO_TEST_SUITE(data_checks)

BOOST_AUTO_TEST_CASE(each_message_has_a_case_and_a_neighbour) {
  for (data_case const& one : data_cases) {
    scene s;
    one.arrange(s);
    rules::validation const seen = s.validate();
    BOOST_TEST(said(seen.list) == one.expected, one.number << ", " << one.what);
    BOOST_TEST(seen.klartekst.size() == (seen.ok() ? 600u : 0u), one.number << ", " << one.what);
    BOOST_TEST(seen.data.size() == 400u);
  }
  for (rules::rule_text const& row : rules::shipped_rules()->rules()) {
    if (row.step != 'D' || !rules::admits(row.events.text(), "FLY")) continue;
    bool due = false, not_due = false;
    for (data_case const& one : data_cases) {
      if (one.number != row.number) continue;
      bool const fired =
          (", " + one.expected).find(", " + std::to_string(row.number) + row.klasse) != std::string::npos;
      (fired ? due : not_due) = true;
    }
    BOOST_TEST(due, row.number << " is due in no case");
    BOOST_TEST(not_due, row.number << " has no neighbour");
  }
}

BOOST_AUTO_TEST_CASE(rows_stand_in_the_order_of_their_numbers) {
  std::vector<unsigned> numbers;
  for (rules::rule_text const& row : rules::shipped_rules()->rules())
    if (row.step == 'D' && (numbers.empty() || numbers.back() != row.number)) numbers.push_back(row.number);
  BOOST_TEST_REQUIRE(numbers.size() > 4u);
  BOOST_TEST(numbers[0] == 7002u);
  BOOST_TEST(numbers[1] == 37u);
  BOOST_TEST(numbers[2] == 60u);
  for (std::size_t i = 4; i < numbers.size(); ++i) BOOST_TEST(numbers[i - 1] < numbers[i]);
}

BOOST_AUTO_TEST_CASE(many_messages_come_in_the_order_of_the_rows) {
  scene s;
  as_citizen(s);
  s.hdto = "20260101";
  s.reg.waiting = {{s.pnr, "FLY"}};
  s.data.set(fly::VEJKOD, "9901")
      .set(fly::HUSNR, "0x")
      .set(fly::ETAGE, "zz")
      .set(fly::BNR, "1")
      .set(fly::CONVN, "\x02");
  s.move_along({father, lodger, mother, mother});
  entry(s, 6, "x");
  BOOST_TEST(said(s.validate().list) ==
             "37F MEDFLYTTER/6, 60F CONVN, 7021F, 7102F HUSNR, 7104F ETAGE, 7108A HDTO, 7110F MEDFLYTTER/2, "
             "7111F MEDFLYTTER/1, 7111F MEDFLYTTER/4, 7112F ANTAL-MEDFLYTTERE, 7113F BNR, 7114F VEJKOD");
}

BOOST_AUTO_TEST_CASE(a_text_names_the_date_it_speaks_of) {
  scene s;
  s.hdto = "20200114";
  auto const seen = s.validate();
  BOOST_REQUIRE(seen.list.size() == 2u);
  BOOST_TEST(seen.list[1].text == "H\xE6ndelsesdatoen er f\xF8r tilflytning til den nuv\xE6rende adresse (20200115)");
  BOOST_TEST(seen.list[1].rule == "D7109");
}

BOOST_AUTO_TEST_CASE(data_of_keys_that_do_not_hold_is_a_fault) {
  scene s;
  s.pnr = "0707701234";
  BOOST_CHECK_THROW(s.validate(), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::test
