// Random events on generated persons: after each one every touched person is
// judged, and an event undone at once leaves everybody's current records as they
// were before it.
//
//   property_test [--persons N] [--events N] [--seed S]
#include <chrono>
#include <iostream>
#include <map>
#include <stdexcept>

#include "property/event_maker.hpp"
#include "store/database.hpp"
#include "store/verify.hpp"
#include "support/judge.hpp"
#include "support/options.hpp"
#include "support/sams.hpp"
#include "transaction/initiate.hpp"
#include "transaction/save.hpp"
#include "transaction/validate.hpp"

namespace samspil::property {
namespace {

constexpr unsigned days = 200;  // that the campaign's events are spread over

using snapshot = std::map<std::string, std::string>;  ///< records by person, what undos leave aside taken off

class campaign {
 public:
  campaign(store::database& db, population const& people, unsigned seed) : db_(db), make_(people, seed) {
    actor_.kundenr = "1234";
    actor_.user = "OFFICE";
    actor_.group = "CPRADM";
    db_.with_read([&](store::read_scope const& scope) {
      actor_.rights_changed = codec::number((*scope.user("1234", "OFFICE"))[rec::USER_ROW::RIGHTS_CHANGED]);
    });
  }

  /// One event on a random person; false when the rules did not take what was made up.
  bool step(date business) {
    business_ = business;
    std::string const& pnr = make_.person();
    record::person const person = records(pnr);
    std::string_view const status = person.value(rec::PERSON_001::PERSONSTATUS);
    if (status >= "30" && status != "70" && status != "80") return false;
    std::string const kind(make_.kind_for(status));
    made_event event = make_.make(person, kind, {});
    std::string keys = keys_of(event, pnr);
    if (kind == "FLY" || kind == "UDR") {
      event = make_.make(person, kind, household(keys));
      keys = keys_of(event, pnr);
    }
    std::uint64_t const number = report(keys, event.data);
    if (number == 0) return false;
    ++done_[kind];
    judge(number);
    if (make_.below(5) == 0) undo(pnr, event, number);
    return true;
  }

  void print() const {
    for (auto const& [kind, count] : done_) std::cout << kind << " " << count << "  ";
    std::cout << "\n";
  }
  std::size_t kinds() const { return done_.size(); }

 private:
  record::person records(std::string_view pnr) const {
    return db_.with_read(
        [&](store::read_scope const& scope) { return record::person::trusted(scope.person(pnr)->records); });
  }
  std::string keys_of(made_event const& event, std::string_view pnr) const {
    return test::init_body(pnr, date8(business_), event.komkod, event.haendelse);
  }

  /// MEDFLYTTER that may be named: the household as INIT shows it.
  std::vector<std::string> household(std::string_view keys) {
    std::vector<std::string> out;
    db_.with_read([&](store::read_scope const& scope) {
      out.clear();
      auto const shown = transaction::initiate(scope, *worlds_.of(scope), actor_, keys, business_, 0);
      for (std::size_t at = 0; at + 10 <= shown.others.size(); at += 10) out.push_back(shown.others.substr(at, 10));
    });
    return out;
  }

  /// INIT, VALI and GEMH; the KVITTERINGSNR, 0 when the rules refuse it.
  std::uint64_t report(std::string const& keys, std::string const& data) {
    std::uint64_t number = 0;
    db_.write([&](store::write_scope& scope) {
      auto const around = worlds_.of(scope);
      number = 0;
      if (!transaction::initiate(scope, *around, actor_, keys, business_, 0).ok) return;
      auto const approved = transaction::validate(scope, *around, actor_, keys, data, business_);
      if (!approved.ok) return;
      transaction::save_request request;
      request.who.actor = actor_;
      request.reference = "P-" + std::to_string(++reference_);
      request.dialognr = "000000000001";
      request.business_date = business_;
      request.event = {keys, approved.data, approved.at, ~std::uint64_t{0}};
      auto const saved = transaction::save(scope, *around, clock_.now(), request);
      if (!saved.messages.empty()) throw std::runtime_error("what VALI approved was not saved");
      number = codec::number(saved.receipt[rec::KVITTERING::KVITTERINGSNR]);
    });
    return number;
  }

  std::vector<std::string> touched(std::uint64_t number) const {
    return db_.with_read([&](store::read_scope const& scope) {
      std::vector<std::string> out;
      auto const event = scope.journal(number).value();
      for (auto const& one : event.touched) out.push_back(one.pnr);
      return out;
    });
  }

  void judge(std::uint64_t number) const {
    for (std::string const& pnr : touched(number))
      db_.with_read([&](store::read_scope const& scope) {
        if (std::string const what = test::wrong_with(scope, pnr); !what.empty())
          throw std::runtime_error("event " + std::to_string(number) + ": " + what);
      });
  }

  /// The records of everybody whom the event touched, as they were before it.
  snapshot before(std::uint64_t number) const {
    return db_.with_read([&](store::read_scope const& scope) {
      snapshot out;
      auto const event = scope.journal(number).value();
      for (auto const& one : event.touched) {
        auto const part = record::undoable_part(record::person::trusted(scope.person(one.pnr)->records));
        out[one.pnr] = record::before_change(part, {one.removed, one.removed_at, one.added_at})->bytes();
      }
      return out;
    });
  }

  void undo(std::string const& pnr, made_event const& event, std::uint64_t number) {
    snapshot const wanted = before(number);
    std::string const time = db_.with_read([&](store::read_scope const& scope) {
      return std::string(scope.journal(number)->head[rec::JOURNAL_ROW::TIMESTAMPU]);
    });
    made_event back{"FTR", event.komkod};
    back.komkod = residence_after(pnr, event.komkod);
    back.put("FTR-HAENDELSE", event.haendelse);
    back.put("FTR-TIDSPUNKT", time);
    std::uint64_t const undone = report(keys_of(back, pnr), back.data);
    if (undone == 0) throw std::runtime_error("event " + std::to_string(number) + " cannot be undone");
    ++done_["FTR"];
    judge(undone);
    for (auto const& [who, bytes] : wanted)
      if (record::undoable_part(records(who)).bytes() != bytes)
        throw std::runtime_error("event " + std::to_string(undone) + ": not as it was before");
    db_.with_read([&](store::read_scope const& scope) {
      if (codec::number(scope.journal(number)->head[rec::JOURNAL_ROW::UNDONE_BY]) != undone)
        throw std::runtime_error("event " + std::to_string(number) + " does not say by what it was undone");
    });
  }

  /// KOMKOD that INIT takes for the person now.
  std::string residence_after(std::string_view pnr, std::string const& otherwise) {
    made_event const any = make_.make(records(pnr), "KAD", {});
    return any.komkod.empty() ? otherwise : any.komkod;
  }

  store::database& db_;
  event_maker make_;
  system_clock clock_;
  transaction::world_cache worlds_;
  rules::actor actor_;
  date business_{};
  std::uint64_t reference_ = 0;
  std::map<std::string, unsigned> done_;
};

int run(test::options const& given) {
  unsigned const persons = given.number("persons", 10'000), events = given.number("events", 50'000);
  unsigned const seed = given.number("seed", 1);
  if (persons == 0 || events == 0) throw std::runtime_error("expected numbers above 0");
  test::temporary_directory directory;
  auto const home = directory.path() / "register";
  population const people = populate(home, persons, seed);
  store::database db(home);
  db.wait_for_persons();
  campaign all(db, people, seed);
  auto const begun = std::chrono::steady_clock::now();
  date const today = system_clock().business_date();
  unsigned saved = 0, tried = 0;
  for (; saved < events; ++tried) {
    if (tried > 20 * events) throw std::runtime_error("the rules take hardly anything of what is made up");
    if (!all.step(add_days(today, static_cast<int>(std::uint64_t{saved} * days / events)))) continue;
    if (++saved % 5000 == 0) std::cout << saved << " of " << events << " events\n" << std::flush;
  }
  all.print();
  if (events >= 1000 && all.kinds() != 18) throw std::runtime_error("not every kind of event was registered");
  auto const found = store::verify(db);
  double const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  std::cout << saved << " events of " << tried << " made up, " << found.size() << " findings of verify, " << seconds
            << " s\n";
  return found.empty() ? 0 : 1;
}

}  // namespace
}  // namespace samspil::property

int main(int count, char** words) {
  return samspil::test::run_main("property_test", count, words, {"persons", "events", "seed"}, samspil::property::run);
}
