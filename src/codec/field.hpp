// Typed access to fixed-width records. The generator writes one type per 01
// level of layouts/*.cpy into namespace samspil::rec, each with its length,
// its name and one constexpr field object per elementary item, so that a field
// can be used only on the record that has it and its place is known when the
// program is compiled.
//
//   rec::FLY_DATA::length, rec::FLY_DATA::name
//   codec::view<rec::FLY_DATA> data{bytes};
//   data[rec::FLY_DATA::VEJKOD]                    four raw bytes
//   data(rec::FLY_DATA::MEDFLYTTER, i)             occurrence i, from 0
//   data(rec::FLY_AKTUEL::HUSSTAND::PNR, i)        an item of a repeated group
//   codec::buffer<rec::FLY_DATA> out;              X blank, 9 zeros
//   out.set(rec::FLY_DATA::VEJKOD, "0101");
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#include "codec/blanks.hpp"
#include "codec/digits.hpp"

namespace samspil::codec {

enum class kind : char { text = 'X', digits = '9' };

/// One elementary item: `width` bytes from `offset` (0-based) of `Record`.
template <class Record, std::size_t Offset, std::size_t Width, kind Kind>
struct field {
  using record_type = Record;
  static constexpr std::size_t offset = Offset;
  static constexpr std::size_t width = Width;
  static constexpr kind type = Kind;
  std::string_view name;  ///< as in the copybook, hyphens kept
};

/// An elementary item that stands `count` times, `stride` bytes apart.
template <class Record, std::size_t Offset, std::size_t Width, kind Kind, std::size_t Count, std::size_t Stride>
struct repeated {
  using record_type = Record;
  static constexpr std::size_t offset = Offset;
  static constexpr std::size_t width = Width;
  static constexpr kind type = Kind;
  static constexpr std::size_t count = Count;
  static constexpr std::size_t stride = Stride;
  std::string_view name;
};

/// True when every byte is a digit 0-9 (false for an empty text).
constexpr bool is_digits(std::string_view text) {
  if (text.empty()) return false;
  for (char c : text)
    if (c < '0' || c > '9') return false;
  return true;
}

/// The number that `digits` holds; the caller has checked is_digits, 19 digits at most.
constexpr std::uint64_t number(std::string_view digits) {
  std::uint64_t n = 0;
  if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
    for (; digits.size() >= 8; digits.remove_prefix(8)) {
      std::uint64_t word;
      std::memcpy(&word, digits.data(), 8);
      n = n * 100'000'000 + eight_digits_value(word);
    }
    if (digits.size() >= 4) {
      std::uint64_t word = 0;  // as if four zeros stood before them
      std::memcpy(reinterpret_cast<char*>(&word) + 4, digits.data(), 4);
      n = n * 10'000 + eight_digits_value(word);
      digits.remove_prefix(4);
    }
  }
  for (char c : digits) n = n * 10 + static_cast<std::uint64_t>(c - '0');
  return n;
}

/// Writes `text` into `to`: left-justified and blank-padded for text,
/// right-justified and zero-padded for digits. A text that does not fit is a
/// mistake of the program: std::length_error that names record and field.
void place(char* to, std::size_t width, kind type, std::string_view text, std::string_view record,
           std::string_view name);
/// The same for a number.
void place(char* to, std::size_t width, kind type, std::uint64_t value, std::string_view record, std::string_view name);

/// Reads fields of `Record` in bytes that somebody else owns. The bytes must
/// be at least Record::length long; checked by the caller (see decode).
template <class Record>
class view {
 public:
  explicit constexpr view(std::string_view bytes) : bytes_(bytes.data()) { assert(bytes.size() >= Record::length); }
  template <std::size_t O, std::size_t W, kind K>
  constexpr std::string_view operator[](field<Record, O, W, K> const&) const {
    return {bytes_ + O, W};  // a width that the compiler knows
  }
  template <std::size_t O, std::size_t W, kind K, std::size_t N, std::size_t S>
  constexpr std::string_view operator()(repeated<Record, O, W, K, N, S> const&, std::size_t i) const {
    assert(i < N);
    return {bytes_ + O + i * S, W};
  }
  constexpr std::string_view bytes() const { return {bytes_, Record::length}; }

 private:
  char const* bytes_;
};

/// Owns one record. A new one has blanks in its X items and zeros in its 9 items.
template <class Record>
class buffer {
 public:
  buffer() : bytes_(Record::initial()) {}
  explicit buffer(std::string_view bytes) {
    if (bytes.size() != Record::length) throw std::length_error(std::string(Record::name) + ": wrong length");
    std::copy(bytes.begin(), bytes.end(), bytes_.begin());
  }
  template <std::size_t O, std::size_t W, kind K, class Value>
  buffer& set(field<Record, O, W, K> const& f, Value const& value) {
    if constexpr (!std::is_integral_v<Value>) {
      // Most values come from a field of the same width.
      if (std::string_view const text(value); text.size() == W) {
        std::memcpy(bytes_.data() + O, text.data(), W);
        return *this;
      }
    }
    put(O, W, K, value, f.name);
    return *this;
  }
  template <std::size_t O, std::size_t W, kind K, std::size_t N, std::size_t S, class Value>
  buffer& set(repeated<Record, O, W, K, N, S> const& f, std::size_t i, Value const& value) {
    if (i >= N) throw std::length_error(std::string(Record::name) + ": no such occurrence of " + std::string(f.name));
    put(O + i * S, W, K, value, f.name);
    return *this;
  }
  template <std::size_t O, std::size_t W, kind K>
  std::string_view operator[](field<Record, O, W, K> const& f) const {
    return as_view()[f];
  }
  template <std::size_t O, std::size_t W, kind K, std::size_t N, std::size_t S>
  std::string_view operator()(repeated<Record, O, W, K, N, S> const& f, std::size_t i) const {
    return as_view()(f, i);
  }
  view<Record> as_view() const { return view<Record>(bytes()); }
  std::string_view bytes() const { return {bytes_.data(), bytes_.size()}; }
  bool operator==(buffer const&) const = default;

 private:
  template <class Value>
  void put(std::size_t offset, std::size_t width, kind type, Value const& value, std::string_view name) {
    if constexpr (std::is_integral_v<Value>)
      place(bytes_.data() + offset, width, type, static_cast<std::uint64_t>(value), Record::name, name);
    else
      place(bytes_.data() + offset, width, type, std::string_view(value), Record::name, name);
  }
  std::array<char, Record::length> bytes_;
};

}  // namespace samspil::codec
