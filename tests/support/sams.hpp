// Requests and answers of SAMS for tests, made by hand on the layouts.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "codec/field.hpp"
#include "rec/sams_fly.hpp"
#include "rec/sams_hoved.hpp"
#include "rec/sams_init.hpp"
#include "rec/sams_kvittering.hpp"
#include "rec/sams_logn.hpp"
#include "rec/sams_meddelelse.hpp"
#include "rec/sams_stat.hpp"
#include "session/handler.hpp"

namespace samspil::test {

struct header_fields {
  std::string kundenr = "1234", user = "KOMM01", token = "", reference = "", dialognr = "0";
};

inline std::string request(std::string_view funktion, header_fields const& f, std::string_view body = {}) {
  using h = rec::HOVED;
  codec::buffer<h> head;
  head.set(h::CPRTRANS, "SAMS")
      .set(h::KOMMA, ",")
      .set(h::FUNKTION, funktion)
      .set(h::LAENGDE, h::length + body.size())
      .set(h::VERSION, "01")
      .set(h::KUNDENR, f.kundenr)
      .set(h::BRUGER_ID, f.user)
      .set(h::TOKEN, f.token)
      .set(h::KUNDEREFERENCE, f.reference)
      .set(h::DIALOGNR, f.dialognr);
  return std::string(head.bytes()).append(body);
}

inline std::string logon_body(std::string_view password, std::string_view next = {}) {
  codec::buffer<rec::LOGN_ANMODNING> body;
  body.set(rec::LOGN_ANMODNING::KENDEORD, password).set(rec::LOGN_ANMODNING::NYT_KENDEORD, next);
  return std::string(body.bytes());
}

inline std::string init_body(std::string_view pnr, std::string_view hdto, std::string_view komkod,
                             std::string_view haendelse = "FLY") {
  codec::buffer<rec::INIT_ANMODNING> body;
  body.set(rec::INIT_ANMODNING::HAENDELSE, haendelse)
      .set(rec::INIT_ANMODNING::PNR, pnr)
      .set(rec::INIT_ANMODNING::HDTO, hdto)
      .set(rec::INIT_ANMODNING::KOMKOD, komkod);
  return std::string(body.bytes());
}

inline std::string fly_body(std::string_view vejkod, std::string_view husnr, std::vector<std::string_view> with = {},
                            std::string_view etage = {}, std::string_view sidedoer = {}) {
  using d = rec::FLY_DATA;
  codec::buffer<d> body;
  body.set(d::VEJKOD, vejkod).set(d::HUSNR, husnr).set(d::ETAGE, etage).set(d::SIDEDOER, sidedoer);
  body.set(d::ANTAL_MEDFLYTTERE, with.size());
  for (std::size_t i = 0; i < with.size(); ++i) body.set(d::MEDFLYTTER, i, with[i]);
  return std::string(body.bytes());
}

inline std::string stat_body(std::string_view reference) {
  codec::buffer<rec::STAT_ANMODNING> body;
  body.set(rec::STAT_ANMODNING::SOEGT_REFERENCE, reference);
  return std::string(body.bytes());
}

/// An answer taken apart. The body is what stands between HOVED and the MEDDELELSEr.
struct reply_seen {
  std::string bytes;
  bool closed = false;

  codec::view<rec::HOVED> head() const { return codec::view<rec::HOVED>(bytes); }
  template <class Field>
  std::string operator[](Field const& f) const {
    return std::string(head()[f]);
  }
  std::string fejlnr() const { return (*this)[rec::HOVED::FEJLNR]; }
  std::string kvit() const { return (*this)[rec::HOVED::KVIT]; }
  std::string dialognr() const { return (*this)[rec::HOVED::DIALOGNR]; }
  std::size_t message_count() const { return codec::number(head()[rec::HOVED::ANTAL_MEDD]); }
  std::string body() const {
    return bytes.substr(rec::HOVED::length,
                        bytes.size() - rec::HOVED::length - message_count() * rec::MEDDELELSE::length);
  }
  codec::view<rec::MEDDELELSE> message(std::size_t i) const {
    std::size_t const at = bytes.size() - (message_count() - i) * rec::MEDDELELSE::length;
    return codec::view<rec::MEDDELELSE>(std::string_view(bytes).substr(at));
  }
  /// "7101F VEJKOD 00" for each MEDDELELSE, joined with ", ".
  std::string said() const {
    std::string out;
    for (std::size_t i = 0; i < message_count(); ++i) {
      auto const m = message(i);
      if (i != 0) out += ", ";
      out += std::string(m[rec::MEDDELELSE::MEDDNR]) + std::string(m[rec::MEDDELELSE::KLASSE]) + " " +
             std::string(codec::trimmed(m[rec::MEDDELELSE::FELT])) + " " + std::string(m[rec::MEDDELELSE::FOREKOMST]);
    }
    return out;
  }
};

/// Hands a message in and waits for its answer.
inline reply_seen ask(session::handler& to, std::string_view message,
                      session::peer const& from = {"127.0.0.1", "", ""}) {
  std::mutex mutex;
  std::condition_variable wake;
  bool come = false;
  reply_seen out;
  to.handle(message, from, [&](session::answer a) {
    std::lock_guard const lock(mutex);
    out = {std::move(a.bytes), a.close};
    come = true;
    wake.notify_one();
  });
  std::unique_lock lock(mutex);
  wake.wait(lock, [&] { return come; });
  return out;
}

}  // namespace samspil::test
