#include "flow/explore.h"

#include <algorithm>

#include "base/error.h"
#include "flow/entitled.h"

namespace chancery::flow {
namespace {

constexpr const char* kFound = "found";  // whoever a stage finds in the data

Event eventOf(Event::Kind kind, const Colleague* person = nullptr) {
  Event event;
  event.kind = kind;
  event.remark = "remark";
  if (!person) return event;
  event.person = person->id;
  event.roles = person->roles;
  return event;
}

std::optional<State> after(const Core& core, const State& state, const Event& event) {
  Answer answer = step(core, state, event);
  if (std::holds_alternative<Refusal>(answer)) return std::nullopt;
  return std::move(std::get<Next>(answer).state);
}

const Colleague* entitledTo(const Core& core, const std::vector<Colleague>& people,
                            const State& state, const Token& task) {
  for (const Colleague& person : people) {
    if (!whyNot(core, state, task, person.id, person.roles)) return &person;
  }
  return nullptr;
}

std::vector<std::pair<std::string, std::string>> factsOf(EffectKind kind, std::size_t people) {
  switch (kind) {
    case EffectKind::renderDraft:
    case EffectKind::renderFinal:
      return {{"pdf", "file"}};
    case EffectKind::reserve:
      return {{"number", "1"}, {"date", "2026-01-12"}};
    case EffectKind::findPeople:
      return {people, {"person", kFound}};
    default:
      return {};
  }
}

}  // namespace

Explorer::Explorer(const Core& core, const std::vector<Colleague>& people, const Colleague& author,
                   Onlooker& onlooker)
    : core_(core),
      people_(people),
      author_(author),
      onlooker_(onlooker),
      answerers_(findAnswerers(core, people, author)),
      abstraction_(core, answerable(core, people, author)),
      isProbed_(core.nodes.size(), false) {}

std::vector<Explorer::Answerer> Explorer::findAnswerers(const Core& core,
                                                        const std::vector<Colleague>& people,
                                                        const Colleague& author) {
  std::vector<Answerer> result(core.nodes.size());
  for (std::size_t i = 0; i < core.nodes.size(); ++i) {
    if (core.nodes[i].kind != Node::Kind::ask) continue;
    State state;
    state.author = author.id;
    Token& task = state.tokens.emplace_back();
    task.node = i;
    task.id = "1";
    result[i] = findAnswerer(core, people, state);
  }
  return result;
}

// Of the one task that is open.
Explorer::Answerer Explorer::findAnswerer(const Core& core, const std::vector<Colleague>& people,
                                          const State& state) {
  const Token& task = state.tokens.front();
  if (const Colleague* person = entitledTo(core, people, state, task)) return {person};
  Event lapse = eventOf(Event::Kind::lapse);
  lapse.task = task.id;
  const bool isEscalated = core.stageOf(core.nodes[task.node]).overdue == Overdue::escalate;
  if (const auto lapsed = after(core, state, lapse); lapsed && isEscalated) {
    const Colleague* person = entitledTo(core, people, *lapsed, lapsed->tokens.front());
    if (person) return {person, Answerer::First::lapse};
  }
  if (!core.definition.supervisor) return {};
  for (const Colleague& supervisor : people) {
    if (!isAskedBy(*core.definition.supervisor, state, supervisor.id, supervisor.roles)) continue;
    Event reassign = eventOf(Event::Kind::reassign, &supervisor);
    reassign.task = task.id;
    for (const Colleague& person : people) {
      reassign.to = person.id;
      if (after(core, state, reassign)) return {&person, Answerer::First::reassign, &supervisor};
    }
  }
  return {};
}

std::vector<bool> Explorer::answerable(const Core& core, const std::vector<Colleague>& people,
                                       const Colleague& author) {
  const std::vector<Answerer> answerers = findAnswerers(core, people, author);
  std::vector<bool> result(core.nodes.size());
  for (std::size_t i = 0; i < core.nodes.size(); ++i) {
    const Node& node = core.nodes[i];
    const bool isNamed = node.by.kind == Selector::Kind::named;
    result[i] = node.kind != Node::Kind::ask || isNamed || answerers[i].person;
  }
  return result;
}

bool Explorer::run(std::size_t most) {
  most_ = most;
  start();
  while (!open_.empty() && isWhole_) {
    const auto [visit, state] = std::move(open_.front());
    open_.pop_front();
    expand({visit, state});
  }
  return isWhole_;
}

std::vector<Move> Explorer::pathTo(std::size_t visit) const {
  std::vector<Move> path = {visits_[visit].move};
  while (visits_[visit].parent != visit) {
    visit = visits_[visit].parent;
    path.push_back(visits_[visit].move);
  }
  std::reverse(path.begin(), path.end());
  return path;
}

void Explorer::start() {
  const std::size_t draft = core_.entries.front();
  const auto submissions = abstraction_.submissions({}, draft);
  isWhole_ = submissions.has_value();
  if (!isWhole_) return;
  const State none;
  for (const Submission& submission : *submissions) {
    Event event = eventOf(Event::Kind::start, &author_);
    event.data = "data";
    event.holds = submission.holds;
    event.parts = submission.parts;
    auto state = after(core_, none, event);
    if (!state) return;  // the author may not; findings about that are made elsewhere
    go({SIZE_MAX, none}, {.node = draft, .holds = submission.holds}, std::move(*state));
  }
}

void Explorer::expand(const Before& before) {
  if (before.state.status != CaseStatus::running) return;
  for (const std::size_t i : abstraction_.openTokens(before.state)) {
    const Token& token = before.state.tokens[i];
    if (core_.nodes[token.node].kind == Node::Kind::ask) {
      ask(before, token);
      lapse(before, token);
    } else {
      carryOut(before, token);
    }
  }
  withdraw(before);
}

void Explorer::ask(const Before& before, const Token& task) {
  const Node& node = core_.nodes[task.node];
  const Colleague found{kFound, {}};
  Answerer answerer = answerers_[task.node];
  if (node.by.kind == Selector::Kind::named) answerer = {&found};
  if (!answerer.person) return onlooker_.unanswerable(before.visit, task);
  State ready = before.state;
  if (answerer.first != Answerer::First::nothing) {
    const bool isLapse = answerer.first == Answerer::First::lapse;
    Event event = eventOf(isLapse ? Event::Kind::lapse : Event::Kind::reassign, answerer.supervisor);
    event.task = task.id;
    event.to = isLapse ? "" : answerer.person->id;
    auto state = after(core_, ready, event);
    check(state.has_value(), "what opens a task was tried before");
    ready = std::move(*state);
  }
  if (!isProbed_[task.node]) {
    isProbed_[task.node] = true;
    const Token* open = ready.findToken(task.id);
    if (!staysAnswerable(ready, *open, *answerer.person)) onlooker_.unanswerable(before.visit, task);
  }
  Event event = eventOf(Event::Kind::act, answerer.person);
  event.task = task.id;
  for (const Outcome outcome : node.outcomes) {
    event.outcome = outcome;
    answer(before, ready, event, node);
    if (!isWhole_) return;
  }
}

void Explorer::answer(const Before& before, const State& ready, const Event& event,
                      const Node& node) {
  Move move{.kind = Event::Kind::act,
            .node = static_cast<std::size_t>(&node - core_.nodes.data()),
            .outcome = event.outcome};
  if (event.outcome != Outcome::submit) {
    if (!take(before, move, ready, event)) onlooker_.notTaken(before.visit, move);
    return;
  }
  const auto submissions = abstraction_.submissions(ready, move.node);
  isWhole_ = isWhole_ && submissions.has_value();
  if (!isWhole_) return;
  Event submit = event;
  submit.data = "data";
  for (const Submission& submission : *submissions) {
    submit.holds = submission.holds;
    submit.parts = submission.parts;
    move.holds = submission.holds;
    if (!take(before, move, ready, submit)) onlooker_.notTaken(before.visit, move);
  }
}

// Whoever has claimed a task, or was handed it, can answer it.
bool Explorer::staysAnswerable(const State& state, const Token& task,
                               const Colleague& person) const {
  const auto canAnswer = [&](const std::optional<State>& next, const Colleague& holder) {
    if (!next) return true;  // the task does not come into these hands
    const Token* open = next->findToken(task.id);
    return open && !whyNot(core_, *next, *open, holder.id, holder.roles);
  };
  Event claim = eventOf(Event::Kind::claim, &person);
  claim.task = task.id;
  if (!canAnswer(after(core_, state, claim), person)) return false;
  Event give = eventOf(Event::Kind::delegate, &person);
  give.task = task.id;
  return std::all_of(people_.begin(), people_.end(), [&](const Colleague& other) {
    give.to = other.id;
    return canAnswer(after(core_, state, give), other);
  });
}

void Explorer::lapse(const Before& before, const Token& task) {
  const Overdue overdue = core_.stageOf(core_.nodes[task.node]).overdue;
  if (overdue != Overdue::agree && overdue != Overdue::sendBack) return;
  Event event = eventOf(Event::Kind::lapse);
  event.task = task.id;
  const Move move{.kind = Event::Kind::lapse, .node = task.node};
  if (!take(before, move, before.state, event)) onlooker_.notTaken(before.visit, move);
}

void Explorer::carryOut(const Before& before, const Token& effect) {
  const EffectKind kind = core_.nodes[effect.node].effect;
  const std::size_t most = kind == EffectKind::findPeople ? 2 : 0;
  for (std::size_t people = 0; people <= most; ++people) {
    Event event = eventOf(Event::Kind::done);
    event.key = effect.id;
    event.facts = factsOf(kind, people);
    const Move move{.kind = Event::Kind::done, .node = effect.node, .people = people};
    if (!take(before, move, before.state, event)) onlooker_.notTaken(before.visit, move);
  }
  Event event = eventOf(Event::Kind::rejected);
  event.key = effect.id;
  const Move move{.kind = Event::Kind::rejected, .node = effect.node};
  if (!take(before, move, before.state, event)) onlooker_.notTaken(before.visit, move);
}

void Explorer::withdraw(const Before& before) {
  for (const Allow& allow : core_.definition.allows) {
    const bool isRecall = allow.act == Allow::Act::recall;
    for (const Colleague& person : people_) {
      if (!isAskedBy(allow.by, before.state, person.id, person.roles)) continue;
      const Event event = eventOf(isRecall ? Event::Kind::recall : Event::Kind::cancel, &person);
      take(before, {.kind = event.kind}, before.state, event);
      break;
    }
  }
}

// False when the event is refused.
bool Explorer::take(const Before& before, const Move& move, const State& state, const Event& event) {
  auto next = after(core_, state, event);
  if (!next) return false;
  go(before, move, std::move(*next));
  return true;
}

Visit Explorer::visitOf(const Before& before, const Move& move, const State& state) const {
  Visit visit;
  if (before.visit != SIZE_MAX) visit = visits_[before.visit];
  visit.parent = before.visit == SIZE_MAX ? visits_.size() : before.visit;
  visit.move = move;
  visit.status = state.status;
  visit.stage = state.status == CaseStatus::finished ? core_.definition.stages.size() : 0;
  for (const Token& token : state.tokens) {
    visit.stage = std::max(visit.stage, core_.nodes[token.node].stage);
  }
  const Node& node = core_.nodes[move.node];
  const bool isAct = move.kind == Event::Kind::act;
  if (move.kind == Event::Kind::start || (isAct && move.outcome == Outcome::submit)) {
    visit.drafted = node.stage;
    visit.isDecided = false;
    visit.reviewed.clear();
  } else if (isAct) {
    visit.isDecided = true;
  }
  const bool isAnswer = isAct || move.kind == Event::Kind::lapse;
  if (isAnswer && core_.stageOf(node).resume != Resume::all) visit.reviewed.insert(node.stage);
  const bool isSent = move.kind == Event::Kind::done &&
                      (node.effect == EffectKind::publish || node.effect == EffectKind::distribute);
  visit.isOut = visit.isOut || isSent || (isAct && move.outcome == Outcome::acquaint);
  const bool isRegistered =
      move.kind == Event::Kind::done && node.effect == EffectKind::registration;
  visit.isNumbered = visit.isNumbered || isRegistered;
  const bool isBack = before.visit != SIZE_MAX && visit.stage < visits_[before.visit].stage;
  if (isBack) visit.isOut = visit.isNumbered = false;
  return visit;
}

void Explorer::go(const Before& before, const Move& move, State after) {
  State state = abstraction_.representative(std::move(after));
  Visit visit = visitOf(before, move, state);
  std::string key = abstraction_.key(state);
  key += '/' + std::to_string(visit.drafted) + (visit.isDecided ? 'd' : ' ') +
         (visit.isOut ? 'o' : ' ') + (visit.isNumbered ? 'n' : ' ');
  for (const std::size_t stage : visit.reviewed) key += ' ' + std::to_string(stage);
  const auto [found, isNew] = known_.emplace(std::move(key), visits_.size());
  const bool isAutomatic = move.kind == Event::Kind::done || move.kind == Event::Kind::rejected;
  if (before.visit != SIZE_MAX) {
    onlooker_.moved(before.visit, before.state, move, visit, state);
    const Node& node = core_.nodes[move.node];
    const bool isReturn = move.kind == Event::Kind::rejected &&
                          core_.nodes[node.refused].stage < node.stage;
    edges_.push_back({before.visit, found->second, isAutomatic, isReturn});
  }
  if (!isNew) return;
  isWhole_ = isWhole_ && visits_.size() < most_;
  if (!isWhole_) return;
  visits_.push_back(std::move(visit));
  onlooker_.reached(found->second, state);
  open_.emplace_back(found->second, std::move(state));
}

}  // namespace chancery::flow
