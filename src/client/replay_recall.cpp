#include "client/replay_recall.hpp"

#include "client/message.hpp"
#include "codec/field.hpp"
#include "rec/sams_hoved.hpp"
#include "rec/sams_init.hpp"
#include "rec/sams_kvittering.hpp"
#include "rec/sams_stat.hpp"

namespace samspil::client::replay {
namespace {

using rec::HOVED;
using keys = rec::INIT_ANMODNING;
using rec::KVITTERING;
using rec::STAT_ANMODNING;

}  // namespace

std::string status_request(std::string_view gemh) {
  if (gemh.size() < HOVED::length || !gemh.starts_with("SAMS,GEMH")) return {};
  codec::buffer<HOVED> head(gemh.substr(0, HOVED::length));
  std::string const reference(head[HOVED::KUNDEREFERENCE]);
  if (codec::trimmed(reference).empty()) return {};
  codec::buffer<STAT_ANMODNING> body;
  body.set(STAT_ANMODNING::SOEGT_REFERENCE, reference);
  head.set(HOVED::FUNKTION, "STAT").set(HOVED::LAENGDE, HOVED::length + STAT_ANMODNING::length);
  return std::string(head.bytes()).append(body.bytes());
}

bool answers_again(std::string_view message, std::string_view receipt) {
  if (receipt.size() < HOVED::length || message.size() < HOVED::length || !message.starts_with("SAMS,GEMH"))
    return false;
  return codec::view<HOVED>(receipt)[HOVED::KUNDEREFERENCE] == codec::view<HOVED>(message)[HOVED::KUNDEREFERENCE];
}

std::string recalled(std::string_view status_answer, std::string_view init) {
  if (init.size() < HOVED::length + keys::length) return {};
  if (status_answer.size() != HOVED::length + KVITTERING::length) return {};
  codec::buffer<HOVED> head(status_answer.substr(0, HOVED::length));
  codec::view<KVITTERING> const receipt(status_answer.substr(HOVED::length));
  codec::view<keys> const asked(init.substr(HOVED::length));
  bool const same = receipt[KVITTERING::HAENDELSE] == asked[keys::HAENDELSE] &&
                    receipt[KVITTERING::PNR] == asked[keys::PNR] && receipt[KVITTERING::HDTO] == asked[keys::HDTO];
  if (head[HOVED::KVIT] != "O" || !same) return {};
  head.set(HOVED::FUNKTION, "GEMH");
  return std::string(head.bytes()).append(receipt.bytes());
}

}  // namespace samspil::client::replay
