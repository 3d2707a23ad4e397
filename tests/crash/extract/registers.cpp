#include "registers.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "record/cpr_file.hpp"
#include "record/person.hpp"
#include "support/events.hpp"
#include "support/small_register.hpp"

namespace samspil::test {

event_counts make_events(std::filesystem::path const& home, date day, unsigned count, unsigned persons,
                         unsigned subscribed, std::mt19937& random, unsigned& references) {
  constexpr unsigned events_in_a_transaction = 200;
  auto const pick = [&](unsigned below) { return std::uniform_int_distribution<unsigned>(0, below - 1)(random); };
  system_clock const time;
  store::database db(home);
  transaction::world_cache worlds;
  event_counts out;
  for (unsigned done = 0; done < count; done += events_in_a_transaction) {
    std::vector<reported> events;
    std::vector<std::string> numbers(std::min(events_in_a_transaction, count - done));
    std::string const hdto = date8(day);
    for (std::string& pnr : numbers) {
      unsigned const who = pick(persons);
      pnr = crowd_pnr(who);
      if (who < subscribed) ++out[pnr];
      bool const moves = pick(3) != 0;
      std::string const husnr = std::to_string(1000 + pick(50) * 2 + 1).substr(1);
      events.push_back({.haendelse = moves ? "FLY" : "MFB",
                        .pnr = pnr,
                        .hdto = hdto,
                        .data = moves ? move_to(husnr) : protection_set(),
                        .reference = "E" + std::to_string(++references)});
    }
    db.write([&](store::write_scope& scope) {
      for (reported const& one : events) save_event(scope, worlds, time, day, one);
    });
  }
  return out;
}

std::map<std::string, std::string> persons_of(std::filesystem::path const& home) {
  store::database db(home);
  std::map<std::string, std::string> out;
  db.glance().each_person([&](std::string_view pnr, auto const&, std::string_view records) {
    std::string& bytes = out[std::string(pnr)];
    auto const person = record::person::trusted(std::string(records));
    for (auto const one : person.all())
      if (record::record_type(one) != 99) bytes += one;
    return true;
  });
  return out;
}

extract_file read_extract(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  std::string const bytes{std::istreambuf_iterator<char>(in), {}};
  record::cpr_file reader(bytes, record::file_family::persons, "the extract");
  auto const header = reader.header();
  if (!header) throw std::runtime_error(header.error().text());
  extract_file out{header->proddto, header->proddtoforrig, {}, {}};
  for (;;) {
    auto const next = reader.next();
    if (!next) throw std::runtime_error(next.error().text());
    if (!*next) return out;
    std::string const pnr((*next)->raw.substr(3, 10));
    if ((*next)->type == 99)
      ++out.events[pnr];
    else
      out.persons[pnr] += (*next)->text();
  }
}

}  // namespace samspil::test
