// Lists of words in a row of a table: words with one blank between.
#pragma once

#include <string_view>

namespace samspil::rules {

/// Whether `words` has the word `word`.
constexpr bool has_word(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    auto const end = words.find(' ');
    if (words.substr(0, end) == word) return true;
    if (end == std::string_view::npos) return false;
    words.remove_prefix(end + 1);
  }
  return false;
}

/// Whether a list admits `word`: "*" admits every word.
constexpr bool admits(std::string_view words, std::string_view word) { return words == "*" || has_word(words, word); }

}  // namespace samspil::rules
