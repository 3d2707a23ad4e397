#include "admin/generate_names.hpp"

namespace samspil::admin {
namespace {

constexpr std::string_view women[] = {
    "Agnete", "Alberte", "Alma",  "Andrea", "Anja",   "Asta",    "Astrid", "Birgit", "Bodil", "Camilla", "Clara",
    "Ditte",  "Ebba",    "Ellen", "Emma",   "Filippa", "Freja",  "Gerda",  "Gro",    "Hanne", "Helle",   "Ida",
    "Inge",   "Ingrid",  "Johanne", "Josefine", "Karen", "Karla", "Kirsten", "Laura", "Lis",   "Liv",     "Lone",
    "Maja",   "Marie",   "Mathilde", "Mette", "Nanna", "Nete",   "Olga",   "Pernille", "Rikke", "Ruth",   "Sara",
    "Selma",  "Sif",     "Signe", "S\xF8lvi", "Thyra", "Tove",   "Ulla",   "Vibeke", "Viola", "Yrsa",    "\xC6ra", "\xD8" "da"};
constexpr std::string_view men[] = {
    "Aage",  "Adam",   "Aksel",  "Alfred", "Anders", "Anton",  "Arne",   "Asger", "August", "Bent",  "Bjarke", "Carl",
    "Christian", "Ebbe", "Emil", "Erik",   "Finn",   "Frederik", "Frode", "Georg", "Gunnar", "Halfdan", "Hans", "Henrik",
    "Holger", "Ivar",  "Jakob",  "Jens",   "Jeppe",  "Jesper", "Johan",  "J\xF8rgen", "Karl", "Kaj",  "Kasper", "Knud",
    "Lars",  "Leif",   "Magnus", "Malthe", "Mikkel", "Niels",  "Oluf",   "Oskar", "Palle", "Peder",  "Poul",   "Rasmus",
    "Regnar", "Sigurd", "S\xF8ren", "Tage", "Thor",  "Troels", "Uffe",   "Valdemar", "Viggo", "\xC5ge"};
constexpr std::string_view family_names[] = {
    "Aaberg",   "Agerskov", "Askholt",  "Bavnh\xF8j", "Birkelund", "Bl\xE5" "bjerg", "Bro",      "Bundsgaard", "Damholt",
    "Dybdal",   "Egelund",  "Elmholdt", "Engtoft",  "Fiskerstrand", "Fredslund", "Gammeltoft", "Granhus",  "Grubbe",
    "Hald",     "Havmand",  "Hedelund", "Hjortsh\xF8j", "Holmager", "Humleb\xE6k", "Iversholm", "Jessing",  "Kallehave",
    "Kildeg\xE5rd", "Klitgaard", "Kornerup", "Krogholm", "Lerche",  "Lindeskov", "Lundegaard", "Lyngh\xF8j", "Maarup",
    "Mosekj\xE6r", "M\xF8rkeberg", "Navntoft", "N\xF8rrelund", "Odderskov", "Overby", "Pilegaard", "Quist",   "Ravnholt",
    "Rosenvinge", "R\xF8nh\xF8j", "Sandager", "Skovbo",  "Sneum",    "Stenbjerg", "Svanholm", "S\xF8nderkj\xE6r",
    "Tangaa",   "Thorup",   "Toftlund", "Ullits",   "Vangsted", "Vesterholm", "Vibeholm", "Vinterberg", "Wilders",
    "\xC6" "blegaard", "\xD8ster\xE5", "\xC5kj\xE6r"};
constexpr std::string_view works[] = {"", "", "", "Murer", "Sygeplejerske", "L\xE6rer", "Gartner", "Ingeni\xF8r", "Kok",
                                      "Bogholder", "Snedker", "P\xE6" "dagog", "Bager", "Tandl\xE6ge", "Mekaniker"};

}  // namespace

std::span<std::string_view const> first_names(char sex) {
  return sex == 'M' ? std::span<std::string_view const>(men) : std::span<std::string_view const>(women);
}
std::span<std::string_view const> last_names() { return family_names; }
std::span<std::string_view const> professions() { return works; }

}  // namespace samspil::admin
