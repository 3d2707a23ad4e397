// Whole messages into the dialogue over a register in memory, the demo's. An
// input is a replay file without its logons, which would cost a password's hash
// each: the users are logged on already. Every message gets one answer, the
// client reads it, and it is of the same FUNKTION. Look-ups of CPR Direkte are
// answered alike in either code page, and their data are whole records.
#include <fstream>
#include <iterator>
#include <map>
#include <memory>

#include "admin/load.hpp"
#include "client/replay_script.hpp"
#include "client/replay_text.hpp"
#include "codec/message_parts.hpp"
#include "fuzz/fuzz.hpp"
#include "rec/direkte.hpp"
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

/// An answer of CPR Direkte: its header repeats the request, DATALEN counts it, and records fill it.
void check_direkte(std::string_view request, std::string_view answer) {
  using rec::DIREKTE_OPSLAG;
  using rec::DIREKTE_SVAR;
  constexpr std::size_t data_max = 2880;
  check(answer.size() >= DIREKTE_SVAR::length && answer.size() <= DIREKTE_SVAR::length + data_max, "28 to 2908 bytes");
  codec::view<DIREKTE_OPSLAG> const asked(request);
  codec::view<DIREKTE_SVAR> const head(answer);
  check(head[DIREKTE_SVAR::KUNDENR] == asked[DIREKTE_OPSLAG::KUNDENR] &&
            head[DIREKTE_SVAR::ABON_TYPE] == asked[DIREKTE_OPSLAG::ABON_TYPE] &&
            head[DIREKTE_SVAR::DATA_TYPE] == asked[DIREKTE_OPSLAG::DATA_TYPE] &&
            head[DIREKTE_SVAR::TOKEN] == asked[DIREKTE_OPSLAG::TOKEN] &&
            head[DIREKTE_SVAR::BRUGER_ID] == asked[DIREKTE_OPSLAG::BRUGER_ID],
        "the header repeats the request");
  check(codec::is_digits(head[DIREKTE_SVAR::DATALEN]) && codec::number(head[DIREKTE_SVAR::DATALEN]) == answer.size(),
        "DATALEN is the length of the answer");
  if (head[DIREKTE_SVAR::FEJLNR] != "00") return check(answer.size() > DIREKTE_SVAR::length, "an error has a text");
  auto const parts = codec::answer_parts(answer, request.substr(0, 4));
  check(parts.back().offset + parts.back().layout->length == answer.size(), "the data are whole records");
  bool const header_only = asked[DIREKTE_OPSLAG::DATA_TYPE] == "0";
  check(header_only == (parts.size() == 1) && (header_only || parts.size() >= 4), "000, 001 and 999 at least, or none");
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
    reg_.db().write([](store::write_scope& scope) {
      using row = rec::CUSTOMER_ROW;
      auto customer = *scope.customer("1234");
      scope.put_customer(customer.set(row::MAY_PRIV, "Y").set(row::MAY_OFF4, "Y"));
    });
    service_ = std::make_unique<session::service>(reg_.db(), reg_.clock, std::string(test::pepper), session::options{});
    for (std::string user : {"BORG01", "KOMM01", "LOOK01"}) {
      std::string const logon = test::request("LOGN", {"1234", user}, test::logon_body(test::right_password));
      logons_[user] = test::ask(*service_, logon).bytes;
      std::string const direkte = "PRIV,123490" + user + "  " + std::string(test::right_password) + std::string(8, ' ');
      direkte_logons_[user] = test::ask(*service_, direkte).bytes;
    }
  }

  void play(replay::script const& script) {
    replay::conversation known;
    for (auto const& unit : script.units)
      for (auto const& step : unit.steps) {
        auto const request = replay::make_request(step.request, known, {"Kendeord-1", "Kendeord-2"});
        if (!request) continue;
        if (codec::is_direkte(*request)) {
          look_up(*request, known);
          continue;
        }
        session::cut const next = session::next_message(*request, {}, false);
        if (next.what == session::cut::kind::more) continue;  // the connection would wait
        std::string const message = request->substr(0, next.length);
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

  void look_up(std::string const& request, replay::conversation& known) {
    session::cut const next = session::next_message(request, {}, true);
    if (next.what != session::cut::kind::message) return;
    std::string const message = request.substr(0, next.length);
    if (codec::is_direkte_logon(message)) {
      codec::view<rec::DIREKTE_LOGON> const asked(message);
      auto const found = direkte_logons_.find(codec::trimmed(asked[rec::DIREKTE_LOGON::BRUGER_ID]));
      if (found != direkte_logons_.end()) known.learn(message, found->second, {});
      return;
    }
    auto const answer = test::ask(*service_, message);
    check(answer.closed, "the connection ends behind an answer");
    check_direkte(message, answer.bytes);
    session::peer mainframe{"127.0.0.1", "", ""};
    mainframe.page = code_page::ibm277;
    std::string const sent = from_latin1(code_page::ibm277, message).text;
    std::string const came = test::ask(*service_, sent, mainframe).bytes;
    check(to_latin1(code_page::ibm277, came).text == answer.bytes, "EBCDIC gets the same answer");
    std::string_view const numbers = std::string_view(answer.bytes).substr(rec::DIREKTE_SVAR::FEJLNR.offset, 6);
    said[std::hash<std::string>()(message.substr(0, 4) + std::string(numbers)) % sizeof said] = 1;
    known.learn(message, answer.bytes, {});
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
  std::map<std::string, std::string, std::less<>> direkte_logons_;
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
