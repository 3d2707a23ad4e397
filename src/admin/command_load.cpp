#include "admin/functions.hpp"
#include "admin/generate.hpp"
#include "admin/load.hpp"
#include "admin/report.hpp"
#include "admin/values.hpp"

namespace samspil::admin {
namespace {

load_result load_bytes(context const& with, std::string_view bytes, std::string_view source, load_options const& how) {
  load_progress const shown = [&](std::string_view phase, std::uint64_t done, std::uint64_t total) {
    return with.shown.update(phase, done, total, "bytes");
  };
  if (with.command == "load persons") return load_persons(with.db(), bytes, source, with.who, how, shown);
  if (with.command == "load authorities") return load_authorities(with.db(), bytes, source, with.who, how, shown);
  return load_roads(with.db(), bytes, source, with.who, how, shown);
}

}  // namespace

int load(context const& with, arguments const& given) {
  std::string_view const source = given.value("FILE");
  auto const file = with.files->find(source);
  if (file == with.files->end()) return fail(with, status::fault, "the file did not come with the command");
  auto const bytes = read_file(file->second, source);
  if (!bytes) return fail(with, bytes.error().exit_status, bytes.error().text);
  load_options const how{.without_end = given.has("--without-end"), .force_sequence = given.has("--force-sequence")};
  load_result const loaded = load_bytes(with, *bytes, source, how);
  if (!loaded) return fail(with, loaded.error().exit_status, loaded.error().text);
  with.shown.clear();
  for (std::string const& warning : loaded->warnings) with.err << "samspil: " << warning << '\n';
  if (with.json)
    write_json(with.out, loaded->json());
  else
    with.out << loaded->text();
  return loaded->exit_status();
}

int generate_files(context const& with, arguments const& given) {
  auto const persons = number_value("--persons", given.value("--persons"), 1, generate_persons_max);
  if (!persons) return fail(with, status::usage, persons.error().text);
  auto const seed = number_value("--seed", given.value("--seed"), 0, 999'999'999'999'999'999);
  if (!seed) return fail(with, status::usage, seed.error().text);
  auto const made = generate(*persons, *seed, std::filesystem::path(given.value("--out")),
                             [&](std::uint64_t done, std::uint64_t total) {
                               return with.shown.update("generating", done, total, "persons");
                             });
  if (!made) return fail(with, made.error().exit_status, made.error().text);
  with.shown.clear();
  if (with.json)
    write_json(with.out, made->json());
  else
    with.out << made->text();
  return status::ok;
}

}  // namespace samspil::admin
