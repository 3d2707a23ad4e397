#include "crowd/judge.hpp"

#include <algorithm>
#include <set>
#include <sstream>

#include "rec/person.hpp"
#include "rec/sams_kvittering.hpp"
#include "record/person.hpp"

namespace samspil::test {
namespace {

/// What the disturbers cause, each reason once at least. That of a connection
/// reset after its last message is not logged (server/worker.cpp).
constexpr std::string_view endings[] = {"handshake_failed", "handshake_timeout", "logon_timeout", "record_timeout",
                                        "truncated"};

std::string wrong_with(store::read_scope const& scope, member const& one) {
  auto const row = scope.person(one.pnr);
  if (!row) return "the person is not in the register";
  auto const person = record::person::trusted(row->records);
  std::string const husnr(codec::trimmed(person.value(rec::PERSON_002::HUSNR)));
  if (husnr != one.husnr) return "HUSNR: expected " + one.husnr + ", the register has " + husnr;
  if (std::size_t const moves = person.all(23).size(); moves != 1)
    return "expected 1 past address, the register has " + std::to_string(moves);
  auto const stored = scope.receipt("1234", one.reference);
  if (!stored || (*stored)[rec::RECEIPT_ROW::KVITTERING] != one.receipt) return "the register has another receipt";
  return {};
}

}  // namespace

std::size_t judge_register(store::database& db, crowd const& all, faults& out) {
  std::set<std::string_view> dialogues, receipts;
  std::size_t moved = 0;
  auto const scope = db.read();
  for (std::size_t i = 0; i < all.members().size(); ++i) {
    member const& one = all.members()[i];
    std::string const who = "connection " + std::to_string(i) + ": ";
    if (!dialogues.insert(one.dialogue).second) out.add(who + "expected a DIALOGNR of its own");
    std::string_view const number = codec::view<rec::KVITTERING>(one.receipt)[rec::KVITTERING::KVITTERINGSNR];
    if (!receipts.insert(number).second) out.add(who + "expected a KVITTERINGSNR of its own");
    std::string const wrong = wrong_with(scope, one);
    if (wrong.empty()) ++moved;
    else out.add(who + wrong);
  }
  std::size_t registrations = 0;
  scope.each_journal(1, [&](store::journal_row const&) { return ++registrations != 0; });
  if (registrations != all.members().size())
    out.add("expected " + std::to_string(all.members().size()) + " registrations, the journal has " +
            std::to_string(registrations));
  return moved;
}

void judge_log(std::string const& log, faults& out) {
  constexpr std::string_view ended = "samspil: connection from 127.0.0.1 ended: ";
  std::set<std::string> seen;
  std::istringstream lines(log);
  for (std::string line; std::getline(lines, line);) {
    std::string why;
    if (line.starts_with(ended)) std::istringstream(line.substr(ended.size())) >> why;
    if (std::ranges::find(endings, why) == std::end(endings)) out.add("log: unexpected: " + line);
    seen.insert(why);
  }
  for (std::string_view const why : endings)
    if (!seen.contains(std::string(why))) out.add("log: expected a connection that ended: " + std::string(why));
}

}  // namespace samspil::test
