// Messages that are wrong, and how each is refused (protocol.md, section 2,
// "Precedence of FEJLNR" and "Answers").
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace samspil::test {

struct refusal {
  char const* kind;  ///< as the test's last line counts it
  std::string bytes;
  std::string_view fejlnr;
  std::string_view felt;
  bool closes = false;  ///< else the connection is as good as before
};

/// All of them, made from a heartbeat of the session `token` of KOMM01 of customer 1234.
std::vector<refusal> refusals(std::string const& token);

}  // namespace samspil::test
