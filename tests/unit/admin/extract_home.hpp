// A home whose users report events, with subscriptions and extracts.
#pragma once

#include "home_fixture.hpp"
#include "record/person.hpp"
#include "support/content_of.hpp"
#include "support/events.hpp"

namespace samspil::test {

struct extract_home : home_fixture {
  /// `online`: a server has the database, which saves opening it for each command.
  explicit extract_home(bool online = true) {
    {
      store::database db(home(), {.cache_bytes = 8 << 20, .time = &clock});
      fill_users(db, clock.business_date());
    }
    if (online) start_server();
    must({"customer", "change", "--kundenr", "1234", "--task", "123401"});
  }

  void subscribe(std::initializer_list<std::string_view> persons, std::string const& kundenr = "1234") {
    std::vector<std::string> words{"customer", "subscribe", "--kundenr", kundenr};
    for (auto const pnr : persons) words.emplace_back(pnr);
    must(words);
  }
  /// Saves an event as of the clock's business date; its VENTENR.
  std::uint64_t report(std::string_view pnr, std::string data, std::string_view code = "FLY",
                       std::string_view hdto = "20260309", std::string_view user = "KOMM01") {
    transaction::world_cache worlds;
    std::uint64_t ventenr = 0;
    reported const what{.user = user,
                        .haendelse = code,
                        .pnr = pnr,
                        .hdto = hdto,
                        .data = std::move(data),
                        .reference = "R" + std::to_string(++references_)};
    change([&](store::write_scope& scope) {
      ventenr = save_event(scope, worlds, clock, clock.business_date(), what);
    });
    return ventenr;
  }
  /// The file that `extract` writes to standard output on this business date (yyyy-mm-dd).
  std::string extract(std::string const& day, std::vector<std::string> const& more = {}) {
    std::vector<std::string> words{"extract", "--kundenr", "1234", "--date", day};
    words.insert(words.end(), more.begin(), more.end());
    return must(words);
  }
  std::string records(std::string_view pnr) {
    return look([&](store::read_scope& scope) { return scope.person(pnr).value().records; });
  }
  /// The person's records without 099, a line each.
  std::string lines(std::string_view pnr) {
    std::string out;
    auto const person = record::person::trusted(records(pnr));
    for (auto const record : person.all())
      if (!record.starts_with("099")) out.append(record).append("\n");
    return out;
  }

 private:
  unsigned references_ = 0;
};

inline date const extract_day = *parse_date8("20260310");

/// Subscriptions to Emil, who moved, and Anna, who did not; no server. Extracts go to a file.
struct changed_home : extract_home {
  changed_home() : extract_home(false) {
    subscribe({emil, anna});
    report(emil, move_to("005"));
  }
  std::filesystem::path target() const { return home().parent_path() / "out"; }
  std::filesystem::path half() const { return target().string() + ".tmp"; }
  std::vector<std::string> words(std::string const& date10 = "2026-03-10") const {
    return {"extract", "--kundenr", "1234", "--date", date10, "--out", target().string()};
  }
};

inline std::string begin_line(std::string const& proddto, std::string const& before = "00000000",
                              std::string const& opgavenr = "123401") {
  return "0000000000000" + opgavenr + proddto + before + "\n";
}
inline std::string end_line(std::size_t count) {
  return "9999999999999" + std::to_string(100'000'000 + count).substr(1) + "\n";
}
inline std::string event_line(std::string_view pnr, std::string const& code, std::string const& mark = {},
                              std::string const& time = "202603100900") {
  std::string line = "099" + std::string(pnr) + time + code + mark;
  line.resize(45, ' ');
  return line + "\n";
}
/// A whole file of `lines`.
inline std::string file_of(std::string const& lines, std::string const& proddto,
                           std::string const& before = "00000000") {
  return begin_line(proddto, before) + lines +
         end_line(static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n')));
}

}  // namespace samspil::test
