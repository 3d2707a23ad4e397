// The bytes of a value: the other way of layout::value_of.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "layout/value.hpp"

namespace samspil::layout {

/// `text` (ISO-8859-1; a number as number_text writes it, or its digits) in the
/// bytes of elementary item `of`, filled up to its length. Nothing when the
/// item cannot hold it. An edited item takes it as text.
std::optional<std::string> bytes_of(item const& of, std::string_view text, reading const& how = {});

}  // namespace samspil::layout
