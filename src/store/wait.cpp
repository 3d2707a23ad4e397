#include "store/wait.hpp"

#include <future>
#include <stdexcept>

namespace samspil::store {

void submit_and_wait(committer& writer, committer::work const& w) {
  if (writer.on_writer()) throw std::logic_error("store: a waiting call on the writer's thread");
  std::promise<void> finished;
  writer.submit([&w](write_scope& scope) { w(scope); },
                [&finished](std::exception_ptr what) {
                  if (what)
                    finished.set_exception(std::move(what));
                  else
                    finished.set_value();
                });
  finished.get_future().get();
}

}  // namespace samspil::store
