// The steps of the dialogue as calls, over any exchange of messages: for the
// tests, the kill test and the benches.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "client/message.hpp"

namespace samspil::client {

/// Sends one message and gives the answer to it. A connection is one:
/// `[&](std::string_view m) { return connection.exchange(m); }`.
using exchange = std::function<std::string(std::string_view)>;

/// Keeps who it is, the token of the last logon and the number of the last
/// dialogue. Every call sends one message. An answer whose lengths do not agree
/// is std::runtime_error; what the exchange throws passes through.
class dialogue_client {
 public:
  /// `kundenr` up to four digits, `user` up to eight characters.
  dialogue_client(exchange over, std::string kundenr, std::string user);

  /// LOGN; keeps the token when FEJLNR is 00.
  answer logon(std::string_view password, std::string_view new_password = {});
  /// LOGF.
  answer logoff();
  /// EKKO.
  answer echo();
  /// INIT; keeps DIALOGNR when it is not refused. `hdto` yyyyMMdd.
  answer init(std::string_view event, std::string_view pnr, std::string_view hdto, std::string_view komkod);
  /// VALI with the event's DATA (400 bytes), on the dialogue of the last INIT.
  answer vali(std::string_view data);
  /// GEMH under `reference`.
  answer gemh(std::string_view reference);
  /// AFBR.
  answer afbr();
  /// STAT of `reference`.
  answer stat(std::string_view reference);
  /// Any other request; its HOVED is used as it is.
  answer send(request const& message);
  /// The bytes as they are, the answer as it comes.
  std::string raw(std::string_view bytes) { return over_(bytes); }

  /// A request of this client: KUNDENR, BRUGER-ID, TOKEN and DIALOGNR filled in
  /// (zeros in LOGN and INIT, which have none).
  request prepare(std::string_view function) const;

  std::string const& token() const { return token_; }
  std::string const& dialogue() const { return dialogue_; }
  /// Goes on with a session or a dialogue of another client.
  void use_token(std::string token) { token_ = std::move(token); }
  void use_dialogue(std::string number) { dialogue_ = std::move(number); }
  /// Goes on over another connection.
  void use_exchange(exchange over) { over_ = std::move(over); }

 private:
  exchange over_;
  std::string kundenr_;
  std::string user_;
  std::string token_;
  std::string dialogue_;
};

}  // namespace samspil::client
