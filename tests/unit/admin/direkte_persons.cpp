// CPR Direkte over whole registers: what a look-up answers of each person is what
// was loaded (protocol.md, section 1). The real extract is beside the project or not.
#include <boost/test/unit_test.hpp>

#include <map>

#include "load_fixture.hpp"
#include "record/person.hpp"
#include "rules/protection.hpp"
#include "session/service.hpp"
#include "support/fake_clock.hpp"
#include "support/sams.hpp"
#include "support/small_register.hpp"

using namespace samspil;

namespace {

struct looking_up : test::loading {
  explicit looking_up(std::string const& bytes) {
    test::fill_reference(db());
    auto const loaded = persons(bytes);
    BOOST_REQUIRE_MESSAGE(loaded, loaded.error().text);
    test::fill_users(db(), clock.business_date());
    db().write([](store::write_scope& scope) {
      using c = rec::CUSTOMER_ROW;
      auto row = *scope.customer("1234");
      scope.put_customer(row.set(c::MAY_PRIV, "Y").set(c::MAY_OFF4, "Y"));
    });
    service = std::make_unique<session::service>(db(), clock, std::string(test::pepper), session::options{});
    std::string const logon = "OFF4,123490LOOK01  " + std::string(test::right_password) + "        ";
    token = test::ask(*service, logon).bytes.substr(6, 8);
  }
  std::string look_up(std::string const& family, std::string_view pnr) {
    return test::ask(*service, family + ",123406" + token + "LOOK01  00" + std::string(pnr)).bytes;
  }

  test::fake_clock clock;
  std::unique_ptr<session::service> service;
  std::string token;
};

/// Every person's records of a file by PNR, in ascending type, file order within, without 099.
std::map<std::string, std::string> records_of(std::string_view bytes) {
  std::map<std::string, std::map<unsigned, std::string>> found;
  for (std::string_view rest = bytes; !rest.empty();) {
    std::size_t const end = std::min(rest.find('\n'), rest.size());
    std::string line(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.pop_back();
    unsigned const type = record::record_type(line);
    if (type == 0 || type == 999 || type == 99) continue;
    line.resize(record::person_record_length(type), ' ');
    found[line.substr(3, 10)][type] += line;
  }
  std::map<std::string, std::string> out;
  for (auto const& [pnr, types] : found)
    for (auto const& [type, records] : types) out[pnr] += records;
  return out;
}

/// Checks everybody; how many are protected.
std::size_t check(std::string const& bytes) {
  looking_up with(bytes);
  std::string const day = date8(with.clock.business_date());
  std::size_t too_long = 0, hidden = 0;
  for (auto const& [pnr, records] : records_of(bytes)) {
    std::string const answer = with.look_up("OFF4", pnr);
    std::size_t const size = 35 + records.size() + 21;
    if (size > 2880) {
      ++too_long;
      BOOST_TEST(answer.substr(22, 2) == "09");
      BOOST_TEST(answer.find(std::to_string(size)) != std::string::npos);
    } else {
      BOOST_TEST(answer.substr(22, 2) == "00");
      BOOST_TEST(answer.size() == 28 + size);
      BOOST_TEST((answer.substr(28 + 35, records.size()) == records));
    }
    auto const person = record::person::trusted(with.person(pnr));
    std::string const priv = with.look_up("PRIV", pnr);
    BOOST_TEST(priv.substr(22, 2) == "00");
    if (!rules::protection_in_force(person, rules::name_and_address, day)) {
      auto const name = person.value(rec::PERSON_003::ADRNVN);
      BOOST_TEST((priv.find(name) != std::string::npos));
      continue;
    }
    ++hidden;
    for (auto const secret : {person.value(rec::PERSON_003::ADRNVN), person.value(rec::PERSON_003::STANDARDADR),
                              person.value(rec::PERSON_008::EFTERNVN), person.value(rec::PERSON_008::FORNVN),
                              person.value(rec::PERSON_006::ADR1_KONTAKTADR),
                              person.value(rec::PERSON_005::UDLANDADR1)})
      if (auto const text = codec::trimmed(secret); text.size() > 3)
        BOOST_TEST((priv.find(text) == std::string::npos));
  }
  BOOST_TEST_MESSAGE(too_long << " persons are too long for an answer, " << hidden << " are protected");
  return hidden;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(direkte_persons)

BOOST_AUTO_TEST_CASE(everybody_of_the_demo_register) { BOOST_TEST(check(test::shipped("persons.txt")) > 0U); }

BOOST_AUTO_TEST_CASE(everybody_of_the_real_extract) {
  if (auto const bytes = test::shared_data("persons-u12170.txt")) check(*bytes);
}

BOOST_AUTO_TEST_SUITE_END()
