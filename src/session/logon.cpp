// LOGN, in the order of protocol.md: 06, 16, (04,) 01, 18, then with NYT-KENDEORD its
// rules (03), without it 02. The password is hashed away from the network's
// threads; an unknown user, a wrong password and a locked account cost the same
// and get the same answer.
#include "base/crypto.hpp"
#include "base/date.hpp"
#include "base/log.hpp"
#include "rec/sams_logn.hpp"
#include "session/access.hpp"
#include "session/closing.hpp"
#include "session/fejl_text.hpp"
#include "session/passwords.hpp"
#include "session/service_state.hpp"
#include "store/error.hpp"

namespace samspil::session {
namespace {

using audit = rec::AUDIT_ROW;
using user_record = rec::USER_ROW;
using session_record = rec::SESSION_ROW;
using answer_record = rec::LOGN_SVAR;

constexpr std::size_t token_length = 24;
constexpr std::uint64_t failed_max = 999;
constexpr std::string_view refused_logons = "session.refused_logons";

std::string text(std::string_view field) { return std::string(codec::trimmed(field)); }
bool is_set(std::string_view mark) { return mark == "Y"; }

/// One logon from the pool's thread through the writer to its answer.
struct logon_job {
  exchange_ptr ex;
  std::string kundenr;
  std::string user;
  std::string password;
  std::string new_password;
  bool may_sams = false;

  // What the pool found out.
  std::string seen_hash;  ///< that the password was compared with
  bool right = false;
  std::string new_hash;
  fejl wrong{};           ///< besides 01
  std::string wrong_text;

  // What the writer did.
  std::string token;
  store::user_row before;
  codec::buffer<answer_record> body;
  std::shared_ptr<session> made;
  std::vector<std::string> ended;  ///< token hashes

  ~logon_job() {
    crypto::wipe(password);
    crypto::wipe(new_password);
    crypto::wipe(token);
  }
};
using job_ptr = std::shared_ptr<logon_job>;

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

}  // namespace

/// The steps of a logon; the service's state lives until every exchange is over.
struct logon_steps {
  service::state& s;

  void compare(job_ptr const& job) const;
  void judge(logon_job& job, store::user_row const& user) const;
  void write(logon_job& job, store::write_scope& scope) const;
  void write_failure(logon_job& job, store::write_scope& scope, std::optional<store::user_row> user) const;
  void write_success(logon_job& job, store::write_scope& scope, store::user_row user) const;
  void tell(logon_job& job, std::exception_ptr e) const;
};

void service::state::logon(request const& asked, exchange_ptr ex) {
  auto const h = asked.hoved();
  codec::view<rec::LOGN_ANMODNING> const body(asked.body);
  std::string const kundenr(h[rec::HOVED::KUNDENR]);
  bool closed = false;
  auto const customer = db.with_read([&](store::read_scope& scope) {
    closed = closed_since(scope).has_value();
    return scope.customer(kundenr);
  });
  if (!customer || !may_come_from(*customer, ex->from())) {
    unsigned const number = customer ? 16 : 6;
    count_stranger(ex->from(), number);
    return ex->refuse({number, {}});
  }
  if (closed) return ex->refuse({4, {}});
  auto job = std::make_shared<logon_job>();
  job->ex = ex;
  job->kundenr = kundenr;
  job->user = text(h[rec::HOVED::BRUGER_ID]);
  job->password = text(body[rec::LOGN_ANMODNING::KENDEORD]);
  job->new_password = text(body[rec::LOGN_ANMODNING::NYT_KENDEORD]);
  job->may_sams = is_set((*customer)[rec::CUSTOMER_ROW::MAY_SAMS]);
  if (!passwords.submit([this, job] { logon_steps{*this}.compare(job); })) {
    count_stranger(ex->from(), 8);
    ex->refuse({8, {}});
  }
}

void logon_steps::compare(job_ptr const& job) const {
  try {
    auto const user = s.db.with_read([&](store::read_scope& scope) { return scope.user(job->kundenr, job->user); });
    if (user) job->seen_hash = text((*user)(user_record::PASSWORD_HASH, 0));
    job->right = crypto::verify_password(job->password, s.pepper, job->seen_hash) && user &&
                 !is_set((*user)[user_record::LOCKED]);
    if (job->right) judge(*job, *user);
    s.db.submit([steps = *this, job](store::write_scope& scope) { steps.write(*job, scope); },
                [steps = *this, job](std::exception_ptr e) { steps.tell(*job, e); });
  } catch (...) {
    job->ex->fail(std::current_exception());
  }
}

void logon_steps::judge(logon_job& job, store::user_row const& user) const {
  date const business = s.time.business_date();
  if (!job.may_sams || !s.world()->tables().groups.may_log_on(text(user[user_record::SECURITY_GROUP]))) {
    job.wrong = {18, {}};
  } else if (!job.new_password.empty()) {
    auto fault = change_fault(user, job.new_password, business, s.time.now());
    if (!fault && was_used_before(user, job.new_password, s.pepper)) fault = used_before;
    if (fault) {
      job.wrong = {3, {}};
      std::string const language = text(user[user_record::USER_LANGUAGE]);
      auto const around = s.world();
      std::string_view const what = around->tables().codes.find("KENDEORD", fault->code, language);
      job.wrong_text = fejl_text(around->tables(), 3, language, what.empty() ? fault->english : what);
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
    return write_failure(job, scope, user);
  }
  job.before = *user;
  if (job.wrong.number == 0) return write_success(job, scope, *user);
  transaction::caller const who{
      {job.kundenr, job.user, {}, "0000", "da", 0}, job.ex->from().address, job.ex->from().certificate};
  auto entry = transaction::audit_of(who, "LOGN");
  entry.row.set(audit::OUTCOME, "F").set(audit::FEJLNR, job.wrong.number);
  scope.append_audit(entry);
}

void logon_steps::write_failure(logon_job&, store::write_scope& scope, std::optional<store::user_row> user) const {
  // Every failure writes a row of its own, so that none is told by its time.
  auto const before = scope.meta(refused_logons);
  scope.put_meta(refused_logons, std::to_string((before ? codec::number(*before) : 0) + 1));
  if (!user) return;
  std::uint64_t const failed = std::min(codec::number((*user)[user_record::FAILED_ATTEMPTS]) + 1, failed_max);
  if (is_set((*user)[user_record::LOCKED])) return;
  user->set(user_record::FAILED_ATTEMPTS, failed);
  if (failed >= wrong_passwords_max) {
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
  date const business = s.time.business_date();
  job.before = user;
  if (!job.new_hash.empty()) {
    set_password_hash(user, job.new_hash, business, false);
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

  transaction::caller const who{
      {job.kundenr, job.user, {}, "0000", "da", 0}, job.ex->from().address, job.ex->from().certificate};
  auto entry = transaction::audit_of(who, "LOGN");
  if (!job.new_hash.empty()) entry.row.set(audit::NOTE, "kendeord changed");
  auto const mark = scope.append_audit(entry);

  job.token = crypto::random_token(token_length);
  utc_micros const ends = now + s.current_limits().session;
  store::session_row row;
  row.set(session_record::LAYOUT_VERSION, store::layout_version)
      .set(session_record::TOKEN_HASH, crypto::sha256_hex(job.token))
      .set(session_record::KUNDENR, job.kundenr)
      .set(session_record::USER_ID, job.user)
      .set(session_record::SESSION_NUMBER, mark.sequence)
      .set(session_record::LOGON_UTC, utc_digits(now))
      .set(session_record::ENDS_UTC, utc_digits(ends))
      .set(session_record::NET_ADDRESS, std::string_view(job.ex->from().address).substr(0, 45));
  scope.put_session(row);
  job.made = std::make_shared<session>(std::string(row[session_record::TOKEN_HASH]), job.kundenr, job.user, ends);

  std::string const expires(user[user_record::PASSWORD_EXPIRES]);
  auto const last_day = parse_date8(expires);
  int const days_left = last_day ? std::max(0, days_between(business, *last_day)) : 0;
  job.body = {};
  job.body.set(answer_record::SIKKERHEDSGRUPPE, user[user_record::SECURITY_GROUP])
      .set(answer_record::MYNKOD, user[user_record::MYNKOD])
      .set(answer_record::KENDEORD_UDLOEB, expires)
      .set(answer_record::DAGE_TILBAGE, std::min(days_left, 999))
      .set(answer_record::SIDSTE_LOGON, job.before[user_record::LAST_LOGON])
      .set(answer_record::FEJLEDE_FORSOEG, job.before[user_record::FAILED_ATTEMPTS])
      .set(answer_record::SESSION_UDLOEB, local_digits(ends).substr(0, 14))
      .set(answer_record::FORRETNINGSDATO, date8(business));
}

void logon_steps::tell(logon_job& job, std::exception_ptr e) const {
  if (e) return job.ex->fail(e);
  if (job.made) {
    for (std::string const& hash : job.ended) s.sessions.remove(hash);
    s.sessions.add(job.made);
    reply out;
    out.token = job.token;
    out.body = job.body.bytes();
    return job.ex->answer(out, false, true);
  }
  if (!job.right) {
    s.count_stranger(job.ex->from(), 1);
    return job.ex->refuse({1, {}});
  }
  job.ex->refuse(job.wrong, text(job.before[user_record::USER_LANGUAGE]), job.wrong_text);
}

}  // namespace samspil::session
