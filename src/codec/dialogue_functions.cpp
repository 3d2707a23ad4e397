// The table of FUNKTION: which records a request and an answer are made of.
#include <algorithm>

#include "codec/message_parts.hpp"
#include "rec/sams_hoved.hpp"

namespace samspil::codec {
namespace {

using names = std::string_view const;

names logon[] = {"LOGN-ANMODNING"};
names logon_answer[] = {"LOGN-SVAR"};
names initiate[] = {"INIT-ANMODNING"};
names initiate_answer[] = {"STAM", "AKTUEL"};
names validate[] = {"DATA"};
names validate_answer[] = {"DATA", "KLARTEKST"};
names receipt[] = {"KVITTERING"};
names status[] = {"STAT-ANMODNING"};
names waiting[] = {"VLST-ANMODNING"};
names waiting_answer[] = {"VLST-SVAR"};  // and as many VENTPOST as it says
names show[] = {"VVIS-ANMODNING"};
names show_answer[] = {"VENTPOST", "STAM", "AKTUEL", "DATA", "KLARTEKST", "BEGRUNDELSE"};
names decide[] = {"VAFG-ANMODNING"};

constexpr function_type functions[] = {
    // code, request, answer, needs dialogue, needs reference
    {"LOGN", logon, logon_answer, false, false},
    {"LOGF", {}, {}, false, false},
    {"EKKO", {}, {}, false, false},
    {"INIT", initiate, initiate_answer, false, false},
    {"VALI", validate, validate_answer, true, false},
    {"GEMH", {}, receipt, true, true},
    {"AFBR", {}, {}, true, false},
    {"STAT", status, receipt, false, false},
    {"VLST", waiting, waiting_answer, false, false},
    {"VVIS", show, show_answer, false, false},
    {"VGOD", decide, receipt, false, true},
    {"VAFV", decide, receipt, false, true},
    {"VFOR", decide, receipt, false, true},
};

}  // namespace

function_type const* find_function(std::string_view code) {
  auto const found = std::ranges::find(functions, code, &function_type::code);
  return found == std::end(functions) ? nullptr : &*found;
}

std::size_t request_length(function_type const& function) {
  std::size_t length = rec::HOVED::length;
  for (std::string_view name : function.request) length += event_layout("", name).length;
  return length;
}

}  // namespace samspil::codec
