#include "rules/events.hpp"

#include "rec/sams_fly.hpp"
#include "record/address.hpp"

namespace samspil::rules {
namespace {

template <class R, std::size_t O, std::size_t W, codec::kind K>
constexpr data_field describe(codec::field<R, O, W, K> const& f) {
  return {f.name, O, W, K, 1, W};
}
template <class R, std::size_t O, std::size_t W, codec::kind K, std::size_t N, std::size_t S>
constexpr data_field describe(codec::repeated<R, O, W, K, N, S> const& f) {
  return {f.name, O, W, K, N, S};
}

using fly = rec::FLY_DATA;
constexpr std::array fly_fields{describe(fly::VEJKOD),   describe(fly::HUSNR), describe(fly::ETAGE),
                                describe(fly::SIDEDOER), describe(fly::BNR),   describe(fly::CONVN),
                                describe(fly::ANTAL_MEDFLYTTERE), describe(fly::MEDFLYTTER)};

constexpr std::array events{event_type{"FLY", "01 03 05 07 ", 28, 28, false, fly_fields}};

std::string in_cprs_spelling(std::string_view name, std::string_view value) {
  if (name == "HUSNR") return record::normal_house_number(value);
  if (name == "ETAGE") return record::normal_floor(value);
  if (name == "SIDEDOER") return record::normal_door(value);
  return std::string(value);
}

}  // namespace

event_type const* find_event(std::string_view code) {
  for (event_type const& e : events)
    if (e.code == code) return &e;
  return nullptr;
}

std::span<event_type const> all_events() { return events; }

std::string normalised(event_type const& event, std::string_view data) {
  std::string out(data.size(), ' ');
  for (data_field const& f : event.fields) {
    for (std::size_t i = 0; i < f.count; ++i) {
      std::size_t const at = f.offset + i * f.stride;
      std::string_view const value = data.substr(at, f.width);
      bool const blank_digits = f.type == codec::kind::digits && codec::trimmed(value).empty();
      out.replace(at, f.width, blank_digits ? std::string(f.width, '0') : in_cprs_spelling(f.name, value));
    }
  }
  return out;
}

}  // namespace samspil::rules
