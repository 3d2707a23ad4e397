#include "register_image.hpp"

#include "rec/person.hpp"
#include "record/person.hpp"
#include "record/pnr.hpp"

namespace samspil::test {
namespace {

using journal = rec::JOURNAL_ROW;
using waiting = rec::WAITING_ROW;
using event_mark = rec::PERSON_099;

constexpr std::size_t lines_of_a_kind = 5;

std::string without_times(std::string_view records) {
  std::string out;
  auto const person = record::person::trusted(std::string(records));
  for (std::string_view const one : person.all()) {
    std::string bytes(one);
    if (record::record_type(one) == 99)
      bytes.replace(event_mark::TIMESTAMPU.offset, event_mark::TIMESTAMPU.width, event_mark::TIMESTAMPU.width, 't');
    out += bytes + '\n';
  }
  return out;
}

std::string registration_of(store::journal_row const& row) {
  std::string out;
  for (auto const part : {row.head[journal::VENTENR], row.head[journal::EVENT_KEYS], row.head[journal::EVENT_DATA],
                          row.head[journal::KUNDENR], row.head[journal::BRUGER_ID]})
    out.append(part).append("|");
  for (store::touched_person const& one : row.touched)
    out.append(one.pnr).append(one.aflmrk).append("|").append(without_times(one.removed));
  return out;
}

bool is_effectuation(store::journal_row const& row) { return row.head[journal::FUNKTION] == "EFFE"; }

template <class Map>
std::string compare(Map const& a, Map const& b, std::string const& what, auto const& shown) {
  std::string out;
  std::size_t lines = 0;
  auto const say = [&](std::string const& key, char const* how) {
    if (++lines <= lines_of_a_kind) out += what + " " + shown(key) + " " + how + "\n";
  };
  for (auto const& [key, value] : a) {
    auto const other = b.find(key);
    if (other == b.end())
      say(key, "is missing");
    else if (other->second != value)
      say(key, "is another");
  }
  for (auto const& [key, value] : b)
    if (a.find(key) == a.end()) say(key, "is too many");
  if (lines > lines_of_a_kind) out += "and " + std::to_string(lines - lines_of_a_kind) + " more\n";
  return out;
}

}  // namespace

register_image image_of(store::database& db) {
  register_image out;
  auto const scope = db.read();
  scope.each_person([&](std::string_view pnr, codec::view<rec::PERSON_ROW> head, std::string_view records) {
    out.persons[std::string(pnr)] = without_times(records).append(head[rec::PERSON_ROW::WAITING_OPEN]);
    return true;
  });
  scope.each_waiting(1, [&](codec::view<waiting> row) {
    codec::buffer<waiting> masked(row.bytes());
    if (masked[waiting::TILSTAND] == "E") masked.set(waiting::REGISTERED_NUMBER, 1);
    out.waiting[std::string(row[waiting::VENTENR])] = masked.bytes();
    ++out.states[std::string(row[waiting::TILSTAND])];
    return true;
  });
  scope.each_journal(1, [&](store::journal_row const& row) {
    if (is_effectuation(row)) out.registrations.push_back(registration_of(row));
    return true;
  });
  scope.each_audit(1, ~std::uint64_t{0} / 100'000, [&](store::audit_row const& row) {
    using audit = rec::AUDIT_ROW;
    if (codec::trimmed(row.head[audit::FUNCTION_NAME]) != "effectuate") return true;
    if (row.head[audit::NOTE].starts_with("business date"))
      out.events_of_starts.push_back(0);
    else
      ++out.events_of_starts.back();
    return true;
  });
  return out;
}

std::string differences(register_image const& undisturbed, register_image const& disturbed) {
  std::string out = compare(undisturbed.persons, disturbed.persons, "person",
                            [](std::string const& pnr) { return record::masked(pnr); });
  out += compare(undisturbed.waiting, disturbed.waiting, "event", [](std::string const& ventenr) { return ventenr; });
  if (undisturbed.registrations != disturbed.registrations)
    out += std::to_string(undisturbed.registrations.size()) + " registrations, and other ones or in another order: " +
           std::to_string(disturbed.registrations.size()) + "\n";
  return out;
}

std::string own_faults(store::database& db) {
  std::string out;
  std::map<std::uint64_t, unsigned> registered;
  std::map<std::string, unsigned> touched;
  auto const scope = db.read();
  scope.each_journal(1, [&](store::journal_row const& row) {
    if (!is_effectuation(row)) return true;
    ++registered[codec::number(row.head[journal::VENTENR])];
    for (store::touched_person const& one : row.touched) ++touched[one.pnr];
    return true;
  });
  scope.each_waiting(1, [&](codec::view<waiting> row) {
    auto const found = registered.find(codec::number(row[waiting::VENTENR]));
    unsigned const times = found == registered.end() ? 0 : found->second;
    bool const ended = row[waiting::TILSTAND] == "E" || row[waiting::TILSTAND] == "F";
    if (!ended || times != (row[waiting::TILSTAND] == "E" ? 1U : 0U))
      out += "event " + std::string(row[waiting::VENTENR]) + " in state " + std::string(row[waiting::TILSTAND]) +
             " was registered " + std::to_string(times) + " times\n";
    return true;
  });
  scope.each_person([&](std::string_view pnr, codec::view<rec::PERSON_ROW>, std::string_view records) {
    auto const found = touched.find(std::string(pnr));
    std::size_t const wanted = found == touched.end() ? 0 : found->second;
    std::size_t const marks = record::person::trusted(std::string(records)).all(99).size();
    if (marks != wanted)
      out += "a person touched by " + std::to_string(wanted) + " events has " + std::to_string(marks) + " 099\n";
    return true;
  });
  return out;
}

}  // namespace samspil::test
