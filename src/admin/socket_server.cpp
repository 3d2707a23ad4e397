#include "admin/socket_server.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <list>
#include <optional>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <vector>

#include "admin/accounts.hpp"
#include "admin/context.hpp"
#include "admin/descriptor.hpp"
#include "admin/extract_claims.hpp"
#include "admin/socket_address.hpp"
#include "admin/socket_command.hpp"
#include "base/crypto.hpp"
#include "base/log.hpp"
#include "base/thread.hpp"

namespace samspil::admin {
namespace {

/// A request comes at once; a tool that stops reading its answer is let go by its own end.
constexpr timeval request_deadline{10, 0};
/// Without a free descriptor a connection waits so long to be accepted.
constexpr int accept_pause_ms = 100;
/// What commands get to say how they ended when the server ends; then whoever does not read is cut off.
constexpr std::chrono::seconds last_words{5};

[[noreturn]] void throw_errno(std::string const& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

descriptor listen_in(std::filesystem::path const& home, std::optional<gid_t> group) {
  std::filesystem::path const path = socket_path(home);
  std::filesystem::file_status const there = std::filesystem::symlink_status(path);
  if (std::filesystem::exists(there)) {
    if (there.type() != std::filesystem::file_type::socket)
      throw std::runtime_error(path.string() + " is there and is no socket");
    std::filesystem::remove(path);
  }
  descriptor listener(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (!listener) throw_errno("socket");
  // Linux gives the file the mode of the descriptor, so that nobody gets in before chmod.
  if (::fchmod(listener.get(), 0600) != 0) throw_errno("fchmod");
  socket_address const address = address_in(home);
  if (::bind(listener.get(), address.get(), socket_address::size) != 0) throw_errno(path.string());
  if (group) {
    if (::chown(path.c_str(), static_cast<uid_t>(-1), *group) == 0)
      std::filesystem::permissions(path, std::filesystem::perms(0660));
    else
      log::warning("admin.sock: its group cannot be set; only root and the server's own account get in");
  }
  if (::listen(listener.get(), 16) != 0) throw_errno(path.string());
  return listener;
}

}  // namespace

struct socket_server::state {
  struct connection {
    descriptor socket;
    std::stop_source cancel;
    std::atomic<bool> finished = false;
    bool closed_seen = false;
    std::thread worker;
  };

  state(std::filesystem::path const& home_, store::database& db_, clock const& time_, std::string pepper_,
        socket_options const& how_)
      : home(home_), db(db_), time(time_), pepper(std::move(pepper_)), how(how_), group(group_number(how_.group)),
        listener(listen_in(home_, group)), wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (!wake) throw_errno("eventfd");
  }

  std::filesystem::path const home;
  store::database& db;
  clock const& time;
  std::string pepper;
  socket_options const how;
  std::optional<gid_t> const group;
  descriptor const listener;
  descriptor const wake;
  extract_claims extracts;
  std::atomic<bool> stopping = false;
  std::list<connection> connections;  // the acceptor's alone
  bool accept_later = false;          // there was no descriptor left
  std::thread acceptor;

  bool gets_in(uid_t uid) const {
    return uid == 0 || uid == ::geteuid() || (group && is_member(uid, *group));
  }

  void wake_up() const {
    std::uint64_t const one = 1;
    // A full counter wakes just as well.
    [[maybe_unused]] ssize_t const written = ::write(wake.get(), &one, sizeof one);
  }

  void work(connection& c) {
    try {
      ucred peer{};
      socklen_t size = sizeof peer;
      if (::getsockopt(c.socket.get(), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) throw_errno("SO_PEERCRED");
      live_server lent = how.live;
      lent.extracts = &extracts;
      if (gets_in(peer.uid))
        serve_command(c.socket.get(), {home, db, time, pepper, lent}, {account_name(peer.uid)},
                      c.cancel.get_token());
      else
        refuse_command(c.socket.get(), status::refused, "your account may not administer this server");
    } catch (std::exception const& wrong) {
      log::error(std::string("admin.sock: ") + wrong.what());
    }
    ::shutdown(c.socket.get(), SHUT_RDWR);
    c.finished = true;
    wake_up();
  }

  void accept_one() {
    descriptor socket(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
    accept_later = !socket && (errno == EMFILE || errno == ENFILE);
    if (!socket) return;
    ::setsockopt(socket.get(), SOL_SOCKET, SO_RCVTIMEO, &request_deadline, sizeof request_deadline);
    if (connections.size() >= how.commands_max) {
      refuse_command(socket.get(), status::fault, "too many commands at a time; try again");
      return;
    }
    connection& c = connections.emplace_back();
    c.socket = std::move(socket);
    try {
      c.worker = named_thread("command", [this, &c] { work(c); });
    } catch (std::system_error const& wrong) {
      log::error(std::string("admin.sock: ") + wrong.what());
      connections.pop_back();
    }
  }

  /// Joins what has finished; cancels what nobody waits for any more.
  void tidy(std::vector<pollfd> const& seen) {
    for (auto& c : connections)
      for (pollfd const& p : seen)
        if (p.fd == c.socket.get() && (p.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0) {
          c.closed_seen = true;
          c.cancel.request_stop();
        }
    for (auto c = connections.begin(); c != connections.end();) {
      if (!c->finished) {
        ++c;
        continue;
      }
      c->worker.join();
      c = connections.erase(c);
    }
  }

  void serve() {
    while (!stopping) {
      short const accepts = accept_later ? 0 : POLLIN;
      std::vector<pollfd> waits{{listener.get(), accepts, 0}, {wake.get(), POLLIN, 0}};
      for (auto const& c : connections)
        if (!c.closed_seen) waits.push_back({c.socket.get(), POLLRDHUP, 0});
      // Interrupted, it has seen nothing and looks again.
      int const ready = ::poll(waits.data(), waits.size(), accept_later ? accept_pause_ms : -1);
      accept_later = false;
      if (ready < 0) continue;
      std::uint64_t count = 0;
      [[maybe_unused]] ssize_t const taken = ::read(wake.get(), &count, sizeof count);
      tidy(waits);
      if ((waits[0].revents & POLLIN) != 0) accept_one();
    }
    // What a command has to say it may still say: whether it was done, or a password that nobody sees again.
    for (auto& c : connections) {
      c.cancel.request_stop();
      ::shutdown(c.socket.get(), SHUT_RD);
    }
    auto const until = std::chrono::steady_clock::now() + last_words;
    auto const all_finished = [&] {
      return std::all_of(connections.begin(), connections.end(), [](connection const& c) { return c.finished.load(); });
    };
    while (!all_finished() && std::chrono::steady_clock::now() < until)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    for (auto& c : connections) ::shutdown(c.socket.get(), SHUT_RDWR);
    for (auto& c : connections) c.worker.join();
    connections.clear();
  }
};

socket_server::socket_server(std::filesystem::path const& home, store::database& db, clock const& time,
                             std::string pepper, socket_options const& how)
    : state_(std::make_unique<state>(home, db, time, std::move(pepper), how)) {
  state_->acceptor = named_thread("commands", [s = state_.get()] { s->serve(); });
}

socket_server::~socket_server() {
  state_->stopping = true;
  state_->wake_up();
  state_->acceptor.join();
  std::error_code ignored;
  std::filesystem::remove(socket_path(state_->home), ignored);
  crypto::wipe(state_->pepper);
}

}  // namespace samspil::admin
