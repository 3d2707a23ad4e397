// Roads of the shipped register. The names are made up.
#include "admin/generate_demo.hpp"
#include "codec/field.hpp"
#include "rec/road.hpp"

namespace samspil::admin {
namespace {

std::vector<postal_part> one_district(char const* postnr, char const* name) {
  return {{all_even(), postnr, name}, {all_odd(), postnr, name}};
}

std::vector<town_part> one_town(char const* name) { return {{all_even(), name}, {all_odd(), name}}; }

/// Parish and polling districts: kept and read by nobody yet.
std::string other_districts(std::string const& komkod, std::string const& vejkod) {
  using namespace samspil::rec;
  codec::buffer<ROAD_009> parish;
  parish.set(ROAD_009::RECORDTYPE, 9U).set(ROAD_009::KOMKOD, komkod).set(ROAD_009::VEJKOD, vejkod);
  parish.set(ROAD_009::HUSNRFRA, "001 ").set(ROAD_009::HUSNRTIL, "999Z").set(ROAD_009::LIGEULIGE, "U");
  parish.set(ROAD_009::TIMESTAMPU, "202501010000")
      .set(ROAD_009::KIRKEKOD, "07")
      .set(ROAD_009::DISTTXT, "Kridtgravens Sogn");
  codec::buffer<ROAD_014> polls;
  polls.set(ROAD_014::RECORDTYPE, 14U).set(ROAD_014::KOMKOD, komkod).set(ROAD_014::VEJKOD, vejkod);
  polls.set(ROAD_014::HUSNRFRA, "    ").set(ROAD_014::HUSNRTIL, "998Z").set(ROAD_014::LIGEULIGE, "L");
  polls.set(ROAD_014::TIMESTAMPU, "202501010000")
      .set(ROAD_014::VALGKOD, "03")
      .set(ROAD_014::DISTTXT, "Forsamlingshuset");
  return std::string(parish.bytes()) + std::string(polls.bytes());
}

std::vector<road_facts> copenhagen() {
  std::vector<road_facts> out;
  out.push_back({"0101",
                 "0112",
                 "Kastanjekajen",
                 {{{'L', "002 ", "120 "},
                   "2300",
                   "K\xF8"
                   "benhavn S"},
                  {{'U', "001 ", "099 "},
                   "2300",
                   "K\xF8"
                   "benhavn S"}}});
  out.push_back({"0101",
                 "0208",
                 "T\xE5rnfalkesvinget",
                 {{{'L', "002 ", "048Z"},
                   "2200",
                   "K\xF8"
                   "benhavn N"},
                  {{'L', "050 ", "120Z"},
                   "2100",
                   "K\xF8"
                   "benhavn \xD8"},
                  {{'U', "001 ", "051Z"},
                   "2200",
                   "K\xF8"
                   "benhavn N"},
                  {{'U', "053 ", "119Z"},
                   "2100",
                   "K\xF8"
                   "benhavn \xD8"}}});
  road_facts lane{"0101", "0340", "Gamle Rebslagergang", one_district("2300", "K\xF8" "benhavn S")};
  lane.dwellings = {{"012 ", "st", "  tv", "Kollegiet Rebet"},
                    {"012 ", "st", "  th", "Kollegiet Rebet"},
                    {"012 ", "01", "  tv", "Kollegiet Rebet"},
                    {"012 ", "01", "0014", "Kollegiet Rebet, v\xE6relse 14"}};
  out.push_back(std::move(lane));
  out.push_back({"0101", "0416", "Nordre Glasv\xE6rksplads ved Kanalen", one_district("2100", "K\xF8" "benhavn \xD8")});
  road_facts closed{"0101", "0520", "Smedestr\xE6" "det", one_district("2200", "K\xF8" "benhavn N")};
  closed.moved_to = "01010208";
  closed.notes = {"Lagt ind under T\xE5rnfalkesvinget"};
  out.push_back(std::move(closed));
  road_facts planned{"0101", "0560", "Kommende Kaj", one_district("2300", "K\xF8" "benhavn S")};
  planned.opened = "202605010000";
  out.push_back(std::move(planned));
  out.push_back({"0101", "9901", "K\xF8" "benhavns Kommune 1"});
  return out;
}

std::vector<road_facts> aarhus() {
  std::vector<road_facts> out;
  out.push_back({"0751", "0140", "Humlegrenen", one_district("8000", "Aarhus C")});
  out.push_back({"0751", "0233", "Skovfogedlunden", one_district("8340", "Malling"), one_town("Bredhave")});
  out.push_back({"0751", "0377", "M\xF8llekarmen",
                 {{{'L', "    ", "030Z"}, "8000", "Aarhus C"}, {{'L', "032 ", "998Z"}, "8200", "Aarhus N"},
                  {{'U', "001 ", "031Z"}, "8000", "Aarhus C"}, {{'U', "033 ", "999Z"}, "8200", "Aarhus N"}}});
  out.push_back({"0751", "9905", "Aarhus Kommune 5"});
  return out;
}

std::vector<road_facts> aalborg() {
  std::vector<road_facts> out;
  // Three postal districts and two towns on one road, the borders at different numbers.
  road_facts ferry{"0851", "1016", "F\xE6rgemandsvejen",
                   {{{'L', "002 ", "024Z"}, "9000", "Aalborg"}, {{'L', "026 ", "060Z"}, "9220", "Aalborg \xD8st"},
                    {{'L', "062 ", "998Z"}, "9310", "Vodskov"}, {{'U', "001 ", "031Z"}, "9000", "Aalborg"},
                    {{'U', "033 ", "071Z"}, "9220", "Aalborg \xD8st"}, {{'U', "073 ", "999Z"}, "9310", "Vodskov"}}};
  ferry.towns = {{{'L', "040 ", "060Z"}, "Sandhaven"},
                 {{'L', "062 ", "998Z"}, "Vester Klithede"},
                 {{'U', "073 ", "999Z"}, "Vester Klithede"}};
  out.push_back(std::move(ferry));
  road_facts pit{"0851", "1120", "Kridtgravsbakken", one_district("9000", "Aalborg")};
  pit.others = other_districts("0851", "1120");
  out.push_back(std::move(pit));
  road_facts terrace{"0851", "1204", "Limfjordsterrasserne", one_district("9000", "Aalborg")};
  terrace.dwellings = {{"008B", "02", "  mf", "G\xE5rdhuset"}};
  out.push_back(std::move(terrace));
  out.push_back({"0851", "9910", "Aalborg Kommune 10"});
  return out;
}

std::vector<road_facts> elsewhere() {
  std::vector<road_facts> out;
  out.push_back({"0956", "0031", "Siku Aqqutaa", one_district("3900", "Nuuk")});
  out.push_back({"0956", "9955", "Sermersooq 55"});
  road_facts closed{"0833", "0044", "Hedebr\xE6kkerne", one_district("9610", "N\xF8rager")};
  closed.moved_to = "08511120";
  out.push_back(std::move(closed));
  return out;
}

}  // namespace

void add_demo_roads(road_book& to) {
  for (auto const& part : {copenhagen(), aarhus(), aalborg(), elsewhere()})
    for (road_facts const& road : part) to.add(road);
}

}  // namespace samspil::admin
