#include "unit/house/rules.hpp"

#include <algorithm>
#include <regex>

namespace samspil::house {
namespace {

constexpr std::size_t longest_line = 120;

/// Includes that begin with `prefix` may stand only in files that begin with one of `where`.
struct reserved {
  std::string_view prefix;
  std::vector<std::string_view> where;
  std::string_view what;
};
std::vector<reserved> const reservations{
    {"db.h", {"store/"}, "Berkeley DB outside store"},
    {"db_cxx.h", {"store/"}, "Berkeley DB outside store"},
    {"openssl/", {"base/crypto", "base/certificate", "base/secrets", "server/", "client/"}, "OpenSSL"},
    {"argon2.h", {"base/crypto"}, "argon2"},
    {"boost/asio", {"server/", "client/"}, "Asio outside server and client"},
    {"boost/beast", {}, "Beast"},
};
/// Headers that cost seconds and stay in sources.
constexpr std::string_view in_sources_only[] = {"boost/spirit", "CLI/", "toml++/", "codec/fixed_width.ipp"};
/// The only file besides sources that may use X3: sources of generated code include it.
constexpr std::string_view spirit_part = "codec/fixed_width.ipp";

bool starts_with_any(std::string_view text, std::vector<std::string_view> const& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view p) { return text.starts_with(p); });
}

template <class F>
void each_line(std::string_view text, F const& f) {
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const end = std::min(text.find('\n', at), text.size());
    f(++number, text.substr(at, end - at));
    at = end + 1;
  }
}

std::string at_line(std::string_view path, std::size_t number, std::string const& what) {
  return std::string(path) + ":" + std::to_string(number) + ": " + what;
}

/// The layer of an include with quotes; empty when its folder is no layer.
std::string layer_of(std::string const& included, layers const& known) {
  std::string const folder = included.substr(0, included.find('/'));
  if (folder == "rec") return "codec";  // the generated records
  return known.count(folder) ? folder : "";
}

}  // namespace

layers layers_of(std::string_view cmake) {
  layers out;
  std::regex const declaration("\\nsamspil_layer\\((\\w+)([^)]*)\\)");
  std::regex const link("samspil_(\\w+)");
  std::string const text = "\n" + std::string(cmake);
  for (std::sregex_iterator it(text.begin(), text.end(), declaration), end; it != end; ++it) {
    std::string const name = (*it)[1];
    std::string const linked = (*it)[2];
    std::set<std::string>& sees = out[name];
    sees.insert(name);
    for (std::sregex_iterator l(linked.begin(), linked.end(), link); l != end; ++l) {
      sees.insert((*l)[1]);
      // Layers are declared from the bottom up: what is linked is complete.
      if (auto const below = out.find((*l)[1]); below != out.end())
        sees.insert(below->second.begin(), below->second.end());
    }
  }
  return out;
}

std::vector<std::string> include_faults(std::string_view path, std::string_view text, layers const& known) {
  std::vector<std::string> out;
  std::string const layer(path.substr(0, path.find('/')));
  bool const is_source = path.ends_with(".cpp");
  std::regex const include("^\\s*#\\s*include\\s*([\"<])([^\">]+)[\">]");
  each_line(text, [&](std::size_t number, std::string_view line) {
    std::match_results<std::string_view::const_iterator> found;
    if (!std::regex_search(line.begin(), line.end(), found, include)) return;
    std::string const name = found[2];
    if (found[1] == "\"") {
      std::string const other = layer_of(name, known);
      if (other.empty() || !known.count(layer))
        out.push_back(at_line(path, number, "no layer: " + name));
      else if (!known.at(layer).count(other))
        out.push_back(at_line(path, number, layer + " may not see " + name));
    }
    for (reserved const& r : reservations)
      if (name.starts_with(r.prefix) && !starts_with_any(path, r.where))
        out.push_back(at_line(path, number, std::string(r.what) + ": " + name));
    for (std::string_view const heavy : in_sources_only)
      if (name.starts_with(heavy) && !is_source && path != spirit_part)
        out.push_back(at_line(path, number, "in sources only: " + name));
  });
  return out;
}

std::vector<std::string> style_faults(std::string_view path, std::string_view text) {
  std::vector<std::string> out;
  // Spelt in parts so that this file does not hold them.
  std::string const marks[] = {std::string("TO") + "DO", std::string("FIX") + "ME", std::string("XX") + "X:"};
  bool pragma = !path.ends_with(".hpp");
  each_line(text, [&](std::size_t number, std::string_view line) {
    if (line == "#pragma once") pragma = true;
    if (line.size() > longest_line)
      out.push_back(at_line(path, number, std::to_string(line.size()) + " bytes in a line"));
    if (line.ends_with(' ') || line.ends_with('\r')) out.push_back(at_line(path, number, "a blank at the end"));
    for (char c : line)
      if (c == '\t' || (c & 0x80) != 0) {
        out.push_back(at_line(path, number, c == '\t' ? "a tab" : "a byte that is not ASCII"));
        break;
      }
    for (std::string const& mark : marks)
      if (line.find(mark) != std::string_view::npos) out.push_back(at_line(path, number, mark));
  });
  if (!pragma) out.push_back(std::string(path) + ": no #pragma once");
  if (!text.empty() && text.back() != '\n') out.push_back(std::string(path) + ": no line end at the end");
  return out;
}

}  // namespace samspil::house
