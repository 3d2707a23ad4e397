#include "rules/rule_trial.hpp"

namespace samspil::rules {
namespace {

/// The register, but for what is supposed of one person.
class supposed_source final : public register_source {
 public:
  supposed_source(register_source& real, std::string_view pnr, supposition const& supposed)
      : real_(real), pnr_(pnr), supposed_(supposed) {}

  stored_person const* person(std::string_view pnr) override {
    stored_person const* const found = real_.person(pnr);
    if (found == nullptr || pnr != pnr_ || !supposed_.waiting) return found;
    if (!changed_) {
      changed_ = *found;
      changed_->waiting_open = *supposed_.waiting;
    }
    return &*changed_;
  }
  std::string const& road(std::string_view komkod, std::string_view vejkod) override {
    return real_.road(komkod, vejkod);
  }
  std::string dwelling(std::string_view komkod, std::string_view vejkod, std::string_view husnr, std::string_view etage,
                       std::string_view sidedoer) override {
    return real_.dwelling(komkod, vejkod, husnr, etage, sidedoer);
  }
  std::vector<std::string> const& authorities(std::string_view mynkod) override { return real_.authorities(mynkod); }
  bool awaits_approval(std::string_view pnr, std::string_view haendelse) override {
    return pnr == pnr_ && supposed_.awaits_decision ? *supposed_.awaits_decision
                                                    : real_.awaits_approval(pnr, haendelse);
  }
  std::optional<registered_event> latest_event(std::string_view pnr) override {
    if (pnr != pnr_ || (!supposed_.undo_event && !supposed_.undo_time)) return real_.latest_event(pnr);
    registered_event out;
    out.haendelse = supposed_.undo_event.value_or("");
    out.timestampu = supposed_.undo_time.value_or("");
    out.may_be_undone = true;
    return out;
  }

 private:
  register_source& real_;
  std::string_view pnr_;
  supposition const& supposed_;
  std::optional<stored_person> changed_;
};

}  // namespace

trial_messages try_event(trial_event const& event, tables const& with, register_source& source, explanation* why) {
  codec::view<rec::INIT_ANMODNING> const keys(event.keys);
  supposed_source around(source, keys[rec::INIT_ANMODNING::PNR], event.supposed);
  key_facts const facts(event.keys, event.who, with, around, event.day);
  trial_messages out;
  out.keys = with.rules->check_keys(facts, {}, why);
  if (event.keys_only || refused(out.keys)) return out;
  data_facts const data(facts, event.data);
  out.data = with.rules->check_data(data, why);
  return out;
}

}  // namespace samspil::rules
