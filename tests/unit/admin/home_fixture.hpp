// A home on disk that the tool works on, with or without a server there.
#pragma once

#include <unistd.h>

#include <fstream>
#include <functional>
#include <initializer_list>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "admin/accounts.hpp"
#include "admin/socket_server.hpp"
#include "admin/tool.hpp"
#include "base/secrets.hpp"
#include "store/database.hpp"
#include "support/fake_clock.hpp"
#include "support/home_copy.hpp"
#include "support/small_register.hpp"
#include "support/temporary.hpp"

namespace samspil::test {

struct outcome {
  int exit_status;
  std::string out;
  std::string err;
  bool operator==(outcome const&) const = default;
};

inline std::ostream& operator<<(std::ostream& to, outcome const& o) {
  return to << "exit " << o.exit_status << "\n--- out\n" << o.out << "--- err\n" << o.err;
}

class home_fixture {
 public:
  /// `filled`: samspil init has been run, and the small register's persons, roads and authorities are there.
  explicit home_fixture(bool filled = true) {
    if (filled) copy_home(filled_home(), home());
  }

  std::filesystem::path home() const { return directory_.path() / "home"; }
  std::filesystem::path file(std::string_view name, std::string_view bytes) const {
    std::filesystem::path const path = directory_.path() / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  /// Runs a command line as the tool does.
  outcome run(std::vector<std::string> const& words, std::string const& input = {},
              std::string const& actor = "tester") {
    std::istringstream in(input);
    std::ostringstream out, err;
    int const exit_status = admin::run_tool(
        words,
        {.home = home().string(), .time = clock, .who = {actor}, .in = in, .out = out, .err = err, .columns = 0});
    return {exit_status, out.str(), err.str()};
  }
  /// The same, and throws when its exit status is not 0: for what a test needs but does not test.
  std::string must(std::vector<std::string> const& words, std::string const& input = {}) {
    outcome const seen = run(words, input);
    if (seen.exit_status != 0) throw std::runtime_error(words.front() + ": " + seen.err);
    return seen.out;
  }

  /// From now on a server owns the database.
  /// `lend` may make what the server lends besides the database.
  void start_server(admin::socket_options how = {},
                    std::function<admin::live_server(store::database&)> const& lend = {}) {
    database_ = std::make_unique<store::database>(home(), store::options{.cache_bytes = 8 << 20, .time = &clock});
    if (lend) how.live = lend(*database_);
    server_ = std::make_unique<admin::socket_server>(
        home(), *database_, clock, secrets::read(secrets::default_directory(home())).pepper, how);
  }
  void stop_server() {
    stop_socket();
    database_.reset();
  }
  void stop_socket() { server_.reset(); }
  store::database& server_database() { return *database_; }

  /// Reads the database while nobody else has it.
  template <class F>
  auto look(F&& f) {
    if (database_) return database_->with_read(f);
    store::database db(home(), {.cache_bytes = 8 << 20, .time = &clock});
    return db.with_read(f);
  }
  store::user_row user(std::string_view kundenr, std::string_view id) {
    return look([&](store::read_scope& scope) { return scope.user(kundenr, id).value(); });
  }
  /// `actor function outcome pnr note` of the last `count` audit rows, newest last, one a line.
  std::string last_audit(std::size_t count = 1) {
    return look([&](store::read_scope& scope) {
      using row = rec::AUDIT_ROW;
      std::vector<std::string> lines;
      scope.each_audit(1, 999'999'999, [&](store::audit_row const& r) {
        std::string line;
        for (auto const part : {r.head[row::ACTOR], r.head[row::FUNCTION_NAME], r.head[row::OUTCOME], r.head[row::PNR],
                                r.head[row::NOTE]})
          if (auto const text = codec::trimmed(part); !text.empty()) line.append(line.empty() ? "" : "|").append(text);
        lines.push_back(line);
        return true;
      });
      std::string text;
      for (std::size_t i = lines.size() - std::min(count, lines.size()); i < lines.size(); ++i) text += lines[i] + "\n";
      return text;
    });
  }
  /// A new customer with the user MEYER (KOMMUNE 0101, password Rigtig1!); its KUNDENR, four digits.
  std::string add_customer_and_user() {
    std::string const kundenr = std::to_string(++last_customer_);
    must({"customer", "add", "--kundenr", kundenr, "--name", "Kommunen"});
    must({"user", "add", "--kundenr", kundenr, "--user", "MEYER", "--group", "KOMMUNE", "--authority", "0101",
          "--password-stdin"},
         "Rigtig1!\n");
    return kundenr;
  }

  /// Changes the database, as a running program of the product would.
  template <class F>
  void change(F&& f) {
    if (database_) return database_->write(f);
    store::database db(home(), {.cache_bytes = 8 << 20, .time = &clock});
    db.write(f);
  }

  fake_clock clock;

 private:
  /// Made by the first fixture that needs it.
  static std::filesystem::path filled_home();
  void fill() {
    must({"init"});
    store::database db(home(), {.cache_bytes = 8 << 20, .time = &clock});
    fill_reference(db);
    fill_persons(db);
    db.wait_for_persons();
  }

  temporary_directory directory_{scratch_place()};
  unsigned last_customer_ = 1000;
  std::unique_ptr<store::database> database_;
  std::unique_ptr<admin::socket_server> server_;
};

/// Who acts over the socket: the kernel names this process's account.
inline std::string me() { return admin::account_name(::getuid()); }

/// One home with a server on it, for all tests that neither need their own nor
/// change what others look at. Opening a database takes longer than most tests.
/// It is closed when the last test is done (home_fixture.cpp), not among the
/// objects of the program's end.
home_fixture& running_home();

}  // namespace samspil::test
