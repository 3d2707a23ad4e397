#include "admin/generate_towns.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace samspil::admin {
namespace {

struct district {
  std::string_view postnr, name;
};

struct municipality {
  std::string_view komkod;
  unsigned weight;  // of a hundred households
  std::array<district, 3> districts;
  std::string_view village;  // BYNVN of some roads; empty: none has one
};

constexpr municipality municipalities[] = {
    {"0101",
     16,
     {{{"2100",
        "K\xF8"
        "benhavn \xD8"},
       {"2200",
        "K\xF8"
        "benhavn N"},
       {"2300",
        "K\xF8"
        "benhavn S"}}},
     ""},
    {"0147", 8, {{{"2000", "Frederiksberg"}, {"2000", "Frederiksberg"}, {"1900", "Frederiksberg C"}}}, ""},
    {"0265", 8, {{{"4000", "Roskilde"}, {"4130", "Viby Sj"}, {"4040", "Jyllinge"}}}, "Jyllinge"},
    {"0461", 12, {{{"5000", "Odense C"}, {"5200", "Odense V"}, {"5260", "Odense S"}}}, "Bellinge"},
    {"0561", 9, {{{"6700", "Esbjerg"}, {"6710", "Esbjerg V"}, {"6760", "Ribe"}}}, "Hjerting"},
    {"0607", 7, {{{"7000", "Fredericia"}, {"7000", "Fredericia"}, {"7080", "B\xF8rkop"}}}, "Erits\xF8"},
    {"0621", 9, {{{"6000", "Kolding"}, {"6000", "Kolding"}, {"6091", "Bjert"}}}, "Sdr. Bjert"},
    {"0751", 15, {{{"8000", "Aarhus C"}, {"8200", "Aarhus N"}, {"8340", "Malling"}}}, "Malling"},
    {"0851", 13, {{{"9000", "Aalborg"}, {"9220", "Aalborg \xD8st"}, {"9310", "Vodskov"}}}, "Vodskov"},
    {"0956", 3, {{{"3900", "Nuuk"}, {"3900", "Nuuk"}, {"3905", "Nuussuaq"}}}, ""},
};

constexpr std::string_view kinds_of_place[] = {"", "Nordre ", "S\xF8ndre ", "Gamle ", "\xD8vre ", "Nedre "};
constexpr std::string_view first_parts[] = {"Aske",
                                            "Birke",
                                            "B\xF8ge",
                                            "Egern",
                                            "El\xF8v",
                                            "Enghave",
                                            "Fiske",
                                            "Fjord",
                                            "Granat",
                                            "Hassel",
                                            "Havre",
                                            "Humle",
                                            "Hyben",
                                            "Is",
                                            "Kirse",
                                            "Klit",
                                            "Kvist",
                                            "K\xE6r",
                                            "Lilje",
                                            "Linde",
                                            "L\xE6rke",
                                            "M\xE5ge",
                                            "M\xF8lle",
                                            "Musvit",
                                            "N\xF8"
                                            "dde",
                                            "Pile",
                                            "Ravne",
                                            "Ros",
                                            "R\xF8nne",
                                            "Siv",
                                            "Skov",
                                            "Sne",
                                            "Solsort",
                                            "Stok",
                                            "Stran",
                                            "Syren",
                                            "Tang",
                                            "Tulipan",
                                            "Valmue",
                                            "Vibe",
                                            "Vin",
                                            "\xC6"
                                            "ble"};
constexpr std::string_view last_parts[] = {"vej", "gade", "all\xE9", "stien", "parken", "bakken", "toften", "vangen"};

/// The n-th road name of a municipality: a number is added only when the names are used up.
std::string road_name(unsigned n) {
  constexpr unsigned firsts = std::size(first_parts), lasts = std::size(last_parts), kinds = std::size(kinds_of_place);
  std::string out(kinds_of_place[n / (firsts * lasts) % kinds]);
  out += first_parts[(n * 5) % firsts];
  out += last_parts[(n / firsts + n) % lasts];
  unsigned const round = n / (firsts * lasts * kinds);
  return round == 0 ? out : out + " " + std::to_string(round + 1);
}

std::string digits(unsigned n, std::size_t width) {
  std::string const all = std::to_string(n);
  return std::string(width - all.size(), '0') + all;
}

/// One road in seven runs through two postal districts.
std::vector<postal_part> postal_parts(municipality const& of, unsigned n) {
  district const& here = of.districts[n % 3];
  if (n % 7 != 3) return {{all_even(), std::string(here.postnr), std::string(here.name)},
                          {all_odd(), std::string(here.postnr), std::string(here.name)}};
  district const& beyond = of.districts[(n + 1) % 3];
  return {{{'L', "    ", "038Z"}, std::string(here.postnr), std::string(here.name)},
          {{'L', "040 ", "998Z"}, std::string(beyond.postnr), std::string(beyond.name)},
          {{'U', "001 ", "039Z"}, std::string(here.postnr), std::string(here.name)},
          {{'U', "041 ", "999Z"}, std::string(beyond.postnr), std::string(beyond.name)}};
}

constexpr unsigned given_max = 4096;
constexpr unsigned first_road_code = 20;
constexpr unsigned last_road_code = 9898;

}  // namespace

address_giver::address_giver(random_source& random) : random_(random) {
  for (unsigned i = 0; i < std::size(municipalities); ++i) towns_.push_back({i});
}

void address_giver::open_road(town& in) {
  municipality const& of = municipalities[in.index];
  unsigned const n = in.roads++;
  unsigned const code = first_road_code + n * 2;
  if (code > last_road_code) throw std::length_error("address_giver: no road code left");
  road_facts road{std::string(of.komkod), digits(code, 4), road_name(n), postal_parts(of, n)};
  if (!of.village.empty() && n % 5 == 2)
    road.towns = {{all_even(), std::string(of.village)}, {all_odd(), std::string(of.village)}};

  bool const flats = n % 2 == 1;
  bool const greenland = of.komkod >= "0900";
  unsigned const houses = static_cast<unsigned>(flats ? random_.between(14, 40) : random_.between(24, 110));
  for (unsigned house = 1; house <= houses; ++house) {
    std::string const letter = !flats && random_.chance(60) ? "A" : " ";
    place at{road.komkod, road.vejkod, digits(house, 3) + letter};
    if (greenland) at.bnr = digits(n % 90 * 100 + house + 1000, 4);
    if (!flats) {
      in.free.push_back(at);
      if (letter == "A") {
        at.husnr[3] = 'B';
        in.free.push_back(at);
      }
      continue;
    }
    for (std::string_view const floor : {"st", "01", "02", "03"})
      for (std::string_view const door : {"  tv", "  th"}) {
        at.etage = floor;
        at.sidedoer = door;
        in.free.push_back(at);
      }
    if (house == 1 && n % 11 == 1)
      road.dwellings.push_back({at.husnr, "st", "  tv", "Kollegiet " + road_name(n)});
  }
  road.others = district_records(road, n + in.index);
  roads_.add(road);
  close_road_before(in, road, n);
  std::reverse(in.free.begin(), in.free.end());
}

/// Every second road took the place of another. Every second of those went to a road that is closed itself or, in
/// other municipalities, to the next municipality instead. A closed road has a code and intervals of its own.
void address_giver::close_road_before(town const& in, road_facts const& now, unsigned n) {
  if (n % 2 == 0) return;
  unsigned const code = first_road_code + n * 2 + 1;
  road_facts closed{now.komkod, digits(code, 4), "Gl. " + road_name(n)};
  for (postal_part part : now.postal) {
    part.numbers.to = part.numbers.parity == 'L' ? "098Z" : "099Z";
    if (part.numbers.from < part.numbers.to) closed.postal.push_back(std::move(part));
  }
  closed.moved_to = now.komkod + now.vejkod;
  town const& next = towns_[(in.index + 1) % towns_.size()];
  bool const further = n % 4 == 3, in_turn = in.index % 2 == 0;
  if (further && in_turn) closed.moved_to = now.komkod + digits(code - 4, 4);
  if (further && !in_turn && next.roads != 0)
    closed.moved_to = std::string(municipalities[next.index].komkod) + digits(first_road_code, 4);
  closed.notes = {"Vejen er nedlagt"};
  closed_.push_back({closed.komkod, closed.vejkod, digits(n % 90 + 1, 3) + " "});
  roads_.add(closed);
}

place address_giver::administrative(town& in) {
  municipality const& of = municipalities[in.index];
  place const out{std::string(of.komkod), digits(9901 + in.index, 4)};
  if (!in.has_administrative)
    roads_.add({out.komkod, out.vejkod, "Uden fast bop\xE6l " + std::to_string(in.index + 1)});
  in.has_administrative = true;
  return out;
}

place address_giver::without_home() {
  return administrative(towns_[random_.below(static_cast<std::uint32_t>(towns_.size() - 1))]);
}

place address_giver::without_home_in_greenland() { return administrative(towns_.back()); }

place address_giver::next() {
  unsigned at = random_.below(100);
  std::size_t chosen = 0;
  while (at >= municipalities[chosen].weight) at -= municipalities[chosen++].weight;
  town& in = towns_[chosen];
  if (in.free.empty()) open_road(in);
  place out = in.free.back();
  in.free.pop_back();
  if (given_.size() < given_max)
    given_.push_back(out);
  else
    given_[oldest_++ % given_max] = out;
  return out;
}

place address_giver::former() {
  if (given_.empty()) return next();
  if (!closed_.empty() && random_.chance(60))
    return closed_[random_.below(static_cast<std::uint32_t>(closed_.size()))];
  return given_[random_.below(static_cast<std::uint32_t>(given_.size()))];
}

}  // namespace samspil::admin
