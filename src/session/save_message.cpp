// GEMH: once for each reference, whoever asks again and on whatever connection.
#include "rules/checks.hpp"
#include "session/service_state.hpp"
#include "transaction/save.hpp"

namespace samspil::session {
namespace {

using audit = rec::AUDIT_ROW;
using stored_receipt = rec::RECEIPT_ROW;

/// One save on its way through the writer. The writer may run it again after a
/// conflict, so that every result is overwritten each time.
struct save_job {
  transaction::save_request request;
  std::shared_ptr<dialogue> open;  ///< null: unknown, spent, expired or of another session
  bool claimed = false;            ///< this job has spent the dialogue
  fejl wrong{};
  transaction::saved result{};

  /// The content that decides whether it is the same again, if the dialogue has an approved one.
  std::optional<transaction::save_content> content() const {
    if (!open || !open->approved || (open->spent && !claimed)) return std::nullopt;
    return transaction::save_content{open->approved->keys, open->approved->data};
  }
};

void repeat_or_refuse(save_job& job, store::read_scope const& scope, store::receipt_row const& stored) {
  auto const content = job.content();
  std::uint64_t const number = codec::number(job.request.dialognr);
  if (!transaction::is_same_save(scope, stored, number, content ? &*content : nullptr)) {
    job.wrong = {66, rec::HOVED::KUNDEREFERENCE.name};
    return;
  }
  job.result.receipt = transaction::kvittering(stored[stored_receipt::KVITTERING]);
  if (job.open && !job.open->spent) {
    job.open->spent = true;
    job.claimed = true;
  }
}

/// Inside the writer's transaction.
void run(save_job& job, store::write_scope& scope, transaction::world_cache& worlds, clock const& time,
         bool refused) {
  job.wrong = {};
  job.result = {};
  store::audit_entry entry =
      transaction::audit_of(job.request.who, "GEMH", job.request.reference, job.request.dialognr);
  std::unique_lock<std::mutex> lock;
  if (job.open) lock = std::unique_lock(job.open->mutex);
  if (job.claimed) job.open->spent = job.claimed = false;  // by a run that was undone

  if (auto const stored = scope.receipt(job.request.who.actor.kundenr, job.request.reference)) {
    repeat_or_refuse(job, scope, *stored);
    if (job.wrong.number == 0) {
      entry.row.set(audit::PNR, job.result.receipt[rec::KVITTERING::PNR])
          .set(audit::HAENDELSE, job.result.receipt[rec::KVITTERING::HAENDELSE])
          .set(audit::NOTE, "the stored receipt again");
    }
  } else if (!job.open || (job.open->spent && !job.claimed)) {
    job.wrong = {64, rec::HOVED::DIALOGNR.name};
  } else if (!job.open->approved) {
    job.wrong = {65, rec::HOVED::DIALOGNR.name};
  } else if (refused) {
    job.wrong = {9, {}};
  } else {
    job.request.event = *job.open->approved;
    job.request.business_date = time.business_date();
    job.result = transaction::save(scope, *worlds.of(scope), time.now(), job.request);
    job.claimed = job.result.messages.empty();
    job.open->spent = job.claimed;
    return;  // save has written its own row
  }
  if (job.wrong.number != 0) entry.row.set(audit::OUTCOME, "F").set(audit::FEJLNR, job.wrong.number);
  scope.append_audit(entry);
}

}  // namespace

void service::state::save(logged_on_message const& m) {
  auto job = std::make_shared<save_job>();
  job->request.who = m.caller;
  job->request.reference = m.reference();
  job->request.dialognr = m.dialognr();
  job->open = dialogues.find(codec::number(m.dialognr()), *m.who, m.limit);
  db.submit([this, job](store::write_scope& scope) { run(*job, scope, worlds, time, saves_refused); },
            [this, job, ex = m.ex, language = std::string(m.language())](std::exception_ptr e) {
              if (e) {
                if (job->claimed) {
                  std::lock_guard const lock(job->open->mutex);
                  job->open->spent = false;
                }
                return ex->fail(e);
              }
              if (job->claimed) dialogues.close(job->open->number);
              ex->answer_save(job->wrong, std::move(job->result.messages), job->result.receipt.bytes(), language);
            });
}

}  // namespace samspil::session
