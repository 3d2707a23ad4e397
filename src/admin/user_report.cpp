#include "admin/user_report.hpp"

#include "admin/encoding.hpp"
#include "admin/report.hpp"

namespace samspil::admin {
namespace {

using user_record = rec::USER_ROW;
using codec::trimmed;

bool is_zeros(std::string_view digits) { return digits.find_first_not_of('0') == std::string_view::npos; }

std::string yes_no(std::string_view mark) { return mark == "Y" ? "yes" : "no"; }

}  // namespace

std::string day_text(std::string_view digits) {
  if (is_zeros(digits)) return "never";
  return std::string(digits.substr(0, 4))
      .append("-")
      .append(digits.substr(4, 2))
      .append("-")
      .append(digits.substr(6, 2));
}

std::string time_text(std::string_view digits) {
  if (is_zeros(digits)) return "never";
  return day_text(digits.substr(0, 8)).append(" ").append(digits.substr(8, 2)).append(":").append(digits.substr(10, 2))
      .append(":").append(digits.substr(12, 2));
}

std::string user_name(store::user_row const& row, bool for_terminal) {
  std::string const id(trimmed(row[user_record::USER_ID]));
  return std::string(row[user_record::KUNDENR]) + "/" + (for_terminal ? to_terminal(id) : id);
}

boost::json::object user_json(store::user_row const& row) {
  return {{"kundenr", row[user_record::KUNDENR]},
          {"user", to_utf8(trimmed(row[user_record::USER_ID]))},
          {"group", to_utf8(trimmed(row[user_record::SECURITY_GROUP]))},
          {"authority", row[user_record::MYNKOD]},
          {"language", trimmed(row[user_record::USER_LANGUAGE])},
          {"locked", row[user_record::LOCKED] == "Y"},
          {"one_time", row[user_record::ONE_TIME] == "Y"},
          {"failed_attempts", codec::number(row[user_record::FAILED_ATTEMPTS])},
          {"password_expires", day_text(row[user_record::PASSWORD_EXPIRES])},
          {"last_logon", time_text(row[user_record::LAST_LOGON])}};
}

std::string user_text(store::user_row const& row) {
  return pairs_text({{"kundenr", std::string(row[user_record::KUNDENR])},
                     {"user", to_terminal(trimmed(row[user_record::USER_ID]))},
                     {"group", to_terminal(trimmed(row[user_record::SECURITY_GROUP]))},
                     {"authority", std::string(row[user_record::MYNKOD])},
                     {"language", std::string(trimmed(row[user_record::USER_LANGUAGE]))},
                     {"locked", yes_no(row[user_record::LOCKED])},
                     {"one-time password", yes_no(row[user_record::ONE_TIME])},
                     {"failed attempts", std::to_string(codec::number(row[user_record::FAILED_ATTEMPTS]))},
                     {"password expires", day_text(row[user_record::PASSWORD_EXPIRES])},
                     {"last logon", time_text(row[user_record::LAST_LOGON])}});
}

}  // namespace samspil::admin
