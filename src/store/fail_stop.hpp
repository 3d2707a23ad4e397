// Internal. What ends the process, and why it must.
//
// A transient EIO from the log's fdatasync loses a later, acknowledged commit:
// Berkeley DB calls it again, the kernel has dropped the dirty pages by then,
// and the second call succeeds. So one failing sync, a failing commit or a
// panic of the environment ends the process at once; recovery at the next open
// starts from what the disk really has.
//
// So does a write to the log that fails, for which a full disk is enough: the
// library undoes what it was at and goes on, but pages that reach the disk later
// may be ahead of a log that has a hole, and no recovery opens such a home again.
#pragma once

namespace samspil::store {

/// Writes one plain line to standard error and leaves with
/// database::fail_stop_status, running no destructors. `code` is an errno or a
/// Berkeley DB return code.
[[noreturn]] void fail_stop(char const* what, int code) noexcept;

}  // namespace samspil::store
