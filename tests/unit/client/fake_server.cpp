#include "fake_server.hpp"

#include "rec/sams_init.hpp"
#include "rec/sams_kvittering.hpp"
#include "rec/sams_logn.hpp"
#include "rec/sams_stat.hpp"

namespace samspil::client::test {
namespace {

using rec::HOVED;

std::string answer_to(codec::view<HOVED> request, char kvit, std::string_view body, std::string_view fejlnr = "00",
                      std::string_view field = {}) {
  codec::buffer<HOVED> hoved(request.bytes());
  bool const refused = kvit == 'F';
  hoved.set(HOVED::KVIT, std::string_view(&kvit, 1)).set(HOVED::FEJLNR, fejlnr);
  hoved.set(HOVED::ANTAL_MEDD, refused ? 1 : 0);
  hoved.set(HOVED::LAENGDE, HOVED::length + body.size() + (refused ? rec::MEDDELELSE::length : 0));
  std::string out = std::string(hoved.bytes()) + std::string(body);
  if (!refused) return out;
  codec::buffer<rec::MEDDELELSE> message;
  message.set(rec::MEDDELELSE::MEDDNR, fejlnr == "00" ? "7101" : fejlnr).set(rec::MEDDELELSE::KLASSE, "F");
  message.set(rec::MEDDELELSE::FELT, field).set(rec::MEDDELELSE::TEKST, "afvist");
  return out + std::string(message.bytes());
}

}  // namespace

std::string fake_server::operator()(std::string_view message) {
  std::lock_guard const lock(mutex_);
  received_.emplace_back(message);
  if (!message.starts_with("SAMS")) return {};
  codec::view<HOVED> const request(message);
  std::string_view const body = message.substr(HOVED::length);
  auto const function = request[HOVED::FUNKTION];
  if (function == "LOGN") return logon(request, body);
  if (find_function(function) == nullptr) return answer_to(request, 'F', "", "61", "FUNKTION");
  if (!tokens_.contains(request[HOVED::TOKEN])) return answer_to(request, 'F', "", "68");
  if (function == "GEMH") return receipt(request);
  if (function == "STAT") return status(request, body);
  return step(request, body);
}

std::string fake_server::logon(codec::view<HOVED> request, std::string_view body) {
  if (body.size() < rec::LOGN_ANMODNING::length) return answer_to(request, 'F', "", "62", "LAENGDE");
  auto const given = codec::trimmed(codec::view<rec::LOGN_ANMODNING>(body)[rec::LOGN_ANMODNING::KENDEORD]);
  if (given != password) return answer_to(request, 'F', "", "01");
  std::string token = "tokentokentokentoken-" + std::to_string(100 + tokens_.size());
  codec::buffer<rec::LOGN_SVAR> svar;
  svar.set(rec::LOGN_SVAR::SIKKERHEDSGRUPPE, "KOMMUNE").set(rec::LOGN_SVAR::MYNKOD, "0101");
  codec::buffer<HOVED> hoved(request.bytes());
  hoved.set(HOVED::TOKEN, token);
  tokens_.insert(token);
  return answer_to(hoved.as_view(), 'O', svar.bytes());
}

std::string fake_server::step(codec::view<HOVED> request, std::string_view body) {
  auto const function = request[HOVED::FUNKTION];
  if (function == "INIT") {
    if (body.starts_with("XXX")) return answer_to(request, 'F', "", "00", "HAENDELSE");
    codec::buffer<HOVED> hoved(request.bytes());
    hoved.set(HOVED::DIALOGNR, ++dialogue_);
    dialogues_.emplace(hoved[HOVED::DIALOGNR], body);
    codec::view<rec::INIT_ANMODNING> const keys(body);
    codec::buffer<rec::STAM> stam;
    stam.set(rec::STAM::PNR, keys[rec::INIT_ANMODNING::PNR]).set(rec::STAM::ADRNVN, "Hansen,J\xf8rgen");
    return answer_to(hoved.as_view(), 'O', std::string(stam.bytes()) + std::string(500, '0'));
  }
  if (function == "VALI") {
    if (!dialogues_.contains(request[HOVED::DIALOGNR])) return answer_to(request, 'F', "", "64", "DIALOGNR");
    bool const again = refuses_again && saved_.contains(dialogues_.at(std::string(request[HOVED::DIALOGNR])));
    if (again || body.starts_with("0000")) return answer_to(request, 'F', "", "00", "VEJKOD");
    return answer_to(request, 'O',
                     std::string(body) +
                         "K\xf8"
                         "benhavn" +
                         std::string(591, ' '));
  }
  return answer_to(request, 'O', "");
}

std::string fake_server::receipt(codec::view<HOVED> request) {
  using rec::KVITTERING;
  std::string const reference(request[HOVED::KUNDEREFERENCE]);
  auto found = receipts_.find(reference);
  if (refuses_again && found != receipts_.end()) return answer_to(request, 'F', "", "66", "KUNDEREFERENCE");
  if (found == receipts_.end()) {
    if (!dialogues_.contains(request[HOVED::DIALOGNR])) return answer_to(request, 'F', "", "64", "DIALOGNR");
    codec::buffer<KVITTERING> made;
    std::string const& keys = dialogues_.at(std::string(request[HOVED::DIALOGNR]));
    codec::view<rec::INIT_ANMODNING> const asked(keys);
    made.set(KVITTERING::HAENDELSE, asked[rec::INIT_ANMODNING::HAENDELSE])
        .set(KVITTERING::PNR, asked[rec::INIT_ANMODNING::PNR])
        .set(KVITTERING::HDTO, asked[rec::INIT_ANMODNING::HDTO]);
    saved_.insert(keys);
    made.set(KVITTERING::KVITTERINGSNR, receipts_.size() + 1).set(KVITTERING::REGISTRERING, "R");
    made.set(KVITTERING::TIDSPUNKT, "20260105120000000001")
        .set(KVITTERING::LOGHOVED, "0123456789abcdef0123456789abcdef");
    found = receipts_.emplace(reference, made.bytes()).first;
  }
  return answer_to(request, 'O', found->second);
}

std::string fake_server::status(codec::view<HOVED> request, std::string_view body) {
  auto const found = receipts_.find(codec::view<rec::STAT_ANMODNING>(body)[rec::STAT_ANMODNING::SOEGT_REFERENCE]);
  return found == receipts_.end() ? answer_to(request, 'F', "") : answer_to(request, 'O', found->second);
}

std::vector<std::string> fake_server::received() const {
  std::lock_guard const lock(mutex_);
  return received_;
}

std::size_t fake_server::saves() const {
  std::lock_guard const lock(mutex_);
  return receipts_.size();
}

std::string line_of(std::string_view function, std::string_view token, std::string_view reference,
                    std::string_view dialogue, std::string_view body) {
  std::string out = "SAMS," + std::string(function) + "000000010042KUN00001";
  out += token.starts_with('{') ? token : std::string(token) + std::string(24 - token.size(), ' ');
  out += std::string(reference) + std::string(20 - reference.size(), ' ');
  out += dialogue.empty() ? "000000000000" : std::string(dialogue);
  return out + "00 00          " + std::string(body);
}

std::string answer_head(std::string_view function, std::string_view token, std::string_view reference,
                        std::string_view dialogue, std::string_view fejlnr, char kvit, unsigned messages) {
  std::string out = line_of(function, token, reference, dialogue, "");
  std::size_t const size = out.size();
  out.replace(size - 15, 2, fejlnr);
  out[size - 13] = kvit;
  out.replace(size - 12, 2, messages < 10 ? "0" + std::to_string(messages) : std::to_string(messages));
  return out;
}

}  // namespace samspil::client::test
