// Internal. Work that the caller waits for.
#pragma once

#include "store/committer.hpp"

namespace samspil::store {

/// Submits `w` and waits until it is on disk; rethrows what went wrong. A
/// logic_error on the writer's own thread, which would wait for itself.
void submit_and_wait(committer& writer, committer::work const& w);
/// The same in a transaction of its own, for work that reads outside of it.
void submit_alone_and_wait(committer& writer, committer::work const& w);

}  // namespace samspil::store
