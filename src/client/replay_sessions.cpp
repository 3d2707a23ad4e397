#include "client/replay_sessions.hpp"

#include <algorithm>
#include <stdexcept>

#include "rec/direkte.hpp"
#include "rec/sams_logn.hpp"

namespace samspil::client::replay {
namespace {

std::string key_of(target const& to) { return to.kundenr + " " + to.user; }

}  // namespace

sessions::sessions(std::vector<script> const& scripts, std::vector<secrets> passwords)
    : passwords_(std::move(passwords)) {
  if (passwords_.empty()) passwords_.emplace_back();
  for (script const& each : scripts)
    for (target const& to : each.targets)
      if (!to.user.empty()) order_.try_emplace(key_of(to), order_.size());
}

secrets const& sessions::of(target const& to) const {
  auto const found = order_.find(key_of(to));
  std::size_t const at = found == order_.end() ? 0 : found->second;
  return passwords_[std::min(at, passwords_.size() - 1)];
}

result<std::string, logon_error> sessions::token(target const& to, exchange const& over) {
  std::lock_guard const lock(mutex_);
  if (auto const found = std::ranges::find(open_, to, &session::at); found != open_.end()) return found->token;
  std::string const who = "logon as " + key_of(to);
  if (of(to).password.size() > rec::LOGN_ANMODNING::KENDEORD.width) return logon_error(who, "password too long");
  codec::buffer<rec::LOGN_ANMODNING> body;
  body.set(rec::LOGN_ANMODNING::KENDEORD, of(to).password);
  dialogue_client const client(over, to.kundenr, to.user);
  auto const got = answer::read(over(client.prepare("LOGN").body(body.bytes()).bytes()));
  if (!got) return logon_error(who, got.error().text());
  if (!got->accepted()) return logon_error(who, "refused with FEJLNR " + std::string(got->fejlnr()));
  open_.push_back({to, std::string(got->hoved()[rec::HOVED::TOKEN])});
  return open_.back().token;
}

result<std::string, logon_error> sessions::direkte_token(target const& to, std::string_view function,
                                                         exchange const& over) {
  using rec::DIREKTE_LOGON;
  using rec::DIREKTE_SVAR;
  std::lock_guard const lock(mutex_);
  auto const found = std::ranges::find(direkte_, to, &session::at);
  if (found != direkte_.end()) return found->token;
  std::string const who = std::string(function) + " logon as " + key_of(to);
  if (of(to).password.size() > DIREKTE_LOGON::KENDEORD.width) return logon_error(who, "password too long");
  codec::buffer<DIREKTE_LOGON> asked;
  asked.set(DIREKTE_LOGON::CPRTRANS, function)
      .set(DIREKTE_LOGON::KOMMA, ",")
      .set(DIREKTE_LOGON::KUNDENR, to.kundenr)
      .set(DIREKTE_LOGON::ABON_TYPE, "9")
      .set(DIREKTE_LOGON::DATA_TYPE, "0")
      .set(DIREKTE_LOGON::BRUGER_ID, to.user)
      .set(DIREKTE_LOGON::KENDEORD, of(to).password);
  std::string const came = over(asked.bytes());
  if (came.size() < DIREKTE_SVAR::length) return logon_error(who, "closed without an answer");
  codec::view<DIREKTE_SVAR> const head(came);
  if (head[DIREKTE_SVAR::FEJLNR] != "00")
    return logon_error(who, "refused with FEJLNR " + std::string(head[DIREKTE_SVAR::FEJLNR]));
  direkte_.push_back({to, std::string(head[DIREKTE_SVAR::TOKEN])});
  return direkte_.back().token;
}

void sessions::end(std::function<exchange(target const&)> const& connect) {
  std::lock_guard const lock(mutex_);
  for (session const& each : open_) {
    try {
      dialogue_client client(connect(each.at), each.at.kundenr, each.at.user);
      client.use_token(each.token);
      client.logoff();
    } catch (std::runtime_error const&) {
      // The session ends by itself when it is idle; the run's result stands.
    }
  }
  open_.clear();
}

}  // namespace samspil::client::replay
