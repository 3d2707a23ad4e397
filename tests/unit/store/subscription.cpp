// Subscriptions, found by customer and by person.
#include <boost/test/unit_test.hpp>

#include "store/error.hpp"
#include "unit/store/fixture.hpp"

namespace samspil::store {
namespace {

struct customers_home : home_fixture {
  customers_home() {
    open();
    db().write([](write_scope& scope) {
      BOOST_TEST(scope.put_subscription("1234", bo, 7));
      BOOST_TEST(scope.put_subscription("1234", anna, 8));
      BOOST_TEST(scope.put_subscription("0099", bo, 9));
    });
  }
  std::string of_customer(std::string_view kundenr, std::string_view from = {}) const {
    std::string text;
    const_cast<customers_home*>(this)->db().with_read([&](read_scope const& scope) {
      text.clear();
      scope.each_subscription(kundenr, [&](codec::view<rec::SUBSCRIPTION_ROW> row) {
        text += std::string(row[rec::SUBSCRIPTION_ROW::PNR]) + " ";
        return true;
      }, from);
      return 0;
    });
    return text;
  }
  std::string of_person(std::string_view pnr) {
    std::string text;
    for (auto const& one : now(db(), &read_scope::subscribers, pnr)) text += one + " ";
    return text;
  }
};

BOOST_FIXTURE_TEST_SUITE(subscriptions, customers_home)

BOOST_AUTO_TEST_CASE(found_by_customer_and_by_person) {
  BOOST_TEST(of_customer("1234") == std::string(anna) + " " + std::string(bo) + " ");
  BOOST_TEST(of_customer("1234", bo) == std::string(bo) + " ");
  BOOST_TEST(of_customer("0099") == std::string(bo) + " ");
  BOOST_TEST(of_customer("0098") == "");
  BOOST_TEST(of_person(bo) == "0099 1234 ");
  BOOST_TEST(of_person(anna) == "1234 ");
  BOOST_TEST(of_person(cille) == "");
  BOOST_TEST(now(db(), &read_scope::subscribed, "1234", anna));
  BOOST_TEST(!now(db(), &read_scope::subscribed, "0099", anna));
  auto const row = now(db(), &read_scope::subscription, "1234", anna);
  BOOST_TEST((row.value()[rec::SUBSCRIPTION_ROW::SINCE] == "000000000000008"));
  BOOST_TEST((!now(db(), &read_scope::subscription, "0099", anna)));
}

BOOST_AUTO_TEST_CASE(one_that_exists_stays_as_it_is) {
  db().write([](write_scope& scope) { BOOST_TEST(!scope.put_subscription("1234", anna, 99)); });
  auto const row = now(db(), &read_scope::subscription, "1234", anna);
  BOOST_TEST((row.value()[rec::SUBSCRIPTION_ROW::SINCE] == "000000000000008"));
  BOOST_TEST(of_person(anna) == "1234 ");
}

BOOST_AUTO_TEST_CASE(erased_from_both_sides) {
  db().write([](write_scope& scope) {
    BOOST_TEST(scope.erase_subscription("1234", bo));
    BOOST_TEST(!scope.erase_subscription("1234", bo));
    BOOST_TEST(!scope.erase_subscription("0099", anna));
  });
  BOOST_TEST(of_person(bo) == "0099 ");
  BOOST_TEST(of_customer("1234") == std::string(anna) + " ");
  reopen();
  BOOST_TEST(of_person(bo) == "0099 ");
  db().write([](write_scope& scope) { BOOST_TEST(scope.put_subscription("1234", bo, 12)); });
  BOOST_TEST(of_person(bo) == "0099 1234 ");
}

BOOST_AUTO_TEST_CASE(a_piece_of_work_that_fails_leaves_no_subscription) {
  BOOST_CHECK_THROW(db().write([](write_scope& scope) {
    scope.put_subscription("1234", cille, 1);
    throw error("no");
  }), error);
  BOOST_TEST(of_person(cille) == "");
  BOOST_CHECK_THROW(db().write([](write_scope& scope) { scope.put_subscription("12", cille, 1); }), error);
  BOOST_CHECK_THROW(db().write([](write_scope& scope) { scope.put_subscription("1234", "x", 1); }), error);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::store
