// A register of generated persons behind a real listener, in this process and
// with the defaults of samspild.
#pragma once

#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "base/clock.hpp"
#include "base/secrets.hpp"
#include "server/server.hpp"
#include "session/service.hpp"
#include "store/database.hpp"
#include "support/temporary.hpp"

namespace samspil::bench {

/// Who may be moved, and where to: VEJKOD and HUSNR of municipality 0101.
struct population {
  std::vector<std::string> persons;  ///< PNR of persons with STATUS 01
  std::vector<std::string> roads;    ///< VEJKOD whose houses 001 to 999 all exist
};

/// Answers every message with the same bytes: what the wire alone costs.
class echo : public session::handler {
 public:
  void answer_with(std::string bytes) { bytes_ = std::move(bytes); }
  void handle(std::string_view message, session::peer const& from, session::completion done) override;

 private:
  std::string bytes_;
};

class installation {
 public:
  /// Makes the home under the system's temporary directory with the program's own commands.
  explicit installation(unsigned persons);

  population const& people() const { return people_; }
  std::string const& port() const { return port_; }
  std::string const& echo_port() const { return echo_port_; }
  echo& mirror() { return echo_; }
  /// What the server's listener hands messages to.
  session::handler& handler() { return *service_; }
  /// Puts the shipped rules in force, or a table without a rule.
  void use_rules(bool shipped);
  std::filesystem::path const& home() const { return directory_.path(); }
  date business_date() const { return clock_.business_date(); }
  /// Tokens of so many new sessions of KOMM01, who acts for 0101.
  std::vector<std::string> log_on(unsigned sessions) const;

 private:
  test::temporary_directory directory_;
  population people_;
  system_clock clock_{system_clock().business_date()};  // also when midnight comes by
  std::unique_ptr<store::database> database_;
  std::unique_ptr<session::service> service_;
  echo echo_;
  std::unique_ptr<server::server> server_;
  std::unique_ptr<server::server> echo_server_;
  std::string port_, echo_port_;
  unsigned rules_ = 1;  ///< versions so far
  std::jthread ticks_;
};

}  // namespace samspil::bench
