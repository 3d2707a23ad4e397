// Internal. The first bytes of a message, whatever the page they came in.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "base/code_page.hpp"
#include "session/wire.hpp"

namespace samspil::session {

/// The first bytes of a message, header_length at most, in ISO-8859-1.
class latin1_head {
 public:
  latin1_head(code_page from, std::string_view bytes) : size_(std::min(bytes.size(), bytes_.size())) {
    if (from == code_page::iso_8859_1) {
      std::copy_n(bytes.data(), size_, bytes_.data());
      return;
    }
    for (std::size_t i = 0; i < size_; ++i)
      bytes_[i] = static_cast<char>(to_latin1(from, static_cast<unsigned char>(bytes[i])));
  }
  std::string_view text() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, header_length> bytes_{};
  std::size_t size_;
};

}  // namespace samspil::session
