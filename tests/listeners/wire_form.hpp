// Messages as a listener's framing and code page have them on the wire, made by
// hand and with the system's iconv: a second opinion on base/framing and base/code_page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace samspil::listeners_test {

struct wire_form {
  std::string framing;  ///< as in a configuration: "len2", "rdw+self", ...
  std::string page;     ///< ISO-8859-1, IBM277 or IBM1142

  std::size_t prefix_length() const;
  /// The prefix of a message of so many bytes.
  std::string prefix(std::size_t message_length) const;
  std::string to_page(std::string_view latin1) const;
  std::string to_latin1(std::string_view bytes) const;
  /// Prefix and message.
  std::string framed(std::string_view latin1) const { return prefix(latin1.size()) + to_page(latin1); }
  std::string name() const { return framing + " " + page; }
};

/// Eleven framings in each of three code pages; the first is header and ISO-8859-1.
std::vector<wire_form> const& all_forms();

}  // namespace samspil::listeners_test
