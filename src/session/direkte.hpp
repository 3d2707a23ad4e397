// Internal. CPR Direkte (protocol.md, section 1): one request, one answer, then
// the connection ends. PRIV and OFF4 differ in the data of a look-up only.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "rec/direkte.hpp"
#include "session/service_state.hpp"

namespace samspil::session {

/// One request under way; counted by the service while it lives.
class direkte_exchange {
 public:
  /// `message` is a DIREKTE-LOGON or a DIREKTE-OPSLAG; its parts that an answer repeats are kept.
  direkte_exchange(service::state& of, std::string_view message, peer const& from, completion done);
  ~direkte_exchange();
  direkte_exchange(direkte_exchange const&) = delete;
  direkte_exchange& operator=(direkte_exchange const&) = delete;

  peer const& from() const { return from_; }
  std::string_view kundenr() const { return head_[rec::DIREKTE_SVAR::KUNDENR]; }
  std::string_view user() const { return codec::trimmed(head_[rec::DIREKTE_SVAR::BRUGER_ID]); }
  std::string_view function() const { return function_; }  ///< PRIV or OFF4

  /// Of a logon: the new one.
  void set_token(std::string_view token) { head_.set(rec::DIREKTE_SVAR::TOKEN, token); }
  /// The record type and field of the data that the listener's code page cannot hold, as "003 CONVN"; nothing
  /// when it can send all of it. Asked before anything is changed or audited as shown.
  std::optional<std::string> unsendable(std::string_view data) const;
  /// FEJLNR 00 and the data, which can be sent.
  void answer(std::string_view data);
  /// A FEJLNR with its text, in Danish where the user is not known. `text`: instead of the number's own.
  void refuse(unsigned fejlnr, std::string_view language = "da", std::string_view text = {});
  /// 08 for a full queue, else 09; what went wrong is logged.
  void fail(std::exception_ptr what);

 private:
  std::string encode(unsigned fejlnr, std::string_view data) const;
  void hand_over(unsigned fejlnr, std::string_view data);

  service::state& service_;
  std::string function_;
  codec::buffer<rec::DIREKTE_SVAR> head_;
  peer from_;
  completion done_;
};
using direkte_exchange_ptr = std::shared_ptr<direkte_exchange>;

/// Whether a message is a request of CPR Direkte as next_message cuts it.
bool is_direkte(std::string_view message);

/// Whether the customer was given PRIV or OFF4.
bool has_transaction(store::customer_row const& customer, std::string_view function);

}  // namespace samspil::session
