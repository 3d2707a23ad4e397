// The records of the dialogue, and of the answers of CPR Direkte, as tables that a program can walk: what the
// replay tool names fields by, and the server in an error. Names are the copybooks'.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "codec/field.hpp"

namespace samspil::codec {

/// One elementary item, each occurrence on its own.
struct layout_item {
  std::string name;        ///< "PNR", as in the copybook
  std::string path;        ///< "PNR", "MEDFLYTTER(3)" or "HUSSTAND(2).PNR"
  std::size_t offset = 0;  ///< 0-based
  std::size_t width = 0;
  kind type = kind::text;

  /// Every PIC 9(10) of the dialogue is a personnummer.
  bool is_personnummer() const { return type == kind::digits && width == 10; }
};

struct record_layout {
  std::string name;
  std::size_t length = 0;
  std::vector<layout_item> items;  ///< FILLER aside, in order of their bytes
};

/// Null when there is no record of that name.
record_layout const* find_layout(std::string_view name);

/// The layout of `name` ("DATA", "AKTUEL", "KLARTEKST") for an event, or one that
/// holds the bytes as a single item of that name when the event is unknown.
record_layout const& event_layout(std::string_view event, std::string_view name);

/// The first item of any record of the dialogue that is called so, null when there is none.
layout_item const* find_item(std::string_view name);

}  // namespace samspil::codec
