#include "admin/layout_example.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "layout/decode.hpp"
#include "layout/encode.hpp"

namespace samspil::admin {
namespace {

using layout::category;
using layout::item;

/// What fields of these names (or ending in them) hold; the first that fits. All fictitious.
constexpr std::array<std::pair<std::string_view, std::string_view>, 76> samples{{
    {"CPRTRANS", "SAMS"}, {"KOMMA", ","}, {"FUNKTION", "EKKO"}, {"LAENGDE", "000100"}, {"VERSION", "01"},
    {"KUNDENR", "1234"}, {"BRUGER-ID", "KOMM01"}, {"USER-ID", "KOMM01"}, {"BRUGER", "KOMM01"},
    {"TOKEN", "AbCdEfGhIjKlMnOpQrStUvWx"}, {"KUNDEREFERENCE", "REF-0001"}, {"DIALOGNR", "1"},
    {"KVITTERINGSNR", "17"}, {"VENTENR", "42"}, {"KVIT", "O"}, {"FEJLNR", "00"}, {"KENDEORD", "Samspil1"},
    {"PNRGAELD", ""}, {"PNR", "1403820308"}, {"EVENT", "FLY"}, {"HAENDELSE", "FLY"}, {"OPGAVENR", "123401"},
    {"PRODDTOFORRIG", "0"}, {"PRODDTO", "20261125"}, {"MYNKOD", "0851"}, {"KOMKOD", "0851"}, {"VEJKOD", "1016"},
    {"HUSNR", "014"}, {"HUSNRFRA", "001"}, {"HUSNRTIL", "099"}, {"ETAGE", "01"}, {"SIDEDOER", "  tv"},
    {"BNR", ""}, {"CONVN", ""}, {"POSTNR", "9000"}, {"POSTDISTTXT", "Aalborg"}, {"BYNVN", ""}, {"LOKALITET", ""},
    {"STANDARDADR", "F\xe6rgemandsvejen 14, 1. tv"}, {"VEJADRNVN", "F\xe6rgemandsvejen"},
    {"VEJADNVN", "F\xe6rgemandsvejen"}, {"VEJNVN", "F\xe6rgemandsvejen"}, {"ADRNVN", "Sigrid Bramholt"},
    {"FORNVN", "Sigrid"}, {"MELNVN", ""}, {"EFTERNVN", "Bramholt"}, {"NAVN", "Sigrid Bramholt"},
    {"MYNNVN", "Aalborg Kommune"}, {"MYNADRNVN", "Aalborg"}, {"PERSONSTATUS", "01"}, {"STATUS", "01"}, {"KOEN", "K"},
    {"CIVST", "U"}, {"FKIRK", "F"}, {"LANDEKOD", "5100"}, {"UMRK", ""}, {"MRK", ""}, {"SPROG", "da"},
    {"LANGUAGE", "da"}, {"ADDRESS-RANGE", "192.0.2.0/24"}, {"TIDSPUNKT", "20261125101500"},
    {"TIMESTAMPU", "20261125101500"}, {"MODTAGET", "20261125101500"}, {"SESSION-UDLOEB", "20261125181500"},
    {"SIDSTE-LOGON", "20261124081500"}, {"LAYOUT-VERSION", "01"}, {"DATALEN", "28"}, {"ABON_TYPE", "0"},
    {"SORTFELT", ""}, {"TAELLER", "9"}, {"KLASSE", "F"}, {"MEDDNR", "7001"}, {"REGLNR", "D7001"}, {"FOREKOMST", "00"},
    {"DATO", "20261125"}, {"TEKST", "Teksten"}}};

/// A date or time in the form that its width tells.
std::string_view moment(item const& i) {
  bool const is_moment = i.name.find("DTO") != std::string::npos || i.name.find("-DT") != std::string::npos ||
                         i.name.find("HAENSTART") != std::string::npos || i.name.find("-UTC") != std::string::npos ||
                         i.name.find("DATE") != std::string::npos;
  if (!is_moment || i.name.find("SLUT") != std::string::npos || i.name.find("SLET") != std::string::npos) return {};
  switch (i.length) {
    case 8: return "20170801";
    case 10: return i.kind == category::text ? "2017-08-01" : "";
    case 12: return "201708010000";
    case 14: return "20170801093000";
    case 20: return "20170801093000123456";
    default: return {};
  }
}

/// "0001/01/01" for 9(4)/99/99: an edited number that is 1 where its digits are.
std::string edited_one(item const& i) {
  std::string expanded;
  for (std::size_t at = 0; at < i.picture.size(); ++at) {
    if (i.picture[at] != '(') {
      expanded += i.picture[at];
      continue;
    }
    std::size_t const end = i.picture.find(')', at);
    expanded.append(std::stoul(i.picture.substr(at + 1, end - at - 1)) - 1, expanded.back());
    at = end;
  }
  std::string out;
  bool any = false;
  for (std::size_t at = 0; at < expanded.size(); ++at) {
    char const c = expanded[at];
    any = any || c == '9';
    if (c == '9')
      out += '0';
    else if (c == '.' || c == '/' || c == '0' || c == '*')
      out += c;
    else if (c == 'C' || c == 'D')
      out += "  ", ++at;
    else if (c != 'V')
      out += any && c == ',' ? ',' : ' ';
  }
  if (std::size_t const last = out.find_last_of('0'); last != std::string::npos && any) out[last] = '1';
  return out;
}

std::string digits_of(layout::record const& r) {
  std::size_t const at = r.name.find_last_not_of("0123456789");
  return r.name.substr(at == std::string::npos ? 0 : at + 1);
}

std::string sample_of(layout::record const& r, item const& i) {
  if (!i.conditions.empty()) return i.conditions.front().values.front().from;
  if (i.initial) return *i.initial;
  if (i.name == "RECORDTYPE" || i.name == "POSTTYPE") return digits_of(r);
  if (i.kind == category::edited && i.numeric) return edited_one(i);
  if (std::string_view const m = moment(i); !m.empty()) return std::string(m);
  for (auto const& [name, value] : samples)
    if (i.name == name && value.size() <= i.length) return std::string(value);
  for (auto const& [name, value] : samples)
    if (i.name.ends_with(name) && value.size() <= i.length) return std::string(value);
  if (i.kind == category::digits) return i.point.tens == 0 ? "1" : "1" + std::string(i.point.tens, '0');
  return std::string("Eksempel").substr(0, i.length);
}

}  // namespace

std::string example_of(layout::record const& r) {
  // Tables as short as they may be, but one at least; a record of that shape is as long as its items tell.
  layout::record shaped = r;
  std::map<std::size_t, std::size_t> counts;  // by counter
  for (item& i : shaped.items)
    if (!i.depending.empty()) {
      std::size_t& count = counts.try_emplace(i.counter, 1).first->second;
      count = std::max(count, i.least);
    }
  std::string out;
  for (item& i : shaped.items)
    if (!i.depending.empty()) i.occurs = std::min(i.occurs, counts.at(i.counter));
  for (layout::placed_item const& p : layout::placed_items(shaped)) {
    std::size_t const at = static_cast<std::size_t>(p.what - shaped.items.data());
    auto const counted = counts.find(at);
    bool const first = p.name.find("(2") == std::string::npos || p.name.find("(1)") != std::string::npos;
    std::string text = counted != counts.end() ? std::to_string(counted->second) : sample_of(r, *p.what);
    if (p.what->name == "FILLER" || !first) text = p.what->kind == category::digits ? "0" : "";
    auto bytes = layout::bytes_of(*p.what, text);
    if (!bytes) bytes = layout::bytes_of(*p.what, p.what->kind == category::digits ? "0" : "");
    out.resize(std::max(out.size(), p.start - 1 + p.what->length), ' ');
    out.replace(p.start - 1, p.what->length, *bytes);
  }
  return out;
}

}  // namespace samspil::admin
