// A password does not stay in memory that is given back. All of the program's `delete` comes by here.
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <future>
#include <new>

#include "fixture.hpp"

using namespace samspil;
using namespace samspil::test;

namespace {

/// Blocks with the password in them that this thread has given back while it watched.
thread_local bool watching = false;
thread_local unsigned found = 0;

void look_at(void const* block, std::size_t size) {
  if (!watching || block == nullptr) return;
  std::string_view const bytes(static_cast<char const*>(block), size);
  if (bytes.find(right_password) != std::string_view::npos) ++found;
}

}  // namespace

void* operator new(std::size_t size) {
  if (void* const block = std::malloc(size == 0 ? 1 : size)) return block;
  throw std::bad_alloc();
}
void* operator new(std::size_t size, std::nothrow_t const&) noexcept { return std::malloc(size == 0 ? 1 : size); }
void operator delete(void* block) noexcept { std::free(block); }
void operator delete(void* block, std::nothrow_t const&) noexcept { std::free(block); }
void operator delete(void* block, std::size_t size) noexcept {
  look_at(block, size);
  std::free(block);
}

BOOST_AUTO_TEST_SUITE(wiping)

BOOST_AUTO_TEST_CASE(the_password_of_a_logon_in_ebcdic_is_wiped) {
  provider p;
  session::peer from{"127.0.0.1", "", ""};
  from.page = code_page::ibm277;
  std::string const sams = request("LOGN", {"1234", "KOMM01"}, logon_body(right_password));
  std::string const direkte = "OFF4,123490LOOK01  " + std::string(right_password) + std::string(8, ' ');
  for (std::string const& message : {sams, direkte}) {
    std::string const bytes = from_latin1(from.page, message).text;
    std::promise<std::string> answer;
    watching = true;
    p.service->handle(bytes, from, [&](session::answer a) { answer.set_value(std::move(a.bytes)); });
    watching = false;
    BOOST_TEST(found == 0U);
    BOOST_TEST(answer.get_future().get().size() >= 28U);
  }
  watching = true;
  { std::string const seen(sams + direkte); }  // the test looks indeed
  watching = false;
  BOOST_TEST(found != 0U);
}

BOOST_AUTO_TEST_SUITE_END()
