#include <algorithm>

#include "app/forecast.h"
#include "app/report.h"
#include "base/suggest.h"
#include "runtime/desk.h"

// A forecast in lines for people.
namespace chancery::app {
namespace {

using runtime::Absence;
using runtime::ExpectedActor;
using runtime::ExpectedStage;
using runtime::ExpectedTask;
using runtime::Forecast;
using runtime::Stuck;
using Pace = ExpectedTask::Pace;

constexpr std::size_t kMostNames = 5;  // of people who are asked alike

std::string printed(Date date) {
  return printedDate(toIso(date));
}

class Writer {
 public:
  Writer(const ForecastReport& report, Language language)
      : report_(report), expected_(report.expected), language_(language) {}

  std::string text() const {
    const store::CaseRow& row = report_.open.row;
    if (expected_.status != flow::CaseStatus::running) {
      return say({"У документа {0} впереди ничего нет: {1}\n",
                  "Nothing lies ahead of document {0}: {1}\n"},
                 {row.id, say(runtime::statusOf(expected_.status))});
    }
    std::string text =
        say({"Прогноз на {0}: документ {1} «{2}», маршрут «{3}»\n",
             "Forecast on {0}: document {1} “{2}”, workflow “{3}”\n"},
            {printed(expected_.on), row.id, row.title, report_.open.core->definition.title});
    for (std::size_t i = 0; i < expected_.stages.size(); ++i) {
      text += "  " + std::to_string(i + 1) + ". " + stage(expected_.stages[i]);
    }
    return text + end() + assumptions();
  }

 private:
  std::string say(const Text& text, const std::vector<std::string>& arguments = {}) const {
    return fill(text.in(language_), arguments);
  }
  const flow::Stage& stageOf(const ExpectedStage& expected) const {
    return report_.open.core->definition.stages[expected.stage];
  }

  std::string stage(const ExpectedStage& expected) const {
    std::string text = stageOf(expected).title + ": " + printed(expected.from);
    if (expected.to != expected.from) text += " – " + printed(expected.to);
    text += '\n' + wait(expected);
    if (!expected.unknown.empty()) {
      text += say({"     внимание: в office.xml нет таких сотрудников: {0}\n",
                   "     attention: office.xml has no such people: {0}\n"},
                  {joined(expected.unknown, "; ")});
    }
    for (const runtime::ExpectedPart& known : expected.parts) text += part(known);
    if (expected.tasks.empty() && expected.parts.empty()) text += work(expected);
    for (std::size_t i = 0; i < expected.tasks.size();) {
      std::size_t after = i + 1;
      while (after < expected.tasks.size() && isAlike(expected.tasks[i], expected.tasks[after])) {
        ++after;
      }
      text += tasks(stageOf(expected), expected.tasks, i, after);
      i = after;
    }
    return text;
  }

  std::string wait(const ExpectedStage& expected) const {
    if (!expected.isWaitCounted) {
      return say({"     начало не посчитать: производственный календарь не знает этих дней\n",
                  "     its beginning cannot be counted: the calendar does not know these days\n"});
    }
    if (!expected.waitsUntil) return {};
    return say({"     ждёт дня, с которого начинается: {0}\n",
                "     waits for the day it begins on: {0}\n"},
               {printed(*expected.waitsUntil)});
  }

  // A part that goes its own way.
  std::string part(const runtime::ExpectedPart& known) const {
    if (known.caseId.empty()) {
      return say({"     «{0}»: ещё не начато, его время не считается\n",
                  "     “{0}”: not begun yet, its time is not counted\n"},
                 {known.title});
    }
    if (!known.to) {
      return say({"     документ {0}, «{1}»: когда закончится, не посчитать\n",
                  "     document {0}, “{1}”: its end cannot be counted\n"},
                 {known.caseId, known.title});
    }
    return say({"     документ {0}, «{1}»: до {2}; подробнее – chancery forecast {0}\n",
                "     document {0}, “{1}”: until {2}; more by chancery forecast {0}\n"},
               {known.caseId, known.title, printed(*known.to)});
  }

  // A stage without tasks.
  std::string work(const ExpectedStage& expected) const {
    const flow::Stage& at = stageOf(expected);
    const bool asksFound = at.kind == flow::StageKind::acquaint ||
                           at.kind == flow::StageKind::control || at.kind == flow::StageKind::parts;
    if (asksFound) {
      return say({"     по данным документа никого не касается\n",
                  "     by the document's data it concerns nobody\n"});
    }
    return say({"     выполняет программа{0}\n", "     done by the program{0}\n"},
               {addressees(at)});
  }

  std::string addressees(const flow::Stage& at) const {
    if (at.kind != flow::StageKind::distribute) return {};
    const std::string id = at.to.substr(at.to.find(':') + 1);
    for (const DistributionList& list : report_.office.lists) {
      if (list.id != id) continue;
      return say({"; адресатов: {0}", "; addressees: {0}"},
                 {std::to_string(list.addressees.size())});
    }
    return {};
  }

  // ---- tasks ----

  // Whether two tasks are told in one line: each asks one person of its own, on the same days.
  static bool isAlike(const ExpectedTask& one, const ExpectedTask& other) {
    const auto isPlain = [](const ExpectedTask& task) {
      return task.actors.size() == 1 && !task.actors[0].insteadOf && !task.actors[0].away &&
             task.subject.empty() && !task.gap && !task.isSilent && !task.isEscalated &&
             !task.isSpared && !task.isReturning && task.by.kind == flow::Selector::Kind::named;
    };
    return isPlain(one) && isPlain(other) && one.from == other.from && one.to == other.to &&
           one.due == other.due && one.pace == other.pace;
  }

  std::string tasks(const flow::Stage& at, const std::vector<ExpectedTask>& all, std::size_t begin,
                    std::size_t end) const {
    const ExpectedTask& first = all[begin];
    std::string text = "     ";
    if (end - begin > 1) {
      text += crowd(all, begin, end);
    } else {
      if (!first.subject.empty()) text += first.subject + " – ";
      text += who(first);
      if (!first.id.empty()) text += say({", задача {0}", ", task {0}"}, {first.id});
    }
    text += '\n' + standIns(first);
    return text + "       " + when(at, first) + addressees(at) + '\n' + delays(first);
  }

  std::string crowd(const std::vector<ExpectedTask>& all, std::size_t begin,
                    std::size_t end) const {
    std::vector<std::string> names;
    for (std::size_t i = begin; i < std::min(end, begin + kMostNames); ++i) {
      names.push_back(report_.directory.nameOf(all[i].actors[0].person));
    }
    std::string text = joined(names, "; ");
    if (end - begin > kMostNames) {
      text += say({" и ещё {0}", " and {0} more"}, {std::to_string(end - begin - kMostNames)});
    }
    return text;
  }

  // «П. А. Лугов, заместитель начальника отдела (роль deputy-head)»
  std::string who(const ExpectedTask& task) const {
    std::vector<std::string> names;
    for (const ExpectedActor& actor : task.actors) {
      names.push_back(report_.directory.nameOf(actor.person));
    }
    if (names.empty()) {
      names.push_back(task.isSilent ? say({"никто", "nobody"}) : say({"некому", "nobody can"}));
    }
    std::string text = joined(names, say({"; или ", "; or "}));
    if (task.by.kind == flow::Selector::Kind::role) {
      text += say({" (роль {0})", " (role {0})"}, {task.by.name});
    } else if (task.by.kind == flow::Selector::Kind::author) {
      text += say({" (автор)", " (the author)"});
    }
    return text;
  }

  // Who acts in whose place, and who is away: a line each.
  std::string standIns(const ExpectedTask& task) const {
    std::string text;
    for (const ExpectedActor& actor : task.actors) {
      const std::string name =
          task.actors.size() > 1 ? report_.directory.nameOf(actor.person) + ": " : std::string();
      if (actor.insteadOf) text += "       " + name + standIn(*actor.insteadOf) + '\n';
      if (!actor.away) continue;
      text += "       " + name + say({"внимание: отсутствует ", "attention: away "}) +
              days(*actor.away) + '\n';
    }
    return text;
  }

  // «И.о. начальника отдела, замещает: О. П. Веснина, начальник отдела – с … по …, приказ …»
  std::string standIn(const Absence& absence) const {
    if (absence.person.empty()) return absence.post + ' ' + days(absence);
    return say({"{0}, замещает: {1} – {2}", "{0}, stands in for: {1} – {2}"},
               {absence.post, report_.directory.nameOf(absence.person), days(absence)});
  }

  // «с 08.06.2026 по 20.06.2026, приказ от 01.06.2026 № 61-л»
  std::string days(const Absence& absence) const {
    const std::string text =
        say({"с {0} по {1}", "from {0} to {1}"}, {printed(absence.from), printed(absence.to)});
    return absence.basis.empty() ? text : text + ", " + absence.basis;
  }

  std::string when(const flow::Stage& at, const ExpectedTask& task) const {
    const std::string from = printed(task.from);
    const std::string to = printed(task.to);
    const std::string due = task.due ? printed(*task.due) : std::string();
    const bool isCounted = at.due && at.due->path.empty();
    switch (task.pace) {
      case Pace::noTerm:
        return say({"с {0}, срок не задан", "from {0}, no term is set"}, {from});
      case Pace::noCalendar:
        return say({"с {0}, срок {1}, но производственный календарь этих дней не знает",
                    "from {0}, term {1}, but the calendar does not know these days"},
                   {from, at.due->inWords(language_)});
      case Pace::overdue:
        return say(
            {"срок истёк {0}, ожидается теперь, {1}", "the term ended on {0}, expected now, {1}"},
            {due, to});
      case Pace::term:
        break;
    }
    if (task.isSpared || toDayNumber(task.to) > toDayNumber(*task.due)) {
      return say({"с {0}, срок до {1}, ожидается {2}", "from {0}, term until {1}, expected on {2}"},
                 {from, due, to});
    }
    if (!isCounted || *task.due != task.to) {
      return say({"с {0} до {1}", "from {0} to {1}"}, {from, to});
    }
    return say({"с {0} до {1}, срок {2}", "from {0} to {1}, term {2}"},
               {from, to, at.due->inWords(language_)});
  }

  // What is out of the ordinary, a line each.
  std::string delays(const ExpectedTask& task) const {
    std::string text;
    const auto add = [&](const Text& line) { text += "       " + say(line) + '\n'; };
    if (task.gap == Stuck::vacant) {
      add({"внимание: роль никто не занимает", "attention: nobody holds the role"});
    }
    if (task.gap == Stuck::onlyAuthor) {
      add({"внимание: это только автор, а он не решает по своему документу",
           "attention: this is only the author, who does not judge the own document"});
    }
    if (task.gap == Stuck::taken) {
      add({"внимание: у кого задача, тот её выполнить не вправе",
           "attention: who has the task is not entitled to it"});
    }
    if (task.isEscalated) {
      add({"срок прошёл без ответа: может решить и вышестоящий",
           "the term has passed without an answer: those above may answer too"});
    }
    if (task.isSilent) {
      add({"срок прошёл без ответа: это считается согласием",
           "the term has passed without an answer, which counts as agreement"});
    }
    if (task.isReturning) {
      add({"внимание: ближайшая проверка сроков вернёт документ на доработку",
           "attention: the next look at terms sends the document back"});
    }
    if (task.isSpared) {
      add({"ответ не понадобится, если раньше согласятся другие",
           "no answer is needed when others agree before"});
    }
    return text;
  }

  // ---- the end ----

  std::string end() const {
    const std::string last = printed(expected_.last);
    switch (expected_.end) {
      case Forecast::End::tooLong:
        return say(
            {"  Дальше прогноз не идёт: маршрут слишком длинный или ходит по кругу (дошли до "
             "{0})\n",
             "  The forecast ends here: the workflow is too long or goes in circles (up to {0})\n"},
            {last});
      case Forecast::End::stuck:
        return say(
            {"  Дальше прогноз не идёт: на этом этапе документ остановится, пока кто-нибудь не "
             "вмешается\n",
             "  The forecast ends here: the document stops at this stage until somebody steps "
             "in\n"});
      case Forecast::End::finished:
        break;
    }
    std::string text =
        expected_.isAllCounted
            ? say({"  Окончание: {0}\n", "  The end: {0}\n"}, {last})
            : say({"  Окончание: не раньше {0} – там, где срок не задан, время не считается\n",
                   "  The end: {0} at the earliest – where no term is set, no time is counted\n"},
                  {last});
    if (report_.earliest) {
      text += say({"  Самое раннее: {0}, если каждый ответит сразу\n",
                   "  At the earliest: {0}, when everybody answers at once\n"},
                  {printed(*report_.earliest)});
    }
    return text;
  }

  std::string assumptions() const {
    return say(
        {"  При условии, что каждый соглашается в последний день своего срока, документ не "
         "возвращают, не\n"
         "  отзывают и не снимают с рассмотрения, а данные и office.xml остаются такими, как "
         "сегодня.\n",
         "  Provided that everybody agrees on the last day of the term, that nothing is returned,\n"
         "  recalled or cancelled, and that data and office.xml stay as they are today.\n"});
  }

  const ForecastReport& report_;
  const Forecast& expected_;
  Language language_;
};

}  // namespace

std::string forecastText(const ForecastReport& report, Language language) {
  return Writer(report, language).text();
}

}  // namespace chancery::app
