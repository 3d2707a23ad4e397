// Texts that others have written, made fit for messages and logs.
#pragma once

#include <string>

namespace samspil::admin {

/// Text of others that may hold a personnummer: of ten digits or more in a row
/// (hyphens between do not count) six stay.
std::string without_numbers(std::string text);

}  // namespace samspil::admin
