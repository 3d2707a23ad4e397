#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "admin/load_run.hpp"
#include "codec/field.hpp"
#include "rec/road.hpp"
#include "record/cpr_file_family.hpp"

namespace samspil::admin {
namespace {

/// Records of one key one after the other, in the order of the keys.
using records_by_key = std::map<std::string, std::string, std::less<>>;

std::string& records_of(records_by_key& all, std::string_view key) {
  auto const found = all.find(key);
  return found != all.end() ? found->second : all.emplace(key, std::string()).first->second;
}

void append(std::string& to, record::file_record const& record) {
  to += record.raw;
  to.append(record.length - record.raw.size(), ' ');
}

std::string_view key_of(record::file_family family, record::file_record const& record) {
  return record.raw.substr(3, record::owner_width(family));
}

/// Takes every record of the file; `take` gives what is wrong with one, if anything.
template <class Take>
std::optional<load_error> read_all(load_run& run, record::cpr_file& file, std::size_t total, Take const& take) {
  while (true) {
    auto const next = file.next();
    if (!next) return run.bad(next.error());
    if (!*next) break;
    run.count(**next);
    if (std::optional<decode_error> const wrong = take(**next)) return run.bad(*wrong);
    if (run.cancelled("checking", file.position(), total)) return run.stopped();
  }
  if (!file.ended()) run.warn("no record 999: the file may have been cut off");
  return std::nullopt;
}

/// Hands each key's records to `add`, small pieces of work; false when cancelled.
template <class Add>
bool stage(load_run& run, records_by_key const& all, std::uint64_t& done, std::size_t total, Add const& add) {
  for (auto const& [key, records] : all) {
    add(key, records);
    done += records.size();
    if (run.cancelled("loading", done, total)) return false;
  }
  return true;
}

std::size_t size_of(records_by_key const& all) {
  std::size_t n = 0;
  for (auto const& [key, records] : all) n += records.size();
  return n;
}

struct road_file {
  records_by_key roads;      // KOMKOD VEJKOD
  records_by_key dwellings;  // those and HUSNR ETAGE SIDEDOER
  std::vector<std::pair<std::string, std::string>> unread;  // 015, with the road they belong to
};

/// Whose record 015 is: like every other, if a road of that key is there, else
/// that of the road before it. It is not looked into further.
std::string road_of_unread(road_file const& all, record::file_record const& record, std::string const& before) {
  std::string const key(key_of(record::file_family::roads, record));
  return all.roads.contains(key) ? key : before;
}

/// Behind the road's other records, where a reader that knows them ends.
void place_unread(road_file& all) {
  for (auto const& [key, record] : all.unread)
    if (auto const road = all.roads.find(key); road != all.roads.end()) road->second += record;
  all.unread.clear();
}

/// 002: KOMKOD VEJKOD HUSNR ETAGE SIDEDOER stand one after the other.
std::string dwelling_key(record::file_record const& record) {
  using row = rec::ROAD_002;
  constexpr std::size_t begin = decltype(row::KOMKOD)::offset;
  constexpr std::size_t end = decltype(row::SIDEDOER)::offset + decltype(row::SIDEDOER)::width;
  return record.text().substr(begin, end - begin);
}

}  // namespace

load_result load_authorities(store::database& db, std::string_view bytes, std::string_view source, actor const& who,
                             load_options const& how, load_progress const& tell) {
  constexpr auto family = record::file_family::authorities;
  load_run run("authorities", db, source, who, how, tell);
  record::cpr_file file(bytes, family, std::string(source), how.without_end);
  auto const header = file.header();
  if (!header) return run.bad(header.error());
  run.note(*header);

  records_by_key all;
  auto const wrong = read_all(run, file, bytes.size(), [&](auto const& record) -> std::optional<decode_error> {
    std::string& records = records_of(all, key_of(family, record));
    if (record.type == 1 && !records.empty())
      return file.error_at(record, "MYNKOD", 4, "one record 001 of an authority");
    if (record.type != 1 && records.empty())
      return file.error_at(record, "MYNKOD", 4, "a record 001 of this authority before it");
    append(records, record);
    return std::nullopt;
  });
  if (wrong) return *wrong;
  run.report.loaded = all.size();

  auto load = db.begin_reference(store::reference::authorities);
  auto const place = run.place_in_sequence(*header);
  if (!place) return place.error();
  std::uint64_t done = 0;
  if (!stage(run, all, done, size_of(all), [&](std::string_view key, std::string_view records) {
        load.add_authority(key.substr(0, 4), key.substr(4, 2), records);
      }))
    return run.stopped();
  run.activate(load, *place);
  return std::move(run.report);
}

load_result load_roads(store::database& db, std::string_view bytes, std::string_view source, actor const& who,
                       load_options const& how, load_progress const& tell) {
  constexpr auto family = record::file_family::roads;
  load_run run("roads", db, source, who, how, tell);
  record::cpr_file file(bytes, family, std::string(source), how.without_end);
  auto const header = file.header();
  if (!header) return run.bad(header.error());
  run.note(*header);

  road_file all;
  std::string before;
  auto const wrong = read_all(run, file, bytes.size(), [&](auto const& record) -> std::optional<decode_error> {
    if (record.type == record::unread_road_record) {
      all.unread.emplace_back(road_of_unread(all, record, before), record.text());
      return std::nullopt;
    }
    before = key_of(family, record);
    append(record.type == 2 ? records_of(all.dwellings, dwelling_key(record)) : records_of(all.roads, before), record);
    return std::nullopt;
  });
  if (wrong) return *wrong;
  place_unread(all);
  run.report.loaded = all.roads.size();
  run.report.dwellings = all.dwellings.size();

  auto load = db.begin_reference(store::reference::roads);
  auto const place = run.place_in_sequence(*header);
  if (!place) return place.error();
  std::uint64_t done = 0;
  std::size_t const total = size_of(all.roads) + size_of(all.dwellings);
  bool const whole =
      stage(run, all.roads, done, total,
            [&](std::string_view key, std::string_view records) {
              load.add_road(key.substr(0, 4), key.substr(4, 4), records);
            }) &&
      stage(run, all.dwellings, done, total, [&](std::string_view key, std::string_view records) {
        load.add_dwelling(key.substr(0, 4), key.substr(4, 4), key.substr(8, 4), key.substr(12, 2), key.substr(14, 4),
                          records);
      });
  if (!whole) return run.stopped();
  run.activate(load, *place);
  return std::move(run.report);
}

}  // namespace samspil::admin
