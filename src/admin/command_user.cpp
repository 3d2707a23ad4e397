#include <optional>

#include "admin/encoding.hpp"
#include "admin/functions.hpp"
#include "admin/report.hpp"
#include "admin/user_change.hpp"
#include "admin/user_report.hpp"
#include "base/crypto.hpp"
#include "session/passwords.hpp"

namespace samspil::admin {
namespace {

using user_record = rec::USER_ROW;
using store::user_row;

std::string group_refusal(context const& with, store::read_scope const& scope, user_row const& row) {
  return missing_group(scope, codec::trimmed(row[user_record::SECURITY_GROUP]), with.time.business_date());
}

}  // namespace

int user_add(context const& with, arguments const& given) {
  auto const key = user_key_of(given);
  if (!key) return fail(with, status::usage, key.error().text);
  user_row fresh;
  fresh.set(user_record::KUNDENR, key->kundenr)
      .set(user_record::USER_ID, key->id)
      .set(user_record::USER_LANGUAGE, "da");
  auto row = with_rights(fresh, given);
  if (!row) return fail(with, status::usage, row.error().text);
  auto const password = password_of(with, given);
  if (!password) return fail(with, status::usage, password.error().text);
  session::set_password(*row, password->clear, with.pepper, with.time.business_date(), password->one_time);

  std::string refusal;
  with.db().write([&](store::write_scope& scope) {
    refusal.clear();
    if (!scope.customer(key->kundenr))
      refusal = "no customer " + key->kundenr;
    else if (auto const missing = group_refusal(with, scope, *row); !missing.empty())
      refusal = missing;
    else if (scope.user(key->kundenr, key->id))
      refusal = "user " + user_name(*row, true) + " is there already";
    if (!refusal.empty()) return;
    auto const mark = scope.append_audit(audit_entry_of(with, note_of(*key)));
    row->set(user_record::RIGHTS_CHANGED, mark.sequence);
    scope.put_user(*row);
  });
  if (!refusal.empty()) return refuse(with, refusal, note_of(*key));
  print_password(with, *key, *password);
  return status::ok;
}

int user_change(context const& with, arguments const& given) {
  auto const key = user_key_of(given);
  if (!key) return fail(with, status::usage, key.error().text);
  if (auto const checked = with_rights(user_row(), given); !checked)
    return fail(with, status::usage, checked.error().text);
  std::string refusal;
  with.db().write([&](store::write_scope& scope) {
    refusal.clear();
    auto const before = scope.user(key->kundenr, key->id);
    if (!before) {
      refusal = no_user(*key);
      return;
    }
    user_row row = *with_rights(*before, given);
    refusal = group_refusal(with, scope, row);
    if (!refusal.empty()) return;
    auto const mark = scope.append_audit(audit_entry_of(with, note_of(*key)));
    // Another language is no right: a save that VALI approved does not fail for it (7024).
    auto const differs = [&](auto const& field) { return row[field] != (*before)[field]; };
    if (differs(user_record::SECURITY_GROUP) || differs(user_record::MYNKOD))
      row.set(user_record::RIGHTS_CHANGED, mark.sequence);
    scope.put_user(row);
  });
  return refusal.empty() ? status::ok : refuse(with, refusal, note_of(*key));
}

int user_lock(context const& with, arguments const& given) {
  return change_user(with, given, true, [](user_row& row, store::audit_mark const& mark) {
    row.set(user_record::LOCKED, "Y").set(user_record::RIGHTS_CHANGED, mark.sequence);
  });
}

int user_unlock(context const& with, arguments const& given) {
  // Sessions that run have gone on, and their rights are what they were. The attempts stay counted until the next
  // logon tells of them (protocol.md, "LOGN").
  return change_user(with, given, false,
                     [](user_row& row, store::audit_mark const&) { row.set(user_record::LOCKED, ""); });
}

int user_reset(context const& with, arguments const& given) {
  auto const key = user_key_of(given);
  if (!key) return fail(with, status::usage, key.error().text);
  auto const password = password_of(with, given);
  if (!password) return fail(with, status::usage, password.error().text);
  auto const before = with.db().with_read([&](store::read_scope const& s) { return s.user(key->kundenr, key->id); });
  if (!before) return refuse(with, no_user(*key), note_of(*key));
  if (!password->one_time && session::was_used_before(*before, password->clear, with.pepper))
    return fail(with, status::usage, "the password on standard input breaks the rules: one of the last 24");
  // Hashing takes its time and must not keep the writer from other work.
  std::string const hash = crypto::hash_password(password->clear, with.pepper);
  bool locked = false;
  int const done = change_user(with, given, true, [&](user_row& row, store::audit_mark const& mark) {
    session::set_password_hash(row, hash, with.time.business_date(), password->one_time);
    row.set(user_record::RIGHTS_CHANGED, mark.sequence);
    locked = row[user_record::LOCKED] == "Y";
  });
  if (done != status::ok) return done;
  print_password(with, *key, *password);
  if (locked) with.err << "samspil: the user is still locked; `samspil user unlock` lets it in\n";
  return status::ok;
}

int user_delete(context const& with, arguments const& given) {
  auto const key = user_key_of(given);
  if (!key) return fail(with, status::usage, key.error().text);
  bool found = false;
  with.db().write([&](store::write_scope& scope) {
    found = scope.user(key->kundenr, key->id).has_value();
    if (!found) return;
    scope.append_audit(audit_entry_of(with, note_of(*key)));
    scope.erase_user(key->kundenr, key->id);
    end_sessions(scope, *key);
  });
  return found ? status::ok : refuse(with, no_user(*key), note_of(*key));
}

int user_list(context const& with, arguments const& given) {
  std::optional<std::string> only;
  if (given.has("--kundenr")) {
    auto const kundenr = kundenr_value(given.value("--kundenr"));
    if (!kundenr) return fail(with, status::usage, kundenr.error().text);
    only = *kundenr;
  }
  auto const rows = with.db().with_read([&](store::read_scope const& scope) {
    if (only) return scope.users(*only);
    std::vector<user_row> all;
    for (store::customer_row const& customer : scope.customers())
      for (user_row const& row : scope.users(customer[rec::CUSTOMER_ROW::KUNDENR])) all.push_back(row);
    return all;
  });
  if (with.json) {
    json_list list(with.out);
    for (user_row const& row : rows) list.add(user_json(row));
    return status::ok;
  }
  columns table({"KUNDENR", "USER", "GROUP", "AUTHORITY", "LANGUAGE", "LOCKED", "PASSWORD EXPIRES", "LAST LOGON"});
  for (user_row const& row : rows)
    table.add({std::string(row[user_record::KUNDENR]), to_terminal(codec::trimmed(row[user_record::USER_ID])),
               to_terminal(codec::trimmed(row[user_record::SECURITY_GROUP])), std::string(row[user_record::MYNKOD]),
               std::string(row[user_record::USER_LANGUAGE]), row[user_record::LOCKED] == "Y" ? "yes" : "no",
               day_text(row[user_record::PASSWORD_EXPIRES]), time_text(row[user_record::LAST_LOGON])});
  with.out << table.text();
  return status::ok;
}

int user_show(context const& with, arguments const& given) {
  auto const key = user_key_of(given);
  if (!key) return fail(with, status::usage, key.error().text);
  auto const row = with.db().with_read([&](store::read_scope const& s) { return s.user(key->kundenr, key->id); });
  if (!row) return fail(with, status::refused, no_user(*key));
  if (with.json)
    write_json(with.out, user_json(*row));
  else
    with.out << user_text(*row);
  return status::ok;
}

}  // namespace samspil::admin
