#include "layout/error.hpp"

namespace samspil::layout {

std::string copybook_error::text() const {
  std::string const place = std::to_string(at.line) + ":" + std::to_string(at.column) + ": " + reason;
  return source.empty() ? place : source + ":" + place;
}

}  // namespace samspil::layout
