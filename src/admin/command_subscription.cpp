// customer subscribe, unsubscribe, subscriptions: the persons whose changes a customer gets.
#include <boost/json/object.hpp>

#include <algorithm>
#include <vector>

#include "admin/functions.hpp"
#include "admin/load.hpp"
#include "admin/report.hpp"
#include "admin/values.hpp"

namespace samspil::admin {
namespace {

using subscription_record = rec::SUBSCRIPTION_ROW;

/// Persons in one piece of the writer's work, which one audit row names.
constexpr std::size_t pnrs_per_piece = 100;
constexpr std::size_t warnings_max = 100;

struct wanted_person {
  std::string pnr;
  std::string where;  ///< "PNR 3", "FILE: line 7": how messages call it
};
using wanted_persons = std::vector<wanted_person>;

/// A personnummer a line, as `customer subscriptions` prints them; blank lines are passed over.
value_result<wanted_persons> persons_in(std::string_view bytes, std::string_view source) {
  wanted_persons out;
  for (std::size_t line = 1; !bytes.empty(); ++line) {
    std::size_t const end = std::min(bytes.find('\n'), bytes.size());
    std::string_view text = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (text.ends_with('\r')) text.remove_suffix(1);
    text = codec::trimmed(text);
    if (text.empty()) continue;
    std::string where = std::string(source) + ": line " + std::to_string(line);
    auto pnr = pnr_value(text);
    if (!pnr) return wrong_value(where, "expected a personnummer, ten digits");
    out.push_back({std::move(*pnr), std::move(where)});
  }
  return out;
}

value_result<wanted_persons> persons_of(context const& with, arguments const& given) {
  wanted_persons out;
  for (std::string const& text : given.values("PNR")) {
    auto pnr = pnr_value(text);
    std::string where = "PNR " + std::to_string(out.size() + 1);
    if (!pnr) return wrong_value(where, "expected ten digits, with or without a hyphen");
    out.push_back({std::move(*pnr), std::move(where)});
  }
  if (given.has("--file")) {
    std::string_view const source = given.value("--file");
    auto const file = with.files->find(source);
    if (file == with.files->end()) return wrong_value(source, "did not come with the command");
    auto const bytes = read_file(file->second, source);
    if (!bytes) return wrong_value("--file", bytes.error().text);
    auto more = persons_in(*bytes, source);
    if (!more) return more.error();
    std::move(more->begin(), more->end(), std::back_inserter(out));
  }
  if (out.empty()) return wrong_value("PNR", "expected persons, or --file with a personnummer a line");
  return out;
}

struct tally {
  std::uint64_t done = 0;       ///< set, or deleted
  std::uint64_t before = 0;     ///< were so already
  wanted_persons unknown = {};  ///< of this piece
};

using piece_of_work =
    std::function<bool(store::write_scope&, std::string_view kundenr, std::string_view pnr, std::uint64_t sequence)>;

/// One piece in one transaction; `known_only`: whom the register does not have is left out.
tally do_piece(context const& with, std::string const& kundenr, std::span<wanted_person const> persons, bool known_only,
               piece_of_work const& change) {
  tally out;
  with.db().write([&](store::write_scope& scope) {
    out = {};
    std::vector<std::string_view> known;
    for (wanted_person const& one : persons)
      if (!known_only || scope.has_person(one.pnr))
        known.push_back(one.pnr);
      else
        out.unknown.push_back(one);
    if (known.empty()) return;
    auto entry = audit_entry_of(with, "kundenr " + kundenr);
    entry.row.set(rec::AUDIT_ROW::PNR, known.front());
    for (std::size_t i = 1; i < known.size(); ++i) entry.add_other(known[i]);
    auto const mark = scope.append_audit(entry);
    for (std::string_view const pnr : known) ++(change(scope, kundenr, pnr, mark.sequence) ? out.done : out.before);
  });
  return out;
}

/// Gives the exit status; `done` and `before` are the names of the counts.
int change_subscriptions(context const& with, arguments const& given, bool known_only, std::string_view done,
                         std::string_view before, piece_of_work const& change) {
  auto const kundenr = kundenr_value(given.value("--kundenr"));
  if (!kundenr) return fail(with, status::usage, kundenr.error().text);
  auto const persons = persons_of(with, given);
  if (!persons) return fail(with, status::usage, persons.error().text);
  bool const there = with.db().with_read([&](auto const& scope) { return scope.customer(*kundenr).has_value(); });
  if (!there) return refuse(with, "no customer " + *kundenr, "kundenr " + *kundenr);
  tally all;
  std::uint64_t unknown = 0;
  for (std::size_t at = 0; at < persons->size(); at += pnrs_per_piece) {
    std::size_t const count = std::min(pnrs_per_piece, persons->size() - at);
    tally const piece = do_piece(with, *kundenr, {&(*persons)[at], count}, known_only, change);
    all.done += piece.done;
    all.before += piece.before;
    for (wanted_person const& one : piece.unknown)
      if (++unknown <= warnings_max) fail(with, status::warnings, one.where + ": there is no such person");
    if (!with.shown.update(with.command, at + count, persons->size(), "persons"))
      return fail(with, status::refused, "cancelled after " + std::to_string(at + count) + " persons");
  }
  with.shown.clear();
  if (with.json) {
    boost::json::object counts{{done, all.done}, {before, all.before}};
    if (known_only) counts["unknown"] = unknown;
    write_json(with.out, counts);
  } else {
    std::vector<std::pair<std::string, std::string>> counts{{std::string(done), std::to_string(all.done)},
                                                            {std::string(before), std::to_string(all.before)}};
    if (known_only) counts.emplace_back("unknown", std::to_string(unknown));
    with.out << pairs_text(counts);
  }
  if (unknown == 0) return status::ok;
  return unknown == persons->size() ? status::refused : status::warnings;
}

}  // namespace

int customer_subscribe(context const& with, arguments const& given) {
  return change_subscriptions(with, given, true, "subscribed", "before", [](auto& scope, auto... of) {
    return scope.put_subscription(of...);
  });
}

int customer_unsubscribe(context const& with, arguments const& given) {
  return change_subscriptions(with, given, false, "unsubscribed", "none",
                              [](auto& scope, auto kundenr, auto pnr, auto) {
    return scope.erase_subscription(kundenr, pnr);
  });
}

int customer_subscriptions(context const& with, arguments const& given) {
  auto const kundenr = kundenr_value(given.value("--kundenr"));
  if (!kundenr) return fail(with, status::usage, kundenr.error().text);
  auto const scope = with.db().glance();
  if (!scope.customer(*kundenr)) return fail(with, status::refused, "no customer " + *kundenr);
  std::optional<json_list> list;
  if (with.json) list.emplace(with.out);
  std::uint64_t shown = 0;
  scope.each_subscription(*kundenr, [&](codec::view<subscription_record> row) {
    std::string_view const pnr = row[subscription_record::PNR];
    if (list)
      list->add(boost::json::object{{"pnr", pnr}, {"since", codec::number(row[subscription_record::SINCE])}});
    else
      with.out << pnr << '\n';
    return ++shown % 1000 != 0 || !with.shown.cancelled();
  });
  list.reset();
  return with.shown.cancelled() ? fail(with, status::refused, "cancelled") : status::ok;
}

}  // namespace samspil::admin
