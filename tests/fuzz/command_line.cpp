// The administrator's command line, a word a line, and the values of options:
// a value that is taken is taken again as what it was made into.
#include <string>
#include <variant>
#include <vector>

#include "admin/encoding.hpp"
#include "admin/parse.hpp"
#include "admin/values.hpp"
#include "fuzz/fuzz.hpp"

namespace samspil::fuzz {
namespace {

void parse(std::vector<std::string> const& words) {
  auto const seen = admin::parse(words);
  if (auto const* wrong = std::get_if<admin::usage_error>(&seen)) check(!wrong->text.empty(), "an error has a text");
  auto const* taken = std::get_if<admin::invocation>(&seen);
  if (taken == nullptr) return;
  check(taken->what != nullptr && taken->what == admin::find_command(taken->what->words), "a command of the table");
  for (admin::option const& o : taken->what->options)
    check(!o.required || taken->given.has(o.name), "what a command requires was given");
}

template <class Value>
void twice(Value const& value, std::string const& word, char const* property) {
  auto const once = value(word);
  if (!once) return;
  auto const again = value(*once);
  check(again && *again == *once, property);
}

void values(std::string const& word) {
  twice(admin::kundenr_value, word, "KUNDENR is taken as what it was made into");
  twice(admin::pnr_value, word, "PNR is taken as what it was made into");
  twice(admin::cidr_value, word, "an address range is taken as what it was made into");
  check(admin::to_latin1(admin::to_utf8(word)) == word, "UTF-8 and back is the same text");
  if (auto const latin1 = admin::to_latin1(word)) check(admin::to_utf8(*latin1) == word, "and the other way round");
  check(admin::join_list(admin::split_list(word)) == word, "a list is its parts");
  static_cast<void>(admin::date_value("--date", word));
  static_cast<void>(admin::number_value("--limit", word, 1, 1000));
}

}  // namespace
}  // namespace samspil::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace samspil::fuzz;
  std::vector<std::string> words;
  for (std::string_view rest = text(data, size); !rest.empty() && words.size() < 20;) {
    std::size_t const end = std::min(rest.find('\n'), rest.size());
    words.emplace_back(rest.substr(0, end));
    values(words.back());
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  parse(words);
  return 0;
}
