// A service on the small register, and the dialogue a provider leads with it.
#pragma once

#include <atomic>
#include <latch>
#include <memory>
#include <thread>

#include "record/person.hpp"
#include "session/service.hpp"
#include "store/error.hpp"
#include "support/sams.hpp"
#include "support/small_register.hpp"

namespace samspil::test {

/// The writer stands still as long as this lives.
class held_writer {
 public:
  explicit held_writer(store::database& db) : db_(db) {
    auto const held = std::make_shared<std::latch>(1);
    db_.submit(
        [held, open = open_](store::write_scope&) {
          if (!held->try_wait()) held->count_down();
          open->wait();
        },
        [](std::exception_ptr) {});
    held->wait();
  }
  held_writer(held_writer const&) = delete;
  held_writer& operator=(held_writer const&) = delete;
  ~held_writer() { open_->count_down(); }

 private:
  store::database& db_;
  std::shared_ptr<std::latch> const open_ = std::make_shared<std::latch>(1);
};

/// The writer has written the person as he is and stands still before it commits: who reads the row waits. It may
/// have to do with the queue first.
class held_row {
 public:
  held_row(store::database& db, std::string_view pnr) {
    db.submit([this, pnr](store::write_scope& scope) {
      scope.put_person(pnr, *scope.person(pnr));
      if (!written_.try_wait()) written_.count_down();
      open_.wait();
    }, [this](std::exception_ptr) { told_.count_down(); });
  }
  held_row(held_row const&) = delete;
  held_row& operator=(held_row const&) = delete;
  ~held_row() {
    release();
    told_.wait();
  }
  /// Until the row is written.
  void wait() { written_.wait(); }
  void release() {
    if (!open_.try_wait()) open_.count_down();
  }

 private:
  std::latch written_{1};
  std::latch open_{1};
  std::latch told_{1};
};

/// A writer that stands still before a full queue: what is given to it gets store::busy. It has done with the queue
/// when this is gone.
class full_queue {
 public:
  explicit full_queue(store::database& db) : db_(db), held_(std::make_unique<held_writer>(db)) {
    auto const full = std::make_shared<std::atomic<bool>>(false);
    while (!*full)
      db_.submit([](store::write_scope&) {}, [full](std::exception_ptr e) {
        if (e) *full = true;
      });
  }
  ~full_queue() {
    held_.reset();
    while (db_.queued() != 0) std::this_thread::yield();
  }

 private:
  store::database& db_;
  std::unique_ptr<held_writer> held_;
};

struct provider {
  explicit provider(bool in_memory = true, session::options how_ = {}) : reg(in_memory), how(how_) { start(); }

  void start() { service = std::make_unique<session::service>(reg.db(), reg.clock, std::string(pepper), how); }
  /// The service anew on the database as it stands.
  void restart_in_memory() {
    service.reset();
    start();
  }
  /// As after an end of the process: only the files stay.
  void restart() {
    service.reset();
    reg.reopen();
    start();
  }

  reply_seen send(std::string_view funktion, header_fields const& f, std::string_view body = {}) {
    return ask(*service, request(funktion, f, body));
  }
  reply_seen logon(std::string const& user = "KOMM01", std::string_view password = right_password,
                   std::string_view next = {}, std::string const& kundenr = "1234") {
    header_fields f{kundenr, user};
    return send("LOGN", f, logon_body(password, next));
  }
  /// Logs on and gives the header fields of what follows.
  header_fields logged_on(std::string const& user = "KOMM01") {
    auto const answer = logon(user);
    return {"1234", user, std::string(codec::trimmed(answer[rec::HOVED::TOKEN]))};
  }
  reply_seen init(header_fields& f, std::string_view pnr, std::string_view komkod = "0101",
                  std::string_view hdto = "20260309") {
    auto const answer = send("INIT", f, init_body(pnr, hdto, komkod));
    f.dialognr = answer.dialognr();
    return answer;
  }
  /// INIT and VALI of a move that holds.
  header_fields validated(header_fields f, std::string_view pnr, std::string_view husnr = "005",
                          std::vector<std::string_view> with = {}) {
    init(f, pnr);
    send("VALI", f, fly_body("1000", husnr, with));
    return f;
  }
  reply_seen save(header_fields f, std::string const& reference) {
    f.reference = reference;
    return send("GEMH", f);
  }

  /// The person as the register has it.
  record::person stored(std::string_view pnr) { return record::person::trusted(reg.db().read().person(pnr)->records); }

  small_register reg;
  session::options how;
  std::unique_ptr<session::service> service;
};

}  // namespace samspil::test
