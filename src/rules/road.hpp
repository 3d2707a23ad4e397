// A road of the road register: is it open, which house numbers has it, and what
// is its address in clear text (domain.md, "KLARTEKST"; formats.md, "Road file").
#pragma once

#include <string>
#include <string_view>

#include "rules/source.hpp"

namespace samspil::rules {

/// Reads the concatenated records of one road; the bytes must outlive it.
class road {
 public:
  explicit road(std::string_view records) : records_(records) {}

  bool exists() const { return !first("001").empty(); }
  /// Open on `hdto` (yyyyMMdd): HAENSTART not later, TILVEJKOD zeros.
  bool open_on(std::string_view hdto) const;
  bool has_intervals() const { return !first("004").empty(); }
  /// The first record `type` (003, 004, 006 ...) whose interval of the house
  /// number's parity holds it, compared as four characters; empty when none
  /// does. A blank house number counts as even: blank begins the even intervals.
  std::string_view interval_holding(std::string_view type, std::string_view husnr) const;
  /// The first record of `type`, empty when there is none.
  std::string_view first(std::string_view type) const;

 private:
  std::string_view records_;
};

/// Length of the road file's record `type` ("001"), 0 for 015 and unknown types.
std::size_t road_record_length(std::string_view type);

/// The road that took the place of a closed one, for a text: `Vejnavn (0208)`, with KOMKOD before it when that is
/// another than `komkod`; of a chain of closed roads the one at its end, the codes alone when the register does not
/// have it. Empty while the road is not closed, and when the chain comes to no end.
std::string successor_text(register_source& source, std::string_view komkod, std::string_view vejkod);

/// An address in clear text, without trailing blanks; POSTNR is zeros when unknown.
struct address_text {
  std::string komnvn, vejadrnvn, vejnvn, standardadr, bynvn, postnr = "0000", postdisttxt, lokalitet;
};

address_text translate_address(register_source& source, std::string_view komkod, std::string_view vejkod,
                               std::string_view husnr, std::string_view etage, std::string_view sidedoer);

/// MYNTYP of a municipality and of a country.
inline constexpr std::string_view municipality = "05";
inline constexpr std::string_view country = "30";

/// MYNNVN of the authority without trailing blanks, empty when there is none: of
/// that of type `myntyp` where several authorities share the code. Lives as long as the source.
std::string_view authority_name(register_source& source, std::string_view mynkod,
                                std::string_view myntyp = municipality);

/// Whether a digits field of a record is zeros, or blank, which stands for zeros.
bool is_zero(std::string_view digits);
/// A digits field of a record, empty for blanks, so that zeros are written for it.
std::string_view or_zeros(std::string_view digits);

}  // namespace samspil::rules
