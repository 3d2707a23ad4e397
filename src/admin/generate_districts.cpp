// Districts of generated roads that no rule reads: the register keeps them.
#include "admin/generate_roads.hpp"
#include "codec/field.hpp"
#include "rec/road.hpp"

namespace samspil::admin {
namespace {

using namespace samspil::rec;

/// Records of both parities; `fill` sets what the type has beside the interval.
template <class Record, class F>
std::string both(road_facts const& road, unsigned type, F const& fill) {
  std::string out;
  for (number_interval const& n : {all_odd(), all_even()}) {
    codec::buffer<Record> r;
    r.set(Record::RECORDTYPE, type).set(Record::KOMKOD, road.komkod).set(Record::VEJKOD, road.vejkod);
    r.set(Record::HUSNRFRA, n.from).set(Record::HUSNRTIL, n.to).set(Record::LIGEULIGE, std::string_view(&n.parity, 1));
    r.set(Record::TIMESTAMPU, "202501010000");
    fill(r);
    out += r.bytes();
  }
  return out;
}

/// The same for a type with one code and a text.
template <class Record, class Code>
std::string coded(road_facts const& road, unsigned type, Code const& field, std::string const& code, char const* kind) {
  return both<Record>(road, type, [&](codec::buffer<Record>& r) {
    r.set(field, std::string_view(code).substr(0, field.width)).set(Record::DISTTXT, std::string(kind) + " " + code);
  });
}

}  // namespace

std::string district_records(road_facts const& road, unsigned n) {
  std::string const code = std::to_string(100 + n % 90).substr(1);
  std::string out;
  switch (n % 6) {  // in ascending type, like everything of a road
    case 0: out += coded<ROAD_006>(road, 6, ROAD_006::BYFORNYKOD, code, "Byfornyelse"); break;
    case 1:
      out += both<ROAD_007>(road, 7, [&](codec::buffer<ROAD_007>& r) {
        r.set(ROAD_007::DISTTYP, "FJ").set(ROAD_007::DIVDISTKOD, code).set(ROAD_007::DISTTXT, "Fjernvarme " + code);
      });
      break;
    case 2: out += coded<ROAD_008>(road, 8, ROAD_008::EVAKUERKOD, code.substr(1), "Evakuering"); break;
    default: break;
  }
  out += coded<ROAD_009>(road, 9, ROAD_009::KIRKEKOD, code, "Opfundet Sogn");
  out += coded<ROAD_010>(road, 10, ROAD_010::SKOLEKOD, code, "Opfundet Skole");
  switch (n % 6) {
    case 3: out += coded<ROAD_011>(road, 11, ROAD_011::BEFOLKKOD, code, "Befolkning"); break;
    case 4: out += coded<ROAD_012>(road, 12, ROAD_012::SOCIALKOD, code, "Socialdistrikt"); break;
    case 5:
      out += both<ROAD_013>(road, 13, [&](codec::buffer<ROAD_013>& r) {
        r.set(ROAD_013::MYNKOD, "4003").set(ROAD_013::MYNNVN, "Kolding Personreg");
      });
      break;
    default: break;
  }
  return out + coded<ROAD_014>(road, 14, ROAD_014::VALGKOD, code, "Forsamlingshus");
}

}  // namespace samspil::admin
