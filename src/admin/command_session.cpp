// session list and session end. A session is known by its number, which is the
// audit sequence of its logon: a token, or what is made of it, is shown nowhere.
#include <boost/json/object.hpp>

#include <algorithm>
#include <optional>
#include <vector>

#include "admin/encoding.hpp"
#include "admin/functions.hpp"
#include "admin/report.hpp"
#include "admin/user_change.hpp"
#include "admin/user_report.hpp"
#include "session/service.hpp"

namespace samspil::admin {
namespace {

using session_record = rec::SESSION_ROW;
using store::session_row;

/// Whose sessions are asked for; empty members: everybody's.
struct session_filter {
  std::string kundenr;
  std::string user;

  bool fits(codec::view<session_record> row) const {
    return (kundenr.empty() || row[session_record::KUNDENR] == kundenr) &&
           (user.empty() || codec::trimmed(row[session_record::USER_ID]) == user);
  }
};

value_result<session_filter> sessions_asked_for(arguments const& given) {
  session_filter out;
  if (given.has("--kundenr")) {
    auto const kundenr = kundenr_value(given.value("--kundenr"));
    if (!kundenr) return kundenr.error();
    out.kundenr = *kundenr;
  }
  if (given.has("--user")) {
    auto const user = user_id_value(given.value("--user"));
    if (!user) return user.error();
    out.user = *user;
  }
  return out;
}

/// Those that have not reached their end, in the order of their logons.
std::vector<session_row> sessions_of(context const& with, session_filter const& filter) {
  std::string const now = utc_digits(with.time.now());
  auto rows = with.db().with_read([&](store::read_scope const& scope) {
    std::vector<session_row> found;
    scope.each_session([&](codec::view<session_record> row) {
      if (row[session_record::ENDS_UTC] > now && filter.fits(row)) found.emplace_back(row.bytes());
      return true;
    });
    return found;
  });
  std::sort(rows.begin(), rows.end(), [](session_row const& a, session_row const& b) {
    return a[session_record::SESSION_NUMBER] < b[session_record::SESSION_NUMBER];
  });
  return rows;
}

std::string local_time(std::string_view utc) { return time_text(local_digits(from_utc_digits(std::string(utc)))); }

std::optional<std::string> last_message(context const& with, session_row const& row) {
  if (with.live.sessions == nullptr) return std::nullopt;
  auto const at = with.live.sessions->last_message(row[session_record::TOKEN_HASH]);
  if (!at) return std::nullopt;
  return time_text(local_digits(*at));
}

std::uint64_t number_of(codec::view<session_record> row) { return codec::number(row[session_record::SESSION_NUMBER]); }

bool is_direkte(session_row const& row) { return row[session_record::SESSION_KIND] == "D"; }
std::string_view family_of(session_row const& row) { return is_direkte(row) ? "DIREKTE" : "SAMS"; }

boost::json::object session_json(context const& with, session_row const& row) {
  boost::json::object out{{"session", number_of(row.as_view())},
                          {"kundenr", row[session_record::KUNDENR]},
                          {"user", to_utf8(codec::trimmed(row[session_record::USER_ID]))},
                          {"family", family_of(row)},
                          {"since", local_time(row[session_record::LOGON_UTC])},
                          {"last_message", nullptr},
                          {"ends", nullptr},
                          {"address", codec::trimmed(row[session_record::NET_ADDRESS])}};
  if (!is_direkte(row)) out["ends"] = local_time(row[session_record::ENDS_UTC]);
  if (auto const last = last_message(with, row)) out["last_message"] = *last;
  return out;
}

/// What `session end` was told to end: one by its number, or all of a user's.
struct wanted {
  std::uint64_t number = 0;
  user_key user;

  std::string note() const { return number != 0 ? "session " + std::to_string(number) : note_of(user); }
};

value_result<wanted> wanted_of(arguments const& given) {
  bool const by_user = given.has("--kundenr") || given.has("--user");
  if (by_user == given.has("SESSION")) return wrong_value("session end", "expected SESSION, or --kundenr and --user");
  wanted out;
  if (by_user) {
    auto const key = user_key_of(given);
    if (!key) return key.error();
    out.user = *key;
    return out;
  }
  auto const number = number_value("SESSION", given.value("SESSION"), 1, 999'999'999'999'999);
  if (!number) return number.error();
  out.number = *number;
  return out;
}

/// Erases the session of that number; its user's key, nothing when there is none.
std::optional<user_key> end_session(store::write_scope& scope, std::uint64_t number) {
  std::optional<session_row> found;
  scope.each_session([&](codec::view<session_record> row) {
    if (number_of(row) != number) return true;
    found.emplace(row.bytes());
    return false;
  });
  if (!found) return std::nullopt;
  scope.erase_session((*found)[session_record::TOKEN_HASH]);
  return user_key{std::string((*found)[session_record::KUNDENR]),
                  std::string(codec::trimmed((*found)[session_record::USER_ID]))};
}

}  // namespace

int session_list(context const& with, arguments const& given) {
  auto const filter = sessions_asked_for(given);
  if (!filter) return fail(with, status::usage, filter.error().text);
  auto const rows = sessions_of(with, *filter);
  if (with.json) {
    json_list list(with.out);
    for (session_row const& row : rows) list.add(session_json(with, row));
    return status::ok;
  }
  columns table({"SESSION", "KUNDENR", "USER", "FAMILY", "SINCE", "LAST MESSAGE", "ENDS", "ADDRESS"});
  for (session_row const& row : rows)
    table.add({std::to_string(number_of(row.as_view())), std::string(row[session_record::KUNDENR]),
               to_terminal(codec::trimmed(row[session_record::USER_ID])), std::string(family_of(row)),
               local_time(row[session_record::LOGON_UTC]), last_message(with, row).value_or("not known"),
               is_direkte(row) ? "idle for 30 minutes" : local_time(row[session_record::ENDS_UTC]),
               to_terminal(codec::trimmed(row[session_record::NET_ADDRESS]))});
  with.out << table.text();
  return status::ok;
}

int session_end(context const& with, arguments const& given) {
  auto const what = wanted_of(given);
  if (!what) return fail(with, status::usage, what.error().text);
  std::uint64_t ended = 0;
  with.db().write([&](store::write_scope& scope) {
    std::string note = what->note();
    if (what->number == 0) {
      ended = end_sessions(scope, what->user);
    } else {
      auto const whose = end_session(scope, what->number);
      ended = whose ? 1 : 0;
      if (whose) note += " of " + note_of(*whose);
    }
    if (ended != 0) scope.append_audit(audit_entry_of(with, note));
  });
  if (ended == 0) {
    std::string const whose = what->number != 0 ? "no session " + std::to_string(what->number)
                                                : "no session of user " + to_terminal(what->user.id) +
                                                      " of customer " + what->user.kundenr;
    return refuse(with, whose, what->note());
  }
  if (with.json)
    write_json(with.out, boost::json::object{{"ended", ended}});
  else
    with.out << pairs_text({{"ended", std::to_string(ended)}});
  return status::ok;
}

}  // namespace samspil::admin
