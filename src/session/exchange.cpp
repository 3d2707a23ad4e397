// One message under way, and the answers that every function shares.
#include "codec/message_parts.hpp"
#include "rec/sams_meddelelse.hpp"
#include "session/failure.hpp"
#include "session/fejl_text.hpp"
#include "session/service_state.hpp"

namespace samspil::session {

exchange::exchange(service::state& of, request const& asked, peer const& from, completion done)
    : service_(of), header_(asked.header), what_(asked.what), from_(from), done_(std::move(done)) {
  service_.under_way.fetch_add(1);
}

exchange::~exchange() {
  service_.under_way.fetch_sub(1);
  service_.under_way.notify_all();
}

request exchange::asked() const { return {header_, {}, what_}; }

reply exchange::cannot_hold(std::string_view bytes, std::size_t lost) const {
  std::string why;
  if (lost == converted::none) {
    why = service_.text_of(answer_too_long, language_, std::to_string(bytes.size()));
  } else {
    auto const named = codec::name_of_byte(codec::answer_parts(bytes, event_), lost);
    why = service_.text_of(answer_not_in_page, language_, named.record + " " + named.item);
  }
  reply out;
  out.fejlnr = 9;
  out.kvit = 'F';
  out.messages.push_back({9, 'F', "", 0, "", std::move(why)});
  return out;
}

exchange::encoded exchange::encoded_in_page(reply const& what) const {
  encoded out{encode(asked(), what), what.fejlnr, false};
  bool const fits = out.bytes.size() <= from_.answer_length_max;
  if (fits && from_.page == code_page::iso_8859_1) return out;
  converted text = from_latin1(from_.page, out.bytes);
  if (!fits || text.lost != converted::none) {
    reply const other = cannot_hold(out.bytes, text.lost);
    text = from_latin1(from_.page, encode(asked(), other));
    out.fejlnr = other.fejlnr;
    out.is_other = true;
  }
  out.bytes = std::move(text.text);
  return out;
}

void exchange::answer(reply const& what, bool closes) { hand_over(encoded_in_page(what), closes); }

void exchange::hand_over(encoded&& what, bool closes) {
  service_.answers_by_fejlnr[what.fejlnr].fetch_add(1, std::memory_order_relaxed);
  done_({std::move(what.bytes), closes});
}

void exchange::refuse(fejl const& why, std::string_view language, std::string_view text, bool closes) {
  reply out;
  out.fejlnr = why.number;
  out.kvit = 'F';
  std::string said(text);
  if (said.empty()) said = service_.text_of(why.number, language);
  out.messages.push_back({why.number, 'F', std::string(why.felt), 0, "", std::move(said)});
  answer(out, closes);
}

void exchange::fail(std::exception_ptr what) {
  unsigned const number = fejlnr_of(what, "a message");
  try {
    refuse({number, {}}, language_);
  } catch (std::exception const&) {  // the texts cannot be read either
    refuse({number, {}}, "da", "fejl");
  }
}

void exchange::answer_save(fejl const& wrong, rules::messages messages, std::string_view receipt,
                           std::string_view language) {
  if (wrong.number != 0) return refuse(wrong, language);
  reply out;
  out.messages = std::move(messages);
  out.kvit = kvit_of(out.messages);
  if (out.kvit != 'F') out.body = receipt;
  answer(out);
}

void service::state::refuse(logged_on_message const& m, fejl const& why, std::string_view text) {
  reply out;
  out.fejlnr = why.number;
  out.kvit = 'F';
  std::string said(text);
  if (said.empty()) said = text_of(why.number, m.language());
  out.messages.push_back({why.number, 'F', std::string(why.felt), 0, "", std::move(said)});
  auto entry = transaction::audit_of(m.caller, m.asked.what->code, m.reference(), m.dialognr());
  entry.row.set(rec::AUDIT_ROW::OUTCOME, "F").set(rec::AUDIT_ROW::FEJLNR, why.number);
  answer_audited(m.ex, out, std::move(entry));
}

void service::state::answer_audited(exchange_ptr ex, reply const& what, store::audit_entry entry,
                                    std::function<void()> on_failure) {
  // Here and not on the writer's thread, which every save waits for.
  exchange::encoded answer = ex->encoded_in_page(what);
  if (answer.is_other) {
    // Nothing was shown, and nothing may go on from it.
    if (on_failure) on_failure();
    using row = rec::AUDIT_ROW;
    entry.row.set(row::OUTCOME, "F").set(row::FEJLNR, answer.fejlnr).set(row::FIELD_CLASSES, "");
    entry.others.clear();
  }
  auto give = [ex, answer = std::move(answer), on_failure = std::move(on_failure)](std::exception_ptr e) mutable {
    if (!e) return ex->hand_over(std::move(answer));
    if (on_failure) on_failure();
    ex->fail(e);
  };
  write_row(std::move(entry), std::move(give));
}

void service::state::write_row(store::audit_entry entry, store::database::done give) {
  if (how.durable_lookups) return db.audit(std::move(entry), std::move(give));
  // The row follows within the flush of the next batch; what the answer shows
  // must be on disk all the same.
  std::uint64_t const shown = db.shown_sequence();
  if (db.note(std::move(entry))) return db.when_durable(shown, std::move(give));
  give(std::make_exception_ptr(store::busy("the writer's queue is full")));
}

}  // namespace samspil::session
