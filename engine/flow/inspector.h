#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "flow/explore.h"
#include "flow/soundness.h"

namespace chancery::flow {

/// Looks at every state and event for what must never be. Each kind of finding is made once a
/// stage: the first time, which is by the shortest path.
class Inspector : public Onlooker {
 public:
  Inspector(const Core& core, const Places& places, const std::vector<Colleague>& people,
            const std::vector<Colleague>& staff, Diagnostics& diagnostics);

  void attach(const Explorer& explorer) { explorer_ = &explorer; }
  void reached(std::size_t visit, const State& state) override;
  void moved(std::size_t from, const State& before, const Move& move, const Visit& to,
             const State& after) override;
  void unanswerable(std::size_t visit, const Token& task) override;
  void notTaken(std::size_t visit, const Move& move) override;

  /// What is known when all states were visited.
  void conclude();

 private:
  using Finding = std::pair<const Message*, std::size_t>;

  bool isNew(const Message& message, std::size_t stage);
  std::string path(std::size_t visit) const;
  std::string path(std::size_t visit, const Move& move) const;
  const Stage& stageAt(std::size_t index) const { return core_.definition.stages[index]; }
  Diagnostics::Added atStage(const Message& message, std::size_t stage,
                             std::vector<std::string> arguments);

  void inspectEnd(std::size_t visit, const State& state);
  void inspectOpen(std::size_t visit, const State& state);
  void inspectAsk(std::size_t visit, const State& state, const Token& task);
  bool isAskedAlike(std::size_t node, std::size_t first) const;
  void inspectOrder(std::size_t visit, std::size_t stage);
  void inspectText(std::size_t visit, std::size_t stage);
  void inspectEscalation(std::size_t visit, const State& state, const Token& task);
  void inspectReturn(std::size_t from, const State& before, const Move& move, const Visit& to,
                     const State& after);
  void inspectPassed(std::size_t from, const State& before, const Move& move, const Visit& to);
  void concludeStages();
  void concludeEnd();
  void concludeLoops();
  std::vector<bool> endings() const;

  const Core& core_;
  const Places& places_;
  const std::vector<Colleague>& people_;
  const std::vector<Colleague>& staff_;
  Diagnostics& diagnostics_;
  const Explorer* explorer_ = nullptr;
  std::set<Finding> made_;
  bool isStuck_ = false;  // some documents never come to the end
  /// By stage: the first state where a task that nobody may answer is open, and its node.
  std::map<std::size_t, std::pair<std::size_t, std::size_t>> unanswered_;
  std::set<std::size_t> entered_;  // stages
  std::set<std::size_t> asked_;    // stages where somebody was asked
  std::set<std::size_t> probed_;   // nodes whose escalation was tried
  std::set<Allow::Act> possible_;
  /// By stage that judges what is settled: the first state there, and the stage that settled it.
  std::map<std::size_t, std::pair<std::size_t, std::size_t>> judgedLate_;
  std::map<std::size_t, std::size_t> twins_;  // by node: the first of its stage that asks alike
};

}  // namespace chancery::flow
