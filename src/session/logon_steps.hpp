// Internal. A logon on its way from the network through the threads that hash
// passwords and the writer to its answer: the same for LOGN and for CPR Direkte.
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "session/service_state.hpp"

namespace samspil::session {

struct logon_job {
  peer from;
  std::string function;  ///< LOGN, PRIV or OFF4
  family of = family::sams;
  std::string kundenr;
  std::string user;
  std::string password;
  std::string new_password;  ///< empty: no change
  bool may = false;          ///< the customer has the transaction
  /// Gives the answer, on whatever thread: what went wrong, or what follows here.
  std::function<void(logon_job&, std::exception_ptr)> tell;

  // What the pool found out.
  std::string seen_hash;  ///< that the password was compared with
  bool right = false;     ///< user, password and account are in order; else 01
  std::string new_hash;
  fejl wrong{};           ///< besides 01
  std::string wrong_text;

  // What the writer did.
  std::string token;
  store::user_row before;
  store::user_row after;
  std::shared_ptr<session> made;   ///< null when refused
  std::vector<std::string> ended;  ///< token hashes

  ~logon_job();
  std::string language() const;  ///< the user's, once the writer has done
};
using logon_job_ptr = std::shared_ptr<logon_job>;

/// The steps; the service's state lives until every job is over.
struct logon_steps {
  service::state& s;

  /// Compares the password on a thread of the pool and goes on from there; false
  /// when the pool's queue is full.
  bool begin(logon_job_ptr const& job) const;

 private:
  void compare(logon_job_ptr const& job) const;
  void judge(logon_job& job, store::user_row const& user) const;
  void write(logon_job& job, store::write_scope& scope) const;
  void write_failure(store::write_scope& scope, std::optional<store::user_row> user) const;
  void write_success(logon_job& job, store::write_scope& scope, store::user_row user) const;
  void finish(logon_job& job, std::exception_ptr e) const;
};

}  // namespace samspil::session
