#include "scenario/run.h"

#include <algorithm>

#include "base/suggest.h"
#include "flow/entitled.h"
#include "scenario/messages.h"
#include "scenario/world.h"

namespace chancery::scenario {
namespace {

using flow::Event;
using Kind = Step::Kind;

class Runner {
 public:
  Runner(const flow::Core& core, const Scenario& scenario, const Staff& staff, Coverage& coverage,
         Diagnostics& diagnostics)
      : core_(core),
        scenario_(scenario),
        staff_(staff),
        diagnostics_(diagnostics),
        world_(core, staff, scenario.begin, coverage) {}

  Outcome run() {
    Outcome outcome;
    outcome.isWhole = runSteps();
    outcome.journal = world_.journal();
    outcome.isPassed = outcome.isWhole && compareJournal();
    return outcome;
  }

 private:
  bool runSteps() {
    for (const Step& step : scenario_.steps) {
      if (!perform(step)) return false;
      if (world_.endless().empty()) continue;
      diagnostics_.error(messages::kEndless, step.place, {world_.endless()});
      return false;
    }
    for (const Step* step : world_.failures()) {
      diagnostics_.error(messages::kNotFailed, step->place,
                         {std::string(flow::wordOf(step->effect))});
      return false;
    }
    return true;
  }

  bool perform(const Step& step) {
    switch (step.kind) {
      case Kind::start:
        return begin(step);
      case Kind::act:
        return onTask(step, Event::Kind::act);
      case Kind::claim:
        return onTask(step, Event::Kind::claim);
      case Kind::putBack:
        return onTask(step, Event::Kind::putBack);
      case Kind::delegate:
        return onTask(step, Event::Kind::delegate);
      case Kind::reassign:
        return onTask(step, Event::Kind::reassign);
      case Kind::recall:
        return take(step, eventOf(step, Event::Kind::recall));
      case Kind::cancel:
        return take(step, eventOf(step, Event::Kind::cancel));
      case Kind::fails:
        world_.fail(step);
        return true;
      case Kind::at:
        return moveClock(step, step.moment);
      case Kind::wait:
        return wait(step);
      case Kind::waits:
        return expectWaiting(step);
      case Kind::status:
        return expectStatus(step);
    }
    return false;
  }

  Event eventOf(const Step& step, Event::Kind kind) const {
    Event event;
    event.kind = kind;
    event.person = step.person;
    event.roles = staff_.rolesOf(step.person);
    event.remark = step.remark;
    event.to = step.to;
    return event;
  }

  bool begin(const Step& step) {
    Event event = eventOf(step, Event::Kind::start);
    world_.handIn(step.data, event);
    return take(step, std::move(event));
  }

  bool onTask(const Step& step, Event::Kind kind) {
    Event event = eventOf(step, kind);
    const auto tasks = world_.tasks(step);
    if (tasks.empty() && step.refused != flow::Refusal::notOpen &&
        step.refused != flow::Refusal::finished) {
      diagnostics_.error(messages::kNoTask, step.place, {world_.waiting()});
      return false;
    }
    if (!tasks.empty()) event.task = chosen(tasks, event)->id;
    event.outcome = step.outcome;
    if (event.outcome == flow::Outcome::submit) world_.handIn(step.data, event);
    return take(step, std::move(event));
  }

  // The first that this person may do that with; the first when there is none.
  const flow::Token* chosen(const std::vector<const flow::Token*>& tasks,
                            const Event& event) const {
    const auto found = std::find_if(tasks.begin(), tasks.end(), [&](const flow::Token* task) {
      if (event.kind != Event::Kind::act) {
        return !flow::whyNotInto(core_, world_.state(), *task, event);
      }
      return !flow::whyNot(core_, world_.state(), *task, event.person, event.roles);
    });
    return found == tasks.end() ? tasks.front() : *found;
  }

  bool take(const Step& step, Event event) {
    const auto refusal = world_.take(std::move(event));
    if (refusal == step.refused) return true;
    if (!step.refused) {
      const std::string word(wordOf(*refusal));
      diagnostics_.error(messages::kRefused, step.place, {word})
          .hint(messages::kExpectRefusal, {word});
    } else if (!refusal) {
      diagnostics_.error(messages::kNotRefused, step.place, {std::string(wordOf(*step.refused))});
    } else {
      diagnostics_.error(messages::kOtherRefusal, step.place,
                         {std::string(wordOf(*refusal)), std::string(wordOf(*step.refused))});
    }
    return false;
  }

  bool wait(const Step& step) {
    constexpr std::int64_t kDay = 86'400'000;
    const Date today = staff_.dayOf(world_.now());
    const auto day = staff_.dayBehind(today, step.term.days, step.term.working);
    if (!day) {
      diagnostics_.error(messages::kNoCalendar, step.place);
      return false;
    }
    const std::int64_t days = toDayNumber(*day) - toDayNumber(today);
    return moveClock(step, {world_.now().milliseconds + days * kDay});
  }

  bool moveClock(const Step& step, Moment to) {
    if (to < world_.now()) {
      diagnostics_.error(messages::kTimeBack, step.place, {staff_.timeOf(world_.now())});
      return false;
    }
    world_.moveClock(to);
    return true;
  }

  bool expectWaiting(const Step& step) {
    const std::string expected = step.stage + ": " + joined(step.holders, " ");
    const std::string actual = world_.waiting();
    if (actual == expected) return true;
    diagnostics_.error(messages::kWaitsElsewhere, step.place, {actual, expected});
    return false;
  }

  bool expectStatus(const Step& step) {
    const flow::CaseStatus actual = world_.state().status;
    if (actual == step.status) return true;
    diagnostics_.error(messages::kOtherStatus, step.place,
                       {std::string(flow::wordOf(actual)), std::string(flow::wordOf(step.status))});
    return false;
  }

  bool compareJournal() {
    if (!scenario_.journal) return true;
    const auto& actual = world_.journal();
    const auto& expected = scenario_.journal->lines;
    for (std::size_t i = 0; i < std::max(actual.size(), expected.size()); ++i) {
      if (i >= actual.size()) {
        diagnostics_.error(messages::kMissingLine, expected[i].first, {expected[i].second})
            .hint(messages::kUpdate);
        return false;
      }
      if (i >= expected.size()) {
        const Place& place = expected.empty() ? scenario_.journal->place : expected.back().first;
        diagnostics_.error(messages::kLineMore, place, {actual[i]}).hint(messages::kUpdate);
        return false;
      }
      if (actual[i] == expected[i].second) continue;
      diagnostics_.error(messages::kOtherLine, expected[i].first, {actual[i], expected[i].second})
          .hint(messages::kUpdate);
      return false;
    }
    return true;
  }

  const flow::Core& core_;
  const Scenario& scenario_;
  const Staff& staff_;
  Diagnostics& diagnostics_;
  World world_;
};

// In the text of an XML element.
std::string escaped(const std::string& line) {
  std::string result;
  for (const char c : line) {
    if (c == '&') {
      result += "&amp;";
    } else if (c == '<') {
      result += "&lt;";
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace

Outcome run(const flow::Core& core, const Scenario& scenario, const Staff& staff,
            Coverage& coverage, Diagnostics& diagnostics) {
  return Runner(core, scenario, staff, coverage, diagnostics).run();
}

std::string withJournals(std::string text, const Script& script,
                         const std::vector<std::vector<std::string>>& journals) {
  for (std::size_t i = script.scenarios.size(); i > 0; --i) {  // from behind: offsets stay right
    const auto& journal = script.scenarios[i - 1].journal;
    const auto& lines = journals[i - 1];
    if (!journal || lines.empty()) continue;
    std::string inside = "\n";
    for (const std::string& line : lines) {
      inside += std::string(journal->indent + 2, ' ') + escaped(line) + '\n';
    }
    inside += std::string(journal->indent, ' ');
    if (journal->isEmptyTag) inside = "<journal>" + inside + "</journal>";
    text.replace(journal->begin, journal->end - journal->begin, inside);
  }
  return text;
}

}  // namespace chancery::scenario
