#include "stage.hpp"

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <utility>

#include "client/message.hpp"

namespace samspil::client::test {
namespace {

replay::target at(bool own_logon) {
  replay::target out;
  out.host = "127.0.0.1";
  out.port = "5000";
  if (own_logon) BOOST_REQUIRE(replay::set_user(out, "42", "KUN00001"));
  return out;
}

}  // namespace

using namespace replay;

void stage::add(std::string_view text, bool own_logon) {
  auto read = parse_script(text, "s" + std::to_string(scripts.size() + 1) + ".rpl", at(own_logon));
  BOOST_REQUIRE_MESSAGE(read.has_value(), (read ? std::string() : read.error().text()));
  scripts.push_back(std::move(*read));
}
void stage::add_solid(std::string_view bytes, bool own_logon) {
  auto read = parse_solid(bytes, "s.raw", at(own_logon), 0);
  BOOST_REQUIRE_MESSAGE(read.has_value(), (read ? std::string() : read.error().text()));
  scripts.push_back(std::move(*read));
}
outcome stage::play(std::string const& password) {
  environment world;
  world.connect = [this](target const&) {
    ++connections;
    return through;
  };
  world.now = [this] { return steady_time(std::chrono::microseconds(clock += 412)); };
  world.sleep_until = [this](steady_time t) { pauses.push_back(t); };
  world.interrupted = [this] {
    return server.received().size() >= interrupt_after || pauses.size() >= interrupt_in_pause;
  };
  world.report = &report;
  world.problems = &problems;
  if (want_answers) world.answers = &answers;
  if (want_record) world.record = &record;
  world.receipts = receipts;
  return run(scripts, {{password, ""}}, options, world, start);
}

std::string logon_line(std::string_view password) {
  return "> " + line_of("LOGN", "", "", "", password) + "\n";
}
std::string init_line(std::string_view token) {
  return "> " + line_of("INIT", token, "", "", "FLY" + std::string(pnr) + "202601050101") + "\n";
}
std::string vali_line(std::string_view road, std::string_view token) {
  return "> " + line_of("VALI", token, "", "{DIALOGNR}", road) + "\n";
}
std::string gemh_line(std::string_view reference, std::string_view token) {
  return "> " + line_of("GEMH", token, reference, "{DIALOGNR}", "") + "\n";
}
std::string answer_line(std::string_view function, std::string_view reference, std::string_view dialogue,
                        std::string_view body) {
  return "< " + answer_head(function, "{TOKEN}", reference, dialogue, "00", 'O', 0) + std::string(body) + "\n";
}

}  // namespace samspil::client::test
