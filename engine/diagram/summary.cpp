#include "diagram/summary.h"

#include <vector>

#include "diagram/phrases.h"
#include "diagram/words.h"

namespace chancery::diagram {
namespace {

using flow::StageKind;

std::string actorOf(const flow::Stage& stage, const flow::Definition& definition,
                    const Names& names) {
  if (stage.kind == StageKind::coordinate) return reviewOf(stage.review, definition, names);
  if (stage.kind == StageKind::acquaint) {
    const flow::Selector found = foundBy(stage);
    if (found.kind != flow::Selector::Kind::named) return whoOf(found, names);
    return fill(names.say({"названные в документе: {0}", "those the document names: {0}"}),
                {stage.each});
  }
  if (stage.kind == StageKind::parts) {
    return fill(names.say({"каждая часть ({0}) – по маршруту {1}", "each part ({0}) goes {1}"}),
                {stage.each, stage.workflow});
  }
  if (stage.by) return whoOf(*stage.by, names);
  return names.say({"программа", "the system"});
}

bool canRefuse(StageKind kind) {
  return kind == StageKind::check || kind == StageKind::coordinate || kind == StageKind::parts ||
         kind == StageKind::sign || kind == StageKind::approve || kind == StageKind::registration;
}

std::vector<std::string> detailsOf(const flow::Stage& stage, const flow::Definition& definition,
                                   const Names& names) {
  std::vector<std::string> details;
  const auto add = [&](const Text& text, const std::vector<std::string>& arguments) {
    details.push_back(fill(names.say(text), arguments));
  };
  const std::string back = quoted(definition.stages[stage.returnTo].title, names);
  if (stage.after)
    add({"начинается позже: {0}", "begins later: {0}"}, {stage.after->inWords(names.language)});
  if (stage.due) details.push_back(termOf(*stage.due, names));
  if (stage.remind) {
    add({"напоминание: за {0} до срока", "reminder: {0} before the term"},
        {stage.remind->inWords(names.language)});
  }
  switch (stage.overdue) {
    case flow::Overdue::wait:
      break;
    case flow::Overdue::escalate:
      add({"нет ответа в срок: ответить может и {0}", "no answer in time: {0} may answer too"},
          {whoOf(stage.escalateTo, names)});
      break;
    case flow::Overdue::agree:
      add({"нет ответа в срок: считается согласованным", "no answer in time: counts as agreed"},
          {});
      break;
    case flow::Overdue::sendBack:
      add({"нет ответа в срок: возврат на этап {0}", "no answer in time: back to {0}"}, {back});
      break;
  }
  if (!stage.series.empty())
    add({"номер – из нумератора «{0}»", "number of the series “{0}”"}, {stage.series});
  if (canRefuse(stage.kind)) {
    add(stage.remarkRequired
            ? Text{"отказ – на этап {0}, с замечаниями", "a refusal, with remarks, leads to {0}"}
            : Text{"отказ – на этап {0}", "a refusal leads to {0}"},
        {back});
  }
  if (stage.resume == flow::Resume::refused) {
    add({"после доработки – только те, кто не согласовал",
         "after rework: those who have not agreed"},
        {});
  } else if (stage.resume == flow::Resume::affected) {
    add({"после доработки – кто не согласовал и чья часть изменилась",
         "after rework: those who have not agreed or whose part has changed"},
        {});
  }
  return details;
}

std::string allowLine(const flow::Allow& allow, const flow::Definition& definition,
                      const Names& names) {
  const std::string before = quoted(definition.stages[allow.before].title, names);
  if (allow.act == flow::Allow::Act::cancel) {
    return fill(names.say({"Снять с рассмотрения: {0}, до решения на этапе {1}\n",
                           "Cancel: {0}, until the decision at {1}\n"}),
                {whoOf(allow.by, names), before});
  }
  return fill(
      names.say({"Отозвать: {0}, до решения на этапе {1}; документ вернётся на этап {2}\n",
                 "Recall: {0}, until the decision at {1}; the document goes back to {2}\n"}),
      {whoOf(allow.by, names), before, quoted(definition.stages[allow.to].title, names)});
}

}  // namespace

std::string summaryOf(const flow::Definition& stated, const Names& names) {
  const flow::Definition definition = inLanguage(stated, names.language);
  std::string text = definition.title + " (" + definition.id + ')';
  if (!definition.label.empty()) {
    text += fill(names.say({", редакция {0}", ", edition {0}"}), {definition.label});
  }
  text += '\n';
  for (std::size_t i = 0; i < definition.stages.size(); ++i) {
    const flow::Stage& stage = definition.stages[i];
    text += "  " + std::to_string(i + 1) + ". " + stage.title + ": " +
            actorOf(stage, definition, names) + '\n';
    for (const std::string& detail : detailsOf(stage, definition, names)) {
      text += "       " + detail + '\n';
    }
  }
  for (const flow::Allow& allow : definition.allows) text += allowLine(allow, definition, names);
  return text;
}

}  // namespace chancery::diagram
