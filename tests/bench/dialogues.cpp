#include "bench/dialogues.hpp"

#include <stdexcept>

#include "client/message.hpp"
#include "support/sams.hpp"

namespace samspil::bench {
namespace {

using hoved = rec::HOVED;

std::string init_message(std::string_view pnr, std::string const& date, std::string const& token) {
  return test::request("INIT", {.token = token}, test::init_body(pnr, date, "0101"));
}

bool accepted(std::string_view answer) { return codec::view<hoved>(answer)[hoved::KVIT] != "F"; }

[[noreturn]] void unexpected(std::string_view answer) {
  auto const read = client::answer::read(std::string(answer));
  throw std::runtime_error("bench: " + (read ? read->summary() : std::string("no answer that can be read")));
}

}  // namespace

look_ups::look_ups(population const& people, std::vector<std::string> tokens, std::string date)
    : people_(people), tokens_(std::move(tokens)), date_(std::move(date)) {}

bool look_ups::next(unsigned connection, std::string& message) {
  // Made once for each session: the client's part should be as small as the echo's.
  std::size_t const session = connection % tokens_.size();
  if (messages_.empty())
    for (std::string const& token : tokens_) messages_.push_back(init_message("0000000000", date_, token));
  message = messages_[session];
  message.replace(hoved::length + rec::INIT_ANMODNING::PNR.offset, 10,
                  people_.persons[person_++ * 7919 % people_.persons.size()]);
  return true;
}

void look_ups::answered(unsigned, std::string_view answer) {
  if (!accepted(answer)) unexpected(answer);
  if (sample_.empty()) sample_ = answer;
}

validations::validations(population const& people, std::vector<std::string> tokens, std::string date)
    : people_(people), tokens_(std::move(tokens)), date_(std::move(date)) {}

bool validations::next(unsigned connection, std::string& message) {
  if (connection >= dialogues_.size()) dialogues_.resize(connection + 1);
  std::string const& token = tokens_[connection % tokens_.size()];
  if (dialogues_[connection].empty())
    message = init_message(people_.persons[person_++ * 7919 % people_.persons.size()], date_, token);
  else
    message = test::request("VALI", {.token = token, .dialognr = dialogues_[connection]},
                            test::fly_body(people_.roads[connection % people_.roads.size()], "123"));
  return true;
}

void validations::answered(unsigned connection, std::string_view answer) {
  if (!accepted(answer)) unexpected(answer);
  dialogues_[connection] = codec::view<hoved>(answer)[hoved::DIALOGNR];
}

moves::moves(population const& people, std::vector<std::string> tokens, std::string date)
    : people_(people), tokens_(std::move(tokens)), date_(std::move(date)) {}

void moves::prepare(std::size_t count) {
  wanted_ = count;
  saving_ = false;
  for (move& m : in_hand_) m.at = step::done;
}

void moves::save() { saving_ = true; }

moves::move& moves::of(unsigned connection) {
  if (in_hand_.size() <= connection) in_hand_.resize(connection + 1);
  return in_hand_[connection];
}

bool moves::next(unsigned connection, std::string& message) {
  if (saving_) {
    if (ready_.empty()) return false;
    message = std::move(ready_.back());
    ready_.pop_back();
    return true;
  }
  move& m = of(connection);
  if (m.at != step::vali) {
    if (wanted_ == 0 || person_ == people_.persons.size()) return false;
    --wanted_;
    m = {people_.persons[person_++], {}, tokens_[connection % tokens_.size()], step::init};
  }
  message = text(m);
  return true;
}

std::string moves::text(move const& m) {
  if (m.at == step::init) return init_message(m.pnr, date_, m.token);
  test::header_fields head{.token = m.token, .dialognr = m.dialogue};
  if (m.at == step::gemh) {
    head.reference = "BENCH-" + std::to_string(++reference_);
    return test::request("GEMH", head);
  }
  std::string const number = std::to_string(1001 + 2 * (person_ % 499)).substr(1);
  return test::request("VALI", head, test::fly_body(people_.roads[person_ % people_.roads.size()], number));
}

void moves::answered(unsigned connection, std::string_view answer) {
  bool const good = accepted(answer);
  if (saving_) {
    if (!good) unexpected(answer);
    return;
  }
  move& m = of(connection);
  if (!good) {
    ++refused_;  // some persons of any population may not move there
    m.at = step::done;
  } else if (m.at == step::init) {
    m.dialogue = codec::view<hoved>(answer)[hoved::DIALOGNR];
    m.at = step::vali;
  } else {
    m.at = step::gemh;
    ready_.push_back(text(m));
    m.at = step::done;
  }
}

}  // namespace samspil::bench
