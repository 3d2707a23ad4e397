#include "admin/accounts.hpp"

#include <grp.h>
#include <pwd.h>

#include <algorithm>
#include <cerrno>
#include <vector>

namespace samspil::admin {
namespace {

struct account {
  std::string name;
  gid_t group;
};

std::optional<account> find_account(uid_t uid) {
  std::vector<char> room(4096);
  passwd entry{};
  passwd* found = nullptr;
  while (::getpwuid_r(uid, &entry, room.data(), room.size(), &found) == ERANGE) room.resize(room.size() * 2);
  if (found == nullptr) return std::nullopt;
  return account{entry.pw_name, entry.pw_gid};
}

}  // namespace

std::string account_name(uid_t uid) {
  auto const found = find_account(uid);
  return found ? found->name : "uid " + std::to_string(uid);
}

std::optional<gid_t> group_number(std::string const& name) {
  std::vector<char> room(4096);
  group entry{};
  group* found = nullptr;
  while (::getgrnam_r(name.c_str(), &entry, room.data(), room.size(), &found) == ERANGE) room.resize(room.size() * 2);
  if (found == nullptr) return std::nullopt;
  return entry.gr_gid;
}

bool is_member(uid_t uid, gid_t wanted) {
  auto const who = find_account(uid);
  if (!who) return false;
  int count = 64;
  std::vector<gid_t> groups(static_cast<std::size_t>(count));
  while (::getgrouplist(who->name.c_str(), who->group, groups.data(), &count) < 0)
    groups.resize(static_cast<std::size_t>(count));
  return std::find(groups.begin(), groups.begin() + count, wanted) != groups.begin() + count;
}

}  // namespace samspil::admin
