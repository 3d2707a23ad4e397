// A server for the replay tool's tests: answers by the layouts, knows one user,
// gives out tokens, dialogues and receipts, and keeps receipts by reference.
#pragma once

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "client/message.hpp"

namespace samspil::client::test {

class fake_server {
 public:
  static constexpr std::string_view password = "Hemmeligt1!";
  /// What stands in the register already is refused by VALI, and a GEMH of another dialogue under its reference.
  bool refuses_again = false;

  /// Safe from any thread.
  std::string operator()(std::string_view message);

  std::vector<std::string> received() const;
  std::size_t saves() const;

 private:
  std::string logon(codec::view<rec::HOVED> request, std::string_view body);
  std::string step(codec::view<rec::HOVED> request, std::string_view body);
  std::string receipt(codec::view<rec::HOVED> request);
  std::string status(codec::view<rec::HOVED> request, std::string_view body);

  mutable std::mutex mutex_;
  std::vector<std::string> received_;
  std::set<std::string, std::less<>> tokens_;
  std::map<std::string, std::string, std::less<>> dialogues_;  ///< keys by number
  std::map<std::string, std::string, std::less<>> receipts_;   ///< bodies by reference
  std::set<std::string> saved_;  ///< keys
  unsigned dialogue_ = 0;
};

/// A request with the text of `body` at its start, ready to stand in a replay file's
/// line: LAENGDE zeros, the token as `token` says.
std::string line_of(std::string_view function, std::string_view token, std::string_view reference,
                    std::string_view dialogue, std::string_view body);

/// The first 100 bytes of an answer line, with anything where the server decides.
std::string answer_head(std::string_view function, std::string_view token, std::string_view reference,
                        std::string_view dialogue, std::string_view fejlnr, char kvit, unsigned messages);

}  // namespace samspil::client::test
