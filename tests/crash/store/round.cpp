#include "crash/store/round.hpp"

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <condition_variable>
#include <cerrno>
#include <mutex>
#include <new>
#include <stdexcept>

#include "base/log.hpp"
#include "store/keys.hpp"
#include "store/verify.hpp"
#include "unit/store/fixture.hpp"

namespace samspil::crash {
namespace {

using namespace samspil::store;

constexpr unsigned saves_max = 400;
constexpr unsigned outstanding_max = 32;
constexpr unsigned persons = 60;

/// Answers as they come, in memory that outlives the child.
struct answers {
  std::array<std::atomic<bool>, saves_max> saves;
  std::array<std::atomic<bool>, saves_max> look_ups;
};

class shared_answers {
 public:
  shared_answers() {
    void* const memory = ::mmap(nullptr, sizeof(answers), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::runtime_error("no shared memory");
    answers_ = new (memory) answers{};
  }
  ~shared_answers() { ::munmap(answers_, sizeof(answers)); }
  shared_answers(shared_answers const&) = delete;
  shared_answers& operator=(shared_answers const&) = delete;
  answers* operator->() const { return answers_; }

 private:
  answers* answers_;
};

std::string reference_of(unsigned life_number, unsigned i) {
  return std::to_string(life_number) + "-" + std::to_string(i);
}
std::string pnr_of(unsigned i) { return std::string(key().digits(1'001'000'000 + i % persons, 10).text()); }

/// Keeps so many pieces of work on their way.
class window {
 public:
  void enter() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return inside_ < outstanding_max; });
    ++inside_;
  }
  void leave() {
    std::lock_guard const lock(mutex_);
    --inside_;
    changed_.notify_all();
  }
  void wait_for_all() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return inside_ == 0; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  unsigned inside_ = 0;
};

/// The child's life, to its own end.
void work(std::filesystem::path const& home, bool fail_stop, unsigned number, unsigned seed,
          shared_answers const& told) {
  options how;
  how.cache_bytes = 1U << 20;  // pages are written all the time
  how.testing = {disk_model::sync, disk_model::write, fail_stop};
  auto& db = *new database(home, how);
  auto& open = *new window;
  for (unsigned i = 0; i < saves_max; ++i) {
    open.enter();
    db.submit(
        [=](write_scope& scope) {
          save(scope, pnr_of(i + seed), reference_of(number, i), records_of(pnr_of(i + seed), i));
        },
        [&, i](std::exception_ptr what) {
          if (!what) told->saves[i] = true;
          open.leave();
        });
    if (i % 3 == 0) {
      open.enter();
      db.audit(entry_for(pnr_of(i), reference_of(number, i)), [&, i](std::exception_ptr what) {
        if (!what) told->look_ups[i] = true;
        open.leave();
      });
    }
    if (i % 64 == 63) {
      try {
        db.checkpoint();
      } catch (error const&) {  // a full disk: the saves meet it as well
      }
    }
  }
  open.wait_for_all();
}

}  // namespace

life live(std::filesystem::path const& home, plan const& what, bool fail_stop, unsigned number,
          std::minstd_rand& random, ledger& held) {
  disk_model model;
  shared_answers const told;
  auto const seed = static_cast<unsigned>(random());
  pid_t const child = ::fork();
  if (child == 0) {
    log::threshold(log::level::error);
    model.arm(what);
    try {
      work(home, fail_stop, number, seed, told);
    } catch (std::exception const& e) {
      log::error(e.what());
      ::_exit(99);
    }
    ::_exit(disk_model::cut_status);
  }
  life out;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  out.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  out.failed = model.has_failed();
  out.lost_pages = model.lost_pages();
  for (unsigned i = 0; i < saves_max; ++i) {
    if (told->saves[i]) held.saves.insert(reference_of(number, i));
    if (told->look_ups[i]) held.look_ups.insert(reference_of(number, i));
    out.answered += told->saves[i] ? 1 : 0;
  }
  model.cut_power(random);
  return out;
}

std::vector<std::string> judge(std::filesystem::path const& home, ledger const& held) {
  std::vector<std::string> wrong;
  database db(home, home_fixture::small_options());
  std::size_t lost = 0;
  auto const scope = db.read();
  for (auto const& reference : held.saves) lost += scope.receipt("1234", reference) ? 0 : 1;
  if (lost != 0)
    wrong.push_back(std::to_string(lost) + " of " + std::to_string(held.saves.size()) + " answered saves are lost");
  std::set<std::string> notes;
  scope.each_audit(1, db.committed_sequence(), [&](audit_row const& row) {
    notes.emplace(codec::trimmed(row.head[rec::AUDIT_ROW::NOTE]));
    return true;
  });
  lost = 0;
  for (auto const& note : held.look_ups) lost += notes.contains(note) ? 0 : 1;
  if (lost != 0)
    wrong.push_back(std::to_string(lost) + " of " + std::to_string(held.look_ups.size()) +
                    " answered look-ups have no row");
  for (auto const& one : verify(db)) wrong.push_back("verify: " + one.line());
  return wrong;
}

}  // namespace samspil::crash
