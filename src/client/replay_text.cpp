#include "client/replay_text.hpp"

#include <algorithm>

#include "client/message.hpp"
#include "rec/direkte.hpp"

namespace samspil::client::replay {
namespace {

using rec::HOVED;

constexpr std::size_t length_at = HOVED::LAENGDE.offset;
constexpr std::size_t length_end = HOVED::LAENGDE.offset + HOVED::LAENGDE.width;

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.resize(width, ' ');
  return text;
}

/// The item that a name ends in; the parser has seen to it that there is one.
layout_item const& item_of(std::string_view name) {
  std::size_t const dot = name.rfind('.');
  layout_item const* found = find_item(dot == std::string_view::npos ? name : name.substr(dot + 1));
  if (found == nullptr) found = find_item(name.substr(dot + 1, name.find('(', dot + 1) - dot - 1));
  return *found;
}

/// Token and passwords are of eight characters in CPR Direkte.
constexpr std::size_t direkte_width = 8;

/// The length of an answer of CPR Direkte, and the text of its error, which a line may leave out.
void complete_direkte(pattern& to, std::string_view came) {
  using rec::DIREKTE_SVAR;
  constexpr std::size_t number_at = DIREKTE_SVAR::FEJLNR.offset, datalen_at = DIREKTE_SVAR::DATALEN.offset;
  auto const add = [&](std::size_t size, char byte, char any) {
    if (to.bytes.size() >= size) return;
    to.any.resize(size, any);
    to.bytes.resize(size, byte);
  };
  bool const header_alone = to.bytes.size() <= DIREKTE_SVAR::length;
  add(DIREKTE_SVAR::length, ' ', ' ');
  std::string_view const number = std::string_view(to.bytes).substr(number_at, DIREKTE_SVAR::FEJLNR.width);
  bool const with_text = header_alone && codec::is_digits(number) && number != "00";
  add(came.size(), with_text ? '?' : ' ', with_text ? 'x' : ' ');
  std::string_view const length = std::string_view(to.bytes).substr(datalen_at, DIREKTE_SVAR::DATALEN.width);
  bool const open = length == "0000" || codec::trimmed(length).empty();
  if (open && to.any.find('x', datalen_at) >= DIREKTE_SVAR::length && came.size() <= 9999)
    codec::place(to.bytes.data() + datalen_at, DIREKTE_SVAR::DATALEN.width, codec::kind::digits, came.size(),
                 DIREKTE_SVAR::name, "DATALEN");
}

bool is_direkte(pieces const& text) {
  return !text.empty() && text.front().what == piece::kind::bytes && codec::is_direkte(text.front().text);
}

std::optional<std::string> value_in_direkte(std::string_view name, conversation const& known, secrets const& own) {
  if (name == "KENDEORD" && !own.password.empty()) return padded(own.password, direkte_width);
  if (name == "NYT-KENDEORD" && !own.new_password.empty()) return padded(own.new_password, direkte_width);
  return known.value(is_token(name) ? direkte_token : name);
}

std::optional<std::string> value_of(std::string_view name, conversation const& known, secrets const& own) {
  if (name == "KENDEORD" && !own.password.empty()) return padded(own.password, item_of(name).width);
  if (name == "NYT-KENDEORD" && !own.new_password.empty()) return padded(own.new_password, item_of(name).width);
  return known.value(is_token(name) ? "TOKEN" : name);
}

/// LAENGDE is the tool's to fill in.
bool length_open(std::string_view bytes) {
  if (bytes.size() < length_end) return true;
  std::string_view const length = bytes.substr(length_at, HOVED::LAENGDE.width);
  return length == "000000" || codec::trimmed(length).empty();
}

/// The request behind what the line reaches, by pictures.
std::string rest_by_pictures(std::string bytes, std::string_view code) {
  std::string const blank = request(code).bytes();
  if (bytes.size() >= blank.size()) return bytes;
  if (code != "VALI") return bytes + blank.substr(bytes.size());
  if (bytes.size() < HOVED::length) bytes += blank.substr(bytes.size(), HOVED::length - bytes.size());
  return padded(std::move(bytes),
                blank.size());  // DATA of an event that only the server knows: blank digits count as zeros
}

}  // namespace

std::string complete_request(std::string bytes) {
  if (codec::is_direkte(bytes))
    return padded(bytes, codec::is_direkte_logon(bytes) ? rec::DIREKTE_LOGON::length : rec::DIREKTE_OPSLAG::length);
  if (!bytes.starts_with("SAMS") || bytes.size() < length_at) return bytes;
  if (!length_open(bytes)) {
    std::string_view const length = std::string_view(bytes).substr(length_at, HOVED::LAENGDE.width);
    std::size_t const wanted = codec::is_digits(length) ? codec::number(length) : HOVED::length;
    return padded(std::move(bytes), wanted);
  }
  std::string const code = bytes.substr(HOVED::FUNKTION.offset, HOVED::FUNKTION.width);
  bytes = rest_by_pictures(std::move(bytes), code);
  codec::place(bytes.data() + length_at, HOVED::LAENGDE.width, codec::kind::digits, bytes.size(), HOVED::name,
               "LAENGDE");
  return bytes;
}

result<std::string, missing_value> make_request(pieces const& text, conversation const& known, secrets const& own) {
  std::string bytes;
  for (piece const& each : text) {
    if (each.what == piece::kind::name) {
      auto const value =
          is_direkte(text) ? value_in_direkte(each.text, known, own) : value_of(each.text, known, own);
      if (!value) return missing_value{each.text, each.column};
      bytes += *value;
    } else {
      bytes += each.text;
    }
  }
  return complete_request(std::move(bytes));
}

bool pattern::matches(std::string_view came) const { return bytes.size() == came.size() && resolved(came) == came; }

std::string pattern::resolved(std::string_view came) const {
  std::string out = bytes;
  for (std::size_t i = 0; i < out.size(); ++i)
    if (any[i] == 'x' && i < came.size()) out[i] = came[i];
  return out;
}

pattern make_pattern(pieces const& text, conversation const& known, std::string_view request, std::string_view came) {
  pattern out;
  auto const add = [&](std::string_view bytes, char any) {
    out.bytes += bytes;
    out.any.append(bytes.size(), any);
  };
  bool const direkte = codec::is_direkte(request);
  std::string_view const function = request.starts_with("SAMS,") ? request.substr(5, 4) : "";
  for (piece const& each : text) {
    if (each.what == piece::kind::bytes) {
      add(each.text, ' ');
    } else if (each.what == piece::kind::any) {
      add("?", 'x');
    } else {
      bool const token = is_token(each.text);
      bool const fresh = (token && (function == "LOGN" || codec::is_direkte_logon(request))) ||
                         (each.text == "DIALOGNR" && function == "INIT");
      std::string_view const name = !token ? std::string_view(each.text) : direkte ? direkte_token : "TOKEN";
      auto const value = fresh ? std::nullopt : known.value(name);
      if (value)
        add(*value, ' ');
      else
        add(std::string(direkte && token ? direkte_width : item_of(each.text).width, '?'), 'x');
    }
  }
  if (out.bytes.empty()) return out;
  if (direkte) return complete_direkte(out, came), out;
  std::size_t const length = answer_length(out.resolved(came)).value_or(came.size());
  if (out.bytes.size() < length) add(std::string(length - out.bytes.size(), ' '), ' ');
  bool const given = out.any.find('x', length_at) < length_end;
  if (out.bytes.starts_with("SAMS") && out.bytes.size() >= length_end && !given && length_open(out.bytes))
    codec::place(out.bytes.data() + length_at, HOVED::LAENGDE.width, codec::kind::digits, length, HOVED::name,
                 "LAENGDE");
  return out;
}

}  // namespace samspil::client::replay
