// Password, rights and rules in the order of protocol.md: 01, 18, then with a new
// password its rules (03), without one 02. An unknown user, a wrong password and
// a locked account cost the same and get the same answer.
#include "session/logon_steps.hpp"

#include "base/crypto.hpp"
#include "base/date.hpp"
#include "session/fejl_text.hpp"
#include "session/passwords.hpp"

namespace samspil::session {
namespace {

using audit = rec::AUDIT_ROW;
using user_record = rec::USER_ROW;
using session_record = rec::SESSION_ROW;

constexpr std::size_t sams_token_length = 24;
constexpr std::size_t direkte_token_length = 8;
/// CPR Direkte knows no absolute end.
constexpr std::chrono::hours direkte_life{24 * 3650};
constexpr std::uint64_t failed_max = 999;
constexpr std::string_view refused_logons = "session.refused_logons";

std::string text(std::string_view field) { return std::string(codec::trimmed(field)); }
bool is_set(std::string_view mark) { return mark == "Y"; }

/// What of the rules for a change is broken, the history aside.
std::optional<password_rule> change_fault(store::user_row const& user, std::string_view next, date business,
                                          utc_micros now) {
  if (auto const fault = password_fault(next)) return fault;
  bool const must_change = is_set(user[user_record::ONE_TIME]) || date8(business) > user[user_record::PASSWORD_EXPIRES];
  std::string const changed(user[user_record::PASSWORD_CHANGED_UTC]);
  if (!must_change && changed != std::string(20, '0') && now - from_utc_digits(changed) < std::chrono::hours(24))
    return changed_within_a_day;
  return std::nullopt;
}

bool has_access(logon_job const& job, rules::group_table const& groups, std::string_view group) {
  if (!job.may) return false;
  return job.of == family::sams ? groups.may_log_on(group) : groups.may_use(group, job.function);
}

store::audit_entry entry_of(logon_job const& job) {
  transaction::caller const who{
      {job.kundenr, job.user, {}, "0000", "da", 0}, job.from.address, job.from.certificate};
  auto entry = transaction::audit_of(who, job.function);
  if (job.of == family::direkte) entry.row.set(audit::FIELD_CLASSES, "LOGON");
  return entry;
}

}  // namespace

logon_job::~logon_job() {
  crypto::wipe(password);
  crypto::wipe(new_password);
  crypto::wipe(token);
}

std::string logon_job::language() const { return text(before[user_record::USER_LANGUAGE]); }

bool logon_steps::begin(logon_job_ptr const& job) const {
  return s.passwords.submit([steps = *this, job] { steps.compare(job); });
}

void logon_steps::compare(logon_job_ptr const& job) const {
  try {
    auto const user = s.db.with_read([&](store::read_scope& scope) { return scope.user(job->kundenr, job->user); });
    if (user) job->seen_hash = text((*user)(user_record::PASSWORD_HASH, 0));
    job->right = crypto::verify_password(job->password, s.pepper, job->seen_hash) && user &&
                 !is_set((*user)[user_record::LOCKED]);
    if (job->right) judge(*job, *user);
    s.db.submit([steps = *this, job](store::write_scope& scope) { steps.write(*job, scope); },
                [steps = *this, job](std::exception_ptr e) { steps.finish(*job, e); });
  } catch (...) {
    job->tell(*job, std::current_exception());
  }
}

void logon_steps::judge(logon_job& job, store::user_row const& user) const {
  date const business = s.time.business_date();
  if (!has_access(job, s.world()->tables(business).groups, text(user[user_record::SECURITY_GROUP]))) {
    job.wrong = {18, {}};
  } else if (!job.new_password.empty()) {
    auto fault = change_fault(user, job.new_password, business, s.time.now());
    if (!fault && was_used_before(user, job.new_password, s.pepper)) fault = used_before;
    if (fault) {
      job.wrong = {3, {}};
      std::string const language = text(user[user_record::USER_LANGUAGE]);
      auto const around = s.world();
      std::string_view const what = around->tables(business).codes.find("KENDEORD", fault->code, language);
      job.wrong_text = fejl_text(around->tables(business), 3, language, what.empty() ? fault->english : what);
    } else {
      job.new_hash = crypto::hash_password(job.new_password, s.pepper);
    }
  } else if (is_set(user[user_record::ONE_TIME]) || date8(business) > user[user_record::PASSWORD_EXPIRES]) {
    job.wrong = {2, {}};
  }
}

void logon_steps::write(logon_job& job, store::write_scope& scope) const {
  job.made.reset();
  job.ended.clear();
  auto user = scope.user(job.kundenr, job.user);
  bool const same = user && text((*user)(user_record::PASSWORD_HASH, 0)) == job.seen_hash;
  if (!job.right || !same || is_set((*user)[user_record::LOCKED])) {
    job.right = job.right && same && !is_set((*user)[user_record::LOCKED]);
    return write_failure(scope, user);
  }
  job.before = *user;
  if (job.wrong.number == 0) return write_success(job, scope, *user);
  auto entry = entry_of(job);
  entry.row.set(audit::OUTCOME, "F").set(audit::FEJLNR, job.wrong.number);
  scope.append_audit(entry);
}

void logon_steps::write_failure(store::write_scope& scope, std::optional<store::user_row> user) const {
  // Every failure writes a row of its own, so that none is told by its time.
  auto const before = scope.meta(refused_logons);
  scope.put_meta(refused_logons, std::to_string((before ? codec::number(*before) : 0) + 1));
  if (!user) return;
  std::uint64_t const failed = std::min(codec::number((*user)[user_record::FAILED_ATTEMPTS]) + 1, failed_max);
  if (is_set((*user)[user_record::LOCKED])) return;
  user->set(user_record::FAILED_ATTEMPTS, failed);
  // Every fifth: unlocking does not take back what LOGN-SVAR will tell.
  if (failed % wrong_passwords_max == 0 || failed == failed_max) {
    user->set(user_record::LOCKED, "Y");
    store::audit_entry entry;
    entry.row.set(audit::ACTOR_KIND, "S")
        .set(audit::KUNDENR, (*user)[user_record::KUNDENR])
        .set(audit::ACTOR, (*user)[user_record::USER_ID])
        .set(audit::FUNCTION_NAME, "LOCK")
        .set(audit::OUTCOME, "O")
        .set(audit::NOTE, "wrong password five times");
    scope.append_audit(entry);
  }
  scope.put_user(*user);
}

void logon_steps::write_success(logon_job& job, store::write_scope& scope, store::user_row user) const {
  utc_micros const now = s.time.now();
  if (!job.new_hash.empty()) {
    set_password_hash(user, job.new_hash, s.time.business_date(), false);
    user.set(user_record::PASSWORD_CHANGED_UTC, utc_digits(now));
    scope.each_session([&](codec::view<session_record> const& v) {
      if (v[session_record::KUNDENR] == job.kundenr && text(v[session_record::USER_ID]) == job.user)
        job.ended.push_back(text(v[session_record::TOKEN_HASH]));
      return true;
    });
    for (std::string const& hash : job.ended) scope.erase_session(hash);
  }
  user.set(user_record::FAILED_ATTEMPTS, 0).set(user_record::LAST_LOGON, local_digits(now).substr(0, 14));
  scope.put_user(user);
  job.after = user;

  auto entry = entry_of(job);
  if (!job.new_hash.empty()) entry.row.set(audit::NOTE, "kendeord changed");
  auto const mark = scope.append_audit(entry);

  bool const sams = job.of == family::sams;
  job.token = sams ? crypto::random_token(sams_token_length) : crypto::random_letters(direkte_token_length);
  utc_micros const ends = now + (sams ? s.current_limits().session : std::chrono::milliseconds(direkte_life));
  store::session_row row;
  row.set(session_record::LAYOUT_VERSION, store::layout_version)
      .set(session_record::TOKEN_HASH, crypto::sha256_hex(job.token))
      .set(session_record::KUNDENR, job.kundenr)
      .set(session_record::USER_ID, job.user)
      .set(session_record::SESSION_NUMBER, mark.sequence)
      .set(session_record::LOGON_UTC, utc_digits(now))
      .set(session_record::ENDS_UTC, utc_digits(ends))
      .set(session_record::NET_ADDRESS, std::string_view(job.from.address).substr(0, 45))
      .set(session_record::SESSION_KIND, sams ? "S" : "D");
  scope.put_session(row);
  job.made = std::make_shared<session>(row.as_view());
}

void logon_steps::finish(logon_job& job, std::exception_ptr e) const {
  if (!e && job.made) {
    for (std::string const& hash : job.ended) s.sessions.remove(hash);
    s.sessions.add(job.made);
  } else if (!e && !job.right) {
    s.count_stranger(job.from, 1);
  }
  job.tell(job, e);
}

}  // namespace samspil::session
