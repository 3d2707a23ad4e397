#include "client/replay_conversation.hpp"

#include <algorithm>

#include "rec/direkte.hpp"
#include "rec/sams_init.hpp"

namespace samspil::client::replay {
namespace {

using rec::HOVED;

bool is_empty(std::string_view value) {
  return value.find_first_not_of(' ') == std::string_view::npos ||
         value.find_first_not_of('0') == std::string_view::npos;
}

bool is_sams(std::string_view message) { return message.size() >= HOVED::length && message.starts_with("SAMS"); }

std::string_view event_in(std::string_view request) {
  if (request.size() < HOVED::length + rec::INIT_ANMODNING::length) return {};
  return codec::view<rec::INIT_ANMODNING>(request.substr(HOVED::length))[rec::INIT_ANMODNING::HAENDELSE];
}

}  // namespace

bool is_token(std::string_view name) {
  std::size_t const dot = name.rfind('.');
  return (dot == std::string_view::npos ? name : name.substr(dot + 1)) == "TOKEN";
}

std::optional<std::string> find_value(std::vector<message_part> const& parts, std::string_view message,
                                      std::string_view name) {
  for (message_part const& part : parts) {
    std::string_view wanted = name;
    if (wanted.starts_with(part.label) && wanted.substr(part.label.size()).starts_with('.'))
      wanted.remove_prefix(part.label.size() + 1);
    for (layout_item const& item : part.layout->items)
      if (item.path == wanted || item.name == wanted)
        return std::string(message.substr(part.offset + item.offset, item.width));
  }
  return std::nullopt;
}

void conversation::learn(std::string_view request, std::string_view answer, name_set const& names) {
  if (codec::is_direkte(request)) return learn_direkte(request, answer, names);
  if (!is_sams(answer) || !is_sams(request)) return;
  auto const hoved = codec::view<HOVED>(answer);
  auto const function = hoved[HOVED::FUNKTION];
  bool const accepted = hoved[HOVED::KVIT] == "O" || hoved[HOVED::KVIT] == "A";
  std::string const dialogue(hoved[HOVED::DIALOGNR]);
  if (function == "LOGN" && accepted) set("TOKEN", std::string(hoved[HOVED::TOKEN]));
  if (function == "INIT") latest_dialogue_ = accepted ? dialogue : std::string();
  if (function == "INIT" && accepted) {
    set("DIALOGNR", dialogue);
    events_[dialogue] = event_in(request);
  }
  if (!names.empty()) {
    auto const parts = answer_parts(answer, event_of(request));
    for (std::string const& name : names)
      if (!is_token(name) && name != "DIALOGNR")
        if (auto found = find_value(parts, answer, name); found && !is_empty(*found)) set(name, std::move(*found));
  }
  if (accepted && (function == "GEMH" || function == "AFBR")) events_.erase(dialogue);
}

void conversation::learn_direkte(std::string_view request, std::string_view answer, name_set const& names) {
  if (answer.size() < rec::DIREKTE_SVAR::length) return;
  auto const head = codec::view<rec::DIREKTE_SVAR>(answer);
  if (head[rec::DIREKTE_SVAR::FEJLNR] != "00") return;
  if (head[rec::DIREKTE_SVAR::ABON_TYPE] == "9")
    set(std::string(direkte_token), std::string(head[rec::DIREKTE_SVAR::TOKEN]));
  auto const parts = answer_parts(answer, event_of(request));
  for (std::string const& name : names)
    if (!is_token(name))
      if (auto found = find_value(parts, answer, name); found && !is_empty(*found)) set(name, std::move(*found));
}

std::optional<std::string> conversation::value(std::string_view name) const {
  auto const found = values_.find(name);
  return found == values_.end() ? std::nullopt : std::optional(found->second);
}

void conversation::set(std::string_view name, std::string value) {
  values_.insert_or_assign(std::string(name), std::move(value));
}

std::string conversation::event_of(std::string_view request) const {
  if (codec::is_direkte(request)) return std::string(request.substr(0, 4));
  if (!is_sams(request)) return {};
  auto const hoved = codec::view<HOVED>(request);
  if (hoved[HOVED::FUNKTION] == "INIT") return std::string(event_in(request));
  auto const found = events_.find(hoved[HOVED::DIALOGNR]);
  return found == events_.end() ? std::string() : found->second;
}

}  // namespace samspil::client::replay
