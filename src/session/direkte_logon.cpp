// The logon of CPR Direkte: 06, 16, 11, (04,) 01, 18, 02, 03.
#include "session/access.hpp"
#include "session/closing.hpp"
#include "session/direkte.hpp"
#include "session/logon_steps.hpp"

namespace samspil::session {
namespace {

using rec::DIREKTE_LOGON;

void tell(direkte_exchange& ex, logon_job& job, std::exception_ptr e) {
  if (e) return ex.fail(e);
  if (!job.right) return ex.refuse(1);
  if (!job.made) return ex.refuse(job.wrong.number, job.language(), job.wrong_text);
  ex.set_token(job.token);
  ex.answer({});
}

}  // namespace

void service::state::direkte(std::string_view message, peer const& from, completion done) {
  auto const ex = std::make_shared<direkte_exchange>(*this, message, from, std::move(done));
  messages_by_function[ex->function() == "PRIV" ? direkte_priv : direkte_off4].fetch_add(
      1, std::memory_order_relaxed);
  try {
    if (message.size() == DIREKTE_LOGON::length)
      direkte_logon(message, ex);
    else
      direkte_look_up(message, ex);
  } catch (...) {
    ex->fail(std::current_exception());
  }
}

void service::state::direkte_logon(std::string_view message, std::shared_ptr<direkte_exchange> const& ex) {
  codec::view<DIREKTE_LOGON> const asked(message);
  bool closed = false;
  auto const customer = db.with_read([&](store::read_scope& scope) {
    closed = closed_since(scope).has_value();
    return scope.customer(ex->kundenr());
  });
  unsigned wrong = 0;
  if (!customer)
    wrong = 6;
  else if (!may_come_from(*customer, ex->from()))
    wrong = 16;
  else if (asked[DIREKTE_LOGON::DATA_TYPE] != "0")
    wrong = 11;
  else if (closed)
    wrong = 4;
  if (wrong != 0) {
    count_stranger(ex->from(), wrong);
    return ex->refuse(wrong);
  }
  auto job = std::make_shared<logon_job>();
  job->from = ex->from();
  job->function = ex->function();
  job->of = family::direkte;
  job->kundenr = ex->kundenr();
  job->user = ex->user();
  job->password = codec::trimmed(asked[DIREKTE_LOGON::KENDEORD]);
  job->new_password = codec::trimmed(asked[DIREKTE_LOGON::NYT_KENDEORD]);
  job->may = has_transaction(*customer, ex->function());
  job->tell = [ex](logon_job& at_end, std::exception_ptr e) { tell(*ex, at_end, e); };
  if (!logon_steps{*this}.begin(job)) {
    count_stranger(ex->from(), 8);
    ex->refuse(8);
  }
}

bool has_transaction(store::customer_row const& customer, std::string_view function) {
  using row = rec::CUSTOMER_ROW;
  return (function == "PRIV" ? customer[row::MAY_PRIV] : customer[row::MAY_OFF4]) == "Y";
}

}  // namespace samspil::session
