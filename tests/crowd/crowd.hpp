// Connections that are all open at once, share a few sessions, and each bring a
// dialogue on a person of its own to the receipt.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "client/connection.hpp"
#include "client/dialogue_client.hpp"
#include "crowd/faults.hpp"
#include "crowd/time_outs.hpp"

namespace samspil::test {

/// One connection and what it has been told.
struct member {
  std::optional<client::connection> line;
  std::string pnr;
  std::string reference;
  std::string dialogue;
  std::string receipt;  ///< empty until GEMH was answered
  std::string husnr;    ///< where the person moves to, on the same road
};

/// Every step is done by all connections before the next begins, and a step is
/// sent on many connections before the first answer is read. What went wrong
/// stands in `out`, by the number of the connection and without personnummer;
/// after a step with a fault the later ones do nothing.
class crowd {
 public:
  crowd(client::endpoint to, time_outs limits, unsigned connections, unsigned sessions, faults& out);

  /// Opens the first connections, one for each session, and logs on on them.
  void log_on();
  /// Opens the others. A heartbeat on each is its first message: no connection
  /// waits for the rest of the crowd under the server's `logon` limit.
  void open_others();
  void initiate();
  void validate();
  void save();
  /// STAT of each reference, on another member's connection and session.
  void ask_for_receipts();
  /// The server ends: each connection is closed in good order, with nothing left to read.
  void see_goodbye();

  std::vector<member> const& members() const { return members_; }
  std::string const& business_date() const { return business_date_; }
  std::size_t receipts() const;

 private:
  using asking = std::function<client::request(std::size_t)>;
  using taking = std::function<std::string(std::size_t, client::answer const&)>;

  /// `ask` on the first `count` connections; `take` says what is wrong with an
  /// answer that is 00 O and echoes its request, empty when nothing is.
  void everywhere(std::string const& step, std::size_t count, asking const& ask, taking const& take);
  /// Connects and brings the first message to its answer.
  void open(std::string const& step, std::size_t i, asking const& ask, taking const& take);
  void in_threads(std::string const& step, std::size_t count,
                  std::function<void(std::size_t, std::size_t)> const& work);
  void check(std::string const& step, std::size_t i, asking const& ask, taking const& take);
  client::request prepare(std::string_view function, std::size_t i, std::size_t session) const;
  client::request prepare(std::string_view function, std::size_t i) const;

  client::endpoint to_;
  time_outs limits_;
  unsigned sessions_;
  faults& out_;
  std::vector<member> members_;
  std::vector<std::string> tokens_;
  std::string business_date_;
};

}  // namespace samspil::test
