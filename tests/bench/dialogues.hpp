// What the benched connections send: look-ups, and moves prepared to be saved.
#pragma once

#include <string>
#include <vector>

#include "bench/installation.hpp"
#include "bench/load.hpp"

namespace samspil::bench {

/// INIT of FLY on one person after the other; also what the echo is asked.
class look_ups : public traffic {
 public:
  look_ups(population const& people, std::vector<std::string> tokens, std::string date);
  bool next(unsigned connection, std::string& message) override;
  void answered(unsigned connection, std::string_view answer) override;
  /// One answer as it was; empty before the first.
  std::string const& sample() const { return sample_; }

 private:
  population const& people_;
  std::vector<std::string> tokens_;
  std::string date_;
  std::size_t person_ = 0;
  std::vector<std::string> messages_;  // by session
  std::string sample_;
};

/// INIT of a move once for each connection, then its VALI over and over.
class validations : public traffic {
 public:
  validations(population const& people, std::vector<std::string> tokens, std::string date);
  bool next(unsigned connection, std::string& message) override;
  void answered(unsigned connection, std::string_view answer) override;

 private:
  population const& people_;
  std::vector<std::string> tokens_;
  std::string date_;
  std::size_t person_ = 0;
  std::vector<std::string> dialogues_;  // by connection; empty: INIT comes first
};

/// INIT, VALI and GEMH of a move to 0101, each with its own person. prepare()
/// brings moves up to an approved VALI, so that what is measured is the save.
class moves : public traffic {
 public:
  enum class step { init, vali, gemh, done };
  moves(population const& people, std::vector<std::string> tokens, std::string date);

  /// What the next run sends: INIT and VALI of `count` moves, or the GEMH of those prepared.
  void prepare(std::size_t count);
  void save();
  bool next(unsigned connection, std::string& message) override;
  void answered(unsigned connection, std::string_view answer) override;
  std::size_t prepared() const { return ready_.size(); }
  std::uint64_t refused() const { return refused_; }

 private:
  struct move {
    std::string pnr, dialogue, token;
    step at = step::done;
  };
  move& of(unsigned connection);
  std::string text(move const& m);

  population const& people_;
  std::vector<std::string> tokens_;
  std::string date_;
  std::size_t person_ = 0;
  std::size_t wanted_ = 0;
  std::uint64_t reference_ = 0;
  std::uint64_t refused_ = 0;
  bool saving_ = false;
  std::vector<move> in_hand_;  // by connection
  std::vector<std::string> ready_;  // GEMHs, made beforehand: the client's part should be small
};

}  // namespace samspil::bench
