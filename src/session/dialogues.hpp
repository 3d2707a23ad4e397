// The dialogues that INIT opened. They belong to a session, live in memory
// only and are gone when idle too long; the numbers are never used again.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "session/sessions.hpp"
#include "transaction/save.hpp"

namespace samspil::session {

struct dialogue {
  dialogue(std::uint64_t number_, std::shared_ptr<session> owner_, std::string keys_, std::uint64_t seen_)
      : number(number_), owner(std::move(owner_)), keys(std::move(keys_)), seen(seen_) {}

  std::uint64_t const number;
  std::shared_ptr<session> const owner;
  std::string const keys;     ///< INIT-ANMODNING with a blank FILLER
  std::uint64_t const seen;   ///< audit sequence of INIT (7022)

  std::mutex mutex;           ///< of what follows
  bool spent = false;         ///< saved or cancelled
  /// By the last VALI, if that answered O or A. Apart, because most dialogues of a moment have none.
  std::shared_ptr<transaction::approved_event const> approved;
  steady_time last_used{};
};

class dialogue_table {
 public:
  explicit dialogue_table(clock const& time) : time_(time) {}

  /// Whether the session may open one more; frees places of expired ones first when it may not.
  bool has_room(session const& owner, limits const& limit);
  void open(std::shared_ptr<dialogue> made);
  /// The open dialogue of this session and number, null: 64. Marks it as used.
  std::shared_ptr<dialogue> find(std::uint64_t number, session const& owner, limits const& limit);
  /// Spent: gone.
  void close(std::uint64_t number);
  /// Lets go of expired dialogues in the part whose turn it is.
  void expire_some(limits const& limit);
  std::size_t size() const;

 private:
  static constexpr std::size_t parts = 32;
  struct part {
    mutable std::mutex mutex;
    std::unordered_map<std::uint64_t, std::shared_ptr<dialogue>> open;
  };
  void expire(part& of, limits const& limit);
  static void free_place(dialogue const& gone);
  part& part_of(std::uint64_t number) { return parts_[number % parts]; }

  clock const& time_;
  std::array<part, parts> parts_;
  std::size_t turn_ = 0;
};

}  // namespace samspil::session
