// Accounts and groups of the machine: who is at the other end of a local socket.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

namespace samspil::admin {

/// The account's name, `uid 1234` when there is none of that number.
std::string account_name(uid_t uid);
/// The group's number, nothing when there is no such group.
std::optional<gid_t> group_number(std::string const& name);
/// Whether the account is a member of the group, as its own or as one of its others.
bool is_member(uid_t uid, gid_t group);

}  // namespace samspil::admin
