// What the codes in a person's records mean: status, civil status, authorities,
// countries, roads.
#pragma once

#include <string>
#include <string_view>

#include "store/read_scope.hpp"
#include "transaction/table_versions.hpp"

namespace samspil::admin {

/// Reads texts and reference data of one scope; the scope outlives it.
class clear_text {
 public:
  clear_text(store::read_scope const& scope, date business_date)
      : scope_(scope), texts_(transaction::code_texts_in_force(scope, business_date)) {}

  /// The text of a field's value, ISO-8859-1; empty when the field is no code or
  /// the code has no text. `komkod` is the record's KOMKOD, for its VEJKOD.
  std::string of(std::string_view field, std::string_view value, std::string_view komkod) const;

 private:
  std::string code(std::string_view kind, std::string_view value) const;
  std::string authority(std::string_view mynkod, std::string_view myntyp) const;
  std::string road(std::string_view komkod, std::string_view vejkod) const;
  store::read_scope const& scope_;
  rules::code_texts texts_;
};

}  // namespace samspil::admin
