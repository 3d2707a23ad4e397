// LOGN, in the order of protocol.md: 06, 16, (04,) and then as logon_steps has it.
#include "base/date.hpp"
#include "rec/sams_logn.hpp"
#include "session/access.hpp"
#include "session/closing.hpp"
#include "session/logon_steps.hpp"

namespace samspil::session {
namespace {

using user_record = rec::USER_ROW;
using answer_record = rec::LOGN_SVAR;

std::string text(std::string_view field) { return std::string(codec::trimmed(field)); }

codec::buffer<answer_record> body_of(logon_job const& job, date business) {
  std::string const expires(job.after[user_record::PASSWORD_EXPIRES]);
  auto const last_day = parse_date8(expires);
  int const days_left = last_day ? std::max(0, days_between(business, *last_day)) : 0;
  codec::buffer<answer_record> out;
  out.set(answer_record::SIKKERHEDSGRUPPE, job.after[user_record::SECURITY_GROUP])
      .set(answer_record::MYNKOD, job.after[user_record::MYNKOD])
      .set(answer_record::KENDEORD_UDLOEB, expires)
      .set(answer_record::DAGE_TILBAGE, std::min(days_left, 999))
      .set(answer_record::SIDSTE_LOGON, job.before[user_record::LAST_LOGON])
      .set(answer_record::FEJLEDE_FORSOEG, job.before[user_record::FAILED_ATTEMPTS])
      .set(answer_record::SESSION_UDLOEB, local_digits(job.made->ends).substr(0, 14))
      .set(answer_record::FORRETNINGSDATO, date8(business));
  return out;
}

void tell(exchange& ex, logon_job& job, date business, std::exception_ptr e) {
  if (e) return ex.fail(e);
  if (!job.right) return ex.refuse({1, {}});
  if (!job.made) return ex.refuse(job.wrong, job.language(), job.wrong_text);
  reply out;
  out.token = job.token;
  out.body = body_of(job, business).bytes();
  ex.answer(out);
}

}  // namespace

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
  if (closed) {
    count_stranger(ex->from(), 4);
    return ex->refuse({4, {}});
  }
  auto job = std::make_shared<logon_job>();
  job->from = ex->from();
  job->function = "LOGN";
  job->kundenr = kundenr;
  job->user = text(h[rec::HOVED::BRUGER_ID]);
  job->password = text(body[rec::LOGN_ANMODNING::KENDEORD]);
  job->new_password = text(body[rec::LOGN_ANMODNING::NYT_KENDEORD]);
  job->may = (*customer)[rec::CUSTOMER_ROW::MAY_SAMS] == "Y";
  job->tell = [this, ex](logon_job& done, std::exception_ptr e) { tell(*ex, done, time.business_date(), e); };
  if (!logon_steps{*this}.begin(job)) {
    count_stranger(ex->from(), 8);
    ex->refuse({8, {}});
  }
}

}  // namespace samspil::session
