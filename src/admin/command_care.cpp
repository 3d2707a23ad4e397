// verify, stat, checkpoint: the database itself.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string>

#include "admin/findings.hpp"
#include "admin/functions.hpp"
#include "admin/report.hpp"
#include "store/stat.hpp"

namespace samspil::admin {
namespace {

/// yyyy-mm-ddThh:mm:ssZ.
std::string utc_text(utc_micros t) {
  std::string const d = utc_digits(t);
  return d.substr(0, 4) + "-" + d.substr(4, 2) + "-" + d.substr(6, 2) + "T" + d.substr(8, 2) + ":" + d.substr(10, 2) +
         ":" + d.substr(12, 2) + "Z";
}

std::string bytes_text(std::uint64_t bytes) {
  constexpr std::uint64_t kib = 1024;
  if (bytes < 10 * kib) return std::to_string(bytes) + " B";
  if (bytes < 10 * kib * kib) return std::to_string(bytes / kib) + " KiB";
  if (bytes < 10 * kib * kib * kib) return std::to_string(bytes / kib / kib) + " MiB";
  return std::to_string(bytes / kib / kib / kib) + " GiB";
}

boost::json::object stat_json(store::database_stat const& s) {
  boost::json::array tables;
  for (store::table_stat const& t : s.tables)
    tables.push_back(boost::json::object{{"name", t.name}, {"rows", t.rows}, {"bytes", t.bytes}});
  boost::json::object out{{"tables", tables},
                          {"log_bytes", s.log_bytes},
                          {"log_files", s.log_files},
                          {"data_bytes", s.data_bytes},
                          {"disk_free_bytes", s.disk_free_bytes},
                          {"last_checkpoint", nullptr},
                          {"audit_sequence", s.audit_sequence},
                          {"layout_version", s.layout_version},
                          {"log_bytes_per_day", s.log_bytes_per_day},
                          {"days_until_full", nullptr},
                          {"cache_bytes", s.cache_bytes},
                          {"cache_hits", s.cache_hits},
                          {"cache_misses", s.cache_misses},
                          {"persons_kept", s.persons_kept},
                          {"persons_bytes", s.persons_bytes},
                          {"persons_hits", s.persons_hits},
                          {"persons_misses", s.persons_misses},
                          {"syncs", s.syncs},
                          {"transactions", s.transactions},
                          {"deadlocks", s.deadlocks}};
  if (s.last_checkpoint) out["last_checkpoint"] = utc_text(*s.last_checkpoint);
  if (s.days_until_full) out["days_until_full"] = *s.days_until_full;
  return out;
}

std::string stat_text(store::database_stat const& s) {
  columns table({"TABLE", "ROWS", "SIZE"});
  for (store::table_stat const& t : s.tables) table.add({t.name, std::to_string(t.rows), bytes_text(t.bytes)});
  return table.text() + "\n" +
         pairs_text(
             {{"data", bytes_text(s.data_bytes)},
              {"log", bytes_text(s.log_bytes) + " in " + std::to_string(s.log_files) + " files, " +
                          bytes_text(s.log_bytes_per_day) + " a day"},
              {"disk free", bytes_text(s.disk_free_bytes)},
              {"disk full in", s.days_until_full ? std::to_string(*s.days_until_full) + " days" : "not in sight"},
              {"last checkpoint", s.last_checkpoint ? utc_text(*s.last_checkpoint) : "never"},
              {"audit rows", std::to_string(s.audit_sequence)},
              {"layout version", std::to_string(s.layout_version)},
              {"cache", bytes_text(s.cache_bytes) + ", " + std::to_string(s.cache_hits) + " hits, " +
                            std::to_string(s.cache_misses) + " misses"},
              {"persons in memory", std::to_string(s.persons_kept) + ", " + bytes_text(s.persons_bytes) + ", " +
                                        std::to_string(s.persons_hits) + " hits, " +
                                        std::to_string(s.persons_misses) + " misses"},
              {"since the open", std::to_string(s.transactions) + " transactions, " + std::to_string(s.syncs) +
                                     " syncs, " + std::to_string(s.deadlocks) + " deadlocks"}});
}

}  // namespace

int verify(context const& with, arguments const&) {
  auto const findings = store::verify(
      with.db(), {.check_person = {},
                  .progress = [&](std::string_view phase, std::uint64_t done,
                                  std::uint64_t total) { return with.shown.update(phase, done, total, "rows"); }});
  return report_findings(with, findings);
}

int stat(context const& with, arguments const&) {
  store::database_stat const seen = store::stat(with.db());
  if (with.json)
    write_json(with.out, stat_json(seen));
  else
    with.out << stat_text(seen);
  return status::ok;
}

int checkpoint(context const& with, arguments const&) {
  with.db().checkpoint();
  return status::ok;
}

}  // namespace samspil::admin
