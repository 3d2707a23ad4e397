// Internal. What ends the process, and why it must.
//
// A transient EIO from the log's fdatasync loses a later, acknowledged commit:
// Berkeley DB calls it again, the kernel has dropped the dirty pages by then,
// and the second call succeeds. So one failing sync, a failing commit or a
// panic of the environment ends the process at once; recovery at the next open
// starts from what the disk really has.
#pragma once

#include <cstdint>

#include "store/options.hpp"

namespace samspil::store {

/// Writes one plain line to standard error and leaves with
/// database::fail_stop_status, running no destructors. `code` is an errno or a
/// Berkeley DB return code.
[[noreturn]] void fail_stop(char const* what, int code) noexcept;

/// Puts the one-try sync into Berkeley DB. Called before any environment
/// exists; calling it again only changes the seams.
void install_sync(options::seams const& seams);

/// The first sync of each new file syncs this directory too, so that a new log
/// file cannot lose its name in a power cut. -1 ends that.
void sync_directory(int descriptor) noexcept;

/// Successful syncs since the start of the process.
std::uint64_t syncs_done() noexcept;

}  // namespace samspil::store
