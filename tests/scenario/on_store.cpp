#include "on_store.h"

#include <algorithm>

#include "base/error.h"
#include "base/file.h"
#include "flow/entitled.h"
#include "lang/calendar_reader.h"
#include "runtime/timekeeper.h"

namespace chancery::scenario {
namespace {

using flow::Event;
using Kind = Step::Kind;

constexpr std::int64_t kDay = 86'400'000;
constexpr std::int64_t kMorning = 8 * 3'600'000;

const lang::Calendar& calendar() {
  static const lang::Calendar kCalendar = [] {
    Sources sources;
    Diagnostics diagnostics;
    const std::string path = CHANCERY_PROJECT_DIR "/workflows/calendars/ru.calendar.xml";
    return *lang::readCalendar(sources, sources.add(path, readFile(path, 1 << 20)), diagnostics);
  }();
  return kCalendar;
}

void require(bool isDone, const Diagnostics& diagnostics) {
  check(isDone, formatText(diagnostics, Language::english).c_str());
}

}  // namespace

Story readStory(const std::string& name) {
  const std::string path = std::string(CHANCERY_PROJECT_DIR "/workflows/") + name;
  Story story;
  story.workflow = readFile(path + ".workflow.xml", 1 << 20);
  Sources sources;
  Diagnostics diagnostics;
  auto definition = flow::parse(sources, sources.add(name, story.workflow), {}, diagnostics);
  require(definition.has_value(), diagnostics);
  story.core = std::make_shared<const flow::Core>(flow::compile(std::move(*definition)));
  const SourceId scenarios = sources.add(path, readFile(path + ".scenario.xml", 1 << 20));
  auto script = parse(sources, scenarios, story.core->definition, diagnostics);
  require(script.has_value(), diagnostics);
  story.script = std::move(*script);
  return story;
}

void carryOut(runtime::Workbench& bench, const runtime::Work& work, const store::Blobs& blobs) {
  switch (work.kind) {
    case flow::EffectKind::reserve:
      return bench.reserve(work);
    case flow::EffectKind::release:
      return bench.release(work);
    case flow::EffectKind::registration:
      return bench.enter(work);
    case flow::EffectKind::findPeople:
      return bench.findPeople(work);
    case flow::EffectKind::renderDraft:
    case flow::EffectKind::renderFinal: {
      const std::string hash = blobs.put("file of " + work.row.key);
      return bench.finish(work, {{"pdf", hash}}, {{hash, 1}});
    }
    default:
      return bench.finish(work, {});
  }
}

OnStore::OnStore(const Story& story, const Scenario& scenario)
    : story_(story),
      scenario_(scenario),
      blobs_(folder_.path() / "blobs"),
      clock_(scenario.begin),
      office_(story.script.people, &calendar()),
      store_(store::openSqlite(file())),
      desk_(*store_, blobs_, office_, clock_),
      bench_(*store_, blobs_, office_, clock_) {}

void OnStore::run(const std::function<void()>& look) {
  look_ = look;
  for (const Step& step : scenario_.steps) {
    if (!step.refused) perform(step);
  }
}

runtime::OpenCase OnStore::open() const {
  const auto transaction = store_->begin(store::Access::read);
  return *runtime::Cases(blobs_).find(*transaction, "1");
}

void OnStore::perform(const Step& step) {
  Diagnostics told;
  const auto withdraw = [&](flow::Allow::Act act) {
    require(desk_.withdraw("1", act, step.person, step.remark, told), told);
    settle();
  };
  switch (step.kind) {
    case Kind::start:
      require(desk_.start({story_.workflow, {}}, step.person, {"d.json", data(step.data), {}}, told)
                  .has_value(),
              told);
      return settle();
    case Kind::act:
      return act(step);
    case Kind::claim:
      return hand(step, Event::Kind::claim);
    case Kind::putBack:
      return hand(step, Event::Kind::putBack);
    case Kind::delegate:
      return hand(step, Event::Kind::delegate);
    case Kind::reassign:
      return hand(step, Event::Kind::reassign);
    case Kind::recall:
      return withdraw(flow::Allow::Act::recall);
    case Kind::cancel:
      return withdraw(flow::Allow::Act::cancel);
    case Kind::fails:
      return failures_.push_back(&step);
    case Kind::at:
      return moveClock(step.moment);
    case Kind::wait: {
      const Date today = office_.dayOf(clock_.now());
      const Date day = *office_.dayBehind(today, step.term.days, step.term.working);
      return moveClock(
          {clock_.now().milliseconds + (toDayNumber(day) - toDayNumber(today)) * kDay});
    }
    default:
      return;
  }
}

void OnStore::act(const Step& step) {
  runtime::ActRequest request;
  request.caseId = "1";
  request.task = taskOf(step, Event::Kind::act);
  request.outcome = step.outcome;
  request.person = step.person;
  request.remark = step.remark;
  if (step.data.isGiven) request.data = runtime::HandedData{"d.json", data(step.data), {}};
  Diagnostics told;
  require(desk_.act(request, told), told);
  settle();
}

void OnStore::hand(const Step& step, Event::Kind kind) {
  Diagnostics told;
  require(desk_.handOver({kind, "1", taskOf(step, kind), step.person, step.to, step.remark}, told),
          told);
  settle();
}

// The first task that a step means and its person may do that with.
std::string OnStore::taskOf(const Step& step, Event::Kind kind) const {
  const runtime::OpenCase now = open();
  Event event;
  event.kind = kind;
  event.person = step.person;
  event.roles = office_.rolesOf(step.person);
  event.to = step.to;
  for (const flow::Token& token : now.state.tokens) {
    const flow::Node& node = now.nodeOf(token);
    const std::string holder = token.person.empty() ? node.by.text() : "person:" + token.person;
    const bool isMeant = node.kind == flow::Node::Kind::ask &&
                         (step.stage.empty() || step.stage == now.stageOf(token).id) &&
                         (step.holder.empty() || step.holder == holder);
    if (!isMeant) continue;
    const auto refusal = kind == Event::Kind::act
                             ? flow::whyNot(*now.core, now.state, token, event.person, event.roles)
                             : flow::whyNotInto(*now.core, now.state, token, event);
    if (!refusal) return token.id;
  }
  check(false, "the scenario's step has a task");
  return {};
}

std::string OnStore::data(const HandedData& handed) const {
  const bool isCostly =
      std::find(handed.holds.begin(), handed.holds.end(), "cost > 0") != handed.holds.end();
  std::string parts = "as it was";
  for (const auto& [path, is] : handed.parts) parts += "; " + path + ": " + is;
  std::string people;
  for (const auto& [stage, asked] : handed.found) {
    people += (people.empty() ? "\"" : ", \"") + asked.person + '"';
  }
  return R"({"title": "О школе", "cost": )" + std::string(isCostly ? "5" : "0") +
         ", \"sections\": \"" + parts + "\", \"clauses\": [{\"text\": \"A\", \"responsible\": [" +
         people + "]}]}";
}

// ---- the engine and the clock ----

void OnStore::settle() {
  look_();
  while (carryOutOne()) look_();
}

bool OnStore::carryOutOne() {
  for (const store::OutboxRow& row : bench_.pending()) {
    const auto work = bench_.take(row);
    check(work.has_value(), "what stands in the outbox is waited for");
    if (work->kind == flow::EffectKind::wait) {
      if (bench_.endWait(*work)) return true;
      continue;
    }
    const auto failure = std::find_if(failures_.begin(), failures_.end(), [&](const Step* step) {
      return step->effect == work->kind && (step->stage.empty() || step->stage == work->stage().id);
    });
    if (failure == failures_.end()) {
      carryOut(bench_, *work, blobs_);
    } else {
      bench_.reject(*work, (*failure)->remark);
      failures_.erase(failure);
    }
    return true;
  }
  return false;
}

void OnStore::moveClock(Moment to) {
  std::int64_t morning = toDayNumber(office_.dayOf(clock_.now())) * kDay + kMorning;
  if (morning <= clock_.now().milliseconds) morning += kDay;
  for (; morning <= to.milliseconds; morning += kDay) {
    clock_.set({morning});
    runtime::Timekeeper timekeeper(*store_, blobs_, office_, clock_);
    if (!timekeeper.run().empty()) settle();
  }
  clock_.set(to);
  settle();
}

}  // namespace chancery::scenario
