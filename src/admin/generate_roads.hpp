// Internal. A road register in the making: records as the road file has them,
// and what the rules read of it, so that the addresses of generated persons are
// translated by the register's own function.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "record/cpr_file_writer.hpp"
#include "rules/source.hpp"

namespace samspil::admin {

/// House numbers of one parity, compared as four characters; blank is lowest.
struct number_interval {
  char parity;  ///< L even, U odd
  std::string from, to;
};

struct town_part {
  number_interval numbers;
  std::string town;
};

struct postal_part {
  number_interval numbers;
  std::string postnr, district;
};

struct dwelling_text {
  std::string husnr, etage, sidedoer;  ///< as in the file, full width
  std::string lokalitet;
};

struct road_facts {
  std::string komkod, vejkod;
  std::string name;                        ///< VEJNVN; VEJADRNVN is its first 20 characters
  std::vector<postal_part> postal{};
  std::vector<town_part> towns{};
  std::vector<dwelling_text> dwellings{};
  std::string moved_to{};                  ///< TILKOMKOD and TILVEJKOD of a closed road
  std::string opened{};                    ///< HAENSTART, 12 digits; empty: since ever
  std::vector<std::string> notes{};
  std::string others{};                    ///< whole records of types 006 to 014
};

struct authority_facts {
  std::string mynkod, myntyp;
  std::string name;       ///< MYNNVN
  std::string closed{};   ///< HAENSLUT, 12 digits; empty: open
  std::string codes{};    ///< LAND-KOD-ALFA2, -ALFA3 and -NUM3 of a country
};

/// The authorities that generated and shipped files share, in the order of the file.
std::vector<authority_facts> const& fictitious_authorities();
/// The records of one authority.
std::string records_of(authority_facts const& a);

/// Records of the other districts of a road, types 006 to 014: parish, school and polling station, one more by `n`.
std::string district_records(road_facts const& road, unsigned n);

/// Even numbers or odd ones of a road that is not divided.
number_interval all_even();
number_interval all_odd();

/// A text of ISO-8859-1 cut at `width` without a blank at its end.
std::string cut(std::string_view text, std::size_t width);

class road_book final : public rules::register_source {
 public:
  /// A second road of the same code is a mistake of the program: std::logic_error.
  void add(road_facts const& road);
  std::size_t size() const { return roads_.size(); }
  /// All roads by KOMKOD and VEJKOD, each with its dwellings behind it.
  void write(record::cpr_file_writer& to) const;

  rules::stored_person const* person(std::string_view) override { return nullptr; }
  std::string const& road(std::string_view komkod, std::string_view vejkod) override;
  std::string dwelling(std::string_view komkod, std::string_view vejkod, std::string_view husnr, std::string_view etage,
                       std::string_view sidedoer) override;
  std::vector<std::string> const& authorities(std::string_view mynkod) override;
  bool awaits_approval(std::string_view, std::string_view) override { return false; }
  std::optional<rules::registered_event> latest_event(std::string_view) override { return std::nullopt; }

 private:
  struct entry {
    std::string records;                           // 001, 003 to 014
    std::map<std::string, std::string> dwellings;  // HUSNR ETAGE SIDEDOER: 002
  };
  std::map<std::string, entry, std::less<>> roads_;
};

}  // namespace samspil::admin
