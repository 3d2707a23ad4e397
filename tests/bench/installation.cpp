#include "bench/installation.hpp"

#include <condition_variable>
#include <fstream>
#include <mutex>
#include <stdexcept>

#include "client/connection.hpp"
#include "client/dialogue_client.hpp"
#include "rec/person.hpp"
#include "rec/road.hpp"
#include "rules/shipped_rules.hpp"
#include "support/process.hpp"
#include "transaction/table_versions.hpp"

namespace samspil::bench {
namespace {

constexpr std::string_view password = "Bench-2026";

void samspil(std::filesystem::path const& home, std::vector<std::string> words, std::string const& in = {}) {
  std::string const what = words.front();
  words.insert(words.begin(), {std::string(SAMSPIL_BINARY "/tools/samspil"), "--home", home.string()});
  auto const done = test::run_program(words, in);
  if (done.status != 0) throw std::runtime_error("samspil " + what + ": " + done.err);
}

/// The lines of a file that begin like this and hold a whole `Record` when their blanks are put back.
template <class Record, class F>
void each(std::filesystem::path const& file, std::string_view begin, F const& f) {
  std::ifstream in(file, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with(begin)) continue;
    line.resize(Record::length, ' ');
    f(codec::view<Record>(line));
  }
}

population people_of(std::filesystem::path const& files) {
  using person = rec::PERSON_001;
  using interval = rec::ROAD_004;
  population out;
  each<person>(files / "persons.txt", "001", [&](codec::view<person> p) {
    if (p[person::PERSONSTATUS] == "01") out.persons.emplace_back(p[person::PNR]);
  });
  each<interval>(files / "roads.txt", "0040101", [&](codec::view<interval> i) {
    if (i[interval::HUSNRTIL] == "999Z") out.roads.emplace_back(i[interval::VEJKOD]);
  });
  if (out.persons.empty() || out.roads.empty()) throw std::runtime_error("bench: the population has no one to move");
  return out;
}

server::listener_options listener_of(std::filesystem::path const& home) {
  server::listener_options out;
  out.port = 0;
  out.tls.certificate = home / "server.crt";
  out.tls.key = home / "server.key";
  return out;
}

std::string port_of(server::server const& s) {
  std::string const address = s.addresses().front();
  return address.substr(address.rfind(':') + 1);
}

}  // namespace

void echo::handle(std::string_view, session::peer const&, session::completion done) { done({bytes_, false}); }

installation::installation(unsigned persons) {
  auto const files = directory_.path() / "files";
  auto const register_home = directory_.path() / "register";
  samspil(register_home, {"generate", "--persons", std::to_string(persons), "--seed", "1", "--out", files.string()});
  samspil(register_home, {"init"});
  for (char const* kind : {"authorities", "roads", "persons"})
    samspil(register_home, {"load", kind, (files / (std::string(kind) + ".txt")).string()});
  samspil(register_home, {"customer", "add", "--kundenr", "1234", "--name", "Bench"});
  samspil(register_home, {"user", "add", "--kundenr", "1234", "--user", "KOMM01", "--group", "KOMMUNE", "--authority",
                          "0101", "--password-stdin"}, std::string(password) + "\n");
  people_ = people_of(files);

  database_ = std::make_unique<store::database>(register_home);
  database_->wait_for_persons();
  // A register that has run for a while has its persons in memory and what was loaded on the disk.
  database_->with_read([&](store::read_scope& scope) {
    for (std::string const& pnr : people_.persons) static_cast<void>(scope.shared_person(pnr));
  });
  database_->checkpoint();
  session::options how;
  how.limit.dialogues_per_session = 10'000'000;  // nobody cancels what was only looked at
  how.limit.dialogue_idle = std::chrono::seconds(60);
  auto const keys = secrets::read(secrets::default_directory(register_home));
  service_ = std::make_unique<session::service>(*database_, clock_, keys.pepper, how);
  std::vector const listeners{listener_of(register_home)};
  server::limits patient;  // connections wait while moves are prepared
  patient.logon = std::chrono::minutes(10);
  server_ = std::make_unique<server::server>(listeners, patient, *service_);
  echo_server_ = std::make_unique<server::server>(listeners, patient, echo_);
  server_->start();
  echo_server_->start();
  port_ = port_of(*server_);
  echo_port_ = port_of(*echo_server_);
  ticks_ = std::jthread([this](std::stop_token const& ending) {  // as samspild does
    std::mutex mutex;
    std::condition_variable_any second;
    std::unique_lock lock(mutex);
    while (!second.wait_for(lock, ending, std::chrono::seconds(1), [] { return false; }) && !ending.stop_requested())
      service_->tick();
  });
}

void installation::use_rules(bool shipped) {
  std::string text;
  if (shipped)
    for (std::string const& line : rules::shipped_rule_rows()) text += line + "\n";
  transaction::store_table_versions(*database_, store::reference::rules,
                                    {{++rules_, "00000000", "", "bench", false, text}}, {});
}

std::vector<std::string> installation::log_on(unsigned sessions) const {
  client::endpoint to;
  to.port = port_;
  client::connection over(to);
  client::dialogue_client who([&](std::string_view m) { return over.exchange(m); }, "1234", "KOMM01");
  std::vector<std::string> tokens;
  for (unsigned i = 0; i < sessions; ++i) {
    auto const got = who.logon(password);
    if (!got.accepted()) throw std::runtime_error("bench: LOGN: " + got.summary());
    tokens.push_back(who.token());
  }
  return tokens;
}

}  // namespace samspil::bench
