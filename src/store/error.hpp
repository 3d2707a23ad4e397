// What store throws. A broken machine is an exception, caught once for each
// message (FEJLNR 09); what ends the process instead is in fail_stop.hpp.
#pragma once

#include <stdexcept>
#include <string>

namespace samspil::store {

/// Something is wrong with the database or with how it is used. The text names
/// the table and what was done, never a personnummer, a password or a token.
class error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The home belongs to another process that is running.
class in_use : public error {
 public:
  using error::error;
};

/// There is no database in the home, or there is one already (create).
class wrong_home : public error {
 public:
  using error::error;
};

/// The stored layouts are of another version than this program's.
class wrong_layout : public error {
 public:
  using error::error;
};

/// A lock conflict with another transaction. What was read before it in the
/// same scope is void: open a new scope and try again (database::with_read).
/// Inside submitted work: let it pass, the committer runs the work again.
class conflict : public error {
 public:
  using error::error;
};

/// Something else is going on that must end first: nothing was done, and trying again later helps.
class not_now : public error {
 public:
  using error::error;
};

/// The writer's queue is full: answer 08 (or 67) and let the client try again.
class busy : public error {
 public:
  using error::error;
};

/// The database is closing; nothing was done.
class closed : public error {
 public:
  using error::error;
};

}  // namespace samspil::store
