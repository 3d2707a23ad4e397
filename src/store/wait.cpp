#include "store/wait.hpp"

#include <future>
#include <stdexcept>

namespace samspil::store {

namespace {

using submitting = void (committer::*)(committer::work, committer::done);

void wait_for(committer& writer, committer::work const& w, submitting submit) {
  if (writer.on_writer()) throw std::logic_error("store: a waiting call on the writer's thread");
  std::promise<void> finished;
  (writer.*submit)([&w](write_scope& scope) { w(scope); },
                   [&finished](std::exception_ptr what) {
                     if (what)
                       finished.set_exception(std::move(what));
                     else
                       finished.set_value();
                   });
  finished.get_future().get();
}

}  // namespace

void submit_and_wait(committer& writer, committer::work const& w) { wait_for(writer, w, &committer::submit); }

void submit_alone_and_wait(committer& writer, committer::work const& w) {
  wait_for(writer, w, &committer::submit_alone);
}

}  // namespace samspil::store
