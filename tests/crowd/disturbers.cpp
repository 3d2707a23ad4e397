#include "crowd/disturbers.hpp"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <optional>

#include "client/dialogue_client.hpp"
#include "client/socket.hpp"
#include "server/unique_descriptor.hpp"
#include "support/small_register.hpp"

namespace samspil::test {
namespace {

using client::connection;
using std::chrono::milliseconds;

/// Connections at once of each kind that waits for a time-out.
constexpr unsigned at_once = 4;
/// Between two bytes of a slow writer; a message of 100 takes a fraction of `record`.
constexpr milliseconds between_bytes{1};
/// Between two bytes of a never-ending one, which has 4,096 to write.
constexpr milliseconds between_rare_bytes{10};

[[noreturn]] void wrong(std::string const& kind, std::string const& expected, std::string const& came) {
  throw std::runtime_error(kind + ": expected " + expected + ", came " + came);
}

client::answer answer_to(connection& over, std::string const& kind) {
  auto got = client::answer::read(expecting(kind, "an answer", [&] { return over.receive_message(); }));
  if (!got) wrong(kind, "an answer", got.error().text());
  return std::move(*got);
}

/// Whether the server ends a plain socket before `until`; what it sends is dropped.
bool ends(int fd, std::chrono::steady_clock::time_point until) {
  char sink[4096];
  for (;;) {
    if (!client::wait_for(fd, POLLIN, until)) return false;
    if (::recv(fd, sink, sizeof sink, 0) <= 0) return true;
  }
}

/// Sends it, and whether the connection is still open a little later.
bool takes(connection& over, std::string_view bytes) {
  try {
    over.send(bytes);
    return !over.closed_within(between_rare_bytes);
  } catch (client::connection_error const&) {
    return false;  // the bytes met a closed socket
  }
}

/// All that comes until the server closes; `clean` is set when that was with close_notify.
std::string rest_of(connection& over, std::string const& kind, bool& clean) {
  return expecting(kind, "the server to close", [&] { return over.receive_to_end(&clean); });
}

std::string bytes_and(bool clean, std::string_view said) {
  return std::to_string(said.size()) + " bytes and " + (clean ? "close_notify" : "a cut");
}

}  // namespace

disturbers::disturbers(client::endpoint to, time_outs limits, faults& out)
    : to_(std::move(to)), limits_(limits), out_(out) {
  connection over(to_);
  client::dialogue_client logging_on([&](std::string_view m) { return over.exchange(m); }, "1234", "KOMM01");
  if (auto const got = logging_on.logon(right_password); !got.accepted()) wrong("LOGN", "00 O", got.summary());
  logging_on.use_dialogue("000000000000");
  token_ = logging_on.token();
  heartbeat_ = logging_on.prepare("EKKO").bytes();
  to_.ca_file.clear();  // checked with the password; what follows is quicker without
}

disturbers::~disturbers() { stop(); }

void disturbers::start() {
  auto const thread = [this](char const* what, void (disturbers::*round)()) {
    threads_.emplace_back([this, what, round] { again_and_again(what, round); });
  };
  thread("soon over", &disturbers::soon_over_ones);
  thread("never ending", &disturbers::never_ending_ones);
  thread("silent", &disturbers::silent_ones);
  thread("no handshake", &disturbers::no_handshakes);
}

void disturbers::stop() {
  stop_ = true;
  threads_.clear();
}

void disturbers::again_and_again(char const* what, void (disturbers::*round)()) {
  try {
    do (this->*round)();
    while (!stop_ && out_.none());
  } catch (std::exception const& e) {
    out_.add(std::string("disturber, ") + what + ": " + e.what());
  }
}

void disturbers::count(std::string const& kind) {
  std::lock_guard const lock(mutex_);
  ++done_[kind];
}

std::map<std::string, unsigned> disturbers::done() const {
  std::lock_guard const lock(mutex_);
  return done_;
}

connection disturbers::connect(bool with_heartbeat) const {
  std::optional<connection> over;
  unless_late(limits_, [&](auto const& sent) {
    over.emplace(to_);
    if (with_heartbeat) over->send(heartbeat_);
    sent();
    if (with_heartbeat) expect_heartbeat(*over, "first heartbeat");
  });
  return std::move(*over);
}

/// The answer to a heartbeat that was sent.
void disturbers::expect_heartbeat(connection& over, std::string const& kind) const {
  auto const got = answer_to(over, kind);
  if (got.fejlnr() != "00" || got.kvit() != 'O') wrong(kind, "00 O", got.summary());
  if (got.hoved()[rec::HOVED::FUNKTION] != "EKKO") wrong(kind, "the answer to EKKO", "that to another FUNKTION");
}

/// The server ends the connection at its limit, and says nothing before.
void disturbers::expect_no_answer(connection& over, char const* kind, steady::time_point begun, milliseconds limit) {
  bool clean = false;
  std::string const said = rest_of(over, kind, clean);
  if (!said.empty()) wrong(kind, "an end without an answer", std::to_string(said.size()) + " bytes");
  auto const lasted = std::chrono::duration_cast<milliseconds>(steady::now() - begun);
  if (lasted < limit)
    wrong(kind, "an end after " + std::to_string(limit.count()) + " ms", "one after " + std::to_string(lasted.count()));
  count(kind);
}

// In turn, on one thread: the slow writer's pauses keep the others from taking
// the machine from the crowd, whose answers are what this test is about.
void disturbers::soon_over_ones() {
  refused_ones();
  truncated_one();
  cut_one();
  no_tls();
  slow_writer();
}

// Each wrong message as the first one of a connection and as a later one. Those
// that leave the connection usable share one.
void disturbers::refused_ones() {
  std::vector<refusal> const all = refusals(token_);
  for (bool const first : {true, false}) {
    for (refusal const& one : all) {
      if (!one.closes) continue;
      unless_late(limits_, [&](auto const& sent) {
        connection over = connect(!first);
        over.send(one.bytes);
        sent();
        expect_refusal(over, one);
      });
    }
    unless_late(limits_, [&](auto const& sent) {
      connection over = connect(!first);
      for (refusal const& one : all) {
        if (one.closes) continue;
        over.send(one.bytes);
        sent();
        expect_refusal(over, one);
      }
    });
  }
}

void disturbers::expect_refusal(connection& over, refusal const& one) {
  std::string const kind = one.kind + std::string(" ") + std::string(one.felt);
  std::string expected = std::string(one.fejlnr) + " F 00" + std::string(one.fejlnr);
  if (!one.felt.empty()) expected += " " + std::string(one.felt);
  auto const got = answer_to(over, kind);
  if (got.summary() != expected) wrong(kind, expected, got.summary());
  if (one.closes) {
    bool clean = false;
    std::string const rest = rest_of(over, kind, clean);
    if (!clean || !rest.empty()) wrong(kind, "close_notify behind the answer", bytes_and(clean, rest));
  } else {
    over.send(heartbeat_);
    expect_heartbeat(over, kind);
  }
  count(one.kind);
}

void disturbers::truncated_one() {
  unless_late(limits_, [this](auto const& sent) {
    connection over = connect(true);
    over.send(heartbeat_.substr(0, 60));
    over.end_sending();
    sent();
    bool clean = false;
    std::string const said = rest_of(over, "truncated", clean);
    if (!said.empty()) wrong("truncated", "close_notify alone", bytes_and(clean, said));
    if (!clean) throw client::connection_error("truncated: expected close_notify, came a cut");
  });
  count("truncated");
}

void disturbers::cut_one() {
  connection over = connect(true);
  over.send(heartbeat_.substr(0, 99));
  over.abandon();
  count("cut");
}

void disturbers::no_tls() {
  server::unique_descriptor const plain(client::connect_any(to_, steady::now() + to_.timeout));
  std::string const garbage = "GET / HTTP/1.0\r\nHost: localhost\r\n\r\n";
  ::send(plain.get(), garbage.data(), garbage.size(), MSG_NOSIGNAL);
  if (!ends(plain.get(), steady::now() + to_.timeout)) wrong("no TLS", "an end", "none");
  count("no TLS");
}

void disturbers::slow_writer() {
  unless_late(limits_, [this](auto const& sent) {
    connection over = connect(false);
    for (std::size_t i = 0; i < heartbeat_.size(); ++i) {
      if (over.closed_within(between_bytes))
        throw client::connection_error("byte by byte: expected time for 100, came an end at " + std::to_string(i));
      over.send(std::string_view(heartbeat_).substr(i, 1));
    }
    sent();
    expect_heartbeat(over, "byte by byte");
  });
  count("byte by byte");
}

// The header is right and promises 4,096 bytes; `record` ends before they are there.
void disturbers::never_ending_ones() {
  std::string message = heartbeat_;
  message.replace(rec::HOVED::LAENGDE.offset, rec::HOVED::LAENGDE.width, "004096");
  message.resize(4096, 'z');
  auto const begun = steady::now();
  std::vector<connection> open;
  for (unsigned i = 0; i < at_once; ++i) open.push_back(connect(i % 2 == 0));
  std::vector<bool> writing(open.size(), true);
  bool late = false;
  for (std::size_t at = 0; at < message.size() && std::ranges::count(writing, true) != 0 && !late; ++at) {
    late = steady::now() - begun > limits_.record + to_.timeout;
    for (std::size_t i = 0; i < open.size(); ++i)
      writing[i] = writing[i] && takes(open[i], std::string_view(message).substr(at, 1));
  }
  for (connection& over : open) expect_no_answer(over, "never ending", begun, limits_.record);
}

void disturbers::silent_ones() {
  auto const begun = steady::now();
  std::vector<connection> open;
  for (unsigned i = 0; i < at_once; ++i) open.push_back(connect(false));
  for (connection& over : open) expect_no_answer(over, "silent", begun, limits_.logon);
}

// Half of them say nothing, half begin a ClientHello.
void disturbers::no_handshakes() {
  auto const begun = steady::now();
  std::vector<server::unique_descriptor> open;
  for (unsigned i = 0; i < at_once; ++i) {
    open.emplace_back(client::connect_any(to_, begun + to_.timeout));
    if (i % 2 == 0) ::send(open.back().get(), "\x16\x03\x01\x02", 4, MSG_NOSIGNAL);
  }
  for (auto const& plain : open) {
    if (!ends(plain.get(), begun + to_.timeout)) wrong("no handshake", "an end", "none");
    if (auto const lasted = steady::now() - begun; lasted < limits_.handshake)
      wrong("no handshake", "an end at the limit", "one before");
    count("no handshake");
  }
}

}  // namespace samspil::test
