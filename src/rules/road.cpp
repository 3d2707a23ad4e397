#include "rules/road.hpp"

#include "rec/authority.hpp"
#include "rec/road.hpp"
#include "record/address.hpp"

namespace samspil::rules {
namespace {

using codec::trimmed;

std::string text_of(std::string_view field) { return std::string(trimmed(field)); }

}  // namespace

std::size_t road_record_length(std::string_view type) {
  static constexpr std::size_t lengths[] = {
      0, rec::ROAD_001::length, rec::ROAD_002::length, rec::ROAD_003::length, rec::ROAD_004::length,
      rec::ROAD_005::length, rec::ROAD_006::length, rec::ROAD_007::length, rec::ROAD_008::length,
      rec::ROAD_009::length, rec::ROAD_010::length, rec::ROAD_011::length, rec::ROAD_012::length,
      rec::ROAD_013::length, rec::ROAD_014::length};
  if (type.size() != 3 || !codec::is_digits(type)) return 0;
  auto const n = codec::number(type);
  return n < std::size(lengths) ? lengths[n] : 0;
}

std::string_view road::first(std::string_view type) const {
  for (std::string_view rest = records_; rest.size() >= 3;) {
    std::size_t const length = road_record_length(rest.substr(0, 3));
    if (length == 0 || length > rest.size()) break;
    if (rest.substr(0, 3) == type) return rest.substr(0, length);
    rest.remove_prefix(length);
  }
  return {};
}

bool road::open_on(std::string_view hdto) const {
  std::string_view const record = first("001");
  if (record.empty()) return false;
  codec::view<rec::ROAD_001> const v(record);
  return v[rec::ROAD_001::HAENSTART].substr(0, 8) <= hdto && is_zero(v[rec::ROAD_001::TILVEJKOD]);
}

std::string_view road::interval_holding(std::string_view type, std::string_view husnr) const {
  // 003, 004 and 006-014 have KOMKOD VEJKOD HUSNRFRA HUSNRTIL LIGEULIGE at the same places.
  using interval = rec::ROAD_004;
  char const wanted = trimmed(husnr).empty() ? 'L' : record::parity(husnr);
  for (std::string_view rest = records_; rest.size() >= 3;) {
    std::size_t const length = road_record_length(rest.substr(0, 3));
    if (length == 0 || length > rest.size()) break;
    if (rest.substr(0, 3) == type) {
      auto at = [&](auto const& f) { return rest.substr(f.offset, f.width); };
      if (at(interval::LIGEULIGE)[0] == wanted && at(interval::HUSNRFRA) <= husnr && husnr <= at(interval::HUSNRTIL))
        return rest.substr(0, length);
    }
    rest.remove_prefix(length);
  }
  return {};
}

std::string successor_text(register_source& source, std::string_view komkod, std::string_view vejkod) {
  using row = rec::ROAD_001;
  constexpr unsigned steps_max = 32;  // real chains have two or three; a circle of roads never ends
  std::string at_komkod(komkod), at_vejkod(vejkod);
  for (unsigned step = 0; step <= steps_max; ++step) {
    std::string_view const record = road(source.road(at_komkod, at_vejkod)).first("001");
    codec::buffer<row> const here = record.empty() ? codec::buffer<row>() : codec::buffer<row>(record);
    if (is_zero(here[row::TILVEJKOD])) {
      if (step == 0) return {};
      std::string const codes = at_komkod == komkod ? at_vejkod : at_komkod + " " + at_vejkod;
      std::string const name = text_of(here[row::VEJADRNVN]);
      return name.empty() ? codes : name + " (" + codes + ")";
    }
    if (!is_zero(here[row::TILKOMKOD])) at_komkod = here[row::TILKOMKOD];
    at_vejkod = here[row::TILVEJKOD];
  }
  return {};
}

address_text translate_address(register_source& source, std::string_view komkod, std::string_view vejkod,
                               std::string_view husnr, std::string_view etage, std::string_view sidedoer) {
  address_text out;
  out.komnvn = authority_name(source, komkod);
  road const there(source.road(komkod, vejkod));
  if (std::string_view const record = there.first("001"); !record.empty()) {
    codec::view<rec::ROAD_001> const v(record);
    out.vejadrnvn = text_of(v[rec::ROAD_001::VEJADRNVN]);
    out.vejnvn = text_of(v[rec::ROAD_001::VEJNVN]);
  }
  if (std::string_view const record = there.interval_holding("004", husnr); !record.empty()) {
    codec::view<rec::ROAD_004> const v(record);
    out.postnr = v[rec::ROAD_004::POSTNR];
    out.postdisttxt = text_of(v[rec::ROAD_004::POSTDISTTXT]);
  }
  if (std::string_view const record = there.interval_holding("003", husnr); !record.empty())
    out.bynvn = text_of(codec::view<rec::ROAD_003>(record)[rec::ROAD_003::BYNVN]);
  std::string const dwellings = source.dwelling(komkod, vejkod, husnr, etage, sidedoer);
  for (std::size_t at = 0; at + rec::ROAD_002::length <= dwellings.size(); at += rec::ROAD_002::length) {
    codec::view<rec::ROAD_002> const v(std::string_view(dwellings).substr(at));
    if (!is_zero(v[rec::ROAD_002::HAENSLUT])) continue;
    out.lokalitet = text_of(v[rec::ROAD_002::LOKALITET]);
    break;
  }
  out.standardadr = record::standard_address(out.vejadrnvn, husnr, etage, sidedoer);
  return out;
}

std::string_view authority_name(register_source& source, std::string_view mynkod, std::string_view myntyp) {
  using row = rec::AUTHORITY_001;
  std::string_view name;
  for (std::string const& bytes : source.authorities(mynkod)) {
    codec::view<row> const v(bytes);
    if (name.empty() || v[row::MYNTYP] == myntyp) name = trimmed(v[row::MYNNVN]);
  }
  return name;
}

bool is_zero(std::string_view digits) {
  return digits.find_first_not_of('0') == std::string_view::npos || trimmed(digits).empty();
}

std::string_view or_zeros(std::string_view digits) { return trimmed(digits).empty() ? std::string_view() : digits; }

}  // namespace samspil::rules
