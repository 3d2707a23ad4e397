#include "rules/fly.hpp"

#include "rec/sams_fly.hpp"
#include "rules/effects.hpp"
#include "rules/klartekst.hpp"
#include "rules/moving_aktuel.hpp"

namespace samspil::rules {
namespace {

using data = rec::FLY_DATA;
using klartekst = rec::FLY_KLARTEKST;

constexpr std::array fields{describe(data::VEJKOD),   describe(data::HUSNR), describe(data::ETAGE),
                            describe(data::SIDEDOER), describe(data::BNR),   describe(data::CONVN),
                            describe(data::ANTAL_MEDFLYTTERE), describe(data::MEDFLYTTER)};

std::string fly_klartekst(data_facts const& f) {
  codec::buffer<klartekst> out;
  put_address(out, new_address(f));
  codec::view<data> const seen(f.data);
  for (std::size_t i = 0; i < data::MEDFLYTTER.count; ++i)
    out.set(klartekst::MEDFLYTTER_ADRNVN, i, name_of(f, seen(data::MEDFLYTTER, i)));
  return std::string(out.bytes());
}

}  // namespace

constinit event_type const fly{.code = "FLY",
                               .fields = fields,
                               .tidy = nullptr,
                               .aktuel = moving_aktuel<rec::FLY_AKTUEL>,
                               .klartekst = fly_klartekst,
                               .effects = fly_effects};

}  // namespace samspil::rules
