// The daily run by itself: when it begins, what it catches up with, how it ends;
// and in a whole server.
#include <boost/test/unit_test.hpp>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <future>
#include <regex>
#include <thread>

#include "base/secrets.hpp"
#include "server/daily_run.hpp"
#include "support/events.hpp"
#include "support/process.hpp"
#include "support/small_register.hpp"
#include "unit/server/fixture.hpp"

using namespace samspil;
using namespace samspil::test;
using namespace std::chrono_literals;
using server::daily_run;

namespace {

constexpr std::string_view summer = "005", winter = "007";

/// Waits for what must come, far longer than it takes on a busy machine.
template <class Condition>
bool comes(Condition const& has_come) {
  auto const deadline = std::chrono::steady_clock::now() + 60s;
  while (!has_come()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::yield();
  }
  return true;
}

/// The small register on 10 March 2026, 09:00 of the process's zone.
struct timed_home {
  timed_home() { BOOST_REQUIRE(set_time_zone("UTC")); }
  void report(std::string_view pnr, std::string_view hdto, std::string_view husnr) {
    save_event(reg.db(), reg.clock, reg.clock.business_date(),
               {.pnr = pnr, .hdto = hdto, .data = move_to(husnr), .reference = "R" + std::to_string(++references)});
  }
  /// The system clock and the business date, as they move where the date is auto.
  void wait_until(std::string_view day8, std::chrono::minutes time_of_day) {
    date const day = *parse_date8(day8);
    reg.clock.pass(std::chrono::sys_days(day) + time_of_day - reg.clock.now());
    reg.clock.set_business(day);
  }
  std::string states() {
    std::string out;
    reg.db().read().each_waiting(1, [&](codec::view<rec::WAITING_ROW> row) {
      out += row[rec::WAITING_ROW::TILSTAND];
      return true;
    });
    return out;
  }
  small_register reg;
  unsigned references = 0;
};

/// Whether a run begins now; it has ended when this returns.
bool runs(daily_run& d) {
  bool const begun = d.tick();
  BOOST_TEST(comes([&] { return !d.under_way(); }));
  return begun;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(daily_runs)

BOOST_AUTO_TEST_CASE(which_run_should_have_been) {
  timed_home h;
  auto const due = [&](std::string const& at) { return date8(server::run_due(h.reg.clock, at)); };
  BOOST_TEST(due("00:00") == "20260310");
  BOOST_TEST(due("09:00") == "20260310");
  BOOST_TEST(due("09:01") == "20260309");
  h.reg.clock.pass(59s);
  BOOST_TEST(due("09:01") == "20260309");
  h.reg.clock.pass(1s);
  BOOST_TEST(due("09:01") == "20260310");
  h.wait_until("20260301", 0min);
  BOOST_TEST(due("23:59") == "20260228");
}

BOOST_AUTO_TEST_CASE(at_the_start_and_then_once_a_day) {
  timed_home h;
  h.report(emil, "20260311", summer);
  h.report(emil, "20260312", winter);
  h.report(anna, "20260315", summer);
  daily_run d(h.reg.db(), h.reg.clock, "00:10");
  BOOST_TEST(runs(d));
  BOOST_TEST(h.states() == "GGG");
  BOOST_TEST(d.totals().last_run == h.reg.clock.now().time_since_epoch() / 1s);
  BOOST_TEST(!runs(d));
  h.wait_until("20260311", 9min);
  BOOST_TEST(!runs(d));
  h.wait_until("20260311", 10min);
  BOOST_TEST(runs(d));
  BOOST_TEST(h.states() == "EGG");
  h.reg.clock.pass(12h);
  BOOST_TEST(!runs(d));
  h.wait_until("20260310", 20min);  // the clock was set back
  BOOST_TEST(!runs(d));
  h.wait_until("20260316", 11min);  // the machine was asleep for days
  BOOST_TEST(runs(d));
  BOOST_TEST(h.states() == "EEE");
  BOOST_TEST(d.totals().effectuated == 3u);
  BOOST_TEST(d.totals().failed == 0u);
}

BOOST_AUTO_TEST_CASE(what_a_server_missed_while_it_was_down) {
  timed_home h;
  h.report(emil, "20260314", summer);
  h.report(anna, "20260315", "099");
  h.report(bo, "20260314", winter);
  h.reg.db().write([](store::write_scope& scope) { scope.erase_person(bo); });
  h.wait_until("20260315", 8h);
  daily_run d(h.reg.db(), h.reg.clock, "23:00");  // today's is not due yet, yesterday's is
  BOOST_TEST(runs(d));
  BOOST_TEST(h.states() == "EGF");
  BOOST_TEST(d.totals().effectuated == 1u);
  BOOST_TEST(d.totals().failed == 1u);
  BOOST_TEST(!runs(d));
}

BOOST_AUTO_TEST_CASE(only_by_command) {
  timed_home h;
  daily_run d(h.reg.db(), h.reg.clock, "");
  BOOST_TEST(!d.tick());
  BOOST_TEST(d.totals().last_run == 0);
}

BOOST_AUTO_TEST_CASE(told_to_stop_it_ends_between_two_events) {
  timed_home h;
  for (int i = 0; i < 300; ++i) h.report(emil, "20260311", i % 2 == 0 ? summer : winter);
  h.wait_until("20260311", 9h);
  std::promise<void> let_go;
  h.reg.db().submit([held = let_go.get_future().share()](store::write_scope&) { held.wait(); },
                    [](std::exception_ptr) {});
  std::size_t effectuated = 0;
  {
    daily_run d(h.reg.db(), h.reg.clock, "00:10");
    BOOST_TEST(d.tick());
    // Behind the piece of work that holds the writer up stand as many events as may.
    BOOST_TEST(comes([&] { return h.reg.db().queued() > 60; }));
    d.stop();
    BOOST_TEST(!d.tick());
    let_go.set_value();
    BOOST_TEST(comes([&] { return !d.under_way(); }));
    effectuated = d.totals().effectuated;
    BOOST_TEST(d.totals().last_run == 0);
  }
  std::string const states = h.states();
  BOOST_TEST(std::count(states.begin(), states.end(), 'E') == static_cast<std::ptrdiff_t>(effectuated));
  BOOST_TEST(effectuated > 0u);
  BOOST_TEST(effectuated < 200u);
  daily_run next(h.reg.db(), h.reg.clock, "00:10");
  BOOST_TEST(runs(next));
  BOOST_TEST(h.states() == std::string(300, 'E'));
}

BOOST_AUTO_TEST_CASE(after_a_fault_again_in_a_minute) {
  timed_home h;
  h.report(emil, "20260311", summer);
  h.wait_until("20260311", 9h);
  {
    auto load = h.reg.db().begin_reference(store::reference::messages);
    load.add_row("000000", "no such row");
    load.activate(store::audit_entry());
  }
  daily_run d(h.reg.db(), h.reg.clock, "00:10");
  BOOST_TEST(runs(d));
  BOOST_TEST(h.states() == "G");
  fill_reference(h.reg.db());
  h.reg.clock.pass(59s);
  BOOST_TEST(!runs(d));
  h.reg.clock.pass(1s);
  BOOST_TEST(runs(d));
  BOOST_TEST(h.states() == "E");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(daily_runs_of_a_server)

namespace {

std::string program(std::string const& name) { return std::string(SAMSPIL_BINARY) + "/tools/" + name; }

/// A port that nobody listens on just now.
std::string free_port() {
  int const fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  ::bind(fd, reinterpret_cast<sockaddr*>(&address), size);
  ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size);
  ::close(fd);
  return std::to_string(ntohs(address.sin_port));
}

std::string metrics_page(std::string const& port) {
  client::endpoint to;
  to.port = port;
  server::test::raw_socket const s(to);
  s.send("GET /metrics HTTP/1.0\r\n\r\n");
  std::string text;
  char chunk[4096];
  for (ssize_t n = 0; (n = ::recv(s.fd, chunk, sizeof chunk, 0)) > 0;) text.append(chunk, static_cast<std::size_t>(n));
  return text;
}

/// A home with `count` events that were due some days ago.
void make_due_home(std::filesystem::path const& home, unsigned count) {
  make_home(home, count);
  system_clock const time;
  date const today = time.business_date();
  store::database db(home);
  transaction::world_cache worlds;
  db.write([&](store::write_scope& scope) {
    for (unsigned i = 0; i < count; ++i)
      save_event(scope, worlds, time, add_days(today, -20),
                 {.pnr = crowd_pnr(i),
                  .hdto = date8(add_days(today, -10)),
                  .data = move_to(summer),
                  .reference = "R" + std::to_string(i)});
  });
}

}  // namespace

BOOST_AUTO_TEST_CASE(it_catches_up_says_so_and_counts) {
  temporary_directory const directory(scratch_place());
  make_due_home(directory.path(), 3);
  std::string const port = free_port();
  server_process server(program("samspild"), directory.path(),
                        "[business]\neffectuate_at = \"00:00\"\n[metrics]\nport = " + port + "\n");
  BOOST_TEST(comes([&] { return server.log().find("3 effectuated, 0 failed, ") != std::string::npos; }));
  BOOST_TEST(server.log().find("the daily run of ") != std::string::npos);
  BOOST_TEST(!std::regex_search(server.log(), std::regex("[0-9]{10}")));
  std::string const page = metrics_page(port);
  BOOST_TEST(page.find("\nsamspil_effectuated_total 3\n") != std::string::npos, page);
  BOOST_TEST(page.find("\nsamspil_effectuation_failed_total 0\n") != std::string::npos, page);
  BOOST_TEST(std::regex_search(page, std::regex("\nsamspil_effectuation_last_run_seconds [1-9][0-9]{9}\n")), page);
  auto const listed =
      run_program({program("samspil"), "--home", directory.path().string(), "waiting", "list", "--state", "E"});
  BOOST_TEST(std::count(listed.out.begin(), listed.out.end(), '\n') == 4);
  // By command it is counted too.
  auto const again =
      run_program({program("samspil"), "--home", directory.path().string(), "effectuate", "--json"});
  BOOST_TEST(again.out == "{\"effectuated\":0,\"failed\":0}\n");
  BOOST_TEST(server.stop() == 0);
  server.start();
  BOOST_TEST(comes([&] { return server.log().find("0 effectuated, 0 failed, ") != std::string::npos; }));
  BOOST_TEST(server.stop() == 0);
}

BOOST_AUTO_TEST_CASE(a_server_told_to_end_does_not_wait_for_it) {
  temporary_directory const directory(scratch_place());
  make_due_home(directory.path(), 1500);
  server_process server(program("samspild"), directory.path(), "[business]\neffectuate_at = \"00:00\"\n");
  auto const told = std::chrono::steady_clock::now();
  BOOST_TEST(server.stop() == 0);
  BOOST_TEST((std::chrono::steady_clock::now() - told) / 1s < 20);
  auto const rest =
      run_program({program("samspil"), "--home", directory.path().string(), "effectuate"});
  BOOST_TEST(rest.status == 0);
  store::database db(directory.path());
  unsigned registered = 0;
  db.read().each_journal(1, [&](store::journal_row const& row) {
    registered += row.head[rec::JOURNAL_ROW::FUNKTION] == "EFFE" ? 1U : 0U;
    return true;
  });
  BOOST_TEST(registered == 1500u);
}

BOOST_AUTO_TEST_CASE(with_a_fixed_date_nothing_runs_by_itself) {
  temporary_directory const directory(scratch_place());
  make_due_home(directory.path(), 1);
  server_process server(
      program("samspild"), directory.path(),
      "[business]\ndate = \"" + date10(system_clock().business_date()) + "\"\neffectuate_at = \"00:00\"\n");
  auto const run = run_program({program("samspil"), "--home", directory.path().string(), "effectuate", "--json"});
  BOOST_TEST(run.out == "{\"effectuated\":1,\"failed\":0}\n");
  BOOST_TEST(server.log().find("daily run") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
