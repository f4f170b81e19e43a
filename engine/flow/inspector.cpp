#include "flow/inspector.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "flow/messages.h"
#include "flow/path_words.h"

namespace chancery::flow {
namespace {

// What ends the work on a text.
bool settles(StageKind kind) {
  return kind == StageKind::sign || kind == StageKind::approve || kind == StageKind::registration;
}

bool judges(StageKind kind) {
  return kind == StageKind::check || kind == StageKind::coordinate;
}

bool comesAfterAll(StageKind kind) {
  return kind == StageKind::distribute || kind == StageKind::publish ||
         kind == StageKind::acquaint || kind == StageKind::control || kind == StageKind::file;
}

bool isSent(const Node& node) {
  return node.kind == Node::Kind::effect &&
         (node.effect == EffectKind::publish || node.effect == EffectKind::distribute);
}

bool isDraftAsk(const Node& node, const Core& core) {
  return node.kind == Node::Kind::ask && core.stageOf(node).kind == StageKind::draft;
}

}  // namespace

Inspector::Inspector(const Core& core, const Places& places, const std::vector<Colleague>& people,
                     const std::vector<Colleague>& staff, Diagnostics& diagnostics)
    : core_(core), places_(places), people_(people), staff_(staff), diagnostics_(diagnostics) {
  std::map<std::tuple<std::size_t, std::string, std::string>, std::size_t> firsts;
  for (std::size_t i = 0; i < core.nodes.size(); ++i) {
    const Node& node = core.nodes[i];
    if (node.kind != Node::Kind::ask || node.by.kind == Selector::Kind::named) continue;
    const auto name = std::tuple(node.stage, node.by.text(), node.part);
    const auto [first, isFirst] = firsts.emplace(name, i);
    if (!isFirst) twins_.emplace(i, first->second);
  }
}

bool Inspector::isNew(const Message& message, std::size_t stage) {
  return made_.emplace(&message, stage).second;
}

std::string Inspector::path(std::size_t visit) const {
  return inWords(core_, explorer_->pathTo(visit));
}

std::string Inspector::path(std::size_t visit, const Move& move) const {
  std::vector<Move> moves = explorer_->pathTo(visit);
  moves.push_back(move);
  return inWords(core_, moves);
}

Diagnostics::Added Inspector::atStage(const Message& message, std::size_t stage,
                                      std::vector<std::string> arguments) {
  return diagnostics_.error(message, places_.stages[stage], std::move(arguments));
}

void Inspector::reached(std::size_t visit, const State& state) {
  for (const Token& token : state.tokens) entered_.insert(core_.nodes[token.node].stage);
  if (state.status == CaseStatus::finished) return inspectEnd(visit, state);
  if (state.status == CaseStatus::running) inspectOpen(visit, state);
}

void Inspector::inspectEnd(std::size_t visit, const State& state) {
  const std::size_t last = core_.definition.stages.size() - 1;
  if (!explorer_->visits()[visit].isDecided && isNew(messages::kNobodyDecided, last)) {
    atStage(messages::kNobodyDecided, last, {path(visit)}).hint(messages::kAddDecision);
  }
  const bool isLeft = state.registration.status == Registration::Status::reserved;
  if (isLeft && isNew(messages::kNumberLeft, last)) {
    atStage(messages::kNumberLeft, last, {path(visit)});
  }
}

void Inspector::inspectOpen(std::size_t visit, const State& state) {
  std::set<EffectKind> works;
  std::set<std::size_t> stages;
  bool isTwice = false;
  for (const Token& token : state.tokens) {
    const Node& node = core_.nodes[token.node];
    stages.insert(node.stage);
    const bool isPart = stageAt(node.stage).kind == StageKind::parts;  // each for itself
    if (node.kind == Node::Kind::effect && !isPart) {
      isTwice = !works.insert(node.effect).second || isTwice;
    }
    if (node.kind == Node::Kind::ask) inspectAsk(visit, state, token);
    const bool isFinal = std::any_of(state.files.begin(), state.files.end(),
                                     [](const File& file) { return file.isFinal; });
    if (isSent(node) && !isFinal && isNew(messages::kNoFinalFile, node.stage)) {
      atStage(messages::kNoFinalFile, node.stage, {stageAt(node.stage).title, path(visit)});
    }
  }
  for (const std::size_t stage : stages) inspectOrder(visit, stage);
  if (stages.empty() || (!isTwice && stages.size() == 1)) return;
  const std::size_t stage = *stages.rbegin();
  if (isNew(messages::kTwoAtOnce, stage)) {
    atStage(messages::kTwoAtOnce, stage, {stageAt(stage).title, path(visit)})
        .hint(messages::kOneAfterOther);
  }
}

void Inspector::inspectAsk(std::size_t visit, const State& state, const Token& task) {
  const Node& node = core_.nodes[task.node];
  const std::string& title = stageAt(node.stage).title;
  asked_.insert(node.stage);
  const bool isRole = node.by.kind == Selector::Kind::role && !staff_.empty();
  const auto holds = [&](const Colleague& person) {
    return std::find(person.roles.begin(), person.roles.end(), node.by.name) != person.roles.end();
  };
  if (isRole && std::none_of(staff_.begin(), staff_.end(), holds) &&
      isNew(messages::kVacant, task.node)) {
    atStage(messages::kVacant, node.stage, {node.by.name, title, path(visit)})
        .hint(messages::kAppointHolder);
  }
  if (const auto twin = twins_.find(task.node); twin != twins_.end()) {
    const bool isOpen = std::any_of(state.tokens.begin(), state.tokens.end(), [&](const Token& t) {
      return t.node < task.node && isAskedAlike(t.node, twin->second);
    });
    if (isOpen && isNew(messages::kAskedTwice, node.stage)) {
      atStage(messages::kAskedTwice, node.stage, {title, node.by.text(), path(visit)})
          .hint(messages::kNameEachOnce);
    }
  }
  const Visit& now = explorer_->visits()[visit];
  const bool isStarted = now.parent == visit;
  if (isStarted && isDraftAsk(node, core_) && isNew(messages::kStartAsksAgain, node.stage)) {
    atStage(messages::kStartAsksAgain, node.stage, {title}).hint(messages::kRemoveAfter);
  }
  inspectText(visit, node.stage);
  inspectEscalation(visit, state, task);
}

bool Inspector::isAskedAlike(std::size_t node, std::size_t first) const {
  const auto twin = twins_.find(node);
  return node == first || (twin != twins_.end() && twin->second == first);
}

// Decisions come one after the other: judged, settled, then out.
void Inspector::inspectOrder(std::size_t visit, std::size_t stage) {
  const auto& stages = core_.definition.stages;
  const StageKind kind = stages[stage].kind;
  std::optional<std::size_t> earlier;
  std::optional<std::size_t> later;
  for (std::size_t i = 0; i < stages.size(); ++i) {
    if (!settles(stages[i].kind)) continue;
    if (i < stage && !earlier) earlier = i;
    if (i > stage) later = i;
  }
  if (comesAfterAll(kind) && later && isNew(messages::kOutTooEarly, stage)) {
    atStage(messages::kOutTooEarly, stage,
            {stages[stage].title, stages[*later].title, path(visit)})
        .hint(messages::kPutAfter, {stages[*later].id});
  }
  if (judges(kind) && earlier && !later) judgedLate_.emplace(stage, std::pair(visit, *earlier));
}

// What is signed is what the reviewers have seen.
void Inspector::inspectText(std::size_t visit, std::size_t stage) {
  const auto& stages = core_.definition.stages;
  if (stages[stage].kind != StageKind::sign && stages[stage].kind != StageKind::approve) return;
  const std::size_t drafted = explorer_->visits()[visit].drafted;
  bool isBefore = false;
  bool isSince = false;
  for (std::size_t i = 0; i < stage; ++i) {
    if (stages[i].kind != StageKind::coordinate) continue;
    (i < drafted ? isBefore : isSince) = true;
  }
  if (!isBefore || isSince || !isNew(messages::kChangedAfterVisas, stage)) return;
  diagnostics_
      .warning(messages::kChangedAfterVisas, places_.stages[stage],
               {stages[stage].title, path(visit)})
      .hint(messages::kCoordinateAgain);
}

// When a term passes, somebody may answer who could not before.
void Inspector::inspectEscalation(std::size_t visit, const State& state, const Token& task) {
  const Node& node = core_.nodes[task.node];
  const Stage& stage = core_.stageOf(node);
  if (stage.overdue != Overdue::escalate || !probed_.insert(task.node).second) return;
  Event lapse;
  lapse.kind = Event::Kind::lapse;
  lapse.task = task.id;
  const Answer answer = step(core_, state, lapse);
  const Next* next = std::get_if<Next>(&answer);
  if (!next) return;
  const Token* lapsed = next->state.findToken(task.id);
  const bool isChanged = std::any_of(people_.begin(), people_.end(), [&](const Colleague& person) {
    return whyNot(core_, state, task, person.id, person.roles).has_value() &&
           !whyNot(core_, next->state, *lapsed, person.id, person.roles);
  });
  if (isChanged || !isNew(messages::kEscalatesToSame, node.stage)) return;
  atStage(messages::kEscalatesToSame, node.stage,
          {stage.title, stage.escalateTo.text(), path(visit)})
      .hint(messages::kEscalateHigher);
}

void Inspector::moved(std::size_t from, const State& before, const Move& move, const Visit& to,
                      const State& after) {
  const bool isWithdrawn = move.kind == Event::Kind::recall || move.kind == Event::Kind::cancel;
  const bool isAsking = std::any_of(
      before.tokens.begin(), before.tokens.end(),
      [&](const Token& token) { return core_.nodes[token.node].kind == Node::Kind::ask; });
  if (isWithdrawn && isAsking) {
    possible_.insert(move.kind == Event::Kind::recall ? Allow::Act::recall : Allow::Act::cancel);
  }
  const std::size_t stage = explorer_->visits()[from].stage;
  if (move.kind == Event::Kind::recall && to.stage > stage &&
      isNew(messages::kRecallSkips, stage)) {
    for (std::size_t i = 0; i < core_.definition.allows.size(); ++i) {
      if (core_.definition.allows[i].act != Allow::Act::recall) continue;
      diagnostics_
          .error(messages::kRecallSkips, places_.allows[i],
                 {stageAt(to.stage - 1).title, path(from, move)})
          .hint(messages::kRecallToFirst, {stageAt(0).id});
      made_.emplace(&messages::kRecallSkips, stage);
    }
  }
  inspectReturn(from, before, move, to, after);
  if (!isWithdrawn) inspectPassed(from, before, move, to);
}

void Inspector::inspectReturn(std::size_t from, const State& before, const Move& move,
                              const Visit& to, const State& after) {
  const std::size_t stage = explorer_->visits()[from].stage;
  if (to.stage >= stage || to.status != CaseStatus::running) return;
  const bool isRegistered = before.registration.status == Registration::Status::registered &&
                            explorer_->visits()[from].isNumbered;
  const auto& stages = core_.definition.stages;
  const auto registering = std::find_if(stages.begin(), stages.end(),
                                        [](const Stage& s) { return !s.series.empty(); });
  const bool isBehind = static_cast<std::ptrdiff_t>(to.stage) <= registering - stages.begin();
  if (isRegistered && isBehind && isNew(messages::kReworkOfRegistered, stage)) {
    atStage(messages::kReworkOfRegistered, stage, {stageAt(stage).title, path(from, move)})
        .hint(messages::kRegisterLast);
  }
  const bool isReworked =
      std::any_of(after.tokens.begin(), after.tokens.end(),
                  [&](const Token& token) { return isDraftAsk(core_.nodes[token.node], core_); });
  const bool isKnown = std::any_of(made_.begin(), made_.end(), [&](const Finding& finding) {
    return finding == Finding{&messages::kReworkOfRegistered, stage} ||
           finding.first == &messages::kOutTooEarly;
  });
  if (!explorer_->visits()[from].isOut || !isReworked || isKnown) return;
  if (!isNew(messages::kReworkOfSent, stage)) return;
  atStage(messages::kReworkOfSent, stage, {stageAt(stage).title, path(from, move)})
      .hint(messages::kRegisterLast);
}

// Coordination that a document goes through without anybody being asked.
void Inspector::inspectPassed(std::size_t from, const State& before, const Move& move,
                              const Visit& to) {
  for (std::size_t c = explorer_->visits()[from].stage + 1; c < to.stage; ++c) {
    if (stageAt(c).kind != StageKind::coordinate) continue;
    entered_.insert(c);
    const bool isStanding = std::any_of(before.visas.begin(), before.visas.end(),
                                        [&](const Visa& visa) { return visa.stage == c; });
    const auto members = std::count_if(core_.nodes.begin(), core_.nodes.end(), [&](const Node& n) {
      return n.stage == c && n.kind == Node::Kind::ask;
    });
    const bool isOld = isStanding && stageAt(c).resume == Resume::refused &&
                       !explorer_->visits()[from].reviewed.contains(c);
    // One reviewer with a condition says plainly that there may be none.
    const bool isNobody = !isStanding && members > 1;
    const Message& message = isOld ? messages::kOldVisas : messages::kNobodyAsked;
    if ((!isOld && !isNobody) || !isNew(message, c)) continue;
    diagnostics_.warning(message, places_.stages[c], {stageAt(c).title, path(from, move)})
        .hint(isOld ? messages::kAskAffected : messages::kAskSomebodyAlways);
  }
}

void Inspector::unanswerable(std::size_t visit, const Token& task) {
  unanswered_.emplace(core_.nodes[task.node].stage, std::pair(visit, task.node));
}

void Inspector::notTaken(std::size_t visit, const Move& move) {
  const std::size_t stage = core_.nodes[move.node].stage;
  if (!isNew(messages::kNotTaken, stage)) return;
  atStage(messages::kNotTaken, stage,
          {inWords(core_, {move}), stageAt(stage).title, path(visit)});
}

void Inspector::conclude() {
  concludeEnd();
  concludeStages();
  concludeLoops();
}

void Inspector::concludeStages() {
  const auto& stages = core_.definition.stages;
  for (const auto& [stage, late] : judgedLate_) {
    const bool isKnown = made_.contains({&messages::kReworkOfRegistered, stage}) ||
                         made_.contains({&messages::kReworkOfSent, stage});
    if (isKnown) continue;
    atStage(messages::kJudgedTooLate, stage, {stages[stage].title, path(late.first)})
        .hint(messages::kPutBefore, {stages[late.second].id});
  }
  for (std::size_t i = 1; i < stages.size() && !isStuck_; ++i) {
    if (entered_.contains(i)) continue;
    atStage(messages::kDeadStage, i, {stages[i].title}).hint(messages::kRemoveStage);
  }
  for (std::size_t i = 0; i < stages.size(); ++i) {
    const bool isEver = asked_.contains(i) || !entered_.contains(i);
    const char* word = stages[i].overdue != Overdue::wait ? "on-overdue"
                       : stages[i].remind                 ? "remind"
                                                          : nullptr;
    if (isEver || !word) continue;
    atStage(messages::kTermOfNobody, i, {word, stages[i].title}).hint(messages::kAskThere, {word});
  }
  for (std::size_t i = 0; i < core_.definition.allows.size(); ++i) {
    const Allow::Act act = core_.definition.allows[i].act;
    if (possible_.contains(act)) continue;
    const char* word = act == Allow::Act::recall ? "Отозвать" : "Снять с рассмотрения";
    diagnostics_.error(messages::kNeverAllowed, places_.allows[i], {word})
        .hint(messages::kLaterBefore);
  }
}

// By visit: whether the end can still come.
std::vector<bool> Inspector::endings() const {
  const auto& visits = explorer_->visits();
  std::vector<std::vector<std::size_t>> sources(visits.size());
  for (const Edge& edge : explorer_->edges()) sources[edge.to].push_back(edge.from);
  std::vector<bool> ends(visits.size(), false);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < visits.size(); ++i) {
    ends[i] = visits[i].status != CaseStatus::running;
    if (visits[i].status == CaseStatus::finished) open.push_back(i);
  }
  while (!open.empty()) {
    const std::size_t visit = open.back();
    open.pop_back();
    for (const std::size_t source : sources[visit]) {
      if (ends[source]) continue;
      ends[source] = true;
      open.push_back(source);
    }
  }
  return ends;
}

// The end is reachable from every state, and every task has somebody who may answer it.
void Inspector::concludeEnd() {
  const std::vector<bool> ends = endings();
  const auto& visits = explorer_->visits();
  for (const auto& [stage, task] : unanswered_) {
    std::size_t visit = task.first;
    while (visit < ends.size() && (ends[visit] || visits[visit].stage != stage)) ++visit;
    isStuck_ = isStuck_ || visit < ends.size();
    const bool isDead = visit == ends.size();
    atStage(isDead ? messages::kDeadTask : messages::kEndUnreachable, stage,
            {stageAt(stage).title, path(isDead ? task.first : visit)})
        .hint(messages::kNobodyMayAnswer, {core_.nodes[task.second].by.text()});
  }
  const auto lost = std::find(ends.begin(), ends.end(), false);
  if (isStuck_ || lost == ends.end()) return;
  isStuck_ = true;
  const auto visit = static_cast<std::size_t>(lost - ends.begin());
  atStage(messages::kEndUnreachable, visits[visit].stage,
          {stageAt(visits[visit].stage).title, path(visit)})
      .hint(messages::kGiveWayOut);
}

// A document that goes from stage to stage and back while nobody acts would never stop.
void Inspector::concludeLoops() {
  const auto& visits = explorer_->visits();
  std::vector<std::vector<std::size_t>> targets(visits.size());
  for (const Edge& edge : explorer_->edges()) {
    if (edge.isAutomatic) targets[edge.from].push_back(edge.to);
  }
  for (const Edge& edge : explorer_->edges()) {
    const std::size_t stage = visits[edge.from].stage;
    if (!edge.isReturn || made_.contains({&messages::kAutomaticLoop, stage})) continue;
    std::set<std::size_t> seen = {edge.to};
    std::vector<std::size_t> open = {edge.to};
    while (!open.empty() && !seen.contains(edge.from)) {
      const std::size_t visit = open.back();
      open.pop_back();
      for (const std::size_t next : targets[visit]) {
        if (seen.insert(next).second) open.push_back(next);
      }
    }
    if (!seen.contains(edge.from) || !isNew(messages::kAutomaticLoop, stage)) continue;
    atStage(messages::kAutomaticLoop, stage, {stageAt(stage).title, path(edge.from)})
        .hint(messages::kReturnToDraft, {stageAt(0).id});
  }
}

}  // namespace chancery::flow
