#include "listeners/wire_form.hpp"

#include <iconv.h>

#include <stdexcept>

namespace samspil::listeners_test {
namespace {

std::string converted(char const* to, char const* from, std::string_view bytes) {
  iconv_t const by = ::iconv_open(to, from);
  if (by == reinterpret_cast<iconv_t>(-1)) throw std::runtime_error(std::string("iconv has no ") + to);
  std::string in(bytes), out(bytes.size(), '\0');
  char *read = in.data(), *write = out.data();
  std::size_t unread = in.size(), room = out.size();
  std::size_t const failed = ::iconv(by, &read, &unread, &write, &room);
  ::iconv_close(by);
  if (failed != 0 || unread != 0 || room != 0) throw std::runtime_error(std::string("not one byte for one in ") + to);
  return out;
}

}  // namespace

std::size_t wire_form::prefix_length() const {
  if (framing == "header") return 0;
  return framing.starts_with("len2") ? 2 : 4;
}

std::string wire_form::prefix(std::size_t message_length) const {
  std::size_t const n = message_length + (framing.ends_with("+self") ? prefix_length() : 0);
  auto const byte = [n](unsigned shift) { return static_cast<char>((n >> shift) & 0xFF); };
  if (framing == "header") return {};
  if (framing.starts_with("len2")) return {byte(8), byte(0)};
  if (framing.starts_with("len4")) return {byte(24), byte(16), byte(8), byte(0)};
  if (framing.starts_with("ascii4")) {
    std::string const digits = std::to_string(n);
    return std::string(4 - digits.size(), '0') + digits;
  }
  return {byte(8), byte(0), '\0', '\0'};  // llzz, rdw
}

std::string wire_form::to_page(std::string_view latin1) const {
  return converted(page.c_str(), "ISO-8859-1", latin1);
}

std::string wire_form::to_latin1(std::string_view bytes) const {
  return converted("ISO-8859-1", page.c_str(), bytes);
}

std::vector<wire_form> const& all_forms() {
  static std::vector<wire_form> const forms = [] {
    std::vector<wire_form> out;
    for (char const* page : {"ISO-8859-1", "IBM277", "IBM1142"})
      for (char const* framing : {"header", "len2", "len4", "ascii4", "llzz", "rdw", "len2+self", "len4+self",
                                  "ascii4+self", "llzz+self", "rdw+self"})
        out.push_back({framing, page});
    return out;
  }();
  return forms;
}

}  // namespace samspil::listeners_test
