#include "client/replay_player.hpp"

#include <algorithm>
#include <utility>

#include "client/replay_compare.hpp"
#include "client/replay_recall.hpp"
#include "client/replay_record.hpp"
#include "client/replay_shown.hpp"
#include "client/replay_units.hpp"
#include "client/replay_wire.hpp"
#include "rec/direkte.hpp"

namespace samspil::client::replay {
namespace {

using rec::HOVED;

/// The tool's own logon did not succeed: every step above it ends.
class logon_refused : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

constexpr std::string_view no_dialogue = "000000000000";

bool is_sams(std::string_view message) { return message.size() >= HOVED::length && message.starts_with("SAMS"); }

/// An answer as --raw writes it: framed and in the page of the file of requests.
std::string in_file(script const& of, std::string const& answer) {
  auto const prefix = of.frame.prefix_of(answer.size());
  if (!prefix) throw message_error("an answer is longer than framing " + name_of(of.frame) + " can announce");
  return answer.empty() ? answer : *prefix + from_latin1(of.page, answer).text;
}

bool refused(std::string_view message, std::string_view answer) {
  using direkte = rec::DIREKTE_SVAR;
  if (codec::is_direkte(message))
    return answer.size() >= direkte::length && codec::view<direkte>(answer)[direkte::FEJLNR] != "00";
  return is_sams(answer) && codec::view<HOVED>(answer)[HOVED::KVIT] == "F";
}

std::string json_difference(std::string const& file, std::size_t line, std::vector<compared> const& fields) {
  std::string out = "{\"file\":" + json_string(file) + ",\"line\":" + std::to_string(line) + ",\"fields\":[";
  bool first = true;
  for (compared const& each : fields) {
    if (!each.differs) continue;
    auto const value = [](std::optional<std::string> const& side) {
      return side ? json_string(codec::trimmed(*side)) : std::string("null");
    };
    out += std::string(first ? "" : ",") + "{\"record\":" + json_string(each.record) +
           ",\"field\":" + json_string(each.field) + ",\"byte\":" + std::to_string(each.byte) +
           ",\"expected\":" + value(each.expected) + ",\"came\":" + value(each.came) + "}";
    first = false;
  }
  return out + "]}\n";
}

}  // namespace

pace::pace(double rate, steady_time start)
    : between_(rate > 0 ? static_cast<std::int64_t>(std::min(1e9 / rate, 1e17)) : 0), next_(start) {}

steady_time pace::turn(steady_time now) {
  // So much may be made up for that a sleep which ends late does not lower the rate.
  constexpr std::chrono::milliseconds slack{10};
  std::lock_guard const lock(mutex_);
  next_ = std::max(next_, now - slack);
  return std::exchange(next_, next_ + between_);
}

struct player::scene {
  task const& what;
  script const& from;
  unit_result out;
  std::string init = {};   ///< the unit's
  std::string saved = {};  ///< the answer that its GEMH had in the run that was killed

  void end(int status, std::string problem) {
    out.complete = false;
    out.status = status;
    out.problem = std::move(problem);
  }
};

unit_result player::play(task const& what) {
  scene at{what, *what.in->of, {}};
  at.out.ordinal = what.ordinal;
  at.out.of = what.in->of;
  at.out.known = what.known;
  at.out.complete = true;
  try {
    for (step const& each : what.what->steps)
      if (at.out.complete) at.out.complete = !run_.ending && play_step(at, each);
  } catch (logon_refused const& error) {
    at.end(8, error.what());
  } catch (message_error const& error) {
    at.end(12, error.what());
  } catch (std::exception const& error) {
    at.end(16, error.what());
  }
  return std::move(at.out);
}

/// False when the run ends here.
bool player::play_step(scene& at, step const& what) {
  auto const stopped = [&] {
    if (!run_.world.interrupted()) return false;
    at.end(4, run_.ending.exchange(true) ? "" : "samspil-replay: stopped by a signal");
    return true;
  };
  if (stopped()) return false;
  auto made = request_of(at, what);
  if (!made) {
    std::string const problem = "no earlier answer gave " + made.error().name;
    differ(at, script_error{at.from.name, what.line, made.error().column, problem}.text());
    return run_.options.keep_going;
  }
  std::string const& message = *made;
  exchange& over = connection_to(at.from.targets[what.to]);
  if (run_.options.rate > 0) {
    run_.world.sleep_until(run_.timing.turn(run_.world.now()));
    if (stopped()) return false;
  }
  steady_time const sent = run_.world.now();
  ++at.out.counted.messages;
  if (message.starts_with("SAMS,INIT")) at.init = message;
  std::string came = answers_again(message, at.saved) ? at.saved : over(message);
  auto const took = std::chrono::duration_cast<std::chrono::microseconds>(run_.world.now() - sent);
  if (!came.empty()) {
    ++at.out.counted.answers;
    at.out.counted.microseconds.push_back(static_cast<std::uint32_t>(took.count()));
  }
  bool const before = was_saved_before(at, what, message, came);
  if (before && answers_again(message, at.saved)) came = at.saved;
  bool const good = before || judge(at, what, message, came);
  if (run_.world.record != nullptr)
    at.out.record += "* " + at.from.name + ":" + std::to_string(what.line) + ", " + std::to_string(took.count()) +
                     " microseconds\n" + recorded(message, came, at.out.known, run_.options.clear);
  if (run_.world.receipts != nullptr) at.out.receipts += receipt_line(what.line, message, came);
  if (run_.world.answers != nullptr) at.out.answers += in_file(at.from, came);
  at.out.known.learn(message, came, run_.names);
  return good || run_.options.keep_going;
}

/// In a run that goes on where another was killed: whether an answer is not as it should be because the unit's
/// event was saved by that run. Its receipt is known then, and nothing of the unit is held against the server.
bool player::was_saved_before(scene& at, step const& what, std::string const& message, std::string const& came) {
  if (!at.saved.empty()) return true;
  if (!run_.resumed || at.init.empty()) return false;
  bool const different = what.expected && !make_pattern(*what.expected, at.out.known, message, came).matches(came);
  if (!different && !refused(message, came)) return false;
  auto const& steps = at.what.what->steps;
  for (auto each = steps.begin() + (&what - steps.data()); each != steps.end(); ++each) {
    scene later = at;
    if (!later.out.known.value("DIALOGNR")) later.out.known.set("DIALOGNR", std::string(no_dialogue));
    auto const gemh = request_of(later, *each);
    std::string const ask = gemh ? status_request(*gemh) : "";
    if (ask.empty()) continue;
    at.saved = recalled(connection_to(at.from.targets[each->to])(ask), at.init);
    if (at.saved.empty()) return false;
    at.out.known = later.out.known;
    return true;
  }
  return false;
}

/// Whether the answer is what was expected; counts and reports what is not.
bool player::judge(scene& at, step const& what, std::string const& message, std::string const& came) {
  if (!what.expected) {
    if (refused(message, came)) ++at.out.counted.refused;
    return true;
  }
  std::string const place = script_error{at.from.name, what.expected_line, 0, ""}.text();
  if (what.expected->empty() || came.empty()) {
    if (what.expected->empty() && came.empty()) return true;
    differ(at, place + (came.empty() ? "closed without an answer" : "expected no answer, one came"));
    return false;
  }
  pattern const expected = make_pattern(*what.expected, at.out.known, message, came);
  if (expected.matches(came)) return true;
  std::string event = at.out.known.event_of(message);
  auto const fields = compare(expected, came, event, run_.options.clear);
  if (run_.options.json) {
    ++at.out.counted.differences;
    run_.books.report(json_difference(at.from.name, what.expected_line, fields));
  } else {
    differ(at, place + describe(fields, came) + (run_.options.explain ? "\n" + explain(fields) : ""));
  }
  return false;
}

void player::differ(scene& at, std::string const& line) {
  ++at.out.counted.differences;
  if (run_.options.json)
    run_.books.report("{\"problem\":" + json_string(line) + "}\n");
  else
    run_.books.report(line.ends_with('\n') ? line : line + "\n");
}

result<std::string, missing_value> player::request_of(scene& at, step const& what) {
  target const& to = at.from.targets[what.to];
  secrets const& password = run_.own.of(to);
  auto made = make_request(what.request, at.out.known, password);
  if (!made && is_token(made.error().name) && !to.user.empty()) {
    conversation with_token = at.out.known;
    std::string_view const start = leading_bytes(what.request);
    if (codec::is_direkte(start))
      with_token.set(direkte_token, own_direkte_token(to, start.substr(0, 4)));
    else
      with_token.set("TOKEN", own_token(to));
    made = make_request(what.request, with_token, password);
  }
  if (made) fill_in(at, to, *made);
  return made;
}

/// TOKEN and DIALOGNR where the message leaves them open, for solid files and for
/// messages of a user for whom the tool logs on itself.
void player::fill_in(scene& at, target const& to, std::string& message) {
  if (codec::is_direkte(message)) return fill_in_direkte(at, to, message);
  if (!is_sams(message) || (!at.from.solid && to.user.empty())) return;
  auto const hoved = codec::view<HOVED>(message);
  if (hoved[HOVED::FUNKTION] == "LOGN") return;
  codec::buffer<HOVED> filled(hoved.bytes());
  if (codec::trimmed(hoved[HOVED::TOKEN]).empty())
    filled.set(HOVED::TOKEN, to.user.empty() ? at.out.known.value("TOKEN").value_or("") : own_token(to));
  function_type const* const function = find_function(hoved[HOVED::FUNKTION]);
  bool const zeros = hoved[HOVED::DIALOGNR].find_first_not_of('0') == std::string_view::npos;
  if (function != nullptr && function->needs_dialogue && zeros)
    filled.set(HOVED::DIALOGNR, at.out.known.latest_dialogue());
  message.replace(0, HOVED::length, filled.bytes());
}

void player::fill_in_direkte(scene& at, target const& to, std::string& message) {
  using look_up = rec::DIREKTE_OPSLAG;
  if (message.size() < look_up::length || codec::is_direkte_logon(message)) return;
  if (!at.from.solid && to.user.empty()) return;
  codec::buffer<look_up> filled(std::string_view(message).substr(0, look_up::length));
  if (!codec::trimmed(filled[look_up::TOKEN]).empty()) return;
  filled.set(look_up::TOKEN, to.user.empty() ? at.out.known.value(direkte_token).value_or("")
                                             : own_direkte_token(to, message.substr(0, 4)));
  message.replace(0, look_up::length, filled.bytes());
}

std::string player::own_direkte_token(target const& to, std::string_view function) {
  auto token = run_.own.direkte_token(to, function, connection_to(to));
  if (!token) throw logon_refused(token.error().problem);
  return std::move(*token);
}

std::string player::own_token(target const& to) {
  auto token = run_.own.token(to, connection_to(to));
  if (!token) throw logon_refused(token.error().problem);
  return std::move(*token);
}

exchange& player::connection_to(target const& to) {
  std::string const place = to.host + ":" + to.port + " " + name_of(to.frame) + " " + std::string(name_of(to.page));
  auto found = open_.find(place);
  if (found == open_.end()) found = open_.emplace(place, run_.world.connect(to)).first;
  return found->second;
}

}  // namespace samspil::client::replay
