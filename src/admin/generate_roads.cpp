#include "admin/generate_roads.hpp"

#include <stdexcept>

#include "codec/field.hpp"
#include "rec/road.hpp"

namespace samspil::admin {
namespace {

using codec::buffer;
using namespace samspil::rec;

constexpr std::string_view written_at = "202501010000";   // TIMESTAMPU of everything made
constexpr std::string_view open_since = "190001011200";   // HAENSTART as the real register has it

template <class Record>
buffer<Record> begin(road_facts const& road, unsigned type) {
  buffer<Record> out;
  out.set(Record::RECORDTYPE, type).set(Record::KOMKOD, road.komkod).set(Record::VEJKOD, road.vejkod);
  out.set(Record::TIMESTAMPU, written_at);
  return out;
}

template <class Record>
void set_numbers(buffer<Record>& to, number_interval const& n) {
  to.set(Record::HUSNRFRA, n.from).set(Record::HUSNRTIL, n.to).set(Record::LIGEULIGE, std::string_view(&n.parity, 1));
}

std::string road_records(road_facts const& road) {
  auto one = begin<ROAD_001>(road, 1);
  if (!road.moved_to.empty())
    one.set(ROAD_001::TILKOMKOD, road.moved_to.substr(0, 4)).set(ROAD_001::TILVEJKOD, road.moved_to.substr(4, 4));
  one.set(ROAD_001::HAENSTART, road.opened.empty() ? open_since : road.opened);
  one.set(ROAD_001::VEJADRNVN, cut(road.name, ROAD_001::VEJADRNVN.width));
  one.set(ROAD_001::VEJNVN, cut(road.name, ROAD_001::VEJNVN.width));
  std::string out(one.bytes());
  for (auto const& part : road.towns) {
    auto r = begin<ROAD_003>(road, 3);
    set_numbers(r, part.numbers);
    out += r.set(ROAD_003::BYNVN, part.town).bytes();
  }
  for (auto const& part : road.postal) {
    auto r = begin<ROAD_004>(road, 4);
    set_numbers(r, part.numbers);
    out += r.set(ROAD_004::POSTNR, part.postnr).set(ROAD_004::POSTDISTTXT, part.district).bytes();
  }
  for (std::size_t i = 0; i < road.notes.size(); ++i) {
    auto r = begin<ROAD_005>(road, 5);
    r.set(ROAD_005::NOTATNR, i + 1).set(ROAD_005::NOTATLINIE, road.notes[i]).set(ROAD_005::HAENSTART, open_since);
    out += r.bytes();
  }
  return out + road.others;
}

std::string dwelling_record(road_facts const& road, dwelling_text const& d) {
  auto r = begin<ROAD_002>(road, 2);
  r.set(ROAD_002::HUSNR, d.husnr).set(ROAD_002::ETAGE, d.etage).set(ROAD_002::SIDEDOER, d.sidedoer);
  r.set(ROAD_002::HAENSTART, open_since).set(ROAD_002::LOKALITET, d.lokalitet);
  return std::string(r.bytes());
}

}  // namespace

number_interval all_even() { return {'L', "    ", "998Z"}; }
number_interval all_odd() { return {'U', "001 ", "999Z"}; }

std::string cut(std::string_view text, std::size_t width) { return std::string(codec::trimmed(text.substr(0, width))); }

void road_book::add(road_facts const& road) {
  entry made{road_records(road), {}};
  for (auto const& d : road.dwellings)
    made.dwellings.emplace(d.husnr + d.etage + d.sidedoer, dwelling_record(road, d));
  if (!roads_.emplace(road.komkod + road.vejkod, std::move(made)).second)
    throw std::logic_error("road_book: a second road of one code");
}

void road_book::write(record::cpr_file_writer& to) const {
  for (auto const& [key, road] : roads_) {
    to.add(road.records);
    for (auto const& [place, records] : road.dwellings) to.add(records);
  }
}

std::string const& road_book::road(std::string_view komkod, std::string_view vejkod) {
  static std::string const none;
  auto const found = roads_.find(std::string(komkod) + std::string(vejkod));
  return found == roads_.end() ? none : found->second.records;
}

std::string road_book::dwelling(std::string_view komkod, std::string_view vejkod, std::string_view husnr,
                                std::string_view etage, std::string_view sidedoer) {
  auto const road = roads_.find(std::string(komkod) + std::string(vejkod));
  if (road == roads_.end()) return {};
  auto const found = road->second.dwellings.find(std::string(husnr) + std::string(etage) + std::string(sidedoer));
  return found == road->second.dwellings.end() ? std::string() : found->second;
}

std::vector<std::string> const& road_book::authorities(std::string_view) {
  static std::vector<std::string> const none;  // 003 holds no name of an authority
  return none;
}

}  // namespace samspil::admin
