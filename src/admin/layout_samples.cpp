#include "admin/layout_samples.hpp"

#include <array>
#include <utility>

namespace samspil::admin {
namespace {

using layout::category;
using layout::item;

/// Names and what they hold; the first that fits. A name stands for those that end in it too.
constexpr std::array samples{std::to_array<std::pair<std::string_view, std::string_view>>({
    // The head of a message, logon.
    {"CPRTRANS", "SAMS"}, {"KOMMA", ","}, {"FUNKTION", "EKKO"}, {"LAENGDE", "000100"}, {"VERSION", "01"},
    {"KUNDENR", "1234"}, {"BRUGER-ID", "KOMM01"}, {"USER-ID", "KOMM01"}, {"BRUGER", "KOMM01"},
    {"TOKEN", "AbCdEfGhIjKlMnOpQrStUvWx"}, {"TOKEN", "AbCdEfGh"}, {"KUNDEREFERENCE", "REF-0001"},
    {"SOEGT-REFERENCE", "REF-0001"}, {"DIALOGNR", "481516"}, {"KVIT", "O"}, {"FEJLNR", "00"}, {"ANTAL-MEDD", "00"},
    {"NYT-KENDEORD", ""}, {"KENDEORD", "Samspil1"}, {"SPROG", "da"}, {"LANGUAGE", "da"},
    {"SIKKERHEDSGRUPPE", "KOMMUNE"}, {"SECURITY-GROUP", "KOMMUNE"}, {"KENDEORD-UDLOEB", "20270201"},
    {"DAGE-TILBAGE", "068"}, {"FEJLEDE-FORSOEG", "000"}, {"ABON_TYPE", "0"}, {"ABON-TYPE", "0"}, {"DATA-TYPE", "6"},
    {"DATALEN", "0392"},
    // Receipts, the waiting register, messages.
    {"KVITTERINGSNR", "108"}, {"REGISTRERING", "V"}, {"VENTENR", "42"}, {"TILSTAND", "A"}, {"HAENDELSE", "FLY"},
    {"EVENT-CODE", "FLY"}, {"FRIST", "20261202"}, {"FRIST-TIL", "20261231"}, {"GODKENDES-AF-NVN", "Aalborg"},
    {"GODKENDES-AF", "0851"}, {"AFGJORT-AF", "KOMM01"}, {"BEGRUNDELSE", "Adressen findes ikke"},
    {"LOGHOVED", "9f86d081884c7d659a2feaa0c55ad015"}, {"MAX-ANTAL", "020"}, {"FLERE", "N"}, {"ANTAL-SVAR", "01"},
    {"MEDDNR", "7001"}, {"KLASSE", "F"}, {"REGELNR", "D7001"}, {"FOREKOMST", "00"}, {"FELT", "VEJKOD"},
    // Persons.
    {"PNRGAELD", ""}, {"PNR-BARN", "2105150607"}, {"BARN", "2105150607"}, {"MEDFLYTTER", "2105150607"},
    {"PNR", "1403820308"}, {"PERSONSTATUS", "01"}, {"STATUS-TEKST", "aktiv"}, {"STATUS", "01"}, {"KOEN", "K"},
    {"CIVST", "U"}, {"FKIRK", "F"}, {"LANDEKOD", "5100"}, {"UDR-LAND", "5104"}, {"LANDENVN", "Danmark"},
    {"RELATION", "\xc6G"}, {"AFLEDTMRK", ""}, {"AEGTEPNR", "1611800407"}, {"KUNDEREFNR", ""}, {"FORNVN", "Sigrid"},
    {"MELNVN", ""}, {"AEGTENVN", ""}, {"EFTERNVN", "Bramholt"}, {"ADRNVN", "Sigrid Bramholt"},
    {"NAVN", "Sigrid Bramholt"}, {"STILLING", "Snedker"}, {"BESKYTTYPE", "0001"}, {"OPGAVENR", "123401"},
    {"SORTFELT-10", "0000000000"}, {"SORTFELT", ""}, {"TAELLER", "9"}, {"UMRK", ""}, {"MRK", ""}, {"ANNKOR", ""},
    {"DOEDSTID", "1430"}, {"ANTAL-MEDFLYTTERE", "01"},
    // Places and authorities.
    {"MYNTYP", "05"}, {"MYNNVN", "Aalborg Kommune"}, {"MYNADRNVN", "Aalborg"}, {"MYNKOD", "0851"},
    {"KOMNVN", "Aalborg"}, {"KOMKOD", "0851"}, {"VEJKOD", "1016"}, {"HUSNRFRA", "001"}, {"HUSNRTIL", "099"},
    {"HUSNR", "014"}, {"ETAGE", "01"}, {"SIDEDOER", "  tv"}, {"BNR", ""}, {"CONVN", ""}, {"POSTNR", "9000"},
    {"POSTDISTTXT", "Aalborg"}, {"BYNVN", ""}, {"LOKALITET", ""}, {"STANDARDADR", "F\xe6rgemandsvejen 14, 1. tv"},
    {"VEJADRNVN", "F\xe6rgemandsvejen"}, {"VEJADNVN", "F\xe6rgemandsvejen"}, {"VEJNVN", "F\xe6rgemandsvejen"},
    {"ADR1", "F\xe6rgemandsvejen 14"}, {"ADR2", "9000 Aalborg"}, {"ADR3", ""}, {"ADR4", ""}, {"ADR5", ""},
    {"UDLANDADR", "Storgatan 1"}, {"KONTAKTADR", "Postboks 12"}, {"SUPLADR", ""},
    // The database and its tables.
    {"LAYOUT-VERSION", "01"}, {"EVENT-KEYS", "FLY1403820308"}, {"EVENT-DATA", "1016014 01  tv"},
    {"RECORD-TYPE", "001"}, {"ADDRESS-RANGE", "192.0.2.0/24"}, {"NET-ADDRESS", "192.0.2.17"}, {"CERTIFICATE", ""},
    {"PASSWORD-HASH", "$argon2id$v=19$m=19456,t=2,p=1$..."}, {"PASSWORD-EXPIRES", "20270201"}, {"LOCKED", ""},
    {"ONE-TIME", ""}, {"FAILED-ATTEMPTS", "0"}, {"MAY-SAMS", "Y"}, {"MAY-PRIV", ""}, {"MAY-OFF4", "Y"},
    {"OUTCOME", "O"}, {"PURPOSE", "REF-0001"}, {"NOTE", ""}, {"FUNCTION-NAME", "GEMH"}, {"FIELD-CLASSES", ""},
    {"HANDLING", ""}, {"RULE-EVENTS", "FLY"}, {"RULE-GROUPS", ""}, {"RULE-FELT", "VEJKOD"}, {"RIGHT-CODE", "FLY"},
    {"RULE-NOT-AFTER", ""}, {"RULE-CONDITION", "road.unknown"}, {"TEXT-KIND", "CIVST"}, {"TEXT-CODE", "U"},
    {"TEXT-DA", "ugift"}, {"DATO", "20261125"}, {"TEKST", "Vejkoden findes ikke"},
})};

bool is_moment(std::string_view name) {
  for (std::string_view const part : {"DTO", "-DT", "DATO", "HAENSTART", "-UTC", "DATE", "TIDSPUNKT", "TIMESTAMP",
                                      "MODTAGET", "AFGJORT", "UDLOEB", "LOGON", "LOADED", "WRITTEN", "VALID-FROM"})
    if (name.find(part) != std::string_view::npos) return true;
  return false;
}

/// What ended has not ended yet.
bool is_end(std::string_view name) {
  return name.find("SLUT") != std::string_view::npos || name.find("SLET") != std::string_view::npos;
}

/// A date or time in the form that its width tells.
std::string_view moment(item const& i) {
  switch (i.length) {
    case 8: return "20170801";
    case 10: return i.kind == category::text ? "2017-08-01" : "";
    case 12: return "201708010000";
    case 14: return "20170801093000";
    case 20: return "20170801093000123456";
    default: return {};
  }
}

}  // namespace

std::string_view sample_for(item const& i) {
  for (auto const& [name, value] : samples)
    if (i.name == name && value.size() <= i.length) return value.empty() ? " " : value;
  if (is_moment(i.name) && !i.name.ends_with("-AF")) {
    if (is_end(i.name)) return i.kind == category::digits ? "0" : " ";
    if (std::string_view const m = moment(i); !m.empty()) return m;
  }
  for (auto const& [name, value] : samples)
    if ((i.name.ends_with("-" + std::string(name)) || i.name.starts_with(std::string(name) + "-") ||
         (i.name.starts_with(name) && i.name.size() == name.size() + 1)) &&
        value.size() <= i.length)
      return value.empty() ? " " : value;
  return {};
}

}  // namespace samspil::admin
