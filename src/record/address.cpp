#include "record/address.hpp"

#include "codec/field.hpp"

namespace samspil::record {
namespace {

std::string_view inner(std::string_view text) {
  text = codec::trimmed(text);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return text;
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string mapped(std::string_view text, char (*f)(char)) {
  std::string out(text);
  for (char& c : out) c = f(c);
  return out;
}

std::string_view without_zeros(std::string_view digits) {
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits;
}

}  // namespace

std::string normal_house_number(std::string_view husnr) {
  std::string out = mapped(inner(husnr), upper);
  out.resize(4, ' ');
  return out;
}

std::string normal_floor(std::string_view etage) {
  std::string out = mapped(inner(etage), lower);
  out.resize(2, ' ');
  return out;
}

std::string normal_door(std::string_view sidedoer) {
  std::string const out = mapped(inner(sidedoer), lower);
  if (out.empty()) return "    ";
  return std::string(4 - out.size(), codec::is_digits(out) ? '0' : ' ') + out;
}

bool is_house_number(std::string_view husnr) {
  if (husnr.size() != 4 || !codec::is_digits(husnr.substr(0, 3)) || husnr.substr(0, 3) == "000") return false;
  char const letter = husnr[3];
  if (letter == ' ') return true;
  return letter >= 'A' && letter <= 'Z' && letter != 'I' && letter != 'J' && letter != 'O' && letter != 'Q';
}

bool is_floor(std::string_view etage) {
  if (etage == "st" || etage == "kl") return true;
  if (etage.size() == 2 && etage[0] == 'k') return etage[1] >= '2' && etage[1] <= '9';
  return etage.size() == 2 && codec::is_digits(etage) && etage != "00";
}

bool is_door(std::string_view sidedoer) {
  if (sidedoer == "  th" || sidedoer == "  tv" || sidedoer == "  mf") return true;
  return sidedoer.size() == 4 && codec::is_digits(sidedoer) && sidedoer != "0000";
}

char parity(std::string_view husnr) { return (husnr[2] - '0') % 2 == 0 ? 'L' : 'U'; }

bool is_administrative_road(std::string_view vejkod) { return vejkod >= "9900" && vejkod <= "9999"; }

bool in_greenland(std::string_view komkod) { return komkod >= "0900"; }

std::string standard_address(std::string_view vejadrnvn, std::string_view husnr, std::string_view etage,
                             std::string_view sidedoer) {
  std::string out(codec::trimmed(vejadrnvn));
  if (std::string_view const number = codec::trimmed(husnr); !number.empty()) {
    out += ' ';
    out += without_zeros(number);
  }
  if (std::string_view const floor = inner(etage); !floor.empty()) {
    out += ", ";
    out += codec::is_digits(floor) ? without_zeros(floor) : floor;
    out += '.';
    if (std::string_view const door = inner(sidedoer); !door.empty()) {
      out += ' ';
      out += codec::is_digits(door) ? without_zeros(door) : door;
    }
  }
  if (out.size() > 34) out.resize(34);
  return out;
}

}  // namespace samspil::record
