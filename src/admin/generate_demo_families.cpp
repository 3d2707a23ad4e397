// Ordinary families of the shipped register: everybody lives where his family
// lives, and spouses, parents and children name each other. All are made up.
#include <vector>

#include "admin/generate_demo_maker.hpp"

namespace samspil::admin {
namespace {

struct member {
  char sex;
  char const* first;
  int born;
  char const* last = "";  ///< empty: the family's
};

struct family {
  char const* last;
  char const* where;
  int from;
  char const* before;  ///< where the grown-ups lived before; empty: nothing is known
  int before_from;
  int married;         ///< 0: they are not
  std::vector<member> grown_ups;
  std::vector<member> children;
};

std::vector<family> families_of_aalborg() {
  return {
      {"Bramholt",
       "0851 1016 14 1 tv",
       20170801,
       "0101 0208 17 2 th",
       20110301,
       20100612,
       {{'K', "Sigrid", 19820314}, {'M', "Tobias", 19800102}},
       {{'K', "Liv", 20120505}, {'M', "Otto", 20150917}, {'K', "Rosa", 20190228}}},
      {"Dybkj\xE6r",
       "0851 1016 41",
       20150401,
       "",
       0,
       20030816,
       {{'M', "Henning", 19740620}, {'K', "Bente Marie", 19761130}},
       {{'M', "Jonas", 20051211}, {'M', "Malte", 20110703}, {'K', "Freja", 20120229}}},
      {"Egebo",
       "0851 1016 64A",
       20200915,
       "0851 1120 3",
       20120101,
       0,
       {{'K', "Nanna", 19880909}, {'M', "Rune", 19860421, "Toftehave"}},
       {{'K', "Alma", 20180312}, {'K', "Ella", 20201224}}},
      {"Fjordside",
       "0851 1120 12",
       20090601,
       "",
       0,
       19981003,
       {{'M', "Preben", 19630216}, {'K', "Lone", 19660805}},
       {}},
      {"Gr\xF8nvang",
       "0851 1120 12A",
       20220501,
       "0751 0140 8 3 mf",
       20160901,
       20190720,
       {{'M', "Anders", 19910118}, {'M', "Jeppe", 19890730}},
       {{'M', "Storm", 20210611}}},
      {"Havn\xF8",
       "0851 1120 25",
       20130201,
       "",
       0,
       0,
       {{'K', "Merete", 19790423}},
       {{'M', "Villads", 20090814}, {'K', "Asta", 20130120}}},
      {"Idager",
       "0851 1204 2 st tv",
       19990701,
       "",
       0,
       19720506,
       {{'M', "Orla", 19470328}, {'K', "Gudrun", 19501017}},
       {}},
      {"Kvistgaard", "0851 1204 2 st th", 20180101, "0751 0233 21", 20100801, 0, {{'K', "Yrsa", 19930225}}, {}},
      {"Lyngdal",
       "0851 1204 2 1 tv",
       20160301,
       "",
       0,
       20140705,
       {{'K', "Ditte", 19870613}, {'M', "Sune", 19850909}},
       {{'M', "Elliot", 20140119}, {'M', "Albert", 20160823}, {'K', "Saga", 20200402}, {'K', "Vilja", 20230115}}},
      {"Mosehus", "0851 1204 8B 2 mf", 20190801, "", 0, 0, {{'M', "Troels", 19991231}}, {}},
      {"N\xF8rremark",
       "0851 1204 10 3 th",
       20210601,
       "0101 0112 22 4 tv",
       20150101,
       0,
       {{'M', "Casper", 19940703}, {'K', "Line", 19950511, "Vesterled"}},
       {}},
  };
}

std::vector<family> families_of_copenhagen() {
  return {
      {"Odderb\xE6k", "0101 0112 6 2 th", 20180401, "", 0, 20150822,
       {{'M', "Villiam", 19840917}, {'K', "Karla", 19860203}}, {{'M', "August", 20170606}, {'K', "Merle", 20221010}}},
      {"Pilehave", "0101 0112 11 st tv", 20140901, "0851 1204 8A 1 th", 20080901, 20120714,
       {{'K', "Ragnhild", 19780101}, {'M', "Esben", 19770831}},
       {{'M', "Hjalmar", 20091101}, {'M', "Birk", 20120218}}},
      {"R\xF8rdal", "0101 0112 22 5 tv", 20220815, "0751 0377 30 2 tv", 20170801, 0, {{'K', "Ingeborg", 19980622}}, {}},
      {"Sneholt", "0101 0208 17 1 tv", 20100501, "", 0, 20010908,
       {{'M', "Bertel", 19690412}, {'K', "Hanne", 19710729}},
       {{'M', "Asger", 20040325}, {'K', "Signe", 20070816}}},
      {"Thorsager", "0101 0208 48B", 20190301, "", 0, 20080809,
       {{'K', "Amina", 19811222}, {'M', "Karim", 19790505}},
       {{'K', "Leila", 20100104}, {'M', "Sami", 20130930}, {'M', "Noah", 20160127}}},
      {"Ullemose", "0101 0208 52", 20050801, "", 0, 19780603, {{'M', "Vagn", 19520819}, {'K', "Ruth", 19540109}}, {}},
      {"Vigh\xF8j", "0101 0208 119 3 tv", 20230201, "0851 1016 30 1 th", 20190701, 0,
       {{'K', "Johanne", 20010415}, {'K', "Mathilde", 20000926, "Ager\xF8"}}, {}},
      {"Winding", "0101 0340 12 st tv", 20220901, "", 0, 0, {{'M', "Theodor", 20030210}}, {}},
      {"Zinnfeldt", "0101 0340 12 1 tv", 20230815, "", 0, 0, {{'K', "Emilia", 20040619}}, {}},
      {"\xC5" "bakke", "0101 0416 7", 20110701, "", 0, 20060520,
       {{'K', "Vibeke", 19750818}, {'M', "Niels Ebbe", 19721205}},
       {{'K', "Tilde", 20080731}, {'M', "Gorm", 20101113}}},
  };
}

std::vector<family> families_of_aarhus_and_nuuk() {
  return {
      {"\xD8stermark",
       "0751 0140 3 2 tv",
       20170301,
       "0101 0340 5",
       20130901,
       20160903,
       {{'M', "Laurits", 19880214}, {'K', "Selma", 19900707}},
       {{'K', "Bodil", 20180909}, {'M', "Ivar", 20210331}}},
      {"\xC6rnest", "0751 0140 8 3 mf", 20160101, "", 0, 0, {{'K', "Birgitte", 19671019}}, {{'M', "Kasper", 20061130}}},
      {"Astrup Bech",
       "0751 0140 15 st th",
       20200701,
       "",
       0,
       20110611,
       {{'K', "Camilla", 19830325}, {'M', "Mikkel", 19811011}},
       {{'M', "Viggo", 20140828}, {'M', "Aksel", 20140828}}},
      {"Bisgaard-Lind",
       "0751 0233 4",
       20080601,
       "",
       0,
       19990515,
       {{'M', "Frode", 19680109}, {'K', "Inger", 19701224}},
       {{'K', "Sofie", 20030602}, {'K', "Agnes", 20090417}}},
      {"Carstensen",
       "0751 0233 21",
       20210901,
       "0851 1016 75",
       20150601,
       20180602,
       {{'K', "Thea", 19920110}, {'M', "Mads", 19901118}},
       {{'K', "Nora", 20190523}, {'M', "Anton", 20220714}}},
      {"Dalgas",
       "0751 0377 30 2 tv",
       20220901,
       "",
       0,
       0,
       {{'M', "Gustav", 20020808}, {'K', "Olivia", 20030303, "Falke"}},
       {}},
      {"Elkj\xE6r", "0751 0377 33", 20000901, "", 0, 19750927, {{'K', "Tove", 19530712}, {'M', "Kurt", 19510430}}, {}},
      {"Kleist",
       "0956 0031 12 - - 3112",
       20150601,
       "",
       0,
       20120728,
       {{'K', "Paninnguaq", 19850627}, {'M', "Malik", 19830119}},
       {{'K', "Ivalu", 20130808}, {'M', "Inuk", 20170221}}},
  };
}

void add(demo_maker& to, family const& of) {
  std::vector<citizen*> grown_ups, all;
  auto put = [&](member const& m) {
    citizen& c = to.person(m.sex, m.first, *m.last != '\0' ? m.last : of.last, m.born);
    all.push_back(&c);
    return &c;
  };
  for (member const& m : of.grown_ups) grown_ups.push_back(put(m));
  if (of.married != 0) to.marry(*grown_ups[0], *grown_ups[1], of.married);
  citizen* mother = nullptr;
  citizen* father = nullptr;
  for (citizen* c : grown_ups) (c->sex == 'K' && mother == nullptr ? mother : father) = c;
  if (grown_ups.size() == 2 && father == grown_ups[1] && grown_ups[0]->sex == 'M') mother = grown_ups[0];  // two men
  for (member const& m : of.children) to.child_of(*put(m), mother, father);
  if (*of.before != '\0') to.live(grown_ups, place_of(of.before), of.before_from);
  to.live(all, place_of(of.where), of.from);
}

}  // namespace

void add_demo_families(demo_maker& to) {
  for (auto const& part : {families_of_aalborg(), families_of_copenhagen(), families_of_aarhus_and_nuuk()})
    for (family const& f : part) add(to, f);
}

}  // namespace samspil::admin
