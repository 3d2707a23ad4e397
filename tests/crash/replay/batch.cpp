#include "batch.hpp"

#include "rec/person.hpp"
#include "support/sams.hpp"
#include "support/small_register.hpp"

namespace samspil::test {
namespace {

constexpr std::string_view to_road = "1000", to_house = "005", today = "20260310", municipality = "0101";

std::string start_record() {
  using out = rec::PERSON_000;
  codec::buffer<out> row;
  row.set(out::RECORDTYPE, 0).set(out::SORTFELT_10, "0000000000").set(out::OPGAVENR, "123401").set(out::PRODDTO, today);
  return std::string(row.bytes());
}

std::string end_record(unsigned count) {
  using out = rec::PERSON_999;
  codec::buffer<out> row;
  row.set(out::RECORDTYPE, 999).set(out::SORTFELT_10, "9999999999").set(out::TAELLER, count);
  return std::string(row.bytes());
}

}  // namespace

std::string batch_reference(unsigned i) { return "batch-" + std::to_string(i); }

std::string batch_of_moves(unsigned moves) {
  std::string out = start_record();
  for (unsigned i = 0; i < moves; ++i) {
    out += request("INIT", {}, init_body(crowd_pnr(i), today, municipality));
    out += request("VALI", {}, fly_body(to_road, to_house));
    out += request("GEMH", {.reference = batch_reference(i)});
  }
  return out + end_record(moves * messages_of_a_move);
}

}  // namespace samspil::test
