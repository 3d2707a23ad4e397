#include "ledger.hpp"

#include "rec/person.hpp"
#include "rec/sams_kvittering.hpp"
#include "record/person.hpp"
#include "store/verify.hpp"

namespace samspil::test {

void ledger::add(std::string const& reference, std::string_view receipt, std::string const& pnr) {
  std::lock_guard const lock(mutex_);
  entries_[reference] = {std::string(receipt), pnr};
}

std::size_t ledger::size() const {
  std::lock_guard const lock(mutex_);
  return entries_.size();
}

std::string ledger::receipt(std::string const& reference) const {
  std::lock_guard const lock(mutex_);
  auto const at = entries_.find(reference);
  return at == entries_.end() ? std::string() : at->second.receipt;
}

std::string ledger::judge(store::database& db) const {
  std::string faults;
  std::map<std::string, unsigned> saves_of;
  std::map<std::string, std::string> numbers;
  auto const scope = db.read();
  for (auto const& [reference, held] : entries_) {
    auto const stored = scope.receipt("1234", reference);
    if (!stored)
      faults += reference + ": the receipt is not in the register\n";
    else if ((*stored)[rec::RECEIPT_ROW::KVITTERING] != held.receipt)
      faults += reference + ": another receipt than the client holds\n";
    std::string const number = held.receipt.substr(0, 12);
    if (!numbers.emplace(number, reference).second) faults += reference + ": KVITTERINGSNR given twice\n";
    if (!scope.journal(codec::number(number))) faults += reference + ": no journal row\n";
    ++saves_of[held.pnr];
  }
  std::uint64_t registrations = 0;
  scope.each_journal(1, [&](store::journal_row const&) { return ++registrations != 0; });
  if (registrations != entries_.size())
    faults += std::to_string(registrations) + " registrations for " + std::to_string(entries_.size()) + " receipts\n";
  for (auto const& [pnr, saves] : saves_of) {
    auto const person = scope.person(pnr);
    std::size_t const moves = person ? record::person::trusted(person->records).all(23).size() : 0;
    if (moves != saves)
      faults += std::to_string(moves) + " past addresses of a person with " + std::to_string(saves) + " receipts\n";
  }
  for (store::finding const& one : store::verify(db)) faults += "verify: " + one.line() + "\n";
  return faults;
}

}  // namespace samspil::test
