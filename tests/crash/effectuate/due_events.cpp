#include "due_events.hpp"

#include <algorithm>
#include <random>
#include <string>

#include "rec/sams_fly.hpp"
#include "support/events.hpp"
#include "support/small_register.hpp"

namespace samspil::test {
namespace {

constexpr unsigned events_in_a_transaction = 500;
constexpr int days = 28;  // that a move may be ahead of the business date

std::string house_number(unsigned n) { return std::to_string(1000 + n % 50 * 2 + 1).substr(1); }

std::string family_move(unsigned n) {
  codec::buffer<rec::FLY_DATA> data;
  data.set(rec::FLY_DATA::VEJKOD, "1000").set(rec::FLY_DATA::HUSNR, house_number(n));
  data.set(rec::FLY_DATA::ANTAL_MEDFLYTTERE, 3);
  std::size_t i = 0;
  for (std::string_view const mover : {bo, cille, dan}) data.set(rec::FLY_DATA::MEDFLYTTER, i++, mover);
  return std::string(data.bytes());
}

/// The move to a road that there is none of: it was taken away meanwhile.
std::string move_to_nowhere() {
  codec::buffer<rec::FLY_DATA> data(move_to("005"));
  return std::string(data.set(rec::FLY_DATA::VEJKOD, "7777").bytes());
}

class maker {
 public:
  maker(unsigned persons, std::mt19937& random, date today) : persons_(persons), today_(today), random_(random) {}

  reported event(unsigned i) {
    reported out;
    pnr_ = crowd_pnr(i < persons_ ? i : pick(persons_));
    hdto_ = date8(add_days(today_, 1 + static_cast<int>(pick(days))));
    out.reference = "D" + std::to_string(i);
    unsigned const kind = pick(100);
    if (kind < 60) {
      out.data = move_to(house_number(pick(50)));
    } else if (kind < 80) {
      out.haendelse = "MFB";
      out.data = protection_set();
    } else if (kind < 90) {
      out.haendelse = "LVB";
      out.data = protection_set();
    } else if (kind < 95) {
      out.data = move_to_nowhere();
    } else if (kind < 99) {
      out.data = move_to("003");  // where everybody lives at first
    } else {
      pnr_ = anna;
      out.data = family_move(pick(50));
    }
    out.pnr = pnr_;
    out.hdto = hdto_;
    return out;
  }

 private:
  unsigned pick(unsigned below) { return std::uniform_int_distribution<unsigned>(0, below - 1)(random_); }

  unsigned const persons_;
  date const today_;
  std::mt19937& random_;
  std::string pnr_, hdto_;  // what the last event's views see
};

}  // namespace

date all_are_due() { return add_days(system_clock().business_date(), days + 1); }

void make_due_home(std::filesystem::path const& home, unsigned count, unsigned seed) {
  unsigned const persons = std::max(1U, count * 4 / 5);
  make_home(home, persons);
  system_clock const time;
  store::database db(home);
  transaction::world_cache worlds;
  std::mt19937 random(seed);
  for (unsigned done = 0; done < count;) {
    unsigned const end = std::min(count, done + events_in_a_transaction);
    std::mt19937 after;
    db.write([&](store::write_scope& scope) {
      after = random;  // a transaction may be run again
      maker make(persons, after, time.business_date());
      for (unsigned i = done; i < end; ++i) save_event(scope, worlds, time, time.business_date(), make.event(i));
    });
    random = after;
    done = end;
  }
}

}  // namespace samspil::test
