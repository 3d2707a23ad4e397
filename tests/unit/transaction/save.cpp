// What a save lets in, whatever the rule table says.
#include "transaction/save.hpp"

#include <boost/test/unit_test.hpp>

#include "support/events.hpp"
#include "support/small_register.hpp"

using namespace samspil;
using namespace samspil::test;

namespace {

bool is_184(std::runtime_error const& e) { return std::string(e.what()) == "an event was refused: 184"; }

}  // namespace

BOOST_AUTO_TEST_SUITE(saving)

BOOST_AUTO_TEST_CASE(nothing_is_stored_for_a_group_without_the_event) {
  small_register reg;
  auto const report = [&](std::string_view user, std::string_view hdto, std::string_view reference) {
    return save_event(reg.db(), reg.clock, reg.clock.business_date(),
                      {.user = user, .pnr = emil, .hdto = hdto, .data = move_to("005"),
                       .reference = std::string(reference)});
  };
  auto const before = reg.db().read().person(emil).value().records;
  BOOST_CHECK_EXCEPTION(report("LOOK01", "20260309", "R1"), std::runtime_error, is_184);
  BOOST_CHECK_EXCEPTION(report("LOOK01", "20260320", "R2"), std::runtime_error, is_184);  // would wait for its date
  BOOST_TEST(reg.db().read().person(emil).value().records == before);
  BOOST_TEST(!reg.db().read().journal(1).has_value());
  BOOST_TEST(!reg.db().read().waiting(1).has_value());
  BOOST_TEST(report("KOMM01", "20260309", "R3") == 0u);
  BOOST_TEST(report("BORG01", "20260309", "R4") == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
