// The messages of the dialogue from the client's side (protocol.md, section 2): a
// builder of requests and a reader of answers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "client/layouts.hpp"
#include "codec/field.hpp"
#include "codec/message_parts.hpp"
#include "rec/sams_hoved.hpp"
#include "rec/sams_meddelelse.hpp"

namespace samspil::client {

using codec::answer_length;
using codec::answer_parts;
using codec::find_function;
using codec::function_type;
using codec::message_part;
using codec::request_length;
using codec::request_parts;

/// A request with everything in place: CPRTRANS, KOMMA, VERSION, and the lengths.
class request {
 public:
  /// A FUNKTION that does not exist gets an empty body (for tests of refusals).
  explicit request(std::string_view function);

  codec::buffer<rec::HOVED>& hoved() { return hoved_; }
  /// The body instead of the blank one.
  request& body(std::string_view bytes);
  /// The message; LAENGDE says what it holds.
  std::string bytes() const;

 private:
  codec::buffer<rec::HOVED> hoved_;
  std::string body_;
};

/// One answer whose lengths agree.
class answer {
 public:
  /// Errors: no SAMS header, LAENGDE other than the bytes that came, KVIT or
  /// FEJLNR of no meaning, a body that does not fit FUNKTION.
  static result<answer> read(std::string bytes);

  std::string const& bytes() const { return bytes_; }
  codec::view<rec::HOVED> hoved() const { return codec::view<rec::HOVED>(bytes_); }
  /// Between HOVED and the first MEDDELELSE; empty when refused.
  std::string_view body() const;
  /// `Record` at `offset` of the body; std::out_of_range when the body has not that much.
  template <class Record>
  codec::view<Record> part(std::size_t offset = 0) const {
    if (body().size() < offset + Record::length) throw std::out_of_range("answer: no " + std::string(Record::name));
    return codec::view<Record>(body().substr(offset, Record::length));
  }
  std::size_t messages() const { return messages_; }
  codec::view<rec::MEDDELELSE> message(std::size_t i) const;

  std::string_view fejlnr() const { return hoved()[rec::HOVED::FEJLNR]; }
  char kvit() const { return hoved()[rec::HOVED::KVIT].front(); }
  /// KVIT O or A.
  bool accepted() const { return kvit() != 'F'; }
  /// Whether a MEDDELELSE has this MEDDNR (four digits, "0172").
  bool says(std::string_view meddnr) const;
  /// FEJLNR, KVIT and every MEDDNR with its FELT, for the text of a failed test:
  /// "00 F 7101 VEJKOD, 7102 HUSNR".
  std::string summary() const;

 private:
  std::string bytes_;
  std::size_t messages_ = 0;
};

}  // namespace samspil::client
