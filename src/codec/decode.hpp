// Bytes from outside become a view only here.
#pragma once

#include "base/result.hpp"
#include "codec/column.hpp"

namespace samspil::codec {

/// Why `bytes` are no such record: the length, else the first digits item that
/// holds something else. Call it only when they are none.
decode_error decode_fault(std::string_view bytes, std::string_view record, std::size_t length,
                          std::span<column const> columns);

/// A view of `bytes`, which must outlive it. Errors: not exactly Record::length
/// bytes; a 9 item that does not hold digits (record, field and byte are named).
/// FILLER may hold anything.
template <class Record>
result<view<Record>> decode(std::string_view bytes) {
  if (bytes.size() == Record::length && Record::parses(bytes.data())) return view<Record>(bytes);
  return decode_fault(bytes, Record::name, Record::length, Record::columns());
}

}  // namespace samspil::codec
