#include "session/functions.hpp"

#include "rec/sams_fly.hpp"
#include "rec/sams_init.hpp"
#include "rec/sams_logn.hpp"
#include "rec/sams_stat.hpp"
#include "rec/sams_vafg.hpp"
#include "rec/sams_vlst.hpp"
#include "rec/sams_vvis.hpp"

namespace samspil::session {
namespace {

// The body of VALI is the same for every event.
constexpr std::size_t data_length = rec::FLY_DATA::length;

// code, id, body, session, reference, dialogue, writes
constexpr function functions[] = {
    {"LOGN", function_id::logn, rec::LOGN_ANMODNING::length, false, false, false, true},
    {"LOGF", function_id::logf, 0, true, false, false, true},
    {"EKKO", function_id::ekko, 0, true, false, false, false},
    {"INIT", function_id::init, rec::INIT_ANMODNING::length, true, false, false, false},
    {"VALI", function_id::vali, data_length, true, false, true, false},
    {"GEMH", function_id::gemh, 0, true, true, true, true},
    {"AFBR", function_id::afbr, 0, true, false, true, false},
    {"STAT", function_id::stat, rec::STAT_ANMODNING::length, true, false, false, false},
    {"VLST", function_id::vlst, rec::VLST_ANMODNING::length, true, false, false, false},
    {"VVIS", function_id::vvis, rec::VVIS_ANMODNING::length, true, false, false, false},
    {"VGOD", function_id::vgod, rec::VAFG_ANMODNING::length, true, true, false, true},
    {"VAFV", function_id::vafv, rec::VAFG_ANMODNING::length, true, true, false, true},
    {"VFOR", function_id::vfor, rec::VAFG_ANMODNING::length, true, true, false, true},
};

}  // namespace

std::span<function const> all_functions() { return functions; }

function const* find_function(std::string_view code) {
  for (function const& f : functions)
    if (f.code == code) return &f;
  return nullptr;
}

}  // namespace samspil::session
