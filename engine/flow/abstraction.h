#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "flow/core.h"
#include "flow/state.h"

namespace chancery::flow {

/// What may differ from one submission of the data to the next.
struct Submission {
  std::vector<std::string> holds;                          ///< conditions that are fulfilled
  std::vector<std::pair<std::string, std::string>> parts;  ///< hashes: kSamePart, or another
};

/// Which states of a core need not be told apart. Two states are one when nothing that can happen
/// later depends on what differs in them: moments, numbers of tasks and rounds, remarks, visas that
/// no stage will look at, in whose hands a task lies; and members of a parallel group that are
/// alike are counted, not told apart.
class Abstraction {
 public:
  static constexpr std::string_view kSamePart = "same";
  static constexpr std::string_view kOtherPart = "other";

  /// `isAnswerable`: by node, whether anybody can answer what it asks; members that differ in it
  /// are not alike.
  Abstraction(const Core& core, const std::vector<bool>& isAnswerable);

  /// The one state that stands for all that are like this one; `step` goes on from it.
  State representative(State state) const;
  /// Equal for equal representatives alone.
  std::string key(const State& representative) const;
  /// Open tokens of a representative, one of each that are alike.
  std::vector<std::size_t> openTokens(const State& representative) const;
  /// All data that a submission to the node `draft` may bring, as far as anything depends on it.
  /// Nothing when there are too many.
  std::optional<std::vector<Submission>> submissions(const State& representative,
                                                     std::size_t draft) const;

 private:
  /// The nodes of one member of a parallel group.
  struct Branch {
    std::size_t fork = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::optional<std::size_t> parent = {};   ///< the branch around the fork
    std::vector<std::size_t> conditions = {};  ///< asked nowhere else, in order
    std::vector<std::size_t> parts = {};
    std::size_t likeness = 0;  ///< equal for members of one group that are alike
  };
  struct Unit;

  void findBranches();
  void findPrivate();
  void findLikeness(const std::vector<bool>& isAnswerable);
  void findLive();
  void findWaysBack();
  std::string signature(const Branch& branch, const std::vector<bool>& isAnswerable) const;
  std::size_t conditionOf(const std::string& when) const;
  std::size_t partOf(const std::string& part) const;
  std::vector<bool> truths(const State& state) const;
  std::vector<std::string> conditionsIn(const std::vector<bool>& truths) const;

  void forget(State& state) const;
  void forgetFiles(State& state) const;
  void failEarly(State& state) const;
  void sortAlike(State& state) const;
  std::vector<std::string> contents(const State& state) const;
  std::vector<Unit> units(const State& state, std::size_t draft) const;

  const Core& core_;
  Definition::Questions questions_;
  std::map<std::string, std::size_t> conditionNumbers_;
  std::map<std::string, std::size_t> partNumbers_;
  std::vector<Branch> branches_;                      // those of inner groups behind
  std::vector<std::optional<std::size_t>> branchOf_;  // by node: the innermost
  std::vector<std::vector<std::size_t>> forks_;       // inner ones first: their branches
  std::vector<std::vector<std::vector<std::size_t>>> alike_;  // by fork: members that are
  std::vector<std::vector<bool>> live_;               // by node, by condition
  std::vector<std::vector<bool>> ahead_;              // by node, by stage
};

}  // namespace chancery::flow
