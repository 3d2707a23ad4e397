// Numbers without a gap: KVITTERINGSNR in the journal, VENTENR in the waiting register.
#include "store/keys.hpp"
#include "store/verification.hpp"

namespace samspil::store {
namespace {

void without_gap(verification& v, table t) {
  if (v.is_damaged(t)) return;
  v.phase(name(t), t);
  std::uint64_t expected = 1;
  v.env.walk(t, nullptr, {}, {}, [&](std::string_view k, std::string_view) {
    v.counted();
    if (!codec::is_digits(k)) return true;  // verify_rows has it
    std::uint64_t const number = codec::number(k);
    if (number != expected) {
      std::string const missing =
          std::to_string(expected) + (number - expected > 1 ? " to " + std::to_string(number - 1) : "");
      v.suspect(t, std::string(k), "missing before it: " + missing,
                [&v, t, expected, number, missing]() -> std::optional<std::string> {
                  for (std::uint64_t n = expected; n < number; ++n)
                    if (!v.env.has(t, nullptr, key().digits(n, 12))) return "missing before it: " + missing;
                  return std::nullopt;
                });
    }
    expected = number + 1;
    return true;
  });
}

}  // namespace

void verify_numbers(verification& v) {
  without_gap(v, table::journal);
  without_gap(v, table::waiting);
}

}  // namespace samspil::store
