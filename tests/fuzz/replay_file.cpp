// Replay files and solid files: an error names a place in the text; what a run
// of a script would record is a script again, with the same requests.
#include <string>

#include "client/replay_record.hpp"
#include "client/replay_script.hpp"
#include "client/replay_text.hpp"
#include "fuzz/fuzz.hpp"

namespace samspil::fuzz {
namespace {

namespace replay = client::replay;

replay::target const somewhere{"localhost", "5000", "1234", "KOMM01"};

void play(replay::step const& step, replay::conversation& known) {
  auto const request = replay::make_request(step.request, known, {"Kendeord-1", "Kendeord-2"});
  if (!request) return;
  std::string answer = *request;
  if (step.expected) {
    auto const wanted = replay::make_pattern(*step.expected, known, *request, *request);
    answer = wanted.resolved(*request);
    check(wanted.bytes.empty() || wanted.any.size() == wanted.bytes.size(), "a pattern says of every byte what it is");
  }
  std::string const recorded = replay::recorded(*request, answer, known, true);
  auto const again = replay::parse_script(recorded, "recorded", somewhere);
  check(again.has_value(), "a recorded exchange is a script");
  check(again->units.size() == 1 && again->units[0].steps.size() == 1, "of one step");
  known.learn(*request, answer, {"VENTENR", "HUSSTAND(2).PNR"});
}

}  // namespace
}  // namespace samspil::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace samspil::fuzz;
  std::string_view const bytes = text(data, size);
  for (std::size_t record_length : {std::size_t{0}, std::size_t{300}})
    static_cast<void>(replay::parse_solid(bytes, "solid", somewhere, record_length));
  replay::target mainframe = somewhere;
  mainframe.page = samspil::code_page::ibm277;
  static_cast<void>(replay::parse_solid(bytes, "solid", mainframe, 0, {samspil::framing::kind::rdw, true}));
  auto const script = replay::parse_script(bytes, "fuzz", somewhere);
  if (!script) {
    check(is_place(bytes, script.error().line, script.error().column), "an error names a place of the text");
    return 0;
  }
  replay::conversation known;
  std::size_t steps = 0;
  for (auto const& unit : script->units)
    for (auto const& step : unit.steps) ++steps, play(step, known);
  check(steps == script->messages, "a script has as many messages as steps");
  return 0;
}
