#include "app/forecast.h"
#include "base/json.h"

// A forecast for other programs.
namespace chancery::app {
namespace {

using runtime::Absence;
using runtime::ExpectedActor;
using runtime::ExpectedStage;
using runtime::ExpectedTask;
using runtime::Forecast;

std::string dayOrNull(const std::optional<Date>& day) {
  return day ? json::quoted(toIso(*day)) : "null";
}

std::string textOrNull(const std::string& text) {
  return text.empty() ? "null" : json::quoted(text);
}

std::string_view wordOf(ExpectedTask::Pace pace) {
  switch (pace) {
    case ExpectedTask::Pace::term:
      return "term";
    case ExpectedTask::Pace::overdue:
      return "overdue";
    case ExpectedTask::Pace::noTerm:
      return "no-term";
    case ExpectedTask::Pace::noCalendar:
      break;
  }
  return "no-calendar";
}

std::string wordOf(const std::optional<runtime::Stuck>& gap) {
  if (!gap) return "null";
  switch (*gap) {
    case runtime::Stuck::onlyAuthor:
      return "\"author\"";
    case runtime::Stuck::taken:
      return "\"taken\"";
    case runtime::Stuck::vacant:
      break;
  }
  return "\"vacant\"";
}

std::string_view wordOf(Forecast::End end) {
  switch (end) {
    case Forecast::End::finished:
      return "finished";
    case Forecast::End::tooLong:
      return "too-long";
    case Forecast::End::stuck:
      break;
  }
  return "stuck";
}

template <typename Items, typename Write>
std::string array(const Items& items, const Write& write) {
  std::string text = "[";
  for (const auto& item : items) text += (text.size() > 1 ? "," : "") + write(item);
  return text + ']';
}

class JsonWriter {
 public:
  explicit JsonWriter(const ForecastReport& report) : report_(report) {}

  std::string write() const {
    const store::CaseRow& row = report_.open.row;
    const Forecast& expected = report_.expected;
    const bool isRunning = expected.status == flow::CaseStatus::running;
    const bool isEnding = isRunning && expected.end == Forecast::End::finished;
    std::string text =
        "{\"case\":" + json::quoted(row.id) + ",\"title\":" + json::quoted(row.title);
    text += ",\"workflow\":" + json::quoted(row.workflow);
    text += ",\"on\":" + json::quoted(toIso(expected.on));
    text += ",\"status\":" + json::quoted(flow::wordOf(expected.status));
    text += ",\"stages\":" +
            array(expected.stages, [&](const ExpectedStage& leg) { return stage(leg); });
    text += ",\"outcome\":" + (isRunning ? json::quoted(wordOf(expected.end)) : "null");
    text += ",\"end\":" + (isEnding ? json::quoted(toIso(expected.last)) : "null");
    text += std::string(",\"exact\":") + (isEnding && expected.isAllCounted ? "true" : "false");
    return text + ",\"earliest\":" + (isEnding ? dayOrNull(report_.earliest) : "null") + "}\n";
  }

 private:
  std::string stage(const ExpectedStage& leg) const {
    const flow::Stage& at = report_.open.core->definition.stages[leg.stage];
    std::string text = "{\"stage\":" + json::quoted(at.id) + ",\"title\":" + json::quoted(at.title);
    text += ",\"kind\":" + json::quoted(flow::wordsOf(at.kind).word);
    text += ",\"from\":" + json::quoted(toIso(leg.from)) + ",\"to\":" + json::quoted(toIso(leg.to));
    text += ",\"term\":" + textOrNull(at.due ? at.due->text() : std::string());
    text += ",\"begins\":" + dayOrNull(leg.waitsUntil);
    text += ",\"unknown\":" +
            array(leg.unknown, [](const std::string& name) { return json::quoted(name); });
    text += ",\"parts\":" + array(leg.parts, part);
    text +=
        ",\"tasks\":" + array(leg.tasks, [&](const ExpectedTask& known) { return task(known); });
    return text + '}';
  }

  static std::string part(const runtime::ExpectedPart& known) {
    return "{\"case\":" + textOrNull(known.caseId) + ",\"title\":" + json::quoted(known.title) +
           ",\"to\":" + dayOrNull(known.to) + '}';
  }

  std::string task(const ExpectedTask& known) const {
    std::string text = "{\"task\":" + textOrNull(known.id);
    text += ",\"asked\":" + json::quoted(askedWord(known));
    text += ",\"subject\":" + textOrNull(known.subject);
    text += ",\"from\":" + json::quoted(toIso(known.from));
    text += ",\"to\":" + json::quoted(toIso(known.to)) + ",\"due\":" + dayOrNull(known.due);
    text += ",\"pace\":" + json::quoted(wordOf(known.pace));
    text += ",\"gap\":" + wordOf(known.gap);
    text += flag("silent", known.isSilent) + flag("escalated", known.isEscalated) +
            flag("spared", known.isSpared) + flag("returning", known.isReturning);
    text += ",\"people\":" +
            array(known.actors, [&](const ExpectedActor& actor) { return person(actor); });
    return text + '}';
  }

  static std::string askedWord(const ExpectedTask& known) {
    const bool isNamed = known.by.kind == flow::Selector::Kind::named;
    return isNamed && !known.actors.empty() ? "person:" + known.actors.front().person
                                            : known.by.text();
  }

  static std::string flag(std::string_view name, bool value) {
    return ",\"" + std::string(name) + "\":" + (value ? "true" : "false");
  }

  std::string person(const ExpectedActor& actor) const {
    return "{\"person\":" + json::quoted(actor.person) +
           ",\"name\":" + json::quoted(report_.directory.nameOf(actor.person)) +
           ",\"insteadOf\":" + absence(actor.insteadOf) + ",\"away\":" + absence(actor.away) + '}';
  }

  static std::string absence(const std::optional<Absence>& known) {
    if (!known) return "null";
    return "{\"person\":" + textOrNull(known->person) + ",\"by\":" + json::quoted(known->by) +
           ",\"post\":" + json::quoted(known->post) + ",\"basis\":" + json::quoted(known->basis) +
           ",\"from\":" + json::quoted(toIso(known->from)) +
           ",\"to\":" + json::quoted(toIso(known->to)) + '}';
  }

  const ForecastReport& report_;
};

}  // namespace

std::string forecastJson(const ForecastReport& report) {
  return JsonWriter(report).write();
}

}  // namespace chancery::app
