// Whole messages into the dialogue over a register in memory, the demo's. An
// input is a replay file without its logons, which would cost a password's hash
// each: the users are logged on already. Every message gets one answer, the
// client reads it, and it is of the same FUNKTION.
#include <fstream>
#include <iterator>
#include <map>
#include <memory>

#include "admin/load.hpp"
#include "client/replay_script.hpp"
#include "client/replay_text.hpp"
#include "fuzz/fuzz.hpp"
#include "session/framing.hpp"
#include "session/service.hpp"
#include "support/sams.hpp"
#include "support/small_register.hpp"

namespace samspil::fuzz {
namespace {

namespace replay = client::replay;

/// What answers said so far, where libFuzzer looks for what an input has reached
/// beside the code: most of the dialogue is built without its counters.
__attribute__((section("__libfuzzer_extra_counters"))) std::uint8_t said[1 << 14];

std::string demo(char const* name) {
  std::ifstream in(std::string(SAMSPIL_SOURCE "/records/demo/") + name + ".txt", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class scene {
 public:
  scene() {
    using namespace std::chrono;
    reg_.clock.set_business(date{year(2026), month(11), day(25)});
    admin::actor const who{"fuzz"};
    bool const loaded = admin::load_authorities(reg_.db(), demo("authorities"), "authorities", who) &&
                        admin::load_roads(reg_.db(), demo("roads"), "roads", who) &&
                        admin::load_persons(reg_.db(), demo("persons"), "persons", who);
    check(loaded, "the demo's register is loaded");
    service_ = std::make_unique<session::service>(reg_.db(), reg_.clock, std::string(test::pepper), session::options{});
    for (std::string user : {"BORG01", "KOMM01", "LOOK01"}) {
      std::string const logon = test::request("LOGN", {"1234", user}, test::logon_body(test::right_password));
      logons_[user] = test::ask(*service_, logon).bytes;
    }
  }

  void play(replay::script const& script) {
    replay::conversation known;
    for (auto const& unit : script.units)
      for (auto const& step : unit.steps) {
        auto const request = replay::make_request(step.request, known, {"Kendeord-1", "Kendeord-2"});
        if (!request) continue;
        std::size_t const size = session::message_size(*request);
        if (size == 0 || size > request->size()) continue;  // the connection would wait for more
        std::string const message = request->substr(0, size);
        if (message.starts_with("SAMS,LOGN"))
          log_on(message, known);
        else
          known.learn(message, answer_to(message), {"VENTENR"});
      }
  }

 private:
  void log_on(std::string_view message, replay::conversation& known) const {
    auto const found = logons_.find(codec::trimmed(codec::view<rec::HOVED>(message)[rec::HOVED::BRUGER_ID]));
    if (found != logons_.end()) known.learn(found->second, found->second, {});
  }

  std::string answer_to(std::string const& message) {
    std::string const bytes = test::ask(*service_, message).bytes;
    auto const answer = client::answer::read(bytes);
    check(answer.has_value(), "the client reads every answer");
    check(message.size() < 100 || bytes.substr(5, 4) == message.substr(5, 4), "an answer is of its message's FUNKTION");
    said[std::hash<std::string>()(bytes.substr(5, 4) + answer->summary()) % sizeof said] = 1;
    return bytes;
  }

  test::small_register reg_;
  std::unique_ptr<session::service> service_;
  std::map<std::string, std::string, std::less<>> logons_;  ///< the answers, by user
};

}  // namespace
}  // namespace samspil::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace samspil::fuzz;
  auto const script = replay::parse_script(text(data, size), "fuzz", {"localhost", "5000", "1234", "KOMM01"});
  if (!script || script->messages > 30) return 0;
  // A new register now and then: what was saved stays, and memory is not endless.
  constexpr int inputs_per_scene = 2000;
  static int played = 0;
  static scene* now = nullptr;  // the last is not taken down: a database does not outlive main()
  if (played++ % inputs_per_scene == 0) {
    delete now;
    now = new scene;
  }
  now->play(*script);
  return 0;
}
