// Internal. Names of generated persons, ISO-8859-1, none of anybody meant.
#pragma once

#include <span>
#include <string_view>

namespace samspil::admin {

std::span<std::string_view const> first_names(char sex);
std::span<std::string_view const> last_names();
std::span<std::string_view const> professions();

}  // namespace samspil::admin
