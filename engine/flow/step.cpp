#include "flow/step.h"

#include <algorithm>
#include <utility>

#include "flow/entitled.h"

namespace chancery::flow {
namespace {

// Somebody who typed spaces has said nothing.
bool isBlank(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  while (!text.empty()) {
    if (text.starts_with(kNoBreakSpace)) {
      text.remove_prefix(kNoBreakSpace.size());
    } else if (text.find_first_of(" \t\r\n") == 0) {
      text.remove_prefix(1);
    } else {
      return false;
    }
  }
  return true;
}

bool isRefusal(Outcome outcome) {
  return outcome == Outcome::refuse || outcome == Outcome::sendBack;
}

bool isAgreement(Outcome outcome) {
  return outcome == Outcome::agree || outcome == Outcome::agreeWithRemarks;
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string valueOf(const Pairs& pairs, const std::string& name) {
  for (const auto& [known, value] : pairs) {
    if (known == name) return value;
  }
  return {};
}

// Facts "person", each with "subject" and "due" behind it where there are any.
std::vector<Asked> peopleIn(const Pairs& facts) {
  std::vector<Asked> people;
  for (const auto& [name, value] : facts) {
    if (name == "person") people.push_back({value, {}, {}});
    if (name == "subject" && !people.empty()) people.back().subject = value;
    if (name == "due" && !people.empty()) people.back().due = value;
  }
  return people;
}

class Stepper {
 public:
  Stepper(const Core& core, const State& state, const Event& event)
      : core_(core), state_(state), event_(event) {
    ++state_.sequence;
  }

  Answer run() {
    if (event_.kind == Event::Kind::start) return start();
    if (state_.status != CaseStatus::running) return Refusal::finished;
    switch (event_.kind) {
      case Event::Kind::act:
        return act();
      case Event::Kind::recall:
        return withdraw(Allow::Act::recall);
      case Event::Kind::cancel:
        return withdraw(Allow::Act::cancel);
      case Event::Kind::done:
        return finishEffect(true);
      case Event::Kind::rejected:
        return finishEffect(false);
      case Event::Kind::claim:
      case Event::Kind::putBack:
      case Event::Kind::delegate:
      case Event::Kind::reassign:
        return handOver();
      case Event::Kind::remind:
      case Event::Kind::lapse:
        return timeIsUp();
      case Event::Kind::start:
        break;
    }
    return Refusal::notProvided;
  }

 private:
  Answer next() { return Next{std::move(state_), std::move(effects_)}; }

  // A started document is on its way: the first draft counts as submitted.
  Answer start() {
    if (state_.round != 0) return Refusal::notProvided;
    state_.author = event_.person;
    Token draft;
    draft.node = core_.entries.front();
    if (const auto refusal = whyNot(core_, state_, draft, event_.person, event_.roles)) {
      return *refusal;
    }
    submit();
    place(core_.nodes[draft.node].next, false);
    return next();
  }

  void submit() {
    ++state_.round;
    const std::string data =
        event_.data.empty() && !state_.data.empty() ? state_.data.back() : event_.data;
    state_.data.push_back(data);
    if (!event_.data.empty()) {
      state_.holds = event_.holds;
      state_.dates = event_.dates;
      state_.parts = event_.parts;
    }
    std::erase_if(state_.visas, [&](const Visa& visa) {
      const bool stands = core_.definition.stages[visa.stage].resume != Resume::all;
      return !stands || visa.isSilent || !isAgreement(visa.outcome);
    });
    state_.rejection.clear();
  }

  Answer act() {
    const Token* open = findTask();
    if (!open) return Refusal::notOpen;
    const Token task = *open;
    const Node& node = core_.nodes[task.node];
    if (const auto refusal = whyNot(core_, state_, task, event_.person, event_.roles)) {
      return *refusal;
    }
    const auto& offered = node.outcomes;
    if (std::find(offered.begin(), offered.end(), event_.outcome) == offered.end()) {
      return Refusal::outcomeNotOffered;
    }
    const bool needsRemark = event_.outcome == Outcome::agreeWithRemarks ||
                             (isRefusal(event_.outcome) && core_.stageOf(node).remarkRequired);
    if (needsRemark && isBlank(event_.remark)) return Refusal::remarkMissing;
    answer(task, event_.outcome);
    return next();
  }

  const Token* findTask() const {
    const Token* open = state_.findToken(event_.task);
    return open && core_.nodes[open->node].kind == Node::Kind::ask ? open : nullptr;
  }

  // A task is answered: by a person, or by its term when nobody did.
  void answer(const Token& task, Outcome outcome) {
    const Node& node = core_.nodes[task.node];
    erase(task.id);
    if (outcome == Outcome::submit) {
      submit();
    } else {
      state_.visas.push_back({.stage = node.stage,
                              .node = task.node,
                              .round = state_.round,
                              .task = task.id,
                              .person = event_.person,
                              .outcome = outcome,
                              .remark = event_.remark,
                              .moment = event_.moment,
                              .part = valueOf(state_.parts, node.part),
                              .isSilent = event_.kind == Event::Kind::lapse,
                              .from = task.from,
                              .capacity = std::string(event_.fact("capacity")),
                              .name = std::string(event_.fact("name")),
                              .basis = std::string(event_.fact("basis"))});
    }
    if (isRefusal(outcome)) {
      refuse(node);
    } else if (core_.stageOf(node).oneByOne && !state_.queue.empty()) {
      askNext(task.node);
    } else {
      place(node.next, true);
    }
  }

  Answer handOver() {
    const Token* open = findTask();
    if (!open) return Refusal::notOpen;
    if (const auto refusal = whyNotInto(core_, state_, *open, event_)) return *refusal;
    Token& task = state_.tokens[static_cast<std::size_t>(open - state_.tokens.data())];
    switch (event_.kind) {
      case Event::Kind::claim:
        task.person = event_.person;
        break;
      case Event::Kind::putBack:
        // Back to those whom the stage asks: who gave it on may not hold the role any more.
        task.person.clear();
        task.from.clear();
        task.isReassigned = false;
        break;
      default:
        task.person = event_.to;
        task.isReassigned = event_.kind == Event::Kind::reassign;
        task.from = task.isReassigned ? std::string() : event_.person;
    }
    return next();
  }

  // What the definition says of a term is done once.
  Answer timeIsUp() {
    const Token* open = findTask();
    if (!open) return Refusal::notOpen;
    const Stage& stage = core_.stageOf(core_.nodes[open->node]);
    Token& task = state_.tokens[static_cast<std::size_t>(open - state_.tokens.data())];
    if (event_.kind == Event::Kind::remind) {
      if (!stage.remind) return Refusal::notProvided;
      if (task.isReminded) return Refusal::noChange;
      task.isReminded = true;
      return next();
    }
    if (stage.overdue == Overdue::wait) return Refusal::notProvided;
    if (task.isLapsed) return Refusal::noChange;
    task.isLapsed = true;
    if (stage.overdue == Overdue::agree) answer(Token(task), Outcome::agree);
    if (stage.overdue == Overdue::sendBack) {
      const bool isReview = stage.kind == StageKind::coordinate;
      answer(Token(task), isReview ? Outcome::refuse : Outcome::sendBack);
    }
    return next();
  }

  Answer withdraw(Allow::Act act) {
    const auto& allows = core_.definition.allows;
    const auto allow =
        std::find_if(allows.begin(), allows.end(), [&](const Allow& a) { return a.act == act; });
    if (allow == allows.end()) return Refusal::notProvided;
    if (!isAskedBy(allow->by, state_, event_.person, event_.roles)) return Refusal::notEntitled;
    for (const Token& token : state_.tokens) {
      const Node& node = core_.nodes[token.node];
      const bool isSettled = node.stage == allow->before && node.kind == Node::Kind::effect &&
                             node.effect != EffectKind::wait;
      if (node.stage > allow->before || isSettled) return Refusal::tooLate;
      const bool isThere = node.stage == allow->to && node.kind == Node::Kind::ask;
      if (act == Allow::Act::recall && isThere) return Refusal::alreadyThere;
    }
    if (allow->remarkRequired && isBlank(event_.remark)) return Refusal::remarkMissing;
    state_.tokens.clear();
    state_.queue.clear();
    if (act == Allow::Act::cancel) {
      state_.status = CaseStatus::cancelled;
    } else {
      place(core_.entries[allow->to], false);
    }
    return next();
  }

  Answer finishEffect(bool isDone) {
    const Token* open = state_.findToken(event_.key);
    if (!open || core_.nodes[open->node].kind != Node::Kind::effect) return Refusal::notOpen;
    const Node& node = core_.nodes[open->node];
    const bool answered = open->answered;
    erase(event_.key);
    if (!isDone) {
      state_.rejection = event_.remark;
      leave(node, node.refused, answered);
      return next();
    }
    switch (node.effect) {
      case EffectKind::renderDraft:
        addFiles(false);
        break;
      case EffectKind::renderFinal:
        addFiles(true);
        break;
      case EffectKind::reserve:
        state_.registration = {Registration::Status::reserved, std::string(event_.fact("number")),
                               std::string(event_.fact("date"))};
        break;
      case EffectKind::release:
        // The files of this round bear the number, which another document may get now.
        state_.registration = {};
        eraseFiles(true);
        break;
      case EffectKind::registration:
        state_.registration.status = Registration::Status::registered;
        state_.rejection.clear();
        break;
      case EffectKind::findPeople:
        state_.queue = peopleIn(event_.facts);
        break;
      case EffectKind::checkForm:
      case EffectKind::wait:
      case EffectKind::distribute:
      case EffectKind::publish:
        break;
    }
    leave(node, node.next, answered);
    return next();
  }

  // One fact for each rendered format: its name and the hash of the bytes.
  void addFiles(bool isFinal) {
    eraseFiles(isFinal);
    for (const auto& [format, hash] : event_.facts) {
      state_.files.push_back({state_.round, isFinal, format, hash});
    }
  }

  void eraseFiles(bool isFinal) {
    std::erase_if(state_.files, [&](const File& file) {
      return file.round == state_.round && file.isFinal == isFinal;
    });
  }

  void erase(const std::string& id) {
    std::erase_if(state_.tokens, [&](const Token& token) { return token.id == id; });
  }

  // Inside a group a refusal waits for the others, unless it is to end the stage at once.
  void refuse(const Node& node) {
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
  void leave(const Node& from, std::size_t index, bool answered) {
    const std::size_t stage = core_.nodes[index].stage;
    const bool isReview = stage < from.stage &&
                          core_.definition.stages[stage].kind == StageKind::coordinate;
    std::erase_if(state_.visas,
                  [&](const Visa& visa) { return isReview && visa.stage == stage; });
    place(index, answered);
  }

  // Moves on from `index` through all nodes that wait for nobody.
  void place(std::size_t index, bool answered) {
    const Node& node = core_.nodes[index];
    switch (node.kind) {
      case Node::Kind::ask:
        if (hasStandingVisa(index)) return place(node.next, true);
        ask(index, answered, {});
        return;
      case Node::Kind::effect: {
        std::string key = std::to_string(state_.sequence) + '.' + std::to_string(++emitted_);
        effects_.push_back({node.effect, key});
        Token& token = state_.tokens.emplace_back();
        token.node = index;
        token.id = std::move(key);
        token.since = event_.moment;
        token.answered = answered;
        return;
      }
      case Node::Kind::fork:
        settingOut_.push_back(node.next);
        for (const std::size_t branch : node.branches) place(branch, false);
        settingOut_.pop_back();
        return settle(node.next, answered);
      case Node::Kind::spread:
        if (state_.queue.empty()) return place(node.otherwise, answered);
        if (core_.stageOf(node).oneByOne) return askNext(node.next);
        for (const Asked& asked : std::exchange(state_.queue, {})) ask(node.next, false, asked);
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

  void ask(std::size_t index, bool answered, const Asked& asked) {
    Token& task = state_.tokens.emplace_back();
    task.node = index;
    task.id = std::to_string(++state_.lastTask);
    task.since = event_.moment;
    task.answered = answered;
    if (core_.nodes[index].by.kind == Selector::Kind::named) task.person = asked.person;
    task.subject = asked.subject;
    task.due = asked.due;
  }

  void askNext(std::size_t index) {
    const Asked asked = state_.queue.front();
    state_.queue.erase(state_.queue.begin());
    ask(index, false, asked);
  }

  // Whether this reviewer's visa of an earlier round stands. One that does not is taken off.
  bool hasStandingVisa(std::size_t index) {
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
  void arrive(std::size_t index, Token::Arrival arrival) {
    Token& token = state_.tokens.emplace_back();
    token.node = index;
    token.since = event_.moment;
    token.arrival = arrival;
    // While its branches set out, it is not known who else will be asked.
    const auto& waiting = settingOut_;
    if (std::find(waiting.begin(), waiting.end(), index) == waiting.end()) settle(index);
  }

  // Goes on when all branches have come, or enough. `answered`: somebody did on the way to the fork.
  void settle(std::size_t index, bool answered = false) {
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

  const Core& core_;
  State state_;
  const Event& event_;
  std::vector<Effect> effects_;
  int emitted_ = 0;
  std::vector<std::size_t> settingOut_;  // joins whose forks are being placed
};

}  // namespace

Answer step(const Core& core, const State& state, const Event& event) {
  return Stepper(core, state, event).run();
}

std::optional<State> replay(const Core& core, const std::vector<Event>& events) {
  State state;
  for (const Event& event : events) {
    Answer answer = step(core, state, event);
    if (std::holds_alternative<Refusal>(answer)) return std::nullopt;
    state = std::move(std::get<Next>(answer).state);
  }
  return state;
}

}  // namespace chancery::flow
