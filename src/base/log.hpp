// Plain lines to standard error, with the journal's priority in front when the
// journal reads them. No personnummer, password or token may reach a log line.
#pragma once

#include <string_view>

namespace samspil::log {

enum class level { error = 3, warning = 4, notice = 5, info = 6, debug = 7 };

/// Lines less urgent than this are dropped; `info` at start.
void threshold(level least_urgent);
/// Writes one line; safe from any thread.
void write(level l, std::string_view text);
inline void error(std::string_view text) { write(level::error, text); }
inline void warning(std::string_view text) { write(level::warning, text); }
inline void notice(std::string_view text) { write(level::notice, text); }
inline void info(std::string_view text) { write(level::info, text); }

}  // namespace samspil::log
