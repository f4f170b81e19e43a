#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "flow/definition.h"

namespace chancery::flow {

/// What a workflow definition means, told another way than by its core: the tree of reviewers is
/// walked anew after every answer. It knows stages, answers and works of the engine; neither
/// people nor tasks' numbers nor times. For tests: `step` must agree with it.
class Model {
 public:
  using Pairs = std::vector<std::pair<std::string, std::string>>;

  explicit Model(const Definition& definition) : definition_(definition) {}

  void start(const std::vector<std::string>& holds, const Pairs& parts);
  /// Somebody asked as `who` («role:a», «person:k1») answers at the stage where the document is;
  /// `isSilent`: nobody did, and the term says so.
  void answer(const std::string& who, Outcome outcome, const std::vector<std::string>& holds = {},
              const Pairs& parts = {}, bool isSilent = false);
  /// The one work of the engine that is open. `people`: those found.
  void done(const std::vector<std::string>& people = {});
  void rejected();
  bool recall();
  bool cancel();

  /// «ask STAGE WHO», «do WORK», sorted; then the status and how far the number has come.
  std::string waiting() const;

 private:
  enum class Verdict { skipped, agreed, refused, waiting };
  struct Position {
    std::string text;
    const Review* review;
    std::size_t target;
    bool isAtOnce;
  };

  const Stage& now() const { return definition_.stages[stage_]; }
  void submit(const std::vector<std::string>& holds, const Pairs& parts);
  void enter(std::size_t stage);
  void begin();
  void leave() { enter(stage_ + 1); }
  void sendBack(std::size_t stage);
  Verdict look(const Review& review, std::size_t target, bool isAtOnce);
  Verdict lookAtOne(const Review& review, std::size_t target, bool isAtOnce);
  Verdict lookAtGroup(const Review& group, std::size_t target, bool isAtOnce);
  void review();
  std::string hashOf(const Review& review) const;
  bool isWithdrawable(Allow::Act act) const;

  const Definition& definition_;
  std::string status_ = "running";
  std::string number_;
  std::size_t stage_ = 0;
  std::string work_;                 // of the engine; "" = people are asked
  std::vector<std::string> people_;  // acquaint, control: asked now, or still to be asked
  std::vector<Position> asked_;      // coordinate
  std::map<const Review*, Verdict> answers_;  // of this pass through the stage
  std::map<std::pair<std::size_t, const Review*>, std::string> visas_;  // that stand: their part
  std::set<std::string> holds_;
  std::map<std::string, std::string> parts_;
};

}  // namespace chancery::flow
