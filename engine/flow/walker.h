#pragma once

#include <string>
#include <vector>

#include "flow/step.h"

namespace chancery::flow {

/// Takes a state from node to node, through all that wait for nobody. One object belongs to one
/// step; what it asks of the engine is in `effects`.
class Walker {
 public:
  Walker(const Core& core, State& state, const Event& event)
      : core_(core), state_(state), event_(event) {}

  /// Goes to `index` and on from there. `answered`: somebody did on this branch since its fork.
  void place(std::size_t index, bool answered);
  /// The same, out of `from`. A stage that the document is sent back to asks everybody.
  void leave(const Node& from, std::size_t index, bool answered);
  /// An answer or a group sends the document back. Inside a group that waits for the others, unless
  /// it is to end the stage at once.
  void refuse(const Node& node);
  /// A branch has come to its join.
  void arrive(std::size_t index, Token::Arrival arrival);
  /// The next one in the queue is asked.
  void askNext(std::size_t index);
  /// A token at an effect, which is carried out from now on.
  Token& emit(std::size_t index, bool answered);

  std::vector<Effect> effects;

 private:
  void begin(std::size_t index, const Asked& asked);
  void ask(std::size_t index, bool answered, const Asked& asked);
  bool hasStandingVisa(std::size_t index);
  void settle(std::size_t index, bool answered = false);

  const Core& core_;
  State& state_;
  const Event& event_;
  int emitted_ = 0;
  std::vector<std::size_t> settingOut_;  // joins whose forks are being placed
};

bool isAgreement(Outcome outcome);

}  // namespace chancery::flow
