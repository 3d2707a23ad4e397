// The dialogues that INIT opened. They belong to a session, live in memory
// only and are gone when idle too long; the numbers are never used again.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>

#include "codec/field.hpp"
#include "rec/sams_init.hpp"
#include "session/sessions.hpp"
#include "transaction/save.hpp"

namespace samspil::session {

struct dialogue {
  dialogue(std::uint64_t number_, std::shared_ptr<session> owner_, codec::buffer<rec::INIT_ANMODNING> const& keys_,
           std::uint64_t seen_)
      : number(number_), owner(std::move(owner_)), keys(keys_), seen(seen_) {}

  std::uint64_t const number;
  std::shared_ptr<session> const owner;
  codec::buffer<rec::INIT_ANMODNING> const keys;  ///< with a blank FILLER
  std::uint64_t const seen;                       ///< audit sequence of INIT (7022)

  /// Of what follows. The writer takes it while it holds rows: nobody may wait for a row with it.
  std::mutex mutex;
  bool spent = false;             ///< saved or cancelled
  std::uint64_t validations = 0;  ///< VALIs that have begun; the last decides
  /// By the last VALI, if that answered O or A. Apart, because most dialogues of a moment have none.
  std::shared_ptr<transaction::approved_event const> approved;
};

class dialogue_table {
 public:
  explicit dialogue_table(clock const& time) : time_(time) {}

  /// Whether the session may open one more. When it may not, places of expired ones are freed first; all dialogues
  /// are looked through only if one of its own can have expired since the last time.
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
  /// What is asked of all dialogues stands in a row here: whoever looks for expired ones holds up the others.
  struct place {
    std::uint64_t number = 0;
    steady_time last_used{};
    session const* owner = nullptr;  ///< the dialogue keeps it
    std::shared_ptr<dialogue> open;  ///< null: closed since
  };
  /// Numbers ascend as they are given, so a new dialogue mostly goes to the end.
  struct part {
    mutable std::mutex mutex;
    std::deque<place> places;  // by number
    std::size_t open = 0;
  };
  static bool is_before(place const& one, std::uint64_t number) { return one.number < number; }
  /// The place of an open dialogue, null when it is not there.
  static place* at(part& in, std::uint64_t number);
  static void free_place(part& in, place& of);
  static void tidy(part& in);
  /// Gives when the longest idle one of `of` that stays was used; the latest moment when there is none.
  steady_time expire(part& in, limits const& limit, session const* of = nullptr);
  part& part_of(std::uint64_t number) { return parts_[number % parts]; }

  clock const& time_;
  std::array<part, parts> parts_;
  std::size_t turn_ = 0;
};

}  // namespace samspil::session
