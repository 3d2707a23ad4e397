#include "client/dialogue_client.hpp"

#include <stdexcept>

#include "rec/sams_init.hpp"
#include "rec/sams_logn.hpp"
#include "rec/sams_stat.hpp"

namespace samspil::client {

using rec::HOVED;

dialogue_client::dialogue_client(exchange over, std::string kundenr, std::string user)
    : over_(std::move(over)), kundenr_(std::move(kundenr)), user_(std::move(user)) {}

request dialogue_client::prepare(std::string_view function) const {
  request out(function);
  out.hoved().set(HOVED::KUNDENR, kundenr_).set(HOVED::BRUGER_ID, user_);
  if (function == "LOGN") return out;
  out.hoved().set(HOVED::TOKEN, token_);
  if (function != "INIT") out.hoved().set(HOVED::DIALOGNR, dialogue_);
  return out;
}

answer dialogue_client::send(request const& message) {
  auto got = answer::read(over_(message.bytes()));
  if (!got) throw std::runtime_error(got.error().text());
  return std::move(*got);
}

answer dialogue_client::logon(std::string_view password, std::string_view new_password) {
  codec::buffer<rec::LOGN_ANMODNING> body;
  body.set(rec::LOGN_ANMODNING::KENDEORD, password).set(rec::LOGN_ANMODNING::NYT_KENDEORD, new_password);
  answer out = send(prepare("LOGN").body(body.bytes()));
  if (out.fejlnr() == "00") token_ = out.hoved()[HOVED::TOKEN];
  return out;
}

answer dialogue_client::logoff() { return send(prepare("LOGF")); }

answer dialogue_client::echo() { return send(prepare("EKKO")); }

answer dialogue_client::init(std::string_view event, std::string_view pnr, std::string_view hdto,
                             std::string_view komkod) {
  using rec::INIT_ANMODNING;
  codec::buffer<INIT_ANMODNING> body;
  body.set(INIT_ANMODNING::HAENDELSE, event).set(INIT_ANMODNING::PNR, pnr);
  body.set(INIT_ANMODNING::HDTO, hdto).set(INIT_ANMODNING::KOMKOD, komkod);
  answer out = send(prepare("INIT").body(body.bytes()));
  if (out.accepted()) dialogue_ = out.hoved()[HOVED::DIALOGNR];
  return out;
}

answer dialogue_client::vali(std::string_view data) { return send(prepare("VALI").body(data)); }

answer dialogue_client::gemh(std::string_view reference) {
  request message = prepare("GEMH");
  message.hoved().set(HOVED::KUNDEREFERENCE, reference);
  return send(message);
}

answer dialogue_client::afbr() { return send(prepare("AFBR")); }

answer dialogue_client::stat(std::string_view reference) {
  codec::buffer<rec::STAT_ANMODNING> body;
  body.set(rec::STAT_ANMODNING::SOEGT_REFERENCE, reference);
  return send(prepare("STAT").body(body.bytes()));
}

}  // namespace samspil::client
