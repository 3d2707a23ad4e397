#include "admin/context.hpp"

#include <algorithm>
#include <exception>
#include <future>

#include "admin/encoding.hpp"

namespace samspil::admin {

int fail(context const& with, int exit_status, std::string_view text) {
  with.shown.clear();
  with.err << "samspil: " << text << '\n';
  return exit_status;
}

int refuse(context const& with, std::string_view text, std::string_view note) {
  if (with.database != nullptr) {
    store::audit_entry entry = audit_entry_of(with, note);
    entry.row.set(rec::AUDIT_ROW::OUTCOME, "F");
    audit_now(with.db(), std::move(entry));
  }
  return fail(with, status::refused, text);
}

void audit_now(store::database& db, store::audit_entry entry) {
  std::promise<void> on_disk;
  db.audit(std::move(entry), [&](std::exception_ptr wrong) {
    if (wrong)
      on_disk.set_exception(wrong);
    else
      on_disk.set_value();
  });
  on_disk.get_future().get();
}

void audit_look_up(context const& with, std::vector<std::string> const& persons, std::string_view field_classes) {
  constexpr std::size_t named_max = 100;  // of a row: its own and 99 others
  std::size_t at = 0;
  do {
    auto entry = audit_entry_of(with);
    std::size_t const end = std::min(persons.size(), at + named_max);
    if (at < end) entry.row.set(rec::AUDIT_ROW::PNR, persons[at++]).set(rec::AUDIT_ROW::FIELD_CLASSES, field_classes);
    for (; at < end; ++at) entry.add_other(persons[at]);
    audit_now(with.db(), std::move(entry));
  } while (at < persons.size());
}

store::audit_entry audit_entry_of(context const& with, std::string_view note) {
  store::audit_entry entry = audit_of(with.who, with.command);
  entry.row.set(rec::AUDIT_ROW::NOTE, note.substr(0, rec::AUDIT_ROW::NOTE.width));
  return entry;
}

}  // namespace samspil::admin
