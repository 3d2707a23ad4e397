// The rules of kendeord (protocol.md, "Passwords"), for LOGN and for the
// administrator's commands.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "store/rows.hpp"

namespace samspil::session {

inline constexpr unsigned password_days = 90;
inline constexpr unsigned wrong_passwords_max = 5;
inline constexpr std::size_t password_history = 24;

/// A rule that is broken.
struct password_rule {
  std::string_view code;     ///< TEXT-CODE of its text (kind KENDEORD)
  std::string_view english;  ///< for the administrator's tool
};
inline constexpr password_rule changed_within_a_day{"DOGN", "changed less than 24 hours ago"};
inline constexpr password_rule used_before{"BRGT", "used before"};

/// What of the rules a password breaks (length, classes of characters, blanks
/// at its ends), nothing when it keeps them. The history is not looked at.
std::optional<password_rule> password_fault(std::string_view password);
/// Whether it is one of the last 24 of this user, the current one included. Costs a hash for each.
bool was_used_before(store::user_row const& user, std::string_view password, std::string_view pepper);
/// Makes it the current password: history, KENDEORD-UDLOEB (business date + 90
/// days), ONE-TIME. PASSWORD-CHANGED-UTC becomes zeros, for an administrator's
/// password may be changed at once; the user's own change sets it afterwards.
/// FAILED-ATTEMPTS is not touched.
void set_password(store::user_row& user, std::string_view password, std::string_view pepper, date business_date,
                  bool one_time);
/// The same with a hash made before (crypto::hash_password), for the writer's thread.
void set_password_hash(store::user_row& user, std::string_view hash, date business_date, bool one_time);
/// Eight characters that keep the rules.
std::string one_time_password();

}  // namespace samspil::session
