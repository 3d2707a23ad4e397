// Internal. Keys made on the stack.
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <string>
#include <string_view>

namespace samspil::store {

/// A key of up to 128 bytes; longer ones are cut, which no caller's table has.
class key {
 public:
  key() = default;
  explicit key(std::string_view text) { add(text); }

  key& add(std::string_view text) {
    std::size_t const n = std::min(text.size(), bytes_.size() - size_);
    std::copy_n(text.begin(), n, bytes_.begin() + static_cast<std::ptrdiff_t>(size_));
    size_ += n;
    return *this;
  }
  /// `text` padded with blanks to `width`; a longer text keeps its length and so finds nothing.
  key& padded(std::string_view text, std::size_t width) {
    add(text);
    for (std::size_t i = text.size(); i < width; ++i) add(" ");
    return *this;
  }
  /// `width` digits, 20 at most.
  key& digits(std::uint64_t value, std::size_t width) {
    std::array<char, 20> text;
    width = std::min(width, text.size());
    for (std::size_t i = width; i-- > 0; value /= 10) text[i] = static_cast<char>('0' + value % 10);
    return add({text.data(), width});
  }
  std::string_view text() const { return {bytes_.data(), size_}; }
  operator std::string_view() const { return text(); }

 private:
  std::array<char, 128> bytes_;
  std::size_t size_ = 0;
};

inline key ventenr_key(std::uint64_t ventenr) { return key().digits(ventenr, 12); }
inline key journal_key(std::uint64_t number) { return key().digits(number, 12); }
inline key audit_key(std::uint64_t sequence) { return key().digits(sequence, 15); }
inline key user_key(std::string_view kundenr, std::string_view user) { return key(kundenr).padded(user, 8); }
inline key subscription_key(std::string_view kundenr, std::string_view pnr) { return key(kundenr).add(pnr); }
inline key feed_key(std::string_view kundenr, std::string_view pnr, std::uint64_t sequence) {
  return subscription_key(kundenr, pnr).digits(sequence, 15);
}
inline key receipt_key(std::string_view kundenr, std::string_view reference) {
  return key(kundenr).padded(reference, 20);
}
/// The prefix of the rows of one generation; GENERATION is its first six bytes.
inline key generation_key(std::uint64_t generation) { return key().digits(generation, 6); }

}  // namespace samspil::store
