#include "runtime/forecast.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "flow/step.h"
#include "runtime/parts.h"
#include "runtime/people.h"
#include "runtime/terms.h"

namespace chancery::runtime {
namespace {

using flow::EffectKind;
using flow::Event;
using flow::Node;

constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kDay = 24 * kHour;

// Somebody who will be appointed; no person's id has a space.
constexpr const char* kAppointee = "to be appointed";

bool isForward(flow::Outcome outcome) {
  return outcome != flow::Outcome::refuse && outcome != flow::Outcome::sendBack &&
         outcome != flow::Outcome::agreeWithRemarks;
}

// Takes time, where the rest of the engine's work is done at once.
bool isWait(EffectKind kind) {
  return kind == EffectKind::wait || kind == EffectKind::awaitPart;
}

class Forecaster {
 public:
  Forecaster(const OpenCase& open, const HandedData& data, Outlook& outlook, Moment now,
             ForecastPace pace)
      : core_(*open.core),
        case_(open),
        before_(open),
        data_(data),
        outlook_(outlook),
        now_(now),
        directory_(&outlook.at(now)),
        pace_(pace) {}

  Forecast run() {
    result_.on = today();
    result_.status = case_.state.status;
    result_.last = today();
    if (case_.state.status != flow::CaseStatus::running) return std::move(result_);
    absences_ = outlook_.absencesOn(today());
    for (const flow::Token& token : case_.state.tokens) present_.insert(token.id);
    note();
    while (goesOn() && next()) {
    }
    result_.last = today();
    for (const auto& [stage, leg] : open_) {
      if (leg < result_.stages.size()) result_.stages[leg].to = today();
    }
    for (const auto& [id, place] : places_) {
      if (place.task && place.leg < result_.stages.size()) leaveOpen(id, taskOf(place));
    }
    return std::move(result_);
  }

 private:
  // Where something open stands in the result.
  struct Place {
    std::size_t leg = 0;
    std::optional<std::size_t> task = {};  // nothing: the engine's work
  };
  using Turn = std::pair<std::int64_t, std::size_t>;  // day, then the order of opening

  Date today() const { return directory_->dayOf(now_); }
  const Node& nodeOf(const flow::Token& token) const { return core_.nodes[token.node]; }

  bool goesOn() {
    if (case_.state.status != flow::CaseStatus::running || result_.end != Forecast::End::finished) {
      return false;
    }
    if (result_.stages.size() <= Forecast::kMostStages && events_ < Forecast::kMostEvents) {
      return true;
    }
    result_.end = Forecast::End::tooLong;
    result_.stages.resize(std::min(result_.stages.size(), Forecast::kMostStages));
    return false;
  }

  // The engine's work is done at once; then whoever comes first in time answers.
  bool next() {
    for (const flow::Token& token : case_.state.tokens) {
      const Node& node = nodeOf(token);
      if (node.kind != Node::Kind::effect || isWait(node.effect)) continue;
      return carryOut(flow::Token(token));
    }
    if (turns_.empty()) return stop();
    const auto [turn, id] = *turns_.begin();
    turns_.erase(turns_.begin());
    const flow::Token* token = case_.state.findToken(id);
    if (!token) return true;  // others have answered
    moveTo(fromDayNumber(turn.first));
    return nodeOf(*token).kind == Node::Kind::ask ? answer(flow::Token(*token))
                                                  : carryOut(flow::Token(*token));
  }

  bool stop() {
    result_.end = Forecast::End::stuck;
    return false;
  }

  // A task that the forecast does not come to.
  void leaveOpen(const std::string& id, ExpectedTask& task) {
    task.to = std::max(today(), task.due.value_or(today()));
    if (!task.gap) task.actors = actorsOf(case_, id);
  }

  // ---- time ----

  void moveTo(Date day) {
    if (day <= today()) return;
    Moment moment{toDayNumber(day) * kDay};
    while (directory_->dayOf(moment) < day) moment.milliseconds += kHour;
    now_ = std::max(now_, moment);
    directory_ = &outlook_.at(now_);
    absences_ = outlook_.absencesOn(today());
  }

  void expect(const std::string& id, Date day) {
    turns_.emplace(Turn{toDayNumber(std::max(day, today())), ++opened_}, id);
  }

  // ---- what is open ----

  // Puts what has been opened into the result, and closes what is open no more.
  void note() {
    std::set<std::size_t> stages;
    std::set<std::string_view> ids;
    for (const flow::Token& token : case_.state.tokens) {
      const Node& node = nodeOf(token);
      stages.insert(node.stage);
      if (token.id.empty()) continue;
      ids.insert(token.id);
      if (places_.contains(token.id)) continue;
      const std::size_t leg = legOf(node.stage, directory_->dayOf(token.since));
      if (node.kind == Node::Kind::ask) noteTask(token, leg);
      if (node.kind == Node::Kind::effect) noteWork(token, leg);
    }
    for (auto place = places_.begin(); place != places_.end();) {
      if (ids.contains(place->first)) {
        ++place;
      } else {
        close(*place);
        place = places_.erase(place);
      }
    }
    for (auto leg = open_.begin(); leg != open_.end();) {
      const bool isOver = !stages.contains(leg->first);
      if (isOver) result_.stages[leg->second].to = today();
      leg = isOver ? open_.erase(leg) : std::next(leg);
    }
  }

  std::size_t legOf(std::size_t stage, Date from) {
    const auto [leg, isNew] = open_.emplace(stage, result_.stages.size());
    if (isNew) {
      ExpectedStage& added = result_.stages.emplace_back();
      added.stage = stage;
      added.from = from;
    }
    result_.stages[leg->second].from = std::min(result_.stages[leg->second].from, from);
    return leg->second;
  }

  void noteTask(const flow::Token& token, std::size_t leg) {
    auto& tasks = result_.stages[leg].tasks;
    places_[token.id] = {leg, tasks.size()};
    ExpectedTask& task = tasks.emplace_back();
    if (present_.contains(token.id)) task.id = token.id;
    task.by = nodeOf(token).by;
    task.subject = token.subject;
    task.from = task.to = directory_->dayOf(token.since);
    task.due = dueOf(core_, case_.state, token, *directory_);
    const auto& term = core_.stageOf(nodeOf(token)).due;
    if (task.due) {
      task.pace = *task.due < today() ? ExpectedTask::Pace::overdue : ExpectedTask::Pace::term;
    } else if (term && term->path.empty() && token.due.empty()) {
      task.pace = ExpectedTask::Pace::noCalendar;
    }
    const bool isAtOnce = pace_ == ForecastPace::atOnce;
    expect(token.id, task.due && !isAtOnce ? *task.due : today());
  }

  void noteWork(const flow::Token& token, std::size_t leg) {
    places_[token.id] = {leg, std::nullopt};
    if (nodeOf(token).effect == EffectKind::awaitPart) return notePart(token, leg);
    if (nodeOf(token).effect != EffectKind::wait) return;
    const flow::Term& after = *core_.stageOf(nodeOf(token)).after;
    const auto day = termEnd(after, directory_->dayOf(token.since), case_.state, *directory_);
    ExpectedStage& stage = result_.stages[leg];
    stage.waitsUntil = day;
    stage.isWaitCounted = day || !after.path.empty();
    if (!stage.isWaitCounted) result_.isAllCounted = false;
    expect(token.id, day.value_or(today()));
  }

  void notePart(const flow::Token& token, std::size_t leg) {
    ExpectedPart& part = result_.stages[leg].parts.emplace_back();
    part.title = token.subject;
    part.caseId = token.child;
    const auto end = token.child.empty() ? std::nullopt : outlook_.endOfPart(token.child, pace_);
    if (end) part.to = end->day;
    if (!end || !end->isAllCounted) result_.isAllCounted = false;
    expect(token.id, part.to.value_or(today()));
  }

  // A task that went without an answer was not needed any more.
  void close(const std::pair<const std::string, Place>& closed) {
    const auto& [id, place] = closed;
    if (!place.task) return;
    ExpectedTask& task = taskOf(place);
    task.to = today();
    if (id == answered_) return;
    task.isSpared = true;
    task.actors = actorsOf(before_, id);
  }

  // ---- events ----

  bool apply(Event event) {
    ++events_;
    event.moment = now_;
    flow::Answer answer = flow::step(core_, case_.state, event);
    if (std::holds_alternative<flow::Refusal>(answer)) return stop();
    answered_ = event.task;
    before_.state = std::exchange(case_.state, std::move(std::get<flow::Next>(answer).state));
    note();
    return true;
  }

  bool carryOut(const flow::Token& token) {
    Event event;
    event.kind = Event::Kind::done;
    event.key = token.id;
    event.facts = factsOf(token);
    return apply(std::move(event));
  }

  std::vector<std::pair<std::string, std::string>> factsOf(const flow::Token& token) {
    std::vector<std::pair<std::string, std::string>> facts;
    switch (nodeOf(token).effect) {
      case EffectKind::renderDraft:
      case EffectKind::renderFinal:
        for (const std::string& format : core_.definition.formats()) facts.emplace_back(format, "");
        return facts;
      case EffectKind::reserve:
        return {{"number", "?"}, {"date", toIso(today())}};
      case EffectKind::findPeople:
        return peopleOf(token);
      default:
        return facts;
    }
  }

  std::vector<std::pair<std::string, std::string>> peopleOf(const flow::Token& token) {
    const flow::Stage& stage = core_.stageOf(nodeOf(token));
    Found found = findFor(stage, data_, directory_->dayOf(token.since), *directory_);
    result_.stages[places_.at(token.id).leg].unknown = std::move(found.unknown);
    return flow::factsOf(found.asked);
  }

  // ---- people ----

  bool answer(const flow::Token& token) {
    ExpectedTask& task = taskOf(places_.at(token.id));
    const flow::Stage& stage = core_.stageOf(nodeOf(token));
    const auto brought =
        task.due ? broughtByTime(stage, token, *task.due, today(), *directory_) : std::nullopt;
    task.isEscalated = isEscalated(token);
    task.actors = actorsOf(case_, token.id);
    if (brought == Event::Kind::lapse && stage.overdue != flow::Overdue::sendBack) {
      return lapse(token, task);
    }
    task.isReturning = brought == Event::Kind::lapse;
    if (task.actors.empty()) task.gap = stuckOf(case_, token, *directory_);
    if (task.actors.empty() && task.due && mayLapse(stage, token)) {
      expect(token.id, fromDayNumber(toDayNumber(*task.due) + 1));
      return true;
    }
    if (!task.due) result_.isAllCounted = false;
    return apply(actOf(token, task.actors));
  }

  ExpectedTask& taskOf(const Place& place) {
    return result_.stages[place.leg].tasks[place.task.value()];
  }

  bool isEscalated(const flow::Token& token) const {
    return token.isLapsed && core_.stageOf(nodeOf(token)).overdue == flow::Overdue::escalate;
  }

  static bool mayLapse(const flow::Stage& stage, const flow::Token& token) {
    return !token.isLapsed &&
           (stage.overdue == flow::Overdue::escalate || stage.overdue == flow::Overdue::agree);
  }

  // The next look at terms does what the definition says; a task that is left is expected at once.
  bool lapse(const flow::Token& token, ExpectedTask& task) {
    task.isSilent = core_.stageOf(nodeOf(token)).overdue == flow::Overdue::agree;
    Event event;
    event.kind = Event::Kind::lapse;
    event.task = token.id;
    if (!apply(std::move(event))) return false;
    if (case_.state.findToken(token.id)) expect(token.id, today());
    return true;
  }

  Event actOf(const flow::Token& token, const std::vector<ExpectedActor>& actors) const {
    const Node& node = nodeOf(token);
    Event event;
    event.kind = Event::Kind::act;
    event.task = token.id;
    const auto outcome = std::find_if(node.outcomes.begin(), node.outcomes.end(), isForward);
    if (outcome != node.outcomes.end()) event.outcome = *outcome;
    if (!actors.empty()) {
      event.person = actors.front().person;
      event.roles = directory_->rolesOf(event.person);
      return event;
    }
    event.person = token.person;
    if (event.person.empty()) event.person = appointee(node.by);
    if (node.by.kind == flow::Selector::Kind::role) event.roles = {node.by.name};
    return event;
  }

  std::string appointee(const flow::Selector& by) const {
    if (by.kind == flow::Selector::Kind::author) return case_.state.author;
    return by.kind == flow::Selector::Kind::person ? by.name : kAppointee;
  }

  std::vector<ExpectedActor> actorsOf(const OpenCase& open, const std::string& id) const {
    std::vector<ExpectedActor> actors;
    const flow::Token* token = open.state.findToken(id);
    if (!token) return actors;
    for (const std::string& person : answerersOf(open, *token, *directory_)) {
      ExpectedActor& actor = actors.emplace_back();
      actor.person = person;
      actor.insteadOf = insteadOf(person, nodeOf(*token).by);
      if (!actor.insteadOf && isEscalated(*token)) {
        actor.insteadOf = insteadOf(person, core_.stageOf(nodeOf(*token)).escalateTo);
      }
      for (const Absence& absence : absences_) {
        if (absence.person == person) actor.away = absence;
      }
    }
    return actors;
  }

  // By which substitution a person holds a role that is not the own one.
  std::optional<Absence> insteadOf(const std::string& person, const flow::Selector& by) const {
    if (by.kind != flow::Selector::Kind::role) return std::nullopt;
    if (!directory_->capacityOf(person, by.name)) return std::nullopt;
    for (const Absence& absence : absences_) {
      if (absence.by == person && absence.role == by.name) return absence;
    }
    return std::nullopt;
  }

  const flow::Core& core_;
  OpenCase case_;
  OpenCase before_;  // the last event
  const HandedData& data_;
  Outlook& outlook_;
  Moment now_;
  const Directory* directory_;
  std::vector<Absence> absences_;  // of today
  ForecastPace pace_;
  Forecast result_;
  std::set<std::string> present_;            // tokens that are open now
  std::map<std::string, Place> places_;      // of open tokens
  std::map<std::size_t, std::size_t> open_;  // by stage: its leg
  std::map<Turn, std::string> turns_;        // tasks and waits: when each is expected
  std::size_t opened_ = 0;
  std::size_t events_ = 0;
  std::string answered_;  // the task that the last event was about
};

}  // namespace

Forecast forecast(const OpenCase& open, const HandedData& data, Outlook& outlook, Moment now,
                  ForecastPace pace) {
  return Forecaster(open, data, outlook, now, pace).run();
}

}  // namespace chancery::runtime
