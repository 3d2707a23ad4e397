// What a command was given on its command line, by the names of its options.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace samspil::admin {

class arguments {
 public:
  void add(std::string_view option, std::string value) { values_[std::string(option)].push_back(std::move(value)); }

  /// Whether the option or positional argument was given ("--kundenr", "PNR").
  bool has(std::string_view option) const { return values_.find(option) != values_.end(); }
  /// Its first value; empty when it was not given.
  std::string_view value(std::string_view option) const {
    auto const found = values_.find(option);
    return found == values_.end() ? std::string_view() : std::string_view(found->second.front());
  }
  /// All its values in order.
  std::vector<std::string> values(std::string_view option) const {
    auto const found = values_.find(option);
    return found == values_.end() ? std::vector<std::string>() : found->second;
  }

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

}  // namespace samspil::admin
