#include <optional>

#include "admin/encoding.hpp"
#include "admin/load_person_index.hpp"
#include "admin/load_run.hpp"
#include "admin/masking.hpp"
#include "codec/field.hpp"
#include "rec/person.hpp"
#include "record/person.hpp"

namespace samspil::admin {
namespace {

using record::type_of;

/// What a record 910 or 997 says: reported and not kept.
std::string notice_of(record::file_record const& found) {
  std::string const bytes = found.text();
  std::string line = "record " + std::to_string(found.number) + ": not kept: ";
  if (found.type == type_of<rec::PERSON_997>()) {
    codec::view<rec::PERSON_997> const v(bytes);
    return line + "997 HAENDELSE " + to_terminal(v[rec::PERSON_997::HAENDELSE]);
  }
  codec::view<rec::PERSON_910> const v(bytes);
  std::string const text(codec::trimmed(v[rec::PERSON_910::FEJLTXT_UDTRAEK]));
  return line + "910 FEJLNR " + to_terminal(v[rec::PERSON_910::FEJLNR]) + " " + to_terminal(without_numbers(text));
}

/// Checks the whole file and notes in `index` where each person's records are.
std::optional<load_error> check(load_run& run, record::cpr_file& file, person_index& index, std::size_t total) {
  while (true) {
    auto const next = file.next();
    if (!next) return run.bad(next.error());
    if (!*next) return std::nullopt;
    record::file_record const& found = **next;
    run.count(found);
    if (found.type > 99)
      run.warn(notice_of(found));
    else if (auto const wrong = index.add(found))
      return run.bad(file.error_at(found, wrong->field, wrong->byte, wrong->expected));
    if (run.cancelled("checking", file.position(), total)) return run.stopped();
  }
}

/// Stages every person; false when it was cancelled.
bool stage(load_run& run, record::cpr_file const& file, person_index& index, store::person_load& load,
           std::size_t total) {
  std::string records;
  std::uint64_t done = 0;
  bool whole = true;
  index.each([&](std::string_view pnr, std::span<std::uint64_t const> offsets) {
    records.clear();
    for (std::uint64_t const offset : offsets) {
      auto const found = file.record_at(offset);
      records += found.raw;
      records.append(found.length - found.raw.size(), ' ');
      done += found.raw.size();
    }
    load.add(pnr, records);
    whole = !run.cancelled("loading", done, total);
    return whole;
  });
  return whole;
}

}  // namespace

load_result load_persons(store::database& db, std::string_view bytes, std::string_view source, actor const& who,
                         load_options const& how, load_progress const& tell) {
  load_run run("persons", db, source, who, how, tell);
  record::cpr_file file(bytes, record::file_family::persons, std::string(source));
  auto const header = file.header();
  if (!header) return run.bad(header.error());
  run.note(*header);
  person_index index;
  if (auto wrong = check(run, file, index, bytes.size())) return *wrong;
  run.report.loaded = index.persons();

  db.wait_for_persons();
  auto load = db.begin_persons(header->proddtoforrig == "00000000" ? store::person_file::status
                                                                   : store::person_file::changes);
  auto const place = run.place_in_sequence(*header);
  if (!place) return place.error();
  if (!stage(run, file, index, load, bytes.size())) return run.stopped();
  run.activate(load, *place);
  return std::move(run.report);
}

}  // namespace samspil::admin
