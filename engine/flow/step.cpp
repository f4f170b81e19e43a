#include "flow/step.h"

#include <algorithm>
#include <utility>

#include "flow/entitled.h"
#include "flow/walker.h"

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

// Until the day has come, or another document.
bool isWaiting(EffectKind kind) {
  return kind == EffectKind::wait || kind == EffectKind::startPart || kind == EffectKind::awaitPart;
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string valueOf(const Pairs& pairs, const std::string& name) {
  for (const auto& [known, value] : pairs) {
    if (known == name) return value;
  }
  return {};
}

class Stepper {
 public:
  Stepper(const Core& core, const State& state, const Event& event)
      : core_(core), state_(state), event_(event), walker_(core_, state_, event_) {
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
      case Event::Kind::drop:
        return drop();
      case Event::Kind::start:
        break;
    }
    return Refusal::notProvided;
  }

 private:
  Answer next() { return Next{std::move(state_), std::move(walker_.effects)}; }

  // A started document is on its way: the first draft counts as submitted.
  Answer start() {
    if (state_.round != 0) return Refusal::notProvided;
    state_.author = event_.person;
    state_.parent = event_.fact("parent");
    Token draft;
    draft.node = core_.entries.front();
    if (const auto refusal = whyNot(core_, state_, draft, event_.person, event_.roles)) {
      return *refusal;
    }
    submit();
    walker_.place(core_.nodes[draft.node].next, false);
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
      walker_.refuse(node);
    } else if (core_.stageOf(node).oneByOne && !state_.queue.empty()) {
      walker_.askNext(task.node);
    } else {
      walker_.place(node.next, true);
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
                             !isWaiting(node.effect);
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
      walker_.place(core_.entries[allow->to], false);
    }
    return next();
  }

  // The work on a part ends with that on the whole.
  Answer drop() {
    if (state_.parent.empty()) return Refusal::notProvided;
    state_.tokens.clear();
    state_.queue.clear();
    state_.status = CaseStatus::cancelled;
    return next();
  }

  Answer finishEffect(bool isDone) {
    const Token* found = state_.findToken(event_.key);
    if (!found || core_.nodes[found->node].kind != Node::Kind::effect) return Refusal::notOpen;
    const Token open = *found;
    const Node& node = core_.nodes[open.node];
    const bool answered = open.answered;
    erase(event_.key);
    if (!isDone) return rejectEffect(node, answered);
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
        state_.queue = askedIn(event_.facts);
        std::erase_if(state_.queue,
                      [&](const Asked& asked) { return isAgreed(node, asked.item); });
        break;
      case EffectKind::startPart: {
        Token& wait = walker_.emit(node.next, answered);
        wait.subject = open.subject;
        wait.item = open.item;
        wait.child = event_.fact("case");
        return next();
      }
      case EffectKind::awaitPart:
        noteAgreed(node, open.item);
        walker_.place(node.next, true);
        return next();
      case EffectKind::checkForm:
      case EffectKind::wait:
      case EffectKind::distribute:
      case EffectKind::publish:
        break;
    }
    walker_.leave(node, node.next, answered);
    return next();
  }

  // Members of a group wait for each other; all their reasons are told.
  Answer rejectEffect(const Node& node, bool answered) {
    const bool isMember = core_.nodes[node.refused].kind == Node::Kind::join;
    if (!isMember) {
      state_.rejection = event_.remark;
      walker_.leave(node, node.refused, answered);
      return next();
    }
    state_.rejection += (state_.rejection.empty() ? "" : "\n") + event_.remark;
    noteAgreed(node, std::string(event_.fact("agreed")));  // another edition than the one handed over
    walker_.arrive(node.refused, Token::Arrival::refused);
    return next();
  }

  // Another stage reviews the same part by another workflow.
  bool isAgreed(const Node& node, const std::string& item) const {
    const auto& agreed = state_.agreedParts;
    const std::string wanted = core_.stageOf(node).id + ' ' + item;
    return !item.empty() && std::find(agreed.begin(), agreed.end(), wanted) != agreed.end();
  }

  void noteAgreed(const Node& node, const std::string& item) {
    if (item.empty() || isAgreed(node, item)) return;
    state_.agreedParts.push_back(core_.stageOf(node).id + ' ' + item);
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

  const Core& core_;
  State state_;
  const Event& event_;
  Walker walker_;
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
