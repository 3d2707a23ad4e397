// Which records a message of each FUNKTION is made of (protocol.md, section 2).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "codec/dialogue_layouts.hpp"

namespace samspil::codec {

/// One FUNKTION. Bodies name their records in order; DATA, AKTUEL and KLARTEKST
/// stand for the event's own.
struct function_type {
  std::string_view code;
  std::span<std::string_view const> request;
  std::span<std::string_view const> answer;  ///< of an answer with KVIT O or A
  bool needs_dialogue = false;               ///< DIALOGNR
  bool needs_reference = false;              ///< KUNDEREFERENCE
};

/// Null when there is no such FUNKTION.
function_type const* find_function(std::string_view code);
/// Bytes of a whole request, HOVED included.
std::size_t request_length(function_type const& function);

/// A record within a message.
struct message_part {
  record_layout const* layout = nullptr;
  std::string label;       ///< its name, "VENTPOST(2)" when it repeats
  std::size_t offset = 0;  ///< 0-based, in the message
};

/// The parts of a message as far as its bytes reach; what is behind them is not
/// understood. `event` is that of the dialogue where the message does not say it; PRIV
/// or OFF4 for an answer of CPR Direkte.
std::vector<message_part> request_parts(std::string_view message, std::string_view event);
std::vector<message_part> answer_parts(std::string_view message, std::string_view event);

/// Whether a request begins as one of CPR Direkte.
bool is_direkte(std::string_view request);
/// Whether such a request is a logon: byte 10 says so.
bool is_direkte_logon(std::string_view request);

/// How long an answer is by its own FUNKTION, KVIT, ANTAL and ANTAL-MEDD;
/// nothing when those cannot be read.
std::optional<std::size_t> answer_length(std::string_view answer);

/// The record and the path of the item that hold `byte` (0-based) of a message with these parts,
/// as "STAM" and "CONVN"; an empty path in FILLER, both empty behind the parts.
struct named_byte {
  std::string record;
  std::string item;
};
named_byte name_of_byte(std::vector<message_part> const& parts, std::size_t byte);

}  // namespace samspil::codec
