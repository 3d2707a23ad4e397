#include "home_fixture.hpp"

#include <boost/test/unit_test.hpp>

namespace samspil::test {
namespace {

std::unique_ptr<home_fixture>& shared_home() {
  static std::unique_ptr<home_fixture> home;
  return home;
}

struct closes_shared_home {
  ~closes_shared_home() { shared_home().reset(); }
};
BOOST_TEST_GLOBAL_FIXTURE(closes_shared_home);

}  // namespace

std::filesystem::path home_fixture::filled_home() {
  static auto const made = [] {
    auto first = std::make_unique<home_fixture>(false);
    first->fill();
    shorten_log(first->home());
    return first;
  }();
  return made->home();
}

home_fixture& running_home() {
  auto& home = shared_home();
  if (!home) {
    home = std::make_unique<home_fixture>();
    home->start_server();
  }
  return *home;
}

}  // namespace samspil::test
