#include "property/event_maker.hpp"

#include <stdexcept>

#include "rules/events.hpp"
#include "rules/protections.hpp"

namespace samspil::property {
namespace {

using namespace samspil::rec;

std::vector<std::string> const first_names{"Anne", "Bent", "Carla", "D'Arcy", "Else-Marie", "Finn"};
std::vector<std::string> const last_names{"Holm", "Krog", "Lind", "Munk", "Nyborghus", "Overgaard"};

/// KOMKOD of 002, without it that of the latest 023, else Copenhagen's.
std::string residence(record::person const& of) {
  if (auto const now = of.get<PERSON_002>()) return std::string((*now)[PERSON_002::KOMKOD]);
  std::string komkod = "0101", latest;
  for (std::string_view const row : of.all(23)) {
    codec::view<PERSON_023> const v(row);
    if (v[PERSON_023::ANNKOR] == "A" || v[PERSON_023::FRAFLYDTO] < latest) continue;
    latest = v[PERSON_023::FRAFLYDTO];
    komkod = v[PERSON_023::KOMKOD];
  }
  return komkod;
}

bool is_protected(record::person const& of, std::string_view type) {
  for (std::string_view const row : of.all(4)) {
    codec::view<PERSON_004> const v(row);
    if (v[PERSON_004::BESKYTTYPE] == type && codec::trimmed(v[PERSON_004::SLET_DT_BESKYTTELSE]).empty()) return true;
  }
  return false;
}

}  // namespace

void made_event::put(std::string_view field, std::string_view value, unsigned occurrence) {
  rules::event_type const& event = *rules::find_event(haendelse);
  rules::data_field const* const f = rules::find_field(event, field);
  if (f == nullptr) throw std::logic_error("no such field");
  std::string text(value);
  if (f->type == codec::kind::digits)
    text.insert(0, f->width - text.size(), '0');
  else
    text.resize(f->width, ' ');
  data.replace(f->offset + (occurrence - 1) * f->stride, f->width, text);
}

std::string_view event_maker::kind_for(std::string_view status) {
  static std::vector<std::string_view> const always{"NAB", "LVB", "MFB", "KRE", "KAD", "DOD", "NVN", "NVN",
                                                    "CIV", "CIV", "CIV", "STB", "FKI"};
  static std::vector<std::string_view> const at_home{"FLY", "FLY", "FLY", "UDR", "SUA", "FSV"};
  static std::vector<std::string_view> const abroad{"IND", "IND", "UAD"};
  if (status == "80") return one_of(below(2) == 0 ? abroad : always);
  if (status == "70") return below(2) == 0 ? "GEN" : one_of(always);
  return below(2) == 0 ? one_of(at_home) : one_of(always);
}

void event_maker::put_address(made_event& out) {
  place const& to = one_of(from_.places);
  out.komkod = to.komkod;
  unsigned const number = 1 + below(400) * 2 + (to.parity == "L" ? 1 : 0);
  out.put("VEJKOD", to.vejkod);
  out.put("HUSNR", std::to_string(1000 + number).substr(1));
  if (below(2) == 0) out.put("ETAGE", std::vector<std::string>{"st", "01", "2 ", "k2"}[below(4)]);
}

void event_maker::put_movers(made_event& out, std::vector<std::string> const& members) {
  unsigned n = 0;
  for (std::string const& one : members)
    if (n < 8 && below(3) != 0) out.put("MEDFLYTTER", one, ++n);
  out.put("ANTAL-MEDFLYTTERE", std::to_string(n));
}

void event_maker::put_lines(made_event& out, std::string_view field) {
  unsigned const count = 1 + below(3);
  for (unsigned i = 1; i <= count; ++i) out.put(field, "Linje " + std::to_string(below(1000)), i);
}

made_event event_maker::make(record::person const& of, std::string_view haendelse,
                             std::vector<std::string> const& members) {
  made_event out{std::string(haendelse), residence(of)};
  if (haendelse == "FLY" || haendelse == "IND" || haendelse == "GEN") put_address(out);
  if (haendelse == "FLY" || haendelse == "UDR") put_movers(out, members);
  if (haendelse == "IND") out.put("FRA-LANDEKOD", one_of(from_.countries));
  if (haendelse == "UDR" || haendelse == "UAD") {
    out.put("UDR-LANDEKOD", one_of(from_.countries));
    put_lines(out, "UDLANDADR");
  }
  if (haendelse == "UDR") out.put("VARIGHED-MDR", std::to_string(7 + below(60)));
  if (std::string_view const type = rules::protection_type(haendelse); !type.empty())
    out.put("HANDLING", is_protected(of, type) ? "O" : "S");
  if (haendelse == "KAD") put_lines(out, "KONTAKTADR");
  if (haendelse == "SUA") put_lines(out, "SUPLADR");
  if (haendelse == "DOD") out.put("DOEDSTID", below(2) == 0 ? "0000" : "1215");
  if (haendelse == "STB") out.put("LANDEKOD", one_of(from_.countries));
  if (haendelse == "FKI") out.put("FKIRK", std::vector<std::string>{"F", "M", "S", "U", "A"}[below(5)]);
  if (haendelse == "NVN") {
    out.put("FORNVN", one_of(first_names));
    out.put("EFTERNVN", one_of(last_names));
  }
  if (haendelse == "CIV") {
    std::string_view const now = of.value(PERSON_012::CIVST);
    // E and L are for the widowed: the spouse is touched by its own DOD, not by this.
    std::string const next = now == "G" ? "F" : now == "P" ? "O" : "G";
    out.put("CIVST", next);
    if (next == "G") out.put("AEGTEPNR", person());
  }
  return out;
}

}  // namespace samspil::property
