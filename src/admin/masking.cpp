#include "admin/masking.hpp"

#include "codec/field.hpp"

namespace samspil::admin {

std::string without_numbers(std::string text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    std::size_t digits = 0;
    while (end < text.size() && (codec::is_digits(text.substr(end, 1)) || (text[end] == '-' && digits != 0)))
      digits += text[end++] != '-' ? 1U : 0U;
    if (digits >= 10) {
      std::size_t kept = 0;
      for (; at < end; ++at)
        if (text[at] != '-' && ++kept > 6) text[at] = '*';
    }
    at = end + 1;
  }
  return text;
}

}  // namespace samspil::admin
