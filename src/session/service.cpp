#include "session/service.hpp"

#include "base/crypto.hpp"
#include "base/log.hpp"
#include "session/direkte.hpp"
#include "session/fejl_text.hpp"
#include "session/service_state.hpp"
#include "store/error.hpp"

namespace samspil::session {

service::state::state(store::database& db_, clock const& time_, std::string pepper_, options how_)
    : db(db_),
      time(time_),
      pepper(std::move(pepper_)),
      how(how_),
      numbers(db_),
      sessions(db_, time_),
      dialogues(time_),
      passwords(how_.password_threads, how_.password_queue_max) {
  set_limits(how.limit);
  static_cast<void>(world());  // a table that cannot be read is found at the start
}

service::service(store::database& db, clock const& time, std::string pepper, options how)
    : state_(std::make_unique<state>(db, time, std::move(pepper), how)) {}

service::~service() {
  // Answers that wait for the disk refer to this object.
  for (std::size_t n = state_->under_way; n != 0; n = state_->under_way) state_->under_way.wait(n);
  for (store::audit_entry& entry : state_->unknown.rows(state_->time.steady(), true))
    state_->db.audit(std::move(entry), [](std::exception_ptr) {});
}

void service::handle(std::string_view message, peer const& from, completion done) {
  state_->handle(message, from, std::move(done));
}

void service::tick() { state_->tick(); }

void service::set_limits(limits const& next) {
  state_->set_limits(next);
}

void service::set_logons_waiting(std::size_t most) { state_->passwords.set_queue_max(most); }

void service::refuse_saves(bool yes) { state_->saves_refused = yes; }

std::size_t service::in_progress() const { return state_->under_way; }

std::optional<utc_micros> service::last_message(std::string_view token_hash) const {
  return state_->sessions.last_message(token_hash);
}

std::vector<std::pair<std::string, std::uint64_t>> service::counters() const {
  std::vector<std::pair<std::string, std::uint64_t>> out;
  for (function const& f : all_functions())
    out.emplace_back("samspil_messages_total{funktion=\"" + std::string(f.code) + "\"}",
                     state_->messages_by_function[static_cast<std::size_t>(f.id)].load());
  for (auto const& [code, at] : {std::pair("PRIV", direkte_priv), {"OFF4", direkte_off4}})
    out.emplace_back("samspil_messages_total{funktion=\"" + std::string(code) + "\"}",
                     state_->messages_by_function[at].load());
  for (std::size_t n = 0; n < state_->answers_by_fejlnr.size(); ++n)
    if (std::uint64_t const times = state_->answers_by_fejlnr[n].load(); times != 0)
      out.emplace_back("samspil_answers_total{fejlnr=\"" + std::to_string(100 + n).substr(1) + "\"}", times);
  out.emplace_back("samspil_saves_refused", state_->saves_refused ? 1 : 0);
  out.emplace_back("samspil_sessions", state_->sessions.size());
  out.emplace_back("samspil_dialogues", state_->dialogues.size());
  out.emplace_back("samspil_messages_in_progress", state_->under_way.load());
  return out;
}

std::string service::state::text_of(unsigned number, std::string_view language, std::string_view value) const {
  return fejl_text(world()->tables(time.business_date()), number, language, value);
}

void service::state::set_limits(limits const& next) {
  std::lock_guard const lock(limits_mutex);
  limit_in_force.store(&all_limits.emplace_back(next), std::memory_order_release);
}

std::shared_ptr<transaction::world const> service::state::world() const {
  return worlds.of(db.glance());
}

void service::state::handle(std::string_view message, peer const& from, completion done) {
  if (from.page == code_page::iso_8859_1) return converse(message, std::nullopt, from, std::move(done));
  converted latin1 = to_latin1(from.page, message);
  converse(latin1.text, first_unreadable(from.page, message, latin1.text), from, std::move(done));
  crypto::wipe(latin1.text);  // it may be a logon
}

void service::state::converse(std::string_view message, std::optional<unreadable_byte> const& lost, peer const& from,
                              completion done) {
  if (is_direkte(message)) return direkte(message, from, std::move(done));
  header_check const checked = check_header(message, from.frame_length);
  auto const ex = std::make_shared<exchange>(*this, checked.parsed, from, std::move(done));
  try {
    if (checked.wrong) {
      count_stranger(from, checked.wrong->number);
      std::string const hint = from.hint.empty() ? "" : text_of(first_bytes, "da", from.hint);
      return ex->refuse(*checked.wrong, "da", hint, checked.closes);
    }
    if (lost && lost->at < header_length) {
      count_stranger(from, lost->wrong.number);
      return ex->refuse(lost->wrong, "da", {}, true);
    }
    dispatch(checked.parsed, ex, lost ? std::optional(lost->wrong) : std::nullopt);
  } catch (...) {
    ex->fail(std::current_exception());
  }
}

void service::state::dispatch(request const& asked, exchange_ptr ex, std::optional<fejl> const& unreadable) {
  function const& f = *asked.what;
  messages_by_function[static_cast<std::size_t>(f.id)].fetch_add(1, std::memory_order_relaxed);
  if (f.id == function_id::logn) {
    if (unreadable) {
      count_stranger(ex->from(), unreadable->number);
      return ex->refuse(*unreadable);
    }
    return logon(asked, std::move(ex));
  }

  auto const h = asked.hoved();
  logged_on_message m{asked, ex, nullptr, {}, current_limits(), nullptr};
  m.who = sessions.find(family::sams, h[rec::HOVED::TOKEN], h[rec::HOVED::KUNDENR], h[rec::HOVED::BRUGER_ID],
                        ex->from(), m.limit);
  if (!m.who) {
    count_stranger(ex->from(), 68);
    return ex->refuse({68, {}});
  }
  auto const rights = m.who->rights_now();
  m.caller.security_version = rights->security_version;
  m.caller.actor = rights->actor;
  ex->speaks(m.caller.actor.language);
  m.caller.address = ex->from().address;
  m.caller.certificate = ex->from().certificate;
  m.around = world();
  if (!rights->may_sams || !m.around->tables(time.business_date()).groups.may_use(m.caller.actor.group, f.code))
    return refuse(m, {18, {}});
  if (f.needs_reference && m.reference().empty()) return refuse(m, {60, rec::HOVED::KUNDEREFERENCE.name});
  // DATA has rules for every character: one that no page holds is outside of every set (message 60). And under a
  // reference the stored receipt, or 66, comes first: decide says it behind them.
  if (unreadable && f.id != function_id::vali && !f.needs_reference) return refuse(m, *unreadable);
  switch (f.id) {
    case function_id::logn: return;
    case function_id::logf: return log_off(m);
    case function_id::ekko: return heartbeat(m);
    case function_id::init: return initiate(m);
    case function_id::vali: return validate(m);
    case function_id::gemh: return save(m);
    case function_id::afbr: return cancel(m);
    case function_id::stat: return status(m);
    case function_id::vlst: return list_waiting(m);
    case function_id::vvis: return show_waiting(m);
    case function_id::vgod: return decide(m, transaction::decision::approve, unreadable);
    case function_id::vafv: return decide(m, transaction::decision::reject, unreadable);
    case function_id::vfor: return decide(m, transaction::decision::withdraw, unreadable);
  }
}

void service::state::tick() {
  limits const& limit = current_limits();
  dialogues.expire_some(limit);
  for (store::audit_entry& entry : unknown.rows(time.steady())) db.audit(std::move(entry), [](std::exception_ptr) {});
  for (auto const& ended : sessions.take_ended(limit))
    db.submit([hash = ended->token_hash](store::write_scope& scope) { scope.erase_session(hash); },
              sessions.erased(ended));
}

}  // namespace samspil::session
