#include "flow/walker.h"

#include <algorithm>
#include <utility>

namespace chancery::flow {
namespace {

std::string valueOf(const std::vector<std::pair<std::string, std::string>>& pairs,
                    const std::string& name) {
  for (const auto& [known, value] : pairs) {
    if (known == name) return value;
  }
  return {};
}

}  // namespace

bool isAgreement(Outcome outcome) {
  return outcome == Outcome::agree || outcome == Outcome::agreeWithRemarks;
}

// Inside a group a refusal waits for the others, unless it is to end the stage at once.
void Walker::refuse(const Node& node) {
  if (node.atOnce) {
    std::erase_if(state_.tokens, [&](const Token& token) {
      return core_.nodes[token.node].stage == node.stage;
    });
  }
  const Node& target = core_.nodes[node.refused];
  if (target.kind == Node::Kind::join && target.stage == node.stage) {
    return arrive(node.refused, Token::Arrival::refused);
  }
  leave(node, node.refused, true);
}

// A stage that the document is sent back to asks everybody.
void Walker::leave(const Node& from, std::size_t index, bool answered) {
  const std::size_t stage = core_.nodes[index].stage;
  const bool isReview = stage < from.stage &&
                        core_.definition.stages[stage].kind == StageKind::coordinate;
  std::erase_if(state_.visas,
                [&](const Visa& visa) { return isReview && visa.stage == stage; });
  place(index, answered);
}

// Moves on from `index` through all nodes that wait for nobody.
void Walker::place(std::size_t index, bool answered) {
  const Node& node = core_.nodes[index];
  switch (node.kind) {
    case Node::Kind::ask:
      if (hasStandingVisa(index)) return place(node.next, true);
      ask(index, answered, {});
      return;
    case Node::Kind::effect:
      emit(index, answered);
      return;
    case Node::Kind::fork:
      settingOut_.push_back(node.next);
      for (const std::size_t branch : node.branches) place(branch, false);
      settingOut_.pop_back();
      return settle(node.next, answered);
    case Node::Kind::spread:
      if (state_.queue.empty()) return place(node.otherwise, answered);
      if (core_.stageOf(node).oneByOne) return askNext(node.next);
      for (const Asked& asked : std::exchange(state_.queue, {})) begin(node.next, asked);
      return;
    case Node::Kind::choice: {
      const auto& holds = state_.holds;
      const bool isTrue = std::find(holds.begin(), holds.end(), node.when) != holds.end();
      return place(isTrue ? node.next : node.otherwise, answered);
    }
    case Node::Kind::join:
      return arrive(index, answered ? Token::Arrival::agreed : Token::Arrival::skipped);
    case Node::Kind::end:
      state_.status = CaseStatus::finished;
      return;
  }
}

Token& Walker::emit(std::size_t index, bool answered) {
  std::string key = std::to_string(state_.sequence) + '.' + std::to_string(++emitted_);
  effects.push_back({core_.nodes[index].effect, key});
  Token& token = state_.tokens.emplace_back();
  token.node = index;
  token.id = std::move(key);
  token.since = event_.moment;
  token.answered = answered;
  return token;
}

// What a spread begins: a task for a person, or the way of a part.
void Walker::begin(std::size_t index, const Asked& asked) {
  if (core_.nodes[index].kind == Node::Kind::ask) return ask(index, false, asked);
  Token& token = emit(index, false);
  token.subject = asked.subject;
  token.item = asked.item;
}

void Walker::ask(std::size_t index, bool answered, const Asked& asked) {
  Token& task = state_.tokens.emplace_back();
  task.node = index;
  task.id = std::to_string(++state_.lastTask);
  task.since = event_.moment;
  task.answered = answered;
  if (core_.nodes[index].by.kind == Selector::Kind::named) task.person = asked.person;
  task.subject = asked.subject;
  task.due = asked.due;
}

void Walker::askNext(std::size_t index) {
  const Asked asked = state_.queue.front();
  state_.queue.erase(state_.queue.begin());
  ask(index, false, asked);
}

// Whether this reviewer's visa of an earlier round stands. One that does not is taken off.
bool Walker::hasStandingVisa(std::size_t index) {
  const Node& node = core_.nodes[index];
  const Resume resume = core_.stageOf(node).resume;
  const auto visa = std::find_if(state_.visas.begin(), state_.visas.end(), [&](const Visa& v) {
    return v.node == index && isAgreement(v.outcome) && !v.isSilent;
  });
  if (resume == Resume::all || visa == state_.visas.end()) return false;
  const std::string part = valueOf(state_.parts, node.part);
  if (resume == Resume::refused || (!part.empty() && visa->part == part)) return true;
  state_.visas.erase(visa);
  return false;
}

// A parallel group hears everybody, so that all remarks of a round come together; it ends early
// only when enough others have agreed. Branches that no condition opened are not counted.
void Walker::arrive(std::size_t index, Token::Arrival arrival) {
  Token& token = state_.tokens.emplace_back();
  token.node = index;
  token.since = event_.moment;
  token.arrival = arrival;
  // While its branches set out, it is not known who else will be asked.
  const auto& waiting = settingOut_;
  if (std::find(waiting.begin(), waiting.end(), index) == waiting.end()) settle(index);
}

// Goes on when all branches have come, or enough. `answered`: somebody did on the way to the fork.
void Walker::settle(std::size_t index, bool answered) {
  const Node& join = core_.nodes[index];
  std::size_t agreed = 0;
  std::size_t refused = 0;
  std::size_t skipped = 0;
  bool isOpen = false;  // somebody in between is still asked
  for (const Token& token : state_.tokens) {
    isOpen = isOpen || (token.node >= join.opens && token.node < index);
    if (token.node != index) continue;
    agreed += token.arrival == Token::Arrival::agreed;
    refused += token.arrival == Token::Arrival::refused;
    skipped += token.arrival == Token::Arrival::skipped;
  }
  const bool isSpread = join.width == 0;
  const std::size_t asked = isSpread ? agreed + refused : join.width - skipped;
  const bool isComplete = isSpread ? !isOpen : agreed + refused + skipped == join.width;
  const bool isEnough = agreed >= join.quorum.among(asked);
  if (!isComplete && (isSpread || !isEnough || agreed == 0)) return;
  std::erase_if(state_.tokens, [&](const Token& token) {
    return token.node >= join.opens && token.node <= index;
  });
  if (isEnough) {
    place(join.next, answered || agreed > 0);
  } else {
    refuse(join);
  }
}

}  // namespace chancery::flow
