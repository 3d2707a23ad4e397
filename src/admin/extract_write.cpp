// The file of an extract.
#include <algorithm>
#include <vector>

#include "admin/extract.hpp"
#include "record/cpr_file_writer.hpp"
#include "record/person.hpp"
#include "store/stat.hpp"

namespace samspil::admin {
namespace {

/// TAELLER of record 999 has eight digits.
constexpr std::uint64_t records_max = 99'999'999;
/// Persons of a change extract that one audit row names: the main one and 99 others.
constexpr std::size_t persons_per_row = 100;
/// Subscriptions read at once, and persons between two looks at progress.
constexpr std::size_t persons_per_piece = 1000;

class extract_writing {
 public:
  extract_writing(store::database& db, actor const& who, extract_plan const& plan, record::file_form form,
                  result_file& to)
      : db_(db), who_(who), plan_(plan),
        writer_(record::file_family::persons, form, plan.header, [this, &to](std::string_view bytes) {
          if (!wrong_) wrong_ = to.write(bytes);
        }) {}

  /// A person with `records` of the register and `events` of the time.
  void add(std::string_view pnr, std::string records, std::string_view events) {
    ++report_.persons;
    auto const person = record::person::trusted(std::move(records));
    for (std::string_view const record : person.all()) {
      if (!plan_.types.test(record::record_type(record))) continue;
      held_ += record;
      count(record);
    }
    held_ += events;
    for (; !events.empty(); events.remove_prefix(rec::PERSON_099::length)) count(events);
    if (!plan_.full) persons_.emplace_back(pnr);
    if (held_.size() > held_max) let_go();
  }

  /// Nothing while all goes well.
  std::optional<extract_error> wrong() const {
    if (wrong_) return extract_error{16, *wrong_};
    if (report_.records_total > records_max)
      return extract_error{
          8, "more than 99999999 records, which 999 cannot count: the customer must choose fewer types"};
    return std::nullopt;
  }

  extract_result<extract_report> end() {
    let_go();
    if (auto const why = wrong()) return *why;
    writer_.end();
    if (auto const why = wrong()) return *why;
    report_.bytes = writer_.bytes();
    return report_;
  }

 private:
  /// Some hundred persons, whose audit rows share a transaction and its sync.
  static constexpr std::size_t held_max = 1024 * 1024;

  void count(std::string_view record) {
    ++report_.records[record::record_type(record)];
    ++report_.records_total;
  }

  /// The audit log knows whose records leave before they do.
  void let_go() {
    if (!persons_.empty()) db_.write([&](store::write_scope& scope) { name_persons(scope); });
    persons_.clear();
    if (!wrong()) writer_.add(held_);
    held_.clear();
  }

  void name_persons(store::write_scope& scope) const {
    for (std::size_t at = 0; at < persons_.size(); at += persons_per_row) {
      auto entry = audit_of(who_, "extract");
      entry.row.set(rec::AUDIT_ROW::PNR, persons_[at]).set(rec::AUDIT_ROW::NOTE, "kundenr " + plan_.kundenr);
      std::size_t const end = std::min(persons_.size(), at + persons_per_row);
      for (std::size_t i = at + 1; i < end; ++i) entry.add_other(persons_[i]);
      scope.append_audit(entry);
    }
  }

  store::database& db_;
  actor const& who_;
  extract_plan const& plan_;
  std::optional<std::string> wrong_;
  record::cpr_file_writer writer_;
  extract_report report_;
  std::vector<std::string> persons_;
  std::string held_;
};

extract_error cancelled() { return {8, "cancelled; the next extract begins where this one did"}; }

struct changed_person {
  std::string records;
  std::string events;
};

/// The person when it changed in the plan's time and since it was subscribed to.
std::optional<changed_person> changed(store::database& db, extract_plan const& plan, std::string const& pnr,
                                      std::uint64_t since) {
  std::uint64_t const from = std::max(plan.from, since);
  return db.with_read([&](store::read_scope const& scope) -> std::optional<changed_person> {
    auto const head = scope.person_head(pnr);
    if (!head || codec::number((*head)[rec::PERSON_ROW::CHANGED]) <= from) return std::nullopt;
    auto row = scope.person(pnr);
    auto events = changes_of(scope, plan.kundenr, pnr, from, plan.to);
    if (!row || !events) return std::nullopt;
    return changed_person{std::move(row->records), std::move(*events)};
  });
}

struct subscription {
  std::string pnr;
  std::uint64_t since;
};

std::vector<subscription> next_subscriptions(store::database& db, std::string_view kundenr, std::string const& from) {
  return db.with_read([&](store::read_scope const& scope) {
    std::vector<subscription> out;
    using row_type = rec::SUBSCRIPTION_ROW;
    scope.each_subscription(kundenr, [&](codec::view<row_type> row) {
      out.push_back({std::string(row[row_type::PNR]), codec::number(row[row_type::SINCE])});
      return out.size() < persons_per_piece;
    }, from);
    return out;
  });
}

std::uint64_t count_subscriptions(store::database& db, std::string_view kundenr) {
  std::uint64_t count = 0;
  db.glance().each_subscription(kundenr, [&](auto const&) { return ++count, true; });
  return count;
}

std::optional<extract_error> write_changes(store::database& db, extract_plan const& plan, extract_writing& to,
                                           extract_progress const& tell) {
  // A load of the plan's time may still be on its way to the subscribers' feed.
  db.wait_for_persons();
  std::uint64_t const total = tell ? count_subscriptions(db, plan.kundenr) : 0;
  std::uint64_t done = 0;
  std::string from;
  for (;;) {
    auto const piece = next_subscriptions(db, plan.kundenr, from);
    for (auto const& [pnr, since] : piece) {
      if (auto one = changed(db, plan, pnr, since)) to.add(pnr, std::move(one->records), one->events);
      if (auto const why = to.wrong()) return why;
    }
    done += piece.size();
    if (tell && !tell(done, total)) return cancelled();
    if (piece.size() < persons_per_piece) return std::nullopt;
    from = piece.back().pnr + '\0';
  }
}

std::uint64_t persons_in(store::database& db) {
  for (auto const& table : store::stat(db, false).tables)
    if (table.name == "person") return table.rows;
  return 0;
}

std::optional<extract_error> write_everybody(store::database& db, extract_writing& to, extract_progress const& tell) {
  std::uint64_t const total = tell ? persons_in(db) : 0;
  std::uint64_t done = 0;
  std::optional<extract_error> wrong;
  db.glance().each_person([&](std::string_view pnr, auto const&, std::string_view records) {
    to.add(pnr, std::string(records), {});
    if (++done % persons_per_piece == 0 && tell && !tell(done, std::max(done, total))) wrong = cancelled();
    if (!wrong) wrong = to.wrong();
    return !wrong;
  });
  return wrong;
}

}  // namespace

extract_result<extract_report> write_extract(store::database& db, actor const& who, extract_plan const& plan,
                                             record::file_form form, result_file& to, extract_progress const& tell) {
  extract_writing writing(db, who, plan, form, to);
  auto const wrong = plan.full ? write_everybody(db, writing, tell) : write_changes(db, plan, writing, tell);
  if (wrong) return *wrong;
  return writing.end();
}

}  // namespace samspil::admin
