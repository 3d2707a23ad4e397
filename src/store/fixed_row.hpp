// Internal. Rows of one length, which a row of another layout does not have.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "codec/field.hpp"
#include "store/error.hpp"
#include "store/tables.hpp"

namespace samspil::store {

/// `bytes` as a row of table `t`; throws error when they have another length than Record.
template <class Record>
codec::view<Record> fixed_view(table t, std::string_view bytes) {
  if (bytes.size() != Record::length) throw error(std::string(name(t)) + ": a row has another length than its layout");
  return codec::view<Record>(bytes);
}

/// A copy of what a get found; nothing when it found nothing.
template <class Record>
std::optional<codec::buffer<Record>> fixed(table t, std::optional<std::string_view> bytes) {
  if (!bytes) return std::nullopt;
  return codec::buffer<Record>(fixed_view<Record>(t, *bytes).bytes());
}

}  // namespace samspil::store
