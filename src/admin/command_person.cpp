#include <algorithm>

#include "admin/functions.hpp"
#include "admin/person_report.hpp"
#include "admin/report.hpp"
#include "admin/values.hpp"
#include "record/pnr.hpp"

namespace samspil::admin {
namespace {

constexpr unsigned first_history = 22;
constexpr unsigned last_history = 30;
constexpr unsigned event_record = 99;

bool is_history(unsigned type) { return (type >= first_history && type <= last_history) || type == event_record; }
bool is_current(unsigned type) { return !is_history(type); }

/// Personnummer that the shown records name besides their owner: the audit log
/// finds the look-up under them too.
std::vector<std::string> others_in(std::vector<shown_record> const& records, std::string_view owner) {
  std::vector<std::string> out;
  for (shown_record const& record : records)
    for (shown_field const& field : record.fields) {
      bool const names_person = field.name.find("PNR") != std::string::npos && codec::is_digits(field.value) &&
                                field.value.size() == owner.size() && field.value != owner &&
                                field.value.find_first_not_of('0') != std::string::npos;
      if (names_person && std::find(out.begin(), out.end(), field.value) == out.end()) out.push_back(field.value);
    }
  return out;
}

int show_person(context const& with, arguments const& given, bool (*wanted)(unsigned), std::string_view classes) {
  auto const pnr = pnr_value(given.value("PNR"));
  if (!pnr) return fail(with, status::usage, pnr.error().text);
  bool known = false;
  auto const records = with.db().with_read([&](store::read_scope const& scope) {
    auto const row = scope.person(*pnr);
    known = row.has_value();
    if (!known) return std::vector<shown_record>();
    return show_records(row->records, wanted, clear_text(scope, with.time.business_date()));
  });
  // On disk before anything is shown, also that there is no such person.
  store::audit_entry entry = audit_entry_of(with);
  entry.row.set(rec::AUDIT_ROW::PNR, *pnr);
  if (known) {
    entry.row.set(rec::AUDIT_ROW::FIELD_CLASSES, classes);
    std::size_t room = 99;
    for (std::string const& other : others_in(records, *pnr)) {
      if (room-- == 0) break;
      entry.add_other(other);
    }
  } else {
    entry.row.set(rec::AUDIT_ROW::OUTCOME, "F");
  }
  audit_now(with.db(), std::move(entry));
  if (!known) return fail(with, status::refused, "not in the register: " + record::masked(*pnr));
  if (with.json)
    write_json(with.out, person_json(*pnr, records));
  else
    with.out << person_text(records);
  return status::ok;
}

}  // namespace

int person_show(context const& with, arguments const& given) { return show_person(with, given, is_current, "CURRENT"); }

int person_history(context const& with, arguments const& given) {
  return show_person(with, given, is_history, "HISTORY");
}

}  // namespace samspil::admin
