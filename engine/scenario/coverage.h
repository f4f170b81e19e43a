#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "flow/step.h"

namespace chancery::scenario {

/// Which ways of a workflow were taken: each answer to each task, each outcome of the engine's work
/// that leads elsewhere, each side of a condition and of a group, each term that ends something,
/// recall and cancel.
class Coverage {
 public:
  explicit Coverage(const flow::Core& core);

  /// An event was accepted in that state.
  void took(const flow::State& before, const flow::Event& event);

  std::size_t all() const { return ways_.size(); }
  std::size_t taken() const;
  /// In whole percent, rounded down; 100 when there is nothing to take.
  std::size_t percent() const { return all() == 0 ? 100 : taken() * 100 / all(); }
  /// Those not taken, in the office's words: «Согласование» (role:lawyer): Не согласовать.
  std::vector<std::string> missing(Language language) const;

 private:
  enum class Kind { answer, lapse, done, rejected, next, aside, recall, cancel };
  struct Way {
    Kind kind = Kind::answer;
    std::size_t node = 0;
    flow::Outcome outcome = flow::Outcome::submit;
    bool isTaken = false;
    flow::Core probe = {};  ///< next, aside: leads to a task of its own there
  };

  void collect();
  void collectInner(std::size_t index);
  void addInner(Kind kind, std::size_t index, std::size_t flow::Node::*target);
  bool mayRefuse(std::size_t join) const;
  std::string inWords(const Way& way, Language language) const;

  const flow::Core& core_;
  std::vector<Way> ways_;
};

}  // namespace chancery::scenario
