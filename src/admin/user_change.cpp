#include "admin/user_change.hpp"

#include <boost/json/object.hpp>

#include <set>
#include <vector>

#include "admin/encoding.hpp"
#include "admin/report.hpp"
#include "admin/user_report.hpp"
#include "base/crypto.hpp"
#include "session/passwords.hpp"
#include "transaction/table_versions.hpp"

namespace samspil::admin {
namespace {

using user_record = rec::USER_ROW;

}  // namespace

new_password::~new_password() { crypto::wipe(clear); }

value_result<user_key> user_key_of(arguments const& given) {
  auto kundenr = kundenr_value(given.value("--kundenr"));
  if (!kundenr) return kundenr.error();
  auto id = user_id_value(given.value("--user"));
  if (!id) return id.error();
  return user_key{*kundenr, *id};
}

std::string note_of(user_key const& key) { return "kundenr " + key.kundenr + " user " + key.id; }

std::string no_user(user_key const& key) { return "no user " + to_terminal(key.id) + " of customer " + key.kundenr; }

value_result<new_password> password_of(context const& with, arguments const& given) {
  if (!given.has("--password-stdin")) return new_password{session::one_time_password(), true};
  auto clear = to_latin1(with.input_line);
  if (!clear) return wrong_value("the password on standard input", "expected characters of ISO-8859-1, given as UTF-8");
  if (auto const fault = session::password_fault(*clear)) {
    crypto::wipe(*clear);
    return wrong_value("the password on standard input breaks the rules", fault->english);
  }
  return new_password{*std::move(clear), false};
}

void print_password(context const& with, user_key const& key, new_password const& password) {
  if (!password.one_time) return;
  if (with.json)
    write_json(with.out, boost::json::object{
                             {"kundenr", key.kundenr}, {"user", to_utf8(key.id)}, {"password", password.clear}});
  else
    with.out << password.clear << '\n';
}

std::string missing_group(store::read_scope const& scope, std::string_view group, date business_date) {
  std::string const today = date8(business_date);
  auto const all = transaction::table_versions(scope, store::reference::groups);
  std::set<std::string, std::less<>> days{today};
  for (transaction::table_version const& one : all)
    if (!one.withdrawn && one.from > today) days.insert(one.from);
  for (std::string const& day : days) {
    if (transaction::groups_in_force(scope, *parse_date8(day)).knows(group)) continue;
    return "no group " + to_terminal(group) + (day == today ? "" : " from " + day_text(day) + " on");
  }
  return {};
}

value_result<store::user_row> with_rights(store::user_row row, arguments const& given) {
  if (given.has("--group")) {
    auto const group = text_value("--group", given.value("--group"), user_record::SECURITY_GROUP.width);
    if (!group) return group.error();
    row.set(user_record::SECURITY_GROUP, *group);
  }
  if (given.has("--authority")) {
    auto const authority = digits_value("--authority", given.value("--authority"), user_record::MYNKOD.width);
    if (!authority) return authority.error();
    row.set(user_record::MYNKOD, *authority);
  }
  if (given.has("--language")) {
    std::string_view const language = given.value("--language");
    if (language != "da" && language != "en") return wrong_value("--language", "expected da or en");
    row.set(user_record::USER_LANGUAGE, language);
  }
  return row;
}

std::uint64_t end_sessions(store::write_scope& scope, user_key const& key) {
  using session = rec::SESSION_ROW;
  std::vector<std::string> tokens;
  scope.each_session([&](codec::view<session> row) {
    if (row[session::KUNDENR] == key.kundenr && codec::trimmed(row[session::USER_ID]) == key.id)
      tokens.emplace_back(row[session::TOKEN_HASH]);
    return true;
  });
  for (std::string const& token : tokens) scope.erase_session(token);
  return tokens.size();
}

int change_user(context const& with, arguments const& given, bool ends_sessions,
                std::function<void(store::user_row&, store::audit_mark const&)> const& change) {
  auto const key = user_key_of(given);
  if (!key) return fail(with, status::usage, key.error().text);
  bool found = false;
  with.db().write([&](store::write_scope& scope) {
    auto row = scope.user(key->kundenr, key->id);
    found = row.has_value();
    if (!found) return;
    auto const mark = scope.append_audit(audit_entry_of(with, note_of(*key)));
    change(*row, mark);
    scope.put_user(*row);
    if (ends_sessions) end_sessions(scope, *key);
  });
  return found ? status::ok : refuse(with, no_user(*key), note_of(*key));
}

}  // namespace samspil::admin
