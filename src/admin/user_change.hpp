// What the user commands have in common: the named user, its password, a change
// with its audit row.
#pragma once

#include <functional>
#include <string>

#include "admin/arguments.hpp"
#include "admin/context.hpp"
#include "admin/values.hpp"

namespace samspil::admin {

/// KUNDENR and id from --kundenr and --user.
struct user_key {
  std::string kundenr;  ///< four digits
  std::string id;       ///< ISO-8859-1
};
value_result<user_key> user_key_of(arguments const& given);
/// `kundenr 0101 user MEYER`, for audit notes.
std::string note_of(user_key const& key);
/// `no user MEYER of customer 0101`.
std::string no_user(user_key const& key);

/// A password to set.
struct new_password {
  std::string clear;  ///< ISO-8859-1; wiped when it goes
  bool one_time;
  ~new_password();
};
/// The first line of standard input with --password-stdin (a password that
/// breaks the rules is an error), else a one-time password.
value_result<new_password> password_of(context const& with, arguments const& given);
/// Prints a one-time password alone on its line, or as JSON; nothing for another.
void print_password(context const& with, user_key const& key, new_password const& password);

/// --group, --authority and --language as the row has them, on top of `row`.
value_result<store::user_row> with_rights(store::user_row row, arguments const& given);
/// "no group KIRKE", "no group KIRKE from 2027-01-01 on": the groups table that is in force, or that of a later start,
/// has not this group. Empty when all of them have it.
std::string missing_group(store::read_scope const& scope, std::string_view group, date business_date);

/// Runs `change` on the named user in one transaction: gives the row as it shall
/// be. With `ends_sessions` its sessions end in the same transaction. Refuses an unknown user.
int change_user(context const& with, arguments const& given, bool ends_sessions,
                std::function<void(store::user_row& row, store::audit_mark const& mark)> const& change);
/// Ends every session of the user; how many.
std::uint64_t end_sessions(store::write_scope& scope, user_key const& key);

}  // namespace samspil::admin
