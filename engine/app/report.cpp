#include "app/report.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include "base/suggest.h"
#include "runtime/desk.h"

namespace chancery::app {
namespace {

const Text& nameOf(flow::EffectKind kind) {
  static constexpr Text kDraft{"изготовление файлов проекта", "making the draft's files"};
  static constexpr Text kFinal{"изготовление файлов с номером и датой",
                               "making the files with number and date"};
  static constexpr Text kCheck{"проверка оформления", "check of form"};
  static constexpr Text kReserve{"резервирование номера", "reservation of a number"};
  static constexpr Text kRelease{"возврат номера", "release of the number"};
  static constexpr Text kRegister{"регистрация", "registration"};
  static constexpr Text kWait{"ожидание дня, с которого начинается этап",
                              "waiting for the day that the stage begins on"};
  static constexpr Text kFind{"поиск тех, кого касается этап", "finding whom the stage concerns"};
  static constexpr Text kStartPart{"начало работы с приложением", "beginning of an appendix's way"};
  static constexpr Text kAwaitPart{"согласование приложения", "coordination of an appendix"};
  static constexpr Text kDistribute{"рассылка", "distribution"};
  static constexpr Text kPublish{"размещение на сайте", "publication on the site"};
  switch (kind) {
    case flow::EffectKind::renderDraft:
      return kDraft;
    case flow::EffectKind::renderFinal:
      return kFinal;
    case flow::EffectKind::checkForm:
      return kCheck;
    case flow::EffectKind::reserve:
      return kReserve;
    case flow::EffectKind::release:
      return kRelease;
    case flow::EffectKind::registration:
      return kRegister;
    case flow::EffectKind::wait:
      return kWait;
    case flow::EffectKind::findPeople:
      return kFind;
    case flow::EffectKind::startPart:
      return kStartPart;
    case flow::EffectKind::awaitPart:
      return kAwaitPart;
    case flow::EffectKind::distribute:
      return kDistribute;
    case flow::EffectKind::publish:
      return kPublish;
  }
  return kPublish;
}

const Text& wordsOf(runtime::Stuck stuck) {
  static constexpr Text kAuthor{
      "    решить некому: автор не решает по своему документу; назначьте ещё одного сотрудника на "
      "роль {0} в office.xml\n",
      "    nobody can answer: an author does not judge the own document; appoint somebody else to "
      "{0} in office.xml\n"};
  static constexpr Text kTaken{
      "    решить некому: у кого задача, тот больше не вправе; пусть вернёт её (chancery put-back) "
      "или её передаст руководитель (chancery reassign)\n",
      "    nobody can answer: who has the task is not entitled any more; let them put it back "
      "(chancery put-back), or a supervisor give it on (chancery reassign)\n"};
  static constexpr Text kVacant{
      "    решить некому: назначьте сотрудника в office.xml\n",
      "    nobody can answer: appoint somebody in office.xml\n"};
  switch (stuck) {
    case runtime::Stuck::onlyAuthor:
      return kAuthor;
    case runtime::Stuck::taken:
      return kTaken;
    case runtime::Stuck::vacant:
      return kVacant;
  }
  return kVacant;
}

std::string facts(const flow::Event& event) {
  std::vector<std::string> names;
  for (const auto& [name, value] : event.facts) names.push_back(name);
  return joined(names);
}

// A remark of several lines stays under its line.
std::string indented(const std::string& text, const std::string& indent) {
  std::string result;
  for (const char c : text) {
    result += c;
    if (c == '\n') result += indent;
  }
  return result;
}

}  // namespace

std::string printedDate(std::string_view iso) {
  const auto date = parseDate(iso);
  if (!date) return std::string(iso);
  char buffer[48];
  std::snprintf(buffer, sizeof buffer, "%02d.%02d.%04d", date->day, date->month, date->year);
  return buffer;
}

std::string Report::due(const runtime::TaskView& task) const {
  const std::string until = task.dueOn ? printedDate(toIso(*task.dueOn)) : std::string();
  const bool isDay = !task.due || !task.due->path.empty();  // stated, not counted
  if (isDay && until.empty()) return say({"срок не установлен", "no term is set"});
  if (isDay) return say({"срок: до {0}", "term: until {0}"}, {until});
  const std::string opened = printedDate(toIso(directory_.dayOf(task.opened)));
  std::string text =
      say({"срок {0}, с {1}", "term {0}, since {1}"}, {task.due->inWords(language_), opened});
  if (!until.empty()) text += say({", до {0}", ", until {0}"}, {until});
  return text;
}

std::string Report::outcomes(const std::vector<flow::Outcome>& offered) const {
  std::vector<std::string> words;
  for (const flow::Outcome outcome : offered) {
    const flow::OutcomeWords& known = flow::wordsOf(outcome);
    std::string word(known.word);
    if (language_ == Language::russian) word = say(known.button) + " (" + word + ")";
    words.push_back(std::move(word));
  }
  return joined(words);
}

std::string Report::task(const runtime::TaskView& task) const {
  const std::string subject = task.subject.empty() ? "" : " – " + task.subject;
  return say({"задача {0}: {1}", "task {0}: {1}"},
             {task.id, say(flow::wordsOf(task.kind).task)}) +
         subject + "\n";
}

std::string Report::inbox(const std::string& person,
                          const std::vector<runtime::TaskView>& tasks) const {
  const std::string name = directory_.nameOf(person);
  if (tasks.empty()) return say({"Задач нет: {0}\n", "No tasks: {0}\n"}, {name});
  std::string text = say({"Мои задачи: {0}\n", "My tasks: {0}\n"}, {name});
  for (const runtime::TaskView& view : tasks) {
    text += say({"  документ {0}, ", "  document {0}, "}, {view.caseId}) + task(view);
    text += "    «" + view.document + "»\n";
    text += say({"    этап «{0}», {1}\n", "    stage “{0}”, {1}\n"}, {view.stage, due(view)});
    text += say({"    решения: {0}\n", "    answers: {0}\n"}, {outcomes(view.outcomes)});
  }
  return text;
}

std::string Report::effectLine(const runtime::EffectView& effect) const {
  if (!effect.child.empty()) {
    return say({"  документ {0} – «{1}», этап «{2}»\n", "  document {0}, “{1}”, stage “{2}”\n"},
               {effect.child, effect.subject, effect.stage});
  }
  std::string text = say({"  программа: {0}, этап «{1}»\n", "  the program: {0}, stage “{1}”\n"},
                         {say(nameOf(effect.kind)), effect.stage});
  if (effect.attempts > 0) {
    text += say({"    неудачных попыток: {0}; последняя: {1}\n",
                 "    failed attempts: {0}; the last: {1}\n"},
                {std::to_string(effect.attempts), effect.failure});
    text += say({"    будет повторено при следующей команде\n",
                 "    it will be repeated with the next command\n"});
  }
  return text;
}

std::string Report::why(const runtime::CaseView& view) const {
  if (view.state.status != flow::CaseStatus::running) {
    return say({"Документ {0} ничего не ждёт: {1}\n", "Document {0} waits for nothing: {1}\n"},
               {view.row.id, say(runtime::statusOf(view.state.status))});
  }
  std::string text = say({"Документ {0} ждёт:\n", "Document {0} waits for:\n"}, {view.row.id});
  for (const runtime::TaskView& waiting : view.tasks) {
    text += "  " + task(waiting);
    text += say({"    кто: {0}\n", "    who: {0}\n"}, {waiting.holders});
    if (waiting.stuck) text += say(wordsOf(*waiting.stuck), {waiting.selector});
    text += "    " + due(waiting) + "\n";
    text += say(
        {"    основание: маршрут «{0}», этап «{1}»\n", "    ground: workflow “{0}”, stage “{1}”\n"},
        {view.workflow, waiting.stage});
    text += say({"    можно: {0}\n", "    allowed: {0}\n"}, {outcomes(waiting.outcomes)});
  }
  for (const runtime::EffectView& effect : view.effects) text += effectLine(effect);
  for (const auto& [act, by] : view.withdrawals) {
    const std::string word = act == flow::Allow::Act::recall ? "recall" : "cancel";
    text += say({"  ещё можно: {0} ({1}) – {2}\n", "  also allowed: {0} ({1}) – {2}\n"},
                {say(runtime::buttonOf(act)), word, by});
  }
  if (!view.state.rejection.empty()) {
    text += say({"  возвращено программой: {0}\n", "  sent back by the program: {0}\n"},
                {indented(view.state.rejection, "    ")});
  }
  return text;
}

// One line for each version, and how to look at the newest.
std::string Report::files(const runtime::CaseView& view) const {
  std::map<std::pair<bool, int>, std::vector<std::string>> versions;
  for (const flow::File& file : view.state.files) {
    versions[{file.isFinal, file.round}].push_back(file.format);
  }
  std::string text;
  for (const auto& [version, formats] : versions) {
    const auto& [isFinal, round] = version;
    const Text line = isFinal ? Text{"  файлы с номером и датой: {1}\n", "  final files: {1}\n"}
                              : Text{"  редакция проекта {0}: {1}\n", "  version {0}: {1}\n"};
    text += say(line, {std::to_string(round), joined(formats)});
  }
  if (!versions.empty()) {
    text += say({"  посмотреть: chancery show {0} --out ФАЙЛ.{1}\n",
                 "  to look at it: chancery show {0} --out FILE.{1}\n"},
                {view.row.id, versions.rbegin()->second.front()});
  }
  return text;
}

std::string Report::card(const runtime::CaseView& view,
                         const std::vector<std::string>& published) const {
  const flow::State& state = view.state;
  std::string text =
      say({"Документ {0}: «{1}»\n", "Document {0}: “{1}”\n"}, {view.row.id, view.row.title});
  text += say({"  маршрут: {0}\n", "  workflow: {0}\n"}, {view.workflow});
  text += say({"  автор: {0}\n", "  author: {0}\n"}, {directory_.nameOf(view.row.author)});
  if (!state.parent.empty()) {
    text += say({"  часть документа {0}\n", "  part of document {0}\n"}, {state.parent});
  }
  text += say({"  состояние: {0}\n", "  status: {0}\n"}, {say(runtime::statusOf(state.status))});
  text += say({"  круг согласования: {0}\n", "  round: {0}\n"}, {std::to_string(state.round)});
  if (state.registration.status == flow::Registration::Status::reserved) {
    text += say({"  номер зарезервирован: №\u00A0{0} от {1}\n", "  number reserved: {0} of {1}\n"},
                {state.registration.number, printedDate(state.registration.date)});
  } else if (state.registration.status == flow::Registration::Status::registered) {
    text += say({"  зарегистрировано: №\u00A0{0} от {1}\n", "  registered: {0} of {1}\n"},
                {state.registration.number, printedDate(state.registration.date)});
  }
  for (const runtime::VisaView& visa : view.visas) {
    const std::string by =
        visa.person.empty() ? say({"срок истёк", "the term has ended"}) : visa.person;
    text += say({"  {0} – {1}: {2}\n", "  {0} – {1}: {2}\n"},
                {visa.stage, by, say(flow::wordsOf(visa.outcome).status)});
    if (!visa.remark.empty()) {
      text +=
          say({"    замечания: {0}\n", "    remarks: {0}\n"}, {indented(visa.remark, "      ")});
    }
  }
  text += files(view);
  for (const std::string& path : published) {
    text += say({"  размещено на сайте: {0}\n", "  published: {0}\n"}, {path});
  }
  return state.status == flow::CaseStatus::running ? text + why(view) : text;
}

std::string Report::effectDone(const runtime::HistoryLine& line) const {
  const flow::Event& event = line.event;
  const auto fact = [&](const char* name) { return std::string(event.fact(name)); };
  switch (*line.effect) {
    case flow::EffectKind::renderDraft:
      return say({"изготовлены файлы редакции {0}: {1}", "files of version {0} made: {1}"},
                 {std::to_string(line.round), facts(event)});
    case flow::EffectKind::renderFinal:
      return say({"изготовлены файлы с номером и датой: {0}", "final files made: {0}"},
                 {facts(event)});
    case flow::EffectKind::checkForm:
      return say({"оформление проверено", "form checked"});
    case flow::EffectKind::reserve:
      return say({"номер зарезервирован: №\u00A0{0} от {1}", "number reserved: {0} of {1}"},
                 {fact("number"), printedDate(fact("date"))});
    case flow::EffectKind::release:
      return fact("release") == "returned"
                 ? say({"номер возвращён: он был последним", "number returned: it was the newest"})
                 : say({"номер аннулирован: пропуск объяснён в журнале регистрации",
                        "number annulled: the register explains the gap"});
    case flow::EffectKind::registration:
      return say({"зарегистрировано", "registered"});
    case flow::EffectKind::wait:
      return say({"день настал", "the day has come"});
    case flow::EffectKind::findPeople:
      return say({"найдено: {0}", "found: {0}"}, {std::to_string(std::count_if(
          event.facts.begin(), event.facts.end(),
          [](const auto& known) { return known.first == "person"; }))});
    case flow::EffectKind::startPart:
      return say({"приложение пошло по своему маршруту: документ {0}",
                  "an appendix goes its own way: document {0}"},
                 {fact("case")});
    case flow::EffectKind::awaitPart:
      return say({"приложение согласовано", "the appendix is agreed to"});
    case flow::EffectKind::distribute:
      return say({"разослано: {0}", "distributed: {0}"}, {facts(event)});
    case flow::EffectKind::publish:
      return say({"размещено на сайте: {0}", "published: {0}"}, {facts(event)});
  }
  return {};
}

std::string Report::happened(const runtime::HistoryLine& line) const {
  const flow::Event& event = line.event;
  std::string person = event.person.empty() ? "" : directory_.nameOf(event.person) + ": ";
  if (event.kind == flow::Event::Kind::act && !event.fact("capacity").empty()) {
    person = std::string(event.fact("name")) + ", " + std::string(event.fact("capacity"));
    if (!event.fact("basis").empty()) person += " (" + std::string(event.fact("basis")) + ")";
    person += ": ";
  }
  switch (event.kind) {
    case flow::Event::Kind::start:
      return person + say({"создано и отправлено по маршруту", "created and submitted"});
    case flow::Event::Kind::act:
      return person + say(flow::wordsOf(event.outcome).status) + " – " + line.stage;
    case flow::Event::Kind::recall:
      return person + say({"отозвано автором", "recalled"});
    case flow::Event::Kind::drop:
      return say({"снято: документ, частью которого оно было, его больше не ждёт",
                  "ended: the document that it was a part of waits for it no more"});
    case flow::Event::Kind::cancel:
      return person + say({"снято с рассмотрения", "cancelled"});
    case flow::Event::Kind::done:
      return line.effect ? effectDone(line) : std::string();
    case flow::Event::Kind::rejected:
      return say({"не выполнено: {0}", "not done: {0}"},
                 {line.effect ? say(nameOf(*line.effect)) : std::string()});
    case flow::Event::Kind::claim:
      return person + say({"взято в работу – {0}", "claimed – {0}"}, {line.stage});
    case flow::Event::Kind::putBack:
      return person + say({"задача возвращена – {0}", "put back – {0}"}, {line.stage});
    case flow::Event::Kind::delegate:
    case flow::Event::Kind::reassign:
      return person + say({"передано: {0} – {1}", "handed to {0} – {1}"},
                          {directory_.nameOf(event.to), line.stage});
    case flow::Event::Kind::remind:
      return say({"напоминание отправлено – {0}", "reminded – {0}"}, {line.stage});
    case flow::Event::Kind::lapse:
      return say({"срок истёк – {0}", "the term has ended – {0}"}, {line.stage});
  }
  return {};
}

std::string Report::history(const runtime::CaseView& view,
                            const std::vector<runtime::HistoryLine>& lines) const {
  std::string text =
      say({"История действий, документ {0}: «{1}»\n", "History of document {0}: “{1}”\n"},
          {view.row.id, view.row.title});
  int round = 0;
  for (const runtime::HistoryLine& line : lines) {
    if (line.round != round) {
      text += say({"{0}-й круг\n", "round {0}\n"}, {std::to_string(line.round)});
    }
    round = line.round;
    text += "  " + directory_.timeOf(line.event.moment) + "  " + happened(line) + "\n";
    if (!line.event.remark.empty()) {
      text += say({"    замечания: {0}\n", "    remarks: {0}\n"},
                  {indented(line.event.remark, "      ")});
    }
  }
  return text;
}

std::string Report::ticks(const std::vector<runtime::Tick>& ticks) const {
  if (ticks.empty()) {
    return say({"Сроки в порядке: напоминать не о чем\n", "No term calls for anything\n"});
  }
  static constexpr Text kReminder{
      "Напоминание: документ {0} «{1}», задача {2}, этап «{3}», срок {4}\n",
      "Reminder: document {0} “{1}”, task {2}, stage “{3}”, term {4}\n"};
  static constexpr Text kEnded{
      "Срок истёк {4}: документ {0} «{1}», задача {2}, этап «{3}»\n",
      "The term ended on {4}: document {0} “{1}”, task {2}, stage “{3}”\n"};
  std::string text;
  for (const runtime::Tick& tick : ticks) {
    const bool isReminder = tick.kind == flow::Event::Kind::remind && !tick.isOnlyTold;
    text += say(isReminder ? kReminder : kEnded,
                {tick.caseId, tick.document, tick.task, tick.stage, printedDate(toIso(tick.due))});
    if (!tick.holders.empty()) text += say({"  кто: {0}\n", "  who: {0}\n"}, {tick.holders});
  }
  return text;
}

std::string Report::failure(const effects::Attempt& attempt) const {
  return say({"Действие записано, но не выполнено: {0}, документ {1}: {2}\n"
              "  Устраните причину: работа повторится при следующей команде.\n",
              "The act is recorded, but not carried out: {0}, document {1}: {2}\n"
              "  Remove the cause: the work is repeated with the next command.\n"},
             {say(nameOf(attempt.kind)), attempt.caseId, attempt.failure});
}

}  // namespace chancery::app
