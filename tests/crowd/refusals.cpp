#include "crowd/refusals.hpp"

#include "client/dialogue_client.hpp"

namespace samspil::test {
namespace {

using rec::HOVED;

/// Far more than the largest message: what stands behind a header that closes is dropped.
constexpr std::size_t flood = 64 * 1024;

/// A message with other bytes in one field.
template <class Field>
std::string with(std::string message, Field const& field, std::string_view bytes) {
  return message.replace(field.offset, field.width, bytes);
}

}  // namespace

std::vector<refusal> refusals(std::string const& token) {
  client::dialogue_client maker({}, "1234", "KOMM01");
  maker.use_token(token);
  maker.use_dialogue("000000000000");
  std::string const good = maker.prepare("EKKO").bytes();
  auto const malformed = [&](auto const& field, std::string_view bytes) {
    return refusal{"malformed", with(good, field, bytes), "60", field.name, true};
  };
  return {
      malformed(HOVED::CPRTRANS, "SAMX"),
      malformed(HOVED::KOMMA, ";"),
      malformed(HOVED::LAENGDE, "00010x"),
      malformed(HOVED::VERSION, "0x"),
      malformed(HOVED::KUNDENR, "12 4"),
      malformed(HOVED::DIALOGNR, "            "),
      {"oversized", with(good, HOVED::LAENGDE, "999999"), "62", HOVED::LAENGDE.name, true},
      {"oversized", with(good, HOVED::LAENGDE, "004097") + std::string(flood, 'z'), "62", HOVED::LAENGDE.name, true},
      {"undersized", with(good, HOVED::LAENGDE, "000099"), "62", HOVED::LAENGDE.name, true},
      {"other VERSION", with(good, HOVED::VERSION, "02"), "63", HOVED::VERSION.name, true},
      {"unfitting", with(good, HOVED::LAENGDE, "000101") + "x", "62", HOVED::LAENGDE.name},
      {"unfitting", with(good, HOVED::FUNKTION, "VALI"), "62", HOVED::LAENGDE.name},
      {"other FUNKTION", with(good, HOVED::FUNKTION, "XYZW"), "61", HOVED::FUNKTION.name},
      {"wrong TOKEN", with(good, HOVED::TOKEN, std::string(HOVED::TOKEN.width, 'x')), "68", ""},
      {"no reference", maker.prepare("GEMH").bytes(), "60", HOVED::KUNDEREFERENCE.name},
      {"no dialogue", maker.prepare("AFBR").bytes(), "64", HOVED::DIALOGNR.name},
  };
}

}  // namespace samspil::test
