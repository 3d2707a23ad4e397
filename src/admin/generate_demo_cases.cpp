// Persons of the shipped register that each show something: one function for
// each case, named after it. All are made up.
#include "admin/generate_demo_maker.hpp"

namespace samspil::admin {
namespace {

void protected_names(demo_maker& to) {
  auto& mother = to.person('K', "Karoline", "Stenvad", 19880405);
  auto& father = to.person('M', "Jeppe", "Stenvad", 19861213);
  auto& child = to.person('M', "Alfred", "Stenvad", 20160808);
  to.marry(mother, father, 20130907);
  to.child_of(child, &mother, &father);
  to.live({&mother, &father, &child}, place_of("0851 1016 30 2 tv"), 20181101);
  mother.protections = {{1, demo_day(20250101)}};                           // without an end
  child.protections = {{1, demo_day(20250101), demo_day(20270101)}};        // with one
  father.protections = {{3, demo_day(20100504)}, {5, demo_day(20200615)}};  // marketing, credit warning

  auto& over = to.person('K', "Hedda", "Klinge", 19721017);
  to.live(over, place_of("0101 0416 12 1 tv"), 20090201);
  over.protections = {{1, demo_day(20200301), demo_day(20210301)}, {2, demo_day(20220301)}, {4, demo_day(19980604)}};
}

void married_but_apart(demo_maker& to) {
  auto& wife = to.person('K', "Annelise", "Husum", 19640229);
  auto& husband = to.person('M', "Jens Otto", "Husum", 19611108);
  to.marry(wife, husband, 19900519);
  to.live({&wife, &husband}, place_of("0751 0140 15 2 tv"), 19950401);
  to.live(husband, place_of("0101 0208 17 4 th"), 20220601);
}

void no_fixed_home(demo_maker& to) {
  auto& one = to.person('M', "Ib", "Vandel", 19590911);
  to.live(one, place_of("0101 0340 9 1 th"), 19980101);
  to.live(one, place_of("0101 9901"), 20231001);
  auto& other = to.person('K', "Solveig", "Barsmark", 19970523);
  to.live(other, place_of("0851 9910"), 20240715);
  auto& north = to.person('M', "Aqqaluk", "Olsvig", 19900830);
  to.live(north, place_of("0956 0031 4 - - 3104"), 20100101);
  to.live(north, place_of("0956 9955"), 20240201);
}

void tax_number_only(demo_maker& to) {
  auto& c = to.person('M', "Piotr", "Zielony", 19851019);
  c.status = 20;
  c.citizenship = c.born_in = "5154";
  c.church = 'U';
  c.contact_lines = {"c/o Havnens Skibsbyg", "Kridtgravsbakken 40", "9000 Aalborg"};
  c.contact_from = demo_day(20240501);
}

void disappeared(demo_maker& to) {
  auto& gone = to.person('M', "Bue", "Kragelund", 19780206);
  to.live(gone, place_of("0751 0377 35 1 tv"), 20120301);
  to.leave(gone, 20230419);
  gone.status = 70;
  gone.status_from = gone.disappeared = demo_day(20230419);

  auto& found = to.person('K', "Ninna", "Morild", 19950127);
  to.live(found, place_of("0751 0377 35 2 th"), 20150801);
  to.leave(found, 20210210);
  found.former_absences = {{demo_day(20210210), demo_day(20220905)}};
  to.live(found, place_of("0751 0140 20 1 tv"), 20220905);
}

void emigrated(demo_maker& to) {
  auto& mother = to.person('K', "Maren", "Rughave", 19890316);
  auto& father = to.person('M', "Ulrik", "Rughave", 19870704);
  auto& child = to.person('K', "Silke", "Rughave", 20170925);
  to.marry(mother, father, 20150606);
  to.child_of(child, &mother, &father);
  to.live({&mother, &father, &child}, place_of("0101 0112 30 1 th"), 20150901);
  for (citizen* c : {&mother, &father, &child}) {
    to.leave(*c, 20220801);
    c->status = 80;
    c->status_from = demo_day(20220801);
    c->abroad = foreign_home{"5120", demo_day(20220801), {"P\xE5hittade gatan 4", "S 211 00 Ingenstad"}};
  }
  auto& alone = to.person('M', "Jack", "Fabricius", 19690601);
  to.live(alone, place_of("0851 1120 31"), 19990101);
  to.leave(alone, 20191212);
  alone.status = 80;
  alone.status_from = demo_day(20191212);
  alone.abroad = foreign_home{"5102", demo_day(20191212)};
}

void came_back(demo_maker& to) {
  auto& c = to.person('K', "Gry", "Solbjerg", 19831105);
  to.live(c, place_of("0833 0044 7"), 20020801);  // a municipality that is closed since
  to.leave(c, 20060901);
  c.former_abroad = {{"5110", demo_day(20060901), demo_day(20130315)}};
  to.live(c, place_of("0851 1120 8"), 20130315);
  auto& child = to.person('M', "Eskil", "Solbjerg", 20140707);
  to.child_of(child, &c, nullptr);
  child.father = {"", demo_day(19800202), "Nordmann,Ola"};
  to.live(child, place_of("0851 1120 8"), 20140707);
}

void citizens_of_elsewhere(demo_maker& to) {
  auto& new_citizen = to.person('K', "Heike", "Sandmann", 19760814);
  new_citizen.born_in = "5180";
  new_citizen.former_abroad = {{"5180", std::nullopt, demo_day(20040901)}};
  new_citizen.former_citizenships = {{"5180", new_citizen.born, demo_day(20190612)}};
  new_citizen.citizen_from = demo_day(20190612);
  to.live(new_citizen, place_of("0851 1016 75 1 tv"), 20040901);
  auto& swede = to.person('M', "Bj\xF6rn", "L\xF6vdal", 19930420);
  swede.citizenship = swede.born_in = "5120";
  swede.church = 'U';
  swede.registered_from = demo_day(20210801);
  swede.former_abroad = {{"5120", std::nullopt, demo_day(20210801)}};
  to.live(swede, place_of("0101 0208 51 1 tv"), 20210801);
  auto& stateless = to.person('K', "Rima", "Haddad Vang", 19990916);
  stateless.citizenship = "5103";
  stateless.born_in = "5102";
  stateless.church = 'U';
  to.live(stateless, place_of("0751 0377 8 - -"), 20160110);
}

void widowed(demo_maker& to) {
  auto& widow = to.person('K', "Esther", "Lundby", 19390417);
  auto& died = to.person('M', "Svend Aage", "Lundby", 19360825);
  to.marry(widow, died, 19620714);
  to.live({&widow, &died}, place_of("0851 1204 10 st tv"), 19830501);
  to.die(died, &widow, 20210119);
  auto& partner = to.person('M', "Flemming", "Strandkv\xE6" "de", 19480606);
  auto& late = to.person('M', "Knud Erik", "Toft Nygaard", 19451001);
  to.marry(partner, late, 19910803, 'P');
  to.live({&partner, &late}, place_of("0101 0416 20 2 th"), 19920201);
  to.die(late, &partner, 20180330);
}

void partners(demo_maker& to) {
  auto& one = to.person('K', "Kirstine", "M\xF8rk", 19650302);
  auto& other = to.person('K', "Lis", "Ravnsborg", 19671121);
  to.marry(one, other, 20020615, 'P');
  to.live({&one, &other}, place_of("0751 0233 14"), 20030101);
  auto& a = to.person('M', "Torben", "Skjern Dal", 19700810);
  auto& b = to.person('M', "Allan", "Isager", 19720418);
  to.marry(a, b, 20000916, 'P');
  to.live({&a, &b}, place_of("0101 0112 15 3 tv"), 20000916);
  to.part(a, b, 20090401, 'O');
  to.live(b, place_of("0101 0112 40 1 tv"), 20090415);
}

void divorced(demo_maker& to) {
  auto& mother = to.person('K', "Helle", "Brandstrup", 19810530);
  auto& father = to.person('M', "Claus", "Brandstrup", 19790212);
  auto& eldest = to.person('K', "Ida", "Brandstrup", 20061017);   // grown up and still at home
  auto& middle = to.person('M', "Oscar", "Brandstrup", 20100603);
  auto& youngest = to.person('K', "Luna", "Brandstrup", 20140221);
  to.marry(mother, father, 20050820);
  for (citizen* c : {&eldest, &middle, &youngest}) to.child_of(*c, &mother, &father);
  to.live({&mother, &father, &eldest, &middle, &youngest}, place_of("0851 1016 27"), 20080701);
  to.part(mother, father, 20191105);
  to.live({&father, &middle}, place_of("0851 1120 19 1 th"), 20191115);
}

/// The number was changed: a correction of sex. The old one leads to the valid one.
void changed_number(demo_maker& to) {
  auto& c = to.person('K', "Robin", "Vestermark", 19920229);
  to.live(c, place_of("0101 0208 48A 1 tv"), 20140801);
  auto& old = to.person('M', "Robin", "Vestermark", 19920229);
  old.status = 60;
  old.status_from = demo_day(20200303);
  old.valid_pnr = c.pnr;
  c.former_pnr.push_back({old.pnr});

  auto& kept = to.person('M', "Yusuf", "Aslan", 19840104);
  to.live(kept, place_of("0751 0377 2 3 tv"), 20110901);
  auto& twice = to.person('M', "Yussuf", "Aslan", 19840104);
  twice.status = 50;
  twice.status_from = demo_day(20120215);
  twice.valid_pnr = kept.pnr;
  kept.former_pnr.push_back({twice.pnr});

  auto& annulled = to.person('K', "Fejl", "Oprettet", 19960606);
  annulled.status = 30;
  annulled.status_from = demo_day(20160701);
}

void changed_name(demo_maker& to) {
  auto& mother = to.person('K', "Tina", "Krabbesholm", 19850721);
  auto& child = to.person('M', "Valdemar", "Krabbesholm", 20150310);
  to.child_of(child, &mother, nullptr);
  child.mother.name = "Krabbesholm,Tina";  // filled, so that a change of her name changes it
  child.mother.born = mother.born;
  mother.former_names = {{{"Tina", "", "Nielsson", mother.born}, demo_day(20120505)}};
  mother.name.from = demo_day(20120505);
  to.live({&mother, &child}, place_of("0851 1120 31 2 tv"), 20150601);
  auto& longest = to.person('K', "Alexandra Wilhelmina Charlotte", "Rosenkilde-Gyldenstjernholm", 19990111);
  to.live(longest, place_of("0101 0416 33"), 20210701);
}

/// More in the household than a layout shows: the spouse and nine children.
void many_children(demo_maker& to) {
  auto& mother = to.person('K', "Ellen Margrethe", "Klosterg\xE5rd", 19840919);
  auto& father = to.person('M', "Johannes", "Klosterg\xE5rd", 19810626);
  to.marry(mother, father, 20070804);
  std::vector<citizen*> all{&mother, &father};
  struct child {
    char sex;
    char const* first;
    int born;
  };
  for (auto const& [sex, first, born] :
       {child{'M', "Peter", 20080912}, child{'K', "Maria", 20100201}, child{'M', "Paulus", 20110630},
        child{'K', "Marta", 20121115}, child{'M', "Jakob", 20140420}, child{'M', "Simon", 20151005},
        child{'K', "Judith", 20170313}, child{'M', "Daniel", 20190801}, child{'K', "Ruth", 20220222}}) {
    auto& c = to.person(sex, first, "Klosterg\xE5rd", born);
    to.child_of(c, &mother, &father);
    all.push_back(&c);
  }
  to.live(all, place_of("0751 0233 40"), 20090301);
}

void with_others(demo_maker& to) {
  auto& host = to.person('K', "Aase", "Vinkel", 19550908);
  to.live(host, place_of("0751 0140 3 1 th"), 19880801);
  auto& lodger = to.person('M', "Emil", "Tjele", 20020117);
  to.live(lodger, place_of("0751 0140 3 1 th"), 20230901);
  lodger.lives->conv = "Aase Vinkel";
  lodger.lives->lines = {"Kvisten", "Indgang fra g\xE5rden"};
  lodger.lives->lines_from = lodger.lives->from;
  auto& fostered = to.person('K', "Sara", "Tjele", 20130506);  // lives with neither parent, who are not in the register
  fostered.mother = {"", demo_day(19860101), "Tjele,Susanne"};
  to.live(fostered, place_of("0851 1120 12"), 20190101);
}

void married_to_somebody_elsewhere(demo_maker& to) {
  auto& c = to.person('M', "Ole", "Sandvad", 19740412);
  to.live(c, place_of("0851 1016 26 st tv"), 20010901);
  c.former_civil = {{{'U', "", c.born}, demo_day(20170318)}};
  c.civil = {'G', "0000000000", demo_day(20170318), "Srisuk,Malee", demo_day(19790130)};
}

void told_of_before(demo_maker& to) {
  auto& c = to.person('K', "Dagmar", "Holtegaard", 19600606);
  to.live(c, place_of("0851 1204 2 2 th"), 20100601);
  c.events = {{"201006011015", "A05"}, {"202403120940", "A22"}};
}

}  // namespace

void add_demo_cases(demo_maker& to) {
  for (auto const& add : {protected_names, married_but_apart, no_fixed_home, tax_number_only, disappeared, emigrated,
                          came_back, citizens_of_elsewhere, widowed, partners, divorced, changed_number, changed_name,
                          many_children, with_others, married_to_somebody_elsewhere, told_of_before})
    add(to);
}

}  // namespace samspil::admin
