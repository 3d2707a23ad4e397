// Internal. The functions that Berkeley DB calls for its files in place of the
// C library's: one try for a sync, and names that are as durable as what
// stands behind them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "store/options.hpp"

namespace samspil::store {

/// Puts them into Berkeley DB. Called before any environment exists; calling it
/// again only changes the seams.
void install_disk(options::seams const& seams);

/// Successful syncs since the start of the process.
std::uint64_t syncs_done() noexcept;

/// Writes the next log file in advance, `bytes` zeros on the disk, unless there
/// is one: a sync of bytes that exist already costs half of one that must give
/// blocks to the file. The library's next new log file in `directory` takes it.
/// `goes_on` is asked now and then; false leaves nothing behind. False when the
/// disk has not `bytes` of room several times over or writing fails: then log
/// files grow as they are written, which is only slower.
bool prepare_log_file(std::filesystem::path const& directory, std::uint64_t bytes,
                      std::function<bool()> const& goes_on);

}  // namespace samspil::store
