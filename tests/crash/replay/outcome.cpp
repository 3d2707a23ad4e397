#include "outcome.hpp"

#include <set>

#include "batch.hpp"
#include "rec/person.hpp"
#include "rec/replay.hpp"
#include "rec/sams_hoved.hpp"
#include "rec/sams_kvittering.hpp"
#include "record/person.hpp"
#include "store/verify.hpp"
#include "support/content_of.hpp"
#include "support/small_register.hpp"

namespace samspil::test {
namespace {

using line = rec::RECEIPT_LINE;
using rec::HOVED;
using rec::KVITTERING;

constexpr std::string_view kundenr = "1234";

/// The receipt of a move against its line.
std::string compared(store::read_scope const& scope, codec::view<line> told, unsigned i) {
  std::string const reference = batch_reference(i);
  auto const stored = scope.receipt(kundenr, reference);
  if (!stored) return reference + ": no receipt in the register\n";
  std::string const body((*stored)[rec::RECEIPT_ROW::KVITTERING]);
  codec::view<KVITTERING> const receipt(body);
  bool const same = codec::trimmed(told[line::KUNDEREFERENCE]) == reference && told[line::FUNKTION] == "GEMH" &&
                    told[line::KVITTERINGSNR] == receipt[KVITTERING::KVITTERINGSNR] &&
                    told[line::LOGHOVED] == receipt[KVITTERING::LOGHOVED] && told[line::REGISTRERING] == "R" &&
                    told[line::TILSTAND] == "E";
  // The start record is the first, the GEMH the third of its three.
  bool const in_place = codec::number(told[line::PLACE]) == 1 + (i + 1) * messages_of_a_move;
  return same && in_place ? "" : reference + ": its line is \"" + std::string(told.bytes()) + "\"\n";
}

/// The answers, by their own lengths: as many as messages, each GEMH with a receipt.
std::string judge_answers(std::string const& bytes, unsigned moves) {
  std::size_t count = 0, receipts = 0;
  for (std::size_t at = 0; at + HOVED::length <= bytes.size(); ++count) {
    codec::view<HOVED> const head(std::string_view(bytes).substr(at, HOVED::length));
    if (!codec::is_digits(head[HOVED::LAENGDE]) || codec::number(head[HOVED::LAENGDE]) < HOVED::length) break;
    if (head[HOVED::FUNKTION] == "GEMH" && head[HOVED::KVIT] == "O") ++receipts;
    at += codec::number(head[HOVED::LAENGDE]);
  }
  if (count == moves * messages_of_a_move && receipts == moves) return "";
  return "the answers are " + std::to_string(count) + ", " + std::to_string(receipts) + " of them receipts\n";
}

}  // namespace

std::size_t receipt_count(std::filesystem::path const& receipts) {
  std::error_code missing;
  auto const size = std::filesystem::file_size(receipts, missing);
  return missing ? 0 : size / (line::length + 1);
}

std::string judge_batch(store::database& db, std::filesystem::path const& receipts,
                        std::filesystem::path const& answers, unsigned moves) {
  std::string faults;
  std::string const text = content_of(receipts);
  if (text.size() != moves * (line::length + 1))
    faults += std::to_string(text.size()) + " bytes of receipts for " + std::to_string(moves) + " moves\n";
  auto const scope = db.read();
  for (unsigned i = 0; i < moves && (i + 1) * (line::length + 1) <= text.size(); ++i) {
    std::string_view const told = std::string_view(text).substr(i * (line::length + 1), line::length);
    faults += compared(scope, codec::view<line>(told), i);
    auto const person = scope.person(crowd_pnr(i));
    std::size_t const past = person ? record::person::trusted(person->records).all(23).size() : 0;
    if (past != 1) faults += batch_reference(i) + ": moved " + std::to_string(past) + " times\n";
  }
  unsigned registrations = 0;
  scope.each_journal(1, [&](store::journal_row const&) { return ++registrations != 0; });
  if (registrations != moves)
    faults += std::to_string(registrations) + " registrations for " + std::to_string(moves) + " moves\n";
  faults += judge_answers(content_of(answers), moves);
  for (store::finding const& one : store::verify(db)) faults += "verify: " + one.line() + "\n";
  return faults;
}

}  // namespace samspil::test
