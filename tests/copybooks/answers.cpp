#include "copybooks/answers.hpp"

#include <charconv>

namespace samspil::copybooks {
namespace {

class reader {
 public:
  explicit reader(std::string_view text) : rest_(text) {}

  /// The next line begins with `word`.
  bool word(std::string const& word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  /// Blanks, a plus perhaps, and digits.
  std::optional<std::size_t> number() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(" +"), rest_.size()));
    std::size_t value = 0;
    auto const [end, code] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    if (code != std::errc()) return std::nullopt;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return value;
  }
  bool end_of_line() { return word("\n"); }
  std::optional<std::string> bytes(std::size_t n) {
    if (rest_.size() < n) return std::nullopt;
    std::string out(rest_.substr(0, n));
    rest_.remove_prefix(n);
    return out;
  }

 private:
  std::string_view rest_;
};

std::optional<record_answer> one(reader& from, std::size_t number, std::size_t probes) {
  record_answer out;
  if (!from.word("R " + std::to_string(number) + "\n")) return std::nullopt;
  for (std::size_t i = 0; i < probes; ++i) {
    auto const said = from.number();
    auto const offset = from.number();
    auto const length = from.number();
    if (said != i || !offset || !length || !from.end_of_line()) return std::nullopt;
    out.places.push_back({*offset + 1, *length});
  }
  if (!from.word("D ")) return std::nullopt;
  auto const length = from.number();
  if (!length || !from.end_of_line()) return std::nullopt;
  auto bytes = from.bytes(*length);
  if (!bytes || !from.end_of_line()) return std::nullopt;
  out.bytes = *std::move(bytes);
  return out;
}

}  // namespace

std::optional<std::vector<record_answer>> answers_of(std::string_view output, std::string const& name,
                                                     std::vector<record_probe> const& asked) {
  std::string const head = std::string(begin_mark) + name + "\n";
  std::size_t const at = output.find(head);
  if (at == std::string_view::npos) return std::nullopt;
  reader from(output.substr(at + head.size()));
  std::vector<record_answer> out;
  for (record_probe const& about : asked) {
    auto next = one(from, out.size(), about.probes.size());
    if (!next) return std::nullopt;
    out.push_back(*std::move(next));
  }
  return out;
}

}  // namespace samspil::copybooks
