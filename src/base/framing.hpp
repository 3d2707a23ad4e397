// What may stand in front of a message on the wire or of a record in a file
// (protocol.md, section 3; operations.md, [[listener]] framing).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace samspil {

struct framing {
  /// header: nothing, the message's own LAENGDE delimits it. len2, len4: the
  /// length, big-endian. ascii4: four ASCII digits, whatever the code page.
  /// llzz: two bytes of length, big-endian, and two that are ignored. rdw: the
  /// same, but the two must be zeros (a segment of a spanned record is refused).
  enum class kind { header, len2, len4, ascii4, llzz, rdw };

  kind what = kind::header;
  bool counts_itself = false;  ///< "+self": the length counts the prefix too

  bool operator==(framing const&) const = default;

  /// Bytes in front of a message: 0, 2 or 4.
  std::size_t prefix_length() const;
  /// The longest message that the prefix can announce.
  std::size_t message_length_max() const;
  /// The prefix of a message; of one that is too long: nothing.
  std::optional<std::string> prefix_of(std::size_t message_length) const;
};

/// "header", "len2", "len2+self", ...; nothing for another name ("header+self" is none).
std::optional<framing> find_framing(std::string_view name);
std::string name_of(framing const& what);
/// The names of all, comma and blank between, as an error lists them.
std::string framing_names();

/// What the first bytes of a frame say. Only for framings with a prefix.
struct frame_start {
  bool complete = false;           ///< the prefix is there
  bool valid = false;              ///< and can be one
  std::size_t message_length = 0;  ///< bytes that follow the prefix
};
frame_start read_frame_start(framing const& how, std::string_view have);

}  // namespace samspil
