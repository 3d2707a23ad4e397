// The authorities of the generated and of the shipped register. Codes and names
// of municipalities and countries are those of the public register, for a
// municipality must be recognised; everything else of them is left out.
#include "codec/field.hpp"
#include "rec/authority.hpp"

#include "admin/generate_roads.hpp"

namespace samspil::admin {

std::vector<authority_facts> const& fictitious_authorities() {
  static std::vector<authority_facts> const all{
      {"0001", "39", "Cpr-Kontoret"},
      {"0101", "05", "K\xF8" "benhavn"},
      {"0147", "05", "Frederiksberg"},
      {"0265", "05", "Roskilde"},
      {"0461", "05", "Odense"},
      {"0561", "05", "Esbjerg"},
      {"0607", "05", "Fredericia"},
      {"0621", "05", "Kolding"},
      {"0751", "05", "Aarhus"},
      {"0833", "05", "N\xF8rager", "200612221126"},
      {"0851", "05", "Aalborg"},
      {"0956", "05", "Sermersooq"},
      {"4001", "04", "Esbjerg Personreg"},
      {"4003", "04", "Kolding Personreg"},
      {"5100", "30", "Danmark", "", "DKDNK208"},
      {"5102", "30", "Udlandet", "", "XXXXX999"},
      {"5103", "30", "Statsl\xF8s", "", "XXXXX999"},
      {"5104", "30", "Finland", "", "FIFIN246"},
      {"5106", "30", "Island", "", "ISISL352"},
      {"5110", "30", "Norge", "", "NONOR578"},
      {"5120", "30", "Sverige", "", "SESWE752"},
      {"5130", "30", "Frankrig", "", "FRFRA250"},
      {"5140", "30", "Nederlandene", "", "NLNLD528"},
      {"5150", "30", "Italien", "", "ITITA380"},
      {"5154", "30", "Polen", "", "PLPOL616"},
      {"5164", "30", "Spanien", "", "ESESP724"},
      {"5170", "30", "Storbritannien", "", "GBGBR826"},
      {"5180", "30", "Tyskland", "", "DEDEU276"},
      {"5314", "30", "Canada", "", "CACAN124"},
      {"5390", "30", "USA", "", "USUSA840"},
      {"5492", "30", "Thailand", "", "THTHA764"},
      {"5902", "30", "F\xE6r\xF8" "erne", "", "FOFRO234"},
  };
  return all;
}

std::string records_of(authority_facts const& a) {
  using row = rec::AUTHORITY_001;
  codec::buffer<row> out;
  out.set(row::RECORDTYPE, 1U).set(row::MYNKOD, a.mynkod).set(row::MYNTYP, a.myntyp);
  out.set(row::TIMESTAMPU, "202501010000").set(row::HAENSTART, "199001011200").set(row::MYNNVN, a.name);
  if (!a.closed.empty()) out.set(row::HAENSLUT, a.closed);
  std::string const xl = a.myntyp == "05" ? a.name + " Kommune" : a.name;
  out.set(row::MYNNVN_XL, xl).set(row::MYNADRSAT, cut(xl, row::MYNADRSAT.width));
  if (!a.codes.empty()) {
    out.set(row::LAND_KOD_ALFA2, a.codes.substr(0, 2)).set(row::LAND_KOD_ALFA3, a.codes.substr(2, 3));
    out.set(row::LAND_KOD_NUM3, a.codes.substr(5, 3));
  }
  return std::string(out.bytes());
}

}  // namespace samspil::admin
