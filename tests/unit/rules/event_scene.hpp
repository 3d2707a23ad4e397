// An event of any kind in the fake register, its DATA by the names of its
// fields, and what it did to records as text.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/aktuel.hpp"
#include "rules/history.hpp"
#include "scene.hpp"

namespace samspil::test {

struct event_scene : scene {
  /// The family in Aalborg, reported by its municipality.
  explicit event_scene(std::string code, std::map<std::string, std::string> const& fields = {}) {
    haendelse = std::move(code);
    komkod = who.mynkod = "0851";
    for (auto const& [name, value] : fields) set(name, value);
  }
  /// "UDLANDADR/2" is the second occurrence. Digits fields are filled with zeros on the left.
  event_scene& set(std::string const& name, std::string_view value) {
    auto const slash = name.find('/');
    rules::data_field const& f = *rules::find_field(*rules::find_event(haendelse), name.substr(0, slash));
    std::size_t const i = slash == std::string::npos ? 0 : std::stoul(name.substr(slash + 1)) - 1;
    std::string text(value);
    if (text.size() < f.width) {
      if (f.type == codec::kind::digits)
        text.insert(0, f.width - text.size(), '0');
      else
        text.resize(f.width, ' ');
    }
    bytes.replace(f.offset + i * f.stride, f.width, text);
    return *this;
  }
  rules::validation check() {
    return with_keys([&](auto const& facts) { return rules::validate(facts, bytes); });
  }
  std::string messages() { return said(check().list); }
  std::string aktuel() {
    return with_keys([](auto const& facts) { return rules::make_aktuel(facts); });
  }
  std::vector<rules::touched_person> saved() {
    return with_keys([&](auto const& facts) {
      auto const approved = rules::validate(facts, bytes);
      if (!approved.ok()) throw std::logic_error("the test's data do not hold: " + said(approved.list));
      return rules::effects(facts, approved.data, "202603101415");
    });
  }
  std::string bytes = std::string(400, ' ');
};

/// "012 CIVST=G AEGTEPNR=0101801111": the fields of a record of a person that are neither blank nor zeros.
std::string as_text(std::string_view record);
/// What `one` lost and gained but for its 099: "-002 ...; +023 ...", a line each.
std::string what_changed(rules::touched_person const& one);

}  // namespace samspil::test
