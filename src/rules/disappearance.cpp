#include "rules/disappearance.hpp"

#include "rec/sams_fsv.hpp"
#include "rec/sams_gen.hpp"
#include "rules/effects.hpp"
#include "rules/history.hpp"
#include "rules/klartekst.hpp"
#include "rules/moving_aktuel.hpp"
#include "rules/residence.hpp"

namespace samspil::rules {
namespace {

using namespace samspil::rec;
using current = PERSON_007;

constexpr std::array gen_fields{describe(GEN_DATA::VEJKOD),   describe(GEN_DATA::HUSNR), describe(GEN_DATA::ETAGE),
                                describe(GEN_DATA::SIDEDOER), describe(GEN_DATA::BNR),   describe(GEN_DATA::CONVN)};

std::string fsv_klartekst(data_facts const& f) {
  codec::buffer<FSV_KLARTEKST> out;
  out.set(FSV_KLARTEKST::STATUS_TEKST, f.keys.table.codes.find("STATUS", "70", f.keys.who.language));
  return std::string(out.bytes());
}

std::string gen_aktuel(key_facts const& f) {
  codec::buffer<GEN_AKTUEL> out;
  out.set(GEN_AKTUEL::FORSVINDDTO, or_zeros(f.person->records.value(current::FORSVINDDTO)));
  return std::string(out.bytes());
}

std::string gen_klartekst(data_facts const& f) {
  codec::buffer<GEN_KLARTEKST> out;
  put_address(out, new_address(f));
  return std::string(out.bytes());
}

std::vector<touched_person> fsv_effects(data_facts const& f) {
  std::string const since = f.keys.hdto12();
  return {touch(f.person, "", [&](record::person& p) {
    leave_residence(p, since);
    auto gone = record_of<current>(p);
    gone.set(current::FORSVINDDTO, since).set(current::FORSVINDDTO_UMRK, "");
    p.set(gone.bytes());
    set_status(p, "70", since);
  })};
}

std::vector<touched_person> gen_effects(data_facts const& f) {
  new_home const home(f);
  return {touch(f.person, "", [&](record::person& p) {
    end_period(p, 7, {home.since});
    p.remove(7);
    take_residence(p, home);
  })};
}

}  // namespace

constinit event_type const fsv{.code = "FSV",
                               .fields = {},
                               .tidy = nullptr,
                               .aktuel = moving_aktuel<FSV_AKTUEL>,
                               .klartekst = fsv_klartekst,
                               .effects = fsv_effects};
constinit event_type const gen{.code = "GEN",
                               .fields = gen_fields,
                               .tidy = nullptr,
                               .aktuel = gen_aktuel,
                               .klartekst = gen_klartekst,
                               .effects = gen_effects};

}  // namespace samspil::rules
