// The command line of campaigns and benches: `--name value`, again and again.
#pragma once

#include <exception>
#include <functional>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace samspil::test {

class options {
 public:
  /// std::runtime_error for a name that is not among `known` or has no value.
  options(int count, char** words, std::vector<std::string> const& known) {
    for (int i = 1; i < count; i += 2) {
      std::string const name = words[i];
      bool found = false;
      for (std::string const& one : known) found = found || name == "--" + one;
      if (!found || i + 1 == count) throw std::runtime_error("usage: " + usage(known) + "; not " + name);
      given_[name.substr(2)] = words[i + 1];
    }
  }

  std::string text(std::string const& name, std::string const& otherwise) const {
    auto const at = given_.find(name);
    return at == given_.end() ? otherwise : at->second;
  }
  unsigned number(std::string const& name, unsigned otherwise) const {
    auto const at = given_.find(name);
    return at == given_.end() ? otherwise : static_cast<unsigned>(std::stoul(at->second));
  }
  double real(std::string const& name, double otherwise) const {
    auto const at = given_.find(name);
    return at == given_.end() ? otherwise : std::stod(at->second);
  }

 private:
  static std::string usage(std::vector<std::string> const& known) {
    std::string out;
    for (std::string const& one : known) out += (out.empty() ? "--" : " --") + one + " VALUE";
    return out;
  }
  std::map<std::string, std::string> given_;
};

/// The exit status of `body` with its options; 2 and a line for what it throws.
inline int run_main(std::string_view program, int count, char** words, std::vector<std::string> const& known,
                    std::function<int(options const&)> const& body) {
  try {
    return body(options(count, words, known));
  } catch (std::exception const& e) {
    std::cerr << program << ": " << e.what() << "\n";
    return 2;
  }
}

}  // namespace samspil::test
