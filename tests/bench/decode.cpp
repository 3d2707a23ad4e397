#include "bench/decode.hpp"

#include <algorithm>
#include <chrono>
#include <random>
#include <stdexcept>

#include "codec/decode.hpp"
#include "rec/sams_init.hpp"

namespace samspil::bench {
namespace {

using steady = std::chrono::steady_clock;
using stam = rec::STAM;

template <class F>
double seconds_of(F const& f) {
  auto const begun = steady::now();
  f();
  return std::chrono::duration<double>(steady::now() - begun).count();
}

/// Keeps the optimiser from throwing a result away.
void used(stam_values const& v) { asm volatile("" : : "g"(&v) : "memory"); }

template <class Decode>
double round(std::vector<std::string> const& records, Decode const& decode) {
  stam_values out;
  double const took = seconds_of([&] {
    for (std::string const& one : records) {
      if (!decode(one, out)) throw std::runtime_error("bench: a STAM was not taken");
      used(out);
    }
  });
  return static_cast<double>(records.size()) / took;
}

}  // namespace

bool decode_generated(std::string_view bytes, stam_values& out) {
  auto const decoded = codec::decode<stam>(bytes);
  if (!decoded) return false;
  auto const& v = *decoded;
  std::size_t text = 0, number = 0;
  auto const put = [&]<std::size_t O, std::size_t W, codec::kind K>(codec::field<stam, O, W, K> const& f)
      __attribute__((always_inline)) {
    if constexpr (K == codec::kind::digits)
      out.numbers[number++] = codec::number(v[f]);
    else
      out.texts[text++] = codec::trimmed(v[f]);
  };
  put(stam::PNR);
  put(stam::VENT_MRK);
  put(stam::ADRNVN);
  put(stam::KOEN);
  put(stam::PERSONSTATUS);
  put(stam::STATUS_TEKST);
  put(stam::STATUSHAENSTART);
  put(stam::PNRGAELD);
  put(stam::FOEDDATO);
  put(stam::FOEDDATO_UMRK);
  put(stam::FORNVN);
  put(stam::MELNVN);
  put(stam::EFTERNVN);
  put(stam::BESKYT);
  put(stam::BESKYT_SLUT);
  put(stam::CIVST);
  put(stam::KOMKOD);
  put(stam::KOMNVN);
  put(stam::VEJKOD);
  put(stam::VEJADRNVN);
  put(stam::HUSNR);
  put(stam::ETAGE);
  put(stam::SIDEDOER);
  put(stam::BNR);
  put(stam::CONVN);
  put(stam::LOKALITET);
  put(stam::STANDARDADR);
  put(stam::BYNVN);
  put(stam::POSTNR);
  put(stam::POSTDISTTXT);
  put(stam::TILFLYDTO);
  put(stam::UDR_LANDEKOD);
  put(stam::UDR_LAND);
  for (std::size_t i = 0; i < stam::UDLANDADR.count; ++i) out.texts[text++] = codec::trimmed(v(stam::UDLANDADR, i));
  return true;
}

decode_rates race(std::vector<std::string> const& records, double seconds) {
  for (std::string const& one : records) {
    stam_values a, b;
    if (!decode_by_hand(one, a) || !decode_generated(one, b) || a != b)
      throw std::runtime_error("bench: the two decoders do not agree");
  }
  decode_rates best;
  auto const until = steady::now() + std::chrono::duration<double>(seconds);
  do {
    best.by_hand = std::max(best.by_hand, round(records, decode_by_hand));
    best.generated = std::max(best.generated, round(records, decode_generated));
  } while (steady::now() < until);
  return best;
}

std::vector<std::string> stam_records(std::size_t count) {
  std::minstd_rand random(1);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < count; ++i) {
    codec::buffer<stam> one;
    std::string bytes(one.bytes());
    for (codec::column const& c : stam::columns())
      for (std::size_t n = 0; n < c.count; ++n) {
        bool const number = c.type == codec::kind::digits;
        std::size_t const filled = number ? c.width : random() % (c.width + 1);
        for (std::size_t at = 0; at < filled; ++at)
          bytes[c.offset + n * c.stride + at] = static_cast<char>(number ? '0' + random() % 10 : 'a' + random() % 26);
      }
    out.push_back(std::move(bytes));
  }
  return out;
}

}  // namespace samspil::bench
