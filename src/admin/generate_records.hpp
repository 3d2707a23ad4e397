// Internal. What the writers of a generated person's records have in common.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "admin/generate_person.hpp"
#include "base/date.hpp"
#include "codec/field.hpp"
#include "rec/person.hpp"
#include "record/person.hpp"

namespace samspil::admin {

inline std::string digits12(date d) { return date8(d) + "0000"; }
inline std::string digits12(std::optional<date> const& d) { return d ? digits12(*d) : std::string(12, '0'); }
inline std::string text10(std::optional<date> const& d) { return d ? date10(*d) : std::string(); }
inline std::string pnr_or_zeros(std::string const& pnr) { return pnr.empty() ? std::string(10, '0') : pnr; }

/// A record of `c`: RECORDTYPE and the owner are filled in.
template <class Record>
codec::buffer<Record> begin(citizen const& c) {
  codec::buffer<Record> out;
  out.set(Record::RECORDTYPE, record::type_of<Record>());
  if constexpr (requires { Record::PNRGAELD; } && !std::is_same_v<Record, rec::PERSON_001>)
    out.set(Record::PNRGAELD, c.pnr);
  else
    out.set(Record::PNR, c.pnr);
  return out;
}

template <class Record>
void set_place(codec::buffer<Record>& to, place const& at) {
  to.set(Record::KOMKOD, at.komkod).set(Record::VEJKOD, at.vejkod).set(Record::HUSNR, at.husnr);
  to.set(Record::ETAGE, at.etage).set(Record::SIDEDOER, at.sidedoer).set(Record::BNR, at.bnr);
}

/// Up to five lines of text side by side, the first of them in `first`.
template <class Record, class First>
std::string with_lines(codec::buffer<Record> const& to, First const& first, std::vector<std::string> const& lines) {
  std::string bytes(to.bytes());
  for (std::size_t i = 0; i < lines.size() && i < 5; ++i)
    codec::place(bytes.data() + first.offset + i * first.width, first.width, codec::kind::text, lines[i], Record::name,
                 first.name);
  return bytes;
}

template <class Record>
codec::buffer<Record> named(citizen const& c, given_name const& n) {
  auto out = begin<Record>(c);
  out.set(Record::FORNVN, n.first).set(Record::MELNVN, n.middle).set(Record::EFTERNVN, n.last);
  out.set(Record::NVNHAENSTART, digits12(n.from));
  return out;
}

template <class Record>
codec::buffer<Record> civil(citizen const& c, civil_state const& s) {
  auto out = begin<Record>(c);
  out.set(Record::CIVST, std::string_view(&s.civst, 1)).set(Record::AEGTEPNR, s.spouse);
  out.set(Record::AEGTENVN, s.spouse_name).set(Record::AEGTEFOED_DT, text10(s.spouse_born));
  out.set(Record::HAENSTART_CIVILSTAND, digits12(s.from));
  return out;
}

/// Records 013 to 022: relatives, notes, former numbers.
std::string relations_of(citizen const& c);
/// Records 023 to 030: what was.
std::string history_of(citizen const& c);

}  // namespace samspil::admin
