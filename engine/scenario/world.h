#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scenario/coverage.h"
#include "scenario/scenario.h"
#include "scenario/staff.h"

namespace chancery::scenario {

/// One document in a world of its own: the engine behind the workflow and the clock.
class World {
 public:
  World(const flow::Core& core, const Staff& staff, Moment begin, Coverage& coverage)
      : core_(core), staff_(staff), coverage_(coverage), now_(begin) {}

  /// An event by somebody; whatever the engine has to do then follows at once.
  std::optional<flow::Refusal> take(flow::Event event);
  /// Hands in data with the next event.
  void handIn(const HandedData& data, flow::Event& event);
  /// The next time that this effect is carried out (at that stage, unless it is "") it fails.
  void fail(const Step& step) { failures_.push_back(&step); }
  /// Steps of `fail` that have not failed yet.
  const std::vector<const Step*>& failures() const { return failures_; }
  void moveClock(Moment to);

  /// What the engine did many times without an end; "" when all is well.
  const std::string& endless() const { return endless_; }
  Moment now() const { return now_; }
  const flow::State& state() const { return state_; }
  const std::vector<std::string>& journal() const { return journal_; }
  /// Open tasks that a step means.
  std::vector<const flow::Token*> tasks(const Step& step) const;
  /// "role:lawyer", "person:lugov".
  std::string holderOf(const flow::Token& task) const;
  /// "visas: role:accountant role:lawyer", by stages.
  std::string waiting() const;

 private:
  std::optional<flow::Refusal> apply(flow::Event event);
  bool carryOutOne();
  void carryOut();
  bool lapseOne();
  bool isOver(const flow::Token& wait) const;
  std::vector<std::pair<std::string, std::string>> factsOf(const flow::Node& node);
  std::vector<std::pair<std::string, std::string>> peopleOf(const flow::Stage& stage) const;
  std::string lineOf(const flow::Event& event, const flow::Node* node,
                     const std::string& detail) const;

  const flow::Core& core_;
  const Staff& staff_;
  Coverage& coverage_;
  Moment now_;
  flow::State state_;
  HandedData data_;
  std::map<std::string, std::string> parts_;  // by path: what stands there
  int numbers_ = 0;  // of the registration numbers in use
  std::vector<const Step*> failures_;
  std::vector<std::string> journal_;
  std::string endless_;
};

}  // namespace chancery::scenario
