#include "session/passwords.hpp"

#include "base/crypto.hpp"
#include "base/date.hpp"

namespace samspil::session {
namespace {

using row = rec::USER_ROW;

constexpr std::size_t length_min = 8;
constexpr std::size_t length_max = 64;

// The letters of ISO-8859-1: a kendeord may hold Danish ones.
bool is_lower(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 0xDF && c != 0xF7); }
bool is_upper(unsigned char c) { return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7); }
bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
bool is_printable(unsigned char c) { return (c >= 0x20 && c <= 0x7E) || c >= 0xA0; }

}  // namespace

std::optional<password_rule> password_fault(std::string_view password) {
  if (password.size() < length_min) return password_rule{"KORT", "shorter than 8 characters"};
  if (password.size() > length_max) return password_rule{"LANG", "longer than 64 characters"};
  if (password.front() == ' ' || password.back() == ' ') return password_rule{"BLNK", "a blank first or last"};
  bool lower = false, upper = false, digit = false, special = false;
  for (char const byte : password) {
    auto const c = static_cast<unsigned char>(byte);
    if (!is_printable(c)) return password_rule{"TEGN", "a character that cannot be printed"};
    if (is_lower(c))
      lower = true;
    else if (is_upper(c))
      upper = true;
    else if (is_digit(c))
      digit = true;
    else
      special = true;
  }
  if (!lower) return password_rule{"LILL", "no lower-case letter"};
  if (!upper) return password_rule{"STOR", "no upper-case letter"};
  if (!digit) return password_rule{"CIFR", "no digit"};
  if (!special) return password_rule{"SPEC", "no special character"};
  return std::nullopt;
}

bool was_used_before(store::user_row const& user, std::string_view password, std::string_view pepper) {
  for (std::size_t i = 0; i < password_history; ++i) {
    std::string_view const hash = codec::trimmed(user(row::PASSWORD_HASH, i));
    if (hash.empty()) break;
    if (crypto::verify_password(password, pepper, hash)) return true;
  }
  return false;
}

void set_password(store::user_row& user, std::string_view password, std::string_view pepper, date business_date,
                  bool one_time) {
  set_password_hash(user, crypto::hash_password(password, pepper), business_date, one_time);
}

void set_password_hash(store::user_row& user, std::string_view hash, date business_date, bool one_time) {
  for (std::size_t i = password_history; i-- > 1;)
    user.set(row::PASSWORD_HASH, i, std::string(user(row::PASSWORD_HASH, i - 1)));
  user.set(row::PASSWORD_HASH, 0, hash)
      .set(row::PASSWORD_EXPIRES, date8(add_days(business_date, password_days)))
      .set(row::ONE_TIME, one_time ? "Y" : " ")
      .set(row::PASSWORD_CHANGED_UTC, 0);
}

std::string one_time_password() {
  // Letters and digits that are not taken for each other on paper.
  constexpr std::string_view lower = "abcdefghijkmnpqrstuvwxyz", upper = "ABCDEFGHJKLMNPQRSTUVWXYZ",
                             digits = "23456789", special = "!#%&+-=?";
  constexpr std::string_view all = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789!#%&+-=?";  // 64
  static_assert(all.size() == 64);
  for (;;) {
    std::string out = crypto::random_bytes(8);
    for (char& c : out) c = all[static_cast<unsigned char>(c) & 63];
    auto const has = [&](std::string_view set) { return out.find_first_of(set) != std::string::npos; };
    if (has(lower) && has(upper) && has(digits) && has(special)) return out;
  }
}

}  // namespace samspil::session
