// `samspil init`: a new home.
#pragma once

#include <boost/system/result.hpp>

#include <filesystem>
#include <string>
#include <vector>

#include "admin/actor.hpp"
#include "base/clock.hpp"

namespace samspil::admin {

struct init_error {
  int exit_status;  ///< 8 there is a database already, 16 the machine
  std::string text;
  bool operator==(init_error const&) const = default;
};

[[noreturn]] void throw_exception_from_error(init_error const& e, boost::source_location const&);

/// Makes HOME with database, shipped tables, secrets, certificate and key; gives
/// the names of what was kept because it was there (secrets or a certificate of
/// the operator's). Everything is made in HOME/.init and moved into place, the
/// database last: ended in the middle, init can be run again. Throws
/// std::runtime_error (store::error, filesystem_error) when the machine fails;
/// HOME has no database then.
boost::system::result<std::vector<std::string>, init_error> create_home(std::filesystem::path const& home,
                                                                        actor const& who, clock const& time);

}  // namespace samspil::admin
