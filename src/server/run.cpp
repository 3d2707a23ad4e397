#include "server/run.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <thread>

#include "admin/context.hpp"
#include "admin/socket_server.hpp"
#include "base/log.hpp"
#include "base/secrets.hpp"
#include "server/config.hpp"
#include "server/daily_run.hpp"
#include "server/metrics.hpp"
#include "server/process.hpp"
#include "session/service.hpp"
#include "store/database.hpp"

namespace samspil::server {
namespace {

namespace status = admin::status;

/// How long messages in hand may keep a server that was told to end.
constexpr std::chrono::seconds drain_time{30};
/// Descriptors that are not connections: database files, logs, listeners.
constexpr std::size_t other_descriptors = 128;

system_clock clock_of(config const& c) { return c.business_date ? system_clock(*c.business_date) : system_clock(); }

store::options store_options(config const& c, clock const& time) {
  store::options how;
  how.cache_bytes = how.persons_bytes = c.cache_bytes;
  how.time = &time;
  return how;
}

session::options session_options(config const& c) {
  session::options how;
  how.limit = c.session_limits;
  how.durable_lookups = c.durable_lookups;
  how.password_queue_max = c.logons_waiting;
  how.password_threads = std::max(1U, std::thread::hardware_concurrency() / 2);
  return how;
}

std::filesystem::path secrets_directory(config const& c) {
  return c.secrets.empty() ? secrets::default_directory(c.home) : c.secrets;
}

/// A fixed business date never becomes another one: no day begins on which a
/// run would be due, and a test installation wants to see what a command does.
std::string effectuate_at(config const& c) { return c.business_date ? std::string() : c.effectuate_at; }

std::vector<tls_options> tls_of(config const& c) {
  std::vector<tls_options> all;
  for (listener_options const& l : c.listeners) all.push_back(l.tls);
  return all;
}

/// Whether a restart would listen to the same: certificates and who must show one may differ.
bool are_same(std::vector<listener_options> const& a, std::vector<listener_options> const& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](listener_options const& x, listener_options const& y) {
    return x.address == y.address && x.port == y.port && x.wire == y.wire;
  });
}

void warn_of_few_descriptors(config const& c) {
  std::size_t const most = raise_descriptor_limit();
  if (most >= c.socket_limits.connections + other_descriptors) return;
  log::warning("limits.connections is " + std::to_string(c.socket_limits.connections) + ", but this process may open " +
               std::to_string(most) + " files only");
}

void say_ready(server const& s) {
  std::string line = "samspild: ready";
  for (std::string const& address : s.addresses()) line += " " + address;
  line += "\n";
  [[maybe_unused]] auto const n = ::write(STDOUT_FILENO, line.data(), line.size());
  notify_systemd("READY=1");
}

/// Everything that runs, in the order in which it must end from the last to the first.
class daemon {
 public:
  daemon(std::filesystem::path const& file, config const& c)
      : file_(file),
        free_space_(c.free_space),
        time_(clock_of(c)),
        database_(c.home, store_options(c, time_)),
        keys_(secrets::read(secrets_directory(c))),
        service_(database_, time_, keys_.pepper, session_options(c)),
        daily_(database_, time_, effectuate_at(c)),
        admin_(c.home, database_, time_, keys_.pepper, {.live = {&service_, &daily_.totals()}}),
        server_(c.listeners, c.socket_limits, service_),
        home_(c.home),
        listeners_(c.listeners) {
    if (c.metrics_port != 0) {
      metrics_ = std::make_unique<metrics>(c.metrics_address, c.metrics_port, [this] { return counters(); });
    }
  }

  int serve(signals const& pending) {
    look_at_the_disk();
    server_.start();
    ready(true);
    say_ready(server_);
    for (;;) {
      auto const number = pending.wait(next_tick_ - std::min(next_tick_, now()));
      if (number && *number != SIGHUP) return drain();
      if (number) reload();
      tick();
    }
  }

 private:
  static std::chrono::milliseconds now() {
    return std::chrono::ceil<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
  }

  void ready(bool yes) {
    if (metrics_) metrics_->set_ready(yes);
  }

  metrics::page counters() const {
    metrics::page page = server_.counters();
    for (auto& entry : service_.counters()) page.push_back(std::move(entry));
    transaction::effectuation_totals const& runs = daily_.totals();
    page.emplace_back("samspil_effectuated_total", runs.effectuated.load());
    page.emplace_back("samspil_effectuation_failed_total", runs.failed.load());
    page.emplace_back("samspil_effectuation_last_run_seconds", static_cast<std::uint64_t>(runs.last_run.load()));
    page.emplace_back("samspil_writer_queue", database_.queued());
    page.emplace_back("samspil_audit_rows_total", database_.committed_sequence());
    return page;
  }

  // A save that is refused in time is better than a log that cannot be written.
  void look_at_the_disk() {
    std::error_code failed;
    auto const there = std::filesystem::space(database_.home(), failed);
    bool const full = !failed && there.available < free_space_;
    if (full != disk_is_full_)
      log::error(full ? "the disk has less than database.free_space left: saves are refused" : "saves are taken again");
    disk_is_full_ = full;
    service_.refuse_saves(full);
  }

  void tick() {
    if (now() < next_tick_) return;
    next_tick_ = now() + std::chrono::seconds(1);
    look_at_the_disk();
    try {
      daily_.tick();
      service_.tick();
    } catch (std::exception const& e) {
      log::error(std::string("the second's work was not done: ") + e.what());
    }
  }

  // What cannot be used is logged and leaves everything as it is.
  void reload() {
    notify_reloading();
    auto const c = read_config(file_);
    if (!c) {
      log::error("not reloaded: " + c.error().text());
    } else if (c->home != home_ || !are_same(c->listeners, listeners_)) {
      log::error("not reloaded: another home or other listeners need a restart");
    } else {
      service_.set_limits(c->session_limits);
      service_.set_logons_waiting(c->logons_waiting);
      auto const problems = server_.reload(tls_of(*c), c->socket_limits);
      for (std::string const& problem : problems) log::error("the old certificate stays: " + problem);
      log::notice(problems.empty() ? "certificates and limits reloaded" : "limits reloaded");
    }
    notify_systemd("READY=1");
  }

  int drain() {
    daily_.stop();
    ready(false);
    notify_systemd("STOPPING=1");
    if (server_.drain(drain_time)) return status::ok;
    // Nothing can be taken down under an answer that is still owed. The next
    // start recovers, as after any other sudden end.
    log::error("an answer did not come within the time to drain");
    std::_Exit(status::fault);
  }

  std::filesystem::path file_;
  std::uint64_t free_space_;
  system_clock time_;
  store::database database_;
  secrets::keys keys_;
  session::service service_;
  daily_run daily_;
  admin::socket_server admin_;
  server server_;
  std::filesystem::path home_;
  std::vector<listener_options> listeners_;
  std::unique_ptr<metrics> metrics_;
  std::chrono::milliseconds next_tick_{};
  bool disk_is_full_ = false;
};

int fail(int with, std::string const& why) {
  log::error(why);
  return with;
}

}  // namespace

int run(std::filesystem::path const& configuration) {
  forbid_core_dumps();
  signals const pending;
  auto const c = read_config(configuration);
  if (!c) return fail(status::usage, c.error().text());
  if (!set_time_zone(c->time_zone)) {
    return fail(status::usage, configuration.string() + ": business.time_zone: this machine has no " + c->time_zone);
  }
  warn_of_few_descriptors(*c);
  try {
    return daemon(configuration, *c).serve(pending);
  } catch (bad_certificate const& e) {
    return fail(status::usage, e.what());
  } catch (secrets::unusable const& e) {
    return fail(status::usage, e.what());
  } catch (store::wrong_home const& e) {
    return fail(status::usage, std::string(e.what()) + " (samspil init makes one)");
  } catch (std::exception const& e) {
    return fail(status::fault, e.what());
  }
}

}  // namespace samspil::server
