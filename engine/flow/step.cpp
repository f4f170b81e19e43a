#include "flow/step.h"

#include <algorithm>

#include "base/error.h"

namespace chancery::flow {
namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool matches(const Selector& by, const State& state, const std::string& person,
             const std::vector<std::string>& roles) {
  switch (by.kind) {
    case Selector::Kind::author:
      return person == state.author;
    case Selector::Kind::role:
      return contains(roles, by.name);
    case Selector::Kind::person:
      return person == by.name;
  }
  return false;
}

// Registering and publishing are a clerk's work on any document, the clerk's own included.
bool judges(StageKind kind) {
  return kind == StageKind::check || kind == StageKind::coordinate || kind == StageKind::sign ||
         kind == StageKind::approve;
}

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
    const Node& entry = core_.nodes[core_.entries.front()];
    if (const auto refusal = whyNot(core_, state_, entry, event_.person, event_.roles)) {
      return *refusal;
    }
    submit();
    place(entry.next, false);
    return next();
  }

  void submit() {
    ++state_.round;
    const std::string data =
        event_.data.empty() && !state_.data.empty() ? state_.data.back() : event_.data;
    state_.data.push_back(data);
    if (!event_.data.empty()) state_.holds = event_.holds;
    state_.visas.clear();
    state_.rejection.clear();
  }

  Answer act() {
    const Token* open = state_.findToken(event_.task);
    if (!open || core_.nodes[open->node].kind != Node::Kind::ask) return Refusal::notOpen;
    const Node& node = core_.nodes[open->node];
    if (const auto refusal = whyNot(core_, state_, node, event_.person, event_.roles)) {
      return *refusal;
    }
    const auto& offered = node.outcomes;
    if (std::find(offered.begin(), offered.end(), event_.outcome) == offered.end()) {
      return Refusal::outcomeNotOffered;
    }
    const bool needsRemark = event_.outcome == Outcome::agreeWithRemarks ||
                             (isRefusal(event_.outcome) && core_.stageOf(node).remarkRequired);
    if (needsRemark && isBlank(event_.remark)) return Refusal::remarkMissing;
    erase(event_.task);
    if (event_.outcome == Outcome::submit) {
      submit();
    } else {
      state_.visas.push_back(
          {node.stage, event_.task, event_.person, event_.outcome, event_.remark, event_.moment});
    }
    if (isRefusal(event_.outcome)) {
      refuse(node.refused);
    } else {
      place(node.next, true);
    }
    return next();
  }

  Answer withdraw(Allow::Act act) {
    const auto& allows = core_.definition.allows;
    const auto allow =
        std::find_if(allows.begin(), allows.end(), [&](const Allow& a) { return a.act == act; });
    if (allow == allows.end()) return Refusal::notProvided;
    if (!matches(allow->by, state_, event_.person, event_.roles)) return Refusal::notEntitled;
    for (const Token& token : state_.tokens) {
      const Node& node = core_.nodes[token.node];
      const bool isSettled = node.stage == allow->before && node.kind == Node::Kind::effect;
      if (node.stage > allow->before || isSettled) return Refusal::tooLate;
      const bool isThere = node.stage == allow->to && node.kind == Node::Kind::ask;
      if (act == Allow::Act::recall && isThere) return Refusal::alreadyThere;
    }
    if (allow->remarkRequired && isBlank(event_.remark)) return Refusal::remarkMissing;
    state_.tokens.clear();
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
      place(node.refused, answered);
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
      case EffectKind::checkForm:
      case EffectKind::publish:
        break;
    }
    place(node.next, answered);
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

  void refuse(std::size_t target) {
    if (core_.nodes[target].kind == Node::Kind::join) {
      arrive(target, Token::Arrival::refused);
    } else {
      place(target, true);
    }
  }

  // Moves on from `index` through all nodes that wait for nobody.
  void place(std::size_t index, bool answered) {
    const Node& node = core_.nodes[index];
    switch (node.kind) {
      case Node::Kind::ask:
        state_.tokens.push_back(
            {index, std::to_string(++state_.lastTask), event_.moment, answered, {}});
        return;
      case Node::Kind::effect: {
        std::string key = std::to_string(state_.sequence) + '.' + std::to_string(++emitted_);
        effects_.push_back({node.effect, key});
        state_.tokens.push_back({index, std::move(key), event_.moment, answered, {}});
        return;
      }
      case Node::Kind::fork:
        for (const std::size_t branch : node.branches) place(branch, false);
        return;
      case Node::Kind::choice:
        return place(contains(state_.holds, node.when) ? node.next : node.otherwise, answered);
      case Node::Kind::join:
        return arrive(index, answered ? Token::Arrival::agreed : Token::Arrival::skipped);
      case Node::Kind::end:
        state_.status = CaseStatus::finished;
        return;
    }
  }

  // A parallel group hears everybody, so that all remarks of a round come together; it ends early
  // only when enough others have agreed. Branches that no condition opened are not counted.
  void arrive(std::size_t index, Token::Arrival arrival) {
    state_.tokens.push_back({index, {}, event_.moment, false, arrival});
    const Node& join = core_.nodes[index];
    std::size_t agreed = 0;
    std::size_t refused = 0;
    std::size_t skipped = 0;
    for (const Token& token : state_.tokens) {
      if (token.node != index) continue;
      agreed += token.arrival == Token::Arrival::agreed;
      refused += token.arrival == Token::Arrival::refused;
      skipped += token.arrival == Token::Arrival::skipped;
    }
    const std::size_t asked = join.width - skipped;
    const std::size_t wanted = join.quorum == 0 ? asked : std::min(join.quorum, asked);
    const bool isComplete = agreed + refused + skipped == join.width;
    const bool isEnough = agreed >= wanted;
    // A skipped branch is known before the others are asked: wait until all have set out.
    if (!isComplete && (!isEnough || agreed == 0)) return;
    std::erase_if(state_.tokens, [&](const Token& token) {
      return token.node >= join.opens && token.node <= index;
    });
    if (isEnough) {
      place(join.next, agreed > 0);
    } else {
      refuse(join.refused);
    }
  }

  const Core& core_;
  State state_;
  const Event& event_;
  std::vector<Effect> effects_;
  int emitted_ = 0;
};

}  // namespace

std::optional<Refusal> whyNot(const Core& core, const State& state, const Node& node,
                              const std::string& person, const std::vector<std::string>& roles) {
  if (!matches(node.by, state, person, roles)) return Refusal::notEntitled;
  const Stage& stage = core.stageOf(node);
  const bool names = node.by.kind == Selector::Kind::author;  // the definition says so itself
  if (person == state.author && judges(stage.kind) && !stage.authorMayAct && !names) {
    return Refusal::isAuthor;
  }
  return std::nullopt;
}

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
