// What a run that was killed cannot know: whether the save it had sent was done.
// Brought again, an event that stands in the register already is refused by the
// rules long before its GEMH, so that its receipt is asked for with STAT.
#pragma once

#include <string>
#include <string_view>

namespace samspil::client::replay {

/// STAT about the KUNDEREFERENCE of a GEMH, under its header; empty when it is no GEMH or has no reference.
std::string status_request(std::string_view gemh);

/// Whether `receipt`, which may be empty, answers this message: a GEMH of the same reference.
bool answers_again(std::string_view message, std::string_view receipt);

/// The answer that the GEMH had: from that of status_request, when it tells a
/// receipt of the event, person and date that `init` had asked for (TILSTAND is
/// that of now); else empty.
std::string recalled(std::string_view status_answer, std::string_view init);

}  // namespace samspil::client::replay
