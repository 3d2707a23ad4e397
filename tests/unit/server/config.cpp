// Every key of the configuration, its default, and everything that is refused,
// with line and column.
#include <boost/test/unit_test.hpp>

#include <fstream>

#include "base/date.hpp"
#include "server/config.hpp"
#include "server/config_values.hpp"
#include "unit/server/fixture.hpp"

using namespace samspil;
using namespace samspil::server;

namespace {

config parsed(std::string_view text) {
  auto const read = parse_config(text, "/etc/samspil/samspild.toml");
  BOOST_REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().text()));
  return *read;
}

std::string refusal(std::string_view text) {
  auto const read = parse_config(text, "s.toml");
  return read ? "taken" : read.error().text();
}

constexpr std::string_view complete = R"([database]
home = "/srv/samspil"
cache = "1GiB"
free_space = "2GiB"

[[listener]]
address = "0.0.0.0"
port = 5001
families = ["SAMS"]
code_page = "ISO-8859-1"
framing = "header"
certificate = "tls/a.crt"
key = "/keys/a.key"
client_ca = "ca.pem"
client_certificates = "required"
tls_min = "1.3"

[[listener]]
address = "::1"
port = 0
families = ["PRIV", "OFF4"]

[business]
date = "2026-10-01"
time_zone = "UTC"
effectuate_at = ""

[limits]
connections = 10
connections_per_address = 5
handshake = "100ms"
logon = "2s"
record = "3m"
idle = "1500ms"
session = "2d"
dialogue_idle = "4h"
logons_waiting = 7
dialogues_per_session = 7
inits_per_user_and_minute = 8

[metrics]
address = "127.0.0.2"
port = 9100

[audit]
lookups = "buffered"
export = ""

[secrets]
directory = "keys"
)";

}  // namespace

BOOST_AUTO_TEST_SUITE(configuration)

BOOST_AUTO_TEST_CASE(an_empty_file_is_all_defaults) {
  config const c = parsed("");
  BOOST_TEST(c.home == "/var/lib/samspil");
  BOOST_TEST(c.cache_bytes == 256U << 20);
  BOOST_TEST(c.free_space == 64U << 20);
  BOOST_TEST(c.logons_waiting == 256U);
  BOOST_REQUIRE(c.listeners.size() == 1);
  listener_options const& l = c.listeners.front();
  BOOST_TEST(l.address == "127.0.0.1");
  BOOST_TEST(l.port == 5000);
  BOOST_TEST(l.wire.sams);
  BOOST_TEST(l.tls.certificate == "/etc/samspil/server.crt");
  BOOST_TEST(l.tls.key == "/etc/samspil/server.key");
  BOOST_TEST(l.tls.client_ca == "");
  BOOST_TEST((l.tls.ask == client_certificates::off));
  BOOST_TEST(!l.tls.tls_1_3_only);
  BOOST_TEST(!c.business_date);
  BOOST_TEST(c.time_zone == "Europe/Copenhagen");
  BOOST_TEST(c.effectuate_at == "00:10");
  BOOST_TEST(c.socket_limits.connections == 20'000);
  BOOST_TEST(c.socket_limits.connections_per_address == 2'000);
  BOOST_TEST(c.socket_limits.handshake.count() == 5'000);
  BOOST_TEST(c.socket_limits.logon.count() == 10'000);
  BOOST_TEST(c.socket_limits.record.count() == 5'000);
  BOOST_TEST(c.socket_limits.idle.count() == 600'000);
  BOOST_TEST(c.session_limits.idle.count() == 600'000);
  BOOST_TEST(c.session_limits.session.count() == 8 * 3600'000);
  BOOST_TEST(c.session_limits.dialogue_idle.count() == 1200'000);
  BOOST_TEST(c.session_limits.dialogues_per_session == 10'000);
  BOOST_TEST(c.session_limits.inits_per_user_and_minute == 0);
  BOOST_TEST(c.metrics_address == "127.0.0.1");
  BOOST_TEST(c.metrics_port == 0);
  BOOST_TEST(c.durable_lookups);
  BOOST_TEST(c.secrets == "");
}

BOOST_AUTO_TEST_CASE(every_key_is_taken) {
  config const c = parsed(complete);
  BOOST_TEST(c.home == "/srv/samspil");
  BOOST_TEST(c.cache_bytes == 1U << 30);
  BOOST_TEST(c.free_space == 2ULL << 30);
  BOOST_TEST(c.logons_waiting == 7U);
  BOOST_REQUIRE(c.listeners.size() == 2);
  listener_options const& l = c.listeners.front();
  BOOST_TEST(l.address == "0.0.0.0");
  BOOST_TEST(l.port == 5001);
  BOOST_TEST(l.wire.sams);
  BOOST_TEST(l.tls.certificate == "/etc/samspil/tls/a.crt");
  BOOST_TEST(l.tls.key == "/keys/a.key");
  BOOST_TEST(l.tls.client_ca == "/etc/samspil/ca.pem");
  BOOST_TEST((l.tls.ask == client_certificates::required));
  BOOST_TEST(l.tls.tls_1_3_only);
  BOOST_TEST(c.listeners.back().address == "::1");
  BOOST_TEST(c.listeners.back().port == 0);
  BOOST_TEST(!c.listeners.back().wire.sams);
  BOOST_TEST(c.listeners.back().tls.certificate == "/etc/samspil/server.crt");
  BOOST_TEST(date10(*c.business_date) == "2026-10-01");
  BOOST_TEST(c.time_zone == "UTC");
  BOOST_TEST(c.effectuate_at == "");
  BOOST_TEST(c.socket_limits.connections == 10);
  BOOST_TEST(c.socket_limits.connections_per_address == 5);
  BOOST_TEST(c.socket_limits.handshake.count() == 100);
  BOOST_TEST(c.socket_limits.logon.count() == 2'000);
  BOOST_TEST(c.socket_limits.record.count() == 180'000);
  BOOST_TEST(c.socket_limits.idle.count() == 1'500);
  BOOST_TEST(c.session_limits.idle.count() == 1'500);
  BOOST_TEST(c.session_limits.session.count() == 2 * 86'400'000);
  BOOST_TEST(c.session_limits.dialogue_idle.count() == 4 * 3600'000);
  BOOST_TEST(c.session_limits.dialogues_per_session == 7);
  BOOST_TEST(c.session_limits.inits_per_user_and_minute == 8);
  BOOST_TEST(c.metrics_address == "127.0.0.2");
  BOOST_TEST(c.metrics_port == 9100);
  BOOST_TEST(!c.durable_lookups);
  BOOST_TEST(c.secrets == "/etc/samspil/keys");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_said_with_line_and_column) {
  std::string const whole = ": expected a whole number from ";
  std::vector<std::pair<std::string, std::string>> const table = {
      {"limits = 5", "line 1, column 10: limits: expected a table [limits]"},
      {"[limit]\nidle = \"5s\"", "line 1, column 2: unknown key limit"},
      {"[limits]\nidel = \"5s\"", "line 2, column 1: unknown key limits.idel"},
      {"[limits]\n  idle = 5", "line 2, column 10: limits.idle: expected a text in quotes"},
      {"[limits]\nidle = \"5\"",
       "line 2, column 8: limits.idle: expected a duration: a whole number above 0 with ms, s, m, h or d"},
      {"[limits]\nlogon = \"0s\"",
       "line 2, column 9: limits.logon: expected a duration: a whole number above 0 with ms, s, m, h or d"},
      {"[limits]\nconnections = 0", "line 2, column 15: limits.connections" + whole + "1 to 1000000000"},
      {"[limits]\nconnections = \"many\"", "line 2, column 15: limits.connections" + whole + "1 to 1000000000"},
      {"[database]\ncache = \"256MB\"",
       "line 2, column 9: database.cache: expected a size of 20KiB or more, with KiB, MiB, GiB or TiB"},
      {"[database]\nhome = \"\"", "line 2, column 8: database.home: expected a path"},
      {"[business]\ndate = \"2026-02-30\"", "line 2, column 8: business.date: expected auto or a date yyyy-mm-dd"},
      {"[business]\ndate = 2026-10-01", "line 2, column 8: business.date: expected a text in quotes"},
      {"[business]\ntime_zone = \"Europe/Atlantis\"",
       "line 2, column 13: business.time_zone: expected a time zone, as Europe/Copenhagen"},
      {"[business]\neffectuate_at = \"24:00\"",
       "line 2, column 17: business.effectuate_at: expected a time of day HH:MM, or nothing"},
      {"[metrics]\nport = 65536", "line 2, column 8: metrics.port" + whole + "0 to 65535"},
      {"[audit]\nlookups = \"never\"", "line 2, column 11: audit.lookups: expected one of durable, buffered"},
      {"[audit]\nexport = \"/x\"",
       "line 2, column 10: audit.export: this version does not export the signed heads yet"},
      {"listener = 1", "line 1, column 12: listener: expected tables [[listener]]"},
      {"[listener]\nport = 1", "line 1, column 1: listener: expected tables [[listener]]"},
      {"[[listener]]\nport = -1", "line 2, column 8: listener.port" + whole + "0 to 65535"},
      {"[[listener]]\naddress = \"localhost\"",
       "line 2, column 11: listener.address: expected an IPv4 or IPv6 address"},
      {"[[listener]]\nfamilies = []",
       "line 2, column 12: listener.families: expected an array of SAMS, PRIV and OFF4, one at least"},
      {"[[listener]]\nfamilies = [\"SAMS\", 4]",
       "line 2, column 12: listener.families: expected an array of SAMS, PRIV and OFF4, one at least"},
      {"[[listener]]\ncode_page = \"IBM037\"",
       "line 2, column 13: listener.code_page: expected one of ISO-8859-1, IBM277, IBM1142"},
      {"[[listener]]\ncode_page = \"UTF-8\"",
       "line 2, column 13: listener.code_page: expected one of ISO-8859-1, IBM277, IBM1142"},
      {"[[listener]]\nframing = \"header+self\"",
       "line 2, column 11: listener.framing: expected one of header, len2, len4, ascii4, llzz, rdw; all but header "
       "also with +self"},
      {"[[listener]]\nclient_certificates = \"required\"",
       "line 2, column 23: listener.client_certificates: needs listener.client_ca"},
      {"[[listener]]\ntls_min = \"1.1\"", "line 2, column 11: listener.tls_min: expected one of 1.2, 1.3"},
      {"[[listener]]\ntls_min = 1.2", "line 2, column 11: listener.tls_min: expected a text in quotes"},
      {"[[listener]]\nport = 5000\n[[listener]]\nprot = 5001", "line 4, column 1: unknown key listener.prot"},
      // Of several faults the first in the file.
      {"[metrics]\nport = 0\nzeal = 1\n[audit]\nanger = 1", "line 3, column 1: unknown key metrics.zeal"},
  };
  for (auto const& [text, expected] : table) BOOST_TEST(refusal(text) == "s.toml: " + expected);
}

BOOST_AUTO_TEST_CASE(what_is_no_toml_is_said_with_line_and_column) {
  BOOST_TEST(refusal("[limits\nidle = 1").starts_with("s.toml: line 1, column 8: "));
  BOOST_TEST(refusal("a = 1\nb = = 2").starts_with("s.toml: line 2, column 5: "));
  BOOST_TEST(refusal("a = 1\na = 2").starts_with("s.toml: line 2, column "));
  // No key where one must stand: what the parser itself only asserts.
  for (char const* text : {"[[&listener]]", "[&]", "[[[a]]]", "[limits.&]"})
    BOOST_TEST(refusal(text).starts_with("s.toml: line 1, column "), text);
}

BOOST_AUTO_TEST_CASE(a_file_is_read_and_a_missing_one_named) {
  server::test::scratch_directory const d;
  std::ofstream(d.path / "s.toml") << "[database]\nhome = \"here\"\n";
  auto const read = read_config(d.path / "s.toml");
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST(read->home == d.path / "here");
  auto const missing = read_config(d.path / "none.toml");
  BOOST_REQUIRE(!missing.has_value());
  BOOST_TEST(missing.error().text() == (d.path / "none.toml").string() + ": cannot be read");
}

BOOST_AUTO_TEST_CASE(durations_and_sizes) {
  using std::chrono::milliseconds;
  BOOST_TEST((parse_duration("100ms") == milliseconds(100)));
  BOOST_TEST((parse_duration("2d") == milliseconds(2 * 86'400'000)));
  BOOST_TEST((parse_duration("3650d") == milliseconds(3650LL * 86'400'000)));
  for (char const* bad : {"", "s", "5", "0s", "-1s", "1.5s", "5 s", "5S", "3651d", "99999999999999999999s"}) {
    BOOST_TEST(!parse_duration(bad), bad);
  }
  BOOST_TEST((parse_size("4096") == 4096U));
  BOOST_TEST((parse_size("3MiB") == 3U << 20));
  for (char const* bad : {"", "MiB", "0", "1MB", "1 MiB", "9999999999999TiB"}) BOOST_TEST(!parse_size(bad), bad);
}

BOOST_AUTO_TEST_SUITE_END()
