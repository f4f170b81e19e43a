#include "scenario/world.h"

#include <algorithm>

#include "runtime/terms.h"

namespace chancery::scenario {
namespace {

using flow::EffectKind;
using flow::Event;

constexpr int kMostEffects = 1'000;  // behind one event
constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kMorning = 8 * kHour;
constexpr std::int64_t kDay = 24 * kHour;

}  // namespace

std::optional<flow::Refusal> World::take(Event event) {
  if (const auto refusal = apply(std::move(event))) return refusal;
  carryOut();
  return std::nullopt;
}

// Applies an event at the present moment and writes its line.
std::optional<flow::Refusal> World::apply(Event event) {
  event.moment = now_;
  const std::string& id = event.key.empty() ? event.task : event.key;
  const flow::Token* token = id.empty() ? nullptr : state_.findToken(id);
  const flow::Node* node = token ? &core_.nodes[token->node] : nullptr;
  std::string detail;
  if (node && node->kind == flow::Node::Kind::effect) {
    detail = flow::wordOf(node->effect);
    if (event.kind == Event::Kind::done && node->effect == EffectKind::reserve) {
      detail += ' ' + std::string(event.fact("number"));
    }
  }
  flow::Answer answer = flow::step(core_, state_, event);
  if (const auto* refusal = std::get_if<flow::Refusal>(&answer)) return *refusal;
  journal_.push_back(lineOf(event, node, detail));
  coverage_.took(state_, event);
  state_ = std::move(std::get<flow::Next>(answer).state);
  return std::nullopt;
}

void World::handIn(const HandedData& data, Event& event) {
  const bool isFirst = state_.round == 0;
  if (!data.isGiven && !isFirst) return;
  data_ = data;
  event.data = "data " + std::to_string(state_.round + 1);
  event.holds = data.holds;
  event.dates = data.dates;
  std::string everything;
  for (const std::string& when : data.holds) everything += when + '\n';
  for (const auto& [path, is] : data.parts) everything += path + '=' + is + '\n';
  for (const std::string& path : core_.definition.questions().parts) {
    const auto stated = std::find_if(data.parts.begin(), data.parts.end(),
                                     [&](const auto& part) { return part.first == path; });
    std::string& now = parts_.try_emplace(path, "as it was").first->second;
    if (stated != data.parts.end()) {
      now = stated->second;
    } else if (path.empty()) {
      now = "all: " + everything;
    }
    event.parts.emplace_back(path, now);
  }
}

// ---- the engine ----

void World::carryOut() {
  int count = 0;
  while (carryOutOne()) {
    if (++count < kMostEffects) continue;
    endless_ = journal_.back();
    return;
  }
}

bool World::isOver(const flow::Token& wait) const {
  const flow::Term& term = *core_.stageOf(core_.nodes[wait.node]).after;
  const auto day = runtime::termEnd(term, staff_.dayOf(wait.since), state_, staff_);
  return !day || toDayNumber(staff_.dayOf(now_)) >= toDayNumber(*day);
}

bool World::carryOutOne() {
  const auto isDue = [&](const flow::Token& token) {
    const flow::Node& node = core_.nodes[token.node];
    return node.kind == flow::Node::Kind::effect &&
           (node.effect != EffectKind::wait || isOver(token));
  };
  const auto token = std::find_if(state_.tokens.begin(), state_.tokens.end(), isDue);
  if (token == state_.tokens.end()) return false;
  const flow::Node& node = core_.nodes[token->node];
  Event event;
  event.key = token->id;
  const auto failure = std::find_if(failures_.begin(), failures_.end(), [&](const Step* step) {
    return step->effect == node.effect &&
           (step->stage.empty() || step->stage == core_.stageOf(node).id);
  });
  if (failure != failures_.end()) {
    event.kind = Event::Kind::rejected;
    event.remark = (*failure)->remark;
    failures_.erase(failure);
  } else {
    event.kind = Event::Kind::done;
    event.facts = factsOf(node);
  }
  return !apply(std::move(event)).has_value();
}

std::vector<std::pair<std::string, std::string>> World::factsOf(const flow::Node& node) {
  std::vector<std::pair<std::string, std::string>> facts;
  switch (node.effect) {
    case EffectKind::renderDraft:
    case EffectKind::renderFinal:
      for (const std::string& format : core_.definition.formats()) {
        facts.emplace_back(format, "file " + std::to_string(state_.round));
      }
      return facts;
    case EffectKind::reserve:
      return {{"number", std::to_string(++numbers_)}, {"date", toIso(staff_.dayOf(now_))}};
    case EffectKind::release:
      --numbers_;  // the newest goes back
      return {{"release", "returned"}};
    case EffectKind::findPeople:
      return peopleOf(core_.stageOf(node));
    default:
      return facts;
  }
}

std::vector<std::pair<std::string, std::string>> World::peopleOf(const flow::Stage& stage) const {
  std::vector<flow::Asked> found;
  const auto by = flow::parseSelector(stage.each);
  if (by && by->kind == flow::Selector::Kind::role) {
    for (const std::string& person : staff_.holdersOf(by->name)) found.push_back({person, {}, {}});
  }
  for (const auto& [id, asked] : data_.found) {
    if (id == stage.id) found.push_back(asked);
  }
  return flow::factsOf(found);
}

// ---- the clock ----

void World::moveClock(Moment to) {
  std::int64_t morning = toDayNumber(staff_.dayOf(now_)) * kDay + kMorning;
  if (morning <= now_.milliseconds) morning += kDay;
  for (; morning <= to.milliseconds; morning += kDay) {
    now_ = {morning};
    carryOut();
    while (lapseOne()) carryOut();
  }
  now_ = to;
  carryOut();
}

// What the terms ask for now, one at a time: an event may close other tasks.
bool World::lapseOne() {
  const Date today = staff_.dayOf(now_);
  for (const flow::Token& token : state_.tokens) {
    const flow::Node& node = core_.nodes[token.node];
    if (node.kind != flow::Node::Kind::ask) continue;
    const auto due = runtime::dueOf(core_, state_, token, staff_);
    const auto kind = due ? runtime::broughtByTime(core_.stageOf(node), token, *due, today, staff_)
                          : std::nullopt;
    if (!kind) continue;
    Event event;
    event.kind = *kind;
    event.task = token.id;
    if (!apply(std::move(event))) return true;
  }
  return false;
}

// ---- what is open ----

std::string World::holderOf(const flow::Token& task) const {
  return task.person.empty() ? core_.nodes[task.node].by.text() : "person:" + task.person;
}

std::vector<const flow::Token*> World::tasks(const Step& step) const {
  std::vector<const flow::Token*> tasks;
  for (const flow::Token& token : state_.tokens) {
    const flow::Node& node = core_.nodes[token.node];
    const bool isMeant =
        node.kind == flow::Node::Kind::ask &&
        (step.stage.empty() || step.stage == core_.stageOf(node).id) &&
        (step.holder.empty() || step.holder == holderOf(token) || step.holder == node.by.text()) &&
        (step.subject.empty() || step.subject == token.subject);
    if (isMeant) tasks.push_back(&token);
  }
  return tasks;
}

std::string World::waiting() const {
  std::map<std::size_t, std::vector<std::string>> holders;
  for (const flow::Token& token : state_.tokens) {
    const flow::Node& node = core_.nodes[token.node];
    if (node.kind == flow::Node::Kind::ask) holders[node.stage].push_back(holderOf(token));
  }
  std::string text;
  for (auto& [stage, names] : holders) {
    std::sort(names.begin(), names.end());
    text += (text.empty() ? "" : "; ") + core_.definition.stages[stage].id + ':';
    for (const std::string& name : names) text += ' ' + name;
  }
  return text.empty() ? "–" : text;
}

// "2026-06-05 09:00 act 2 agree lugov (visas): remark"
std::string World::lineOf(const Event& event, const flow::Node* node,
                          const std::string& detail) const {
  std::string line = staff_.timeOf(event.moment) + ' ' + std::string(flow::wordOf(event.kind));
  const auto add = [&](std::string_view word) {
    if (!word.empty()) line += ' ' + std::string(word);
  };
  add(event.task);
  if (event.kind == Event::Kind::act) add(flow::wordsOf(event.outcome).word);
  add(detail);
  add(event.person);
  if (!event.to.empty()) add("to " + event.to);
  if (node) add('(' + core_.stageOf(*node).id + ')');
  if (!event.remark.empty()) line += ": " + event.remark;
  return line;
}

}  // namespace chancery::scenario
