#include "diagram/regulation.h"

#include <algorithm>
#include <set>

#include "base/json.h"
#include "diagram/phrases.h"
#include "diagram/words.h"

namespace chancery::diagram {
namespace {

using flow::Stage;
using flow::StageKind;

/// A list: «первое;», «второе.»
std::vector<std::string> punctuated(std::vector<std::string> items) {
  for (std::size_t i = 0; i < items.size(); ++i) items[i] += i + 1 < items.size() ? ';' : '.';
  return items;
}

class Author {
 public:
  Author(const flow::Definition& definition, const Names& names)
      : definition_(definition), names_(names) {}

  Regulation run() {
    Regulation regulation;
    regulation.title = title();
    if (names_.language == Language::russian) regulation.approvedBy = "приказом";
    regulation.sections.push_back(general());
    for (const Stage& stage : definition_.stages) {
      section_ = {.text = stage.title};
      section(stage);
      regulation.sections.push_back(std::move(section_));
    }
    if (!definition_.allows.empty()) regulation.sections.push_back(withdrawals());
    return regulation;
  }

 private:
  std::string say(const Text& text, const std::vector<std::string>& arguments = {}) const {
    return fill(names_.say(text), arguments);
  }
  void add(const Text& text, const std::vector<std::string>& arguments = {}) {
    section_.clauses.push_back({.text = say(text, arguments)});
  }
  std::string stageAt(std::size_t index) const {
    return quoted(definition_.stages[index].title, names_);
  }
  std::string who(const flow::Selector& selector) const { return whoOf(selector, names_); }
  bool has(StageKind kind) const {
    return std::any_of(definition_.stages.begin(), definition_.stages.end(),
                       [&](const Stage& stage) { return stage.kind == kind; });
  }

  std::string title() const {
    std::vector<std::string> acts = {actOf(StageKind::draft, names_)};
    for (const StageKind kind : {StageKind::coordinate, StageKind::sign, StageKind::approve}) {
      if (has(kind)) acts.push_back(actOf(kind, names_));
    }
    const bool isRegistered = std::any_of(definition_.stages.begin(), definition_.stages.end(),
                                          [](const Stage& stage) { return !stage.series.empty(); });
    if (isRegistered) acts.push_back(actOf(StageKind::registration, names_));
    return say({"Порядок {0} документов вида {1}", "Rules for the {0} of documents such as {1}"},
               {enumerated(acts, {" и ", " and "}, names_), quoted(definition_.title, names_)});
  }

  // ---- general ----

  void collect(const flow::Review& review, std::vector<std::string>& people) const {
    if (review.order == flow::Review::Order::one) note(review.by, people);
    for (const flow::Review& member : review.members) collect(member, people);
  }
  void note(const flow::Selector& selector, std::vector<std::string>& people) const {
    const std::string name = who(selector);
    if (seen_.insert(name).second) people.push_back(name);
  }

  std::vector<std::string> participants() const {
    std::vector<std::string> people;
    note({}, people);
    for (const Stage& stage : definition_.stages) {
      if (stage.by) note(*stage.by, people);
      collect(stage.review, people);
      if (stage.kind == StageKind::acquaint) note(foundBy(stage), people);
      if (stage.overdue == flow::Overdue::escalate) note(stage.escalateTo, people);
    }
    for (const flow::Allow& allow : definition_.allows) note(allow.by, people);
    return people;
  }

  Clause general() {
    section_ = {.text = say({"Общие положения", "General"})};
    add({"Настоящий порядок определяет этапы работы с документом вида {0} (далее – документ), "
         "участников этой работы и сроки.",
         "These rules state the stages that a document such as {0} goes through, those who take "
         "part, and the terms."},
        {quoted(definition_.title, names_)});
    add({"Документ проходит этапы:", "The stages are:"});
    std::vector<std::string> stages;
    for (const Stage& stage : definition_.stages) stages.push_back(lowered(stage.title));
    section_.clauses.back().items = punctuated(std::move(stages));
    add({"В работе с документом участвуют:", "Those who take part:"});
    section_.clauses.back().items = punctuated(participants());
    add(
        {"Сроки отсчитываются со дня, следующего за днём поступления документа участнику. Рабочие "
         "дни определяются по производственному календарю.",
         "Terms run from the day after the document has come to somebody. Working days are those "
         "of the production calendar."});
    add(
        {"Автор не проверяет, не согласует, не подписывает и не утверждает собственный документ, "
         "если для этапа не указано иное.",
         "Authors do not check, review, sign or approve documents of their own unless a stage says "
         "so."});
    if (definition_.supervisor) {
      add({"Передать задачу другому участнику вправе {0}.",
           "The right to give a task to somebody else: {0}."},
          {who(*definition_.supervisor)});
    }
    if (definition_.isClosed) {
      add({"Документ и сведения о нём доступны только участникам работы с ним.",
           "Only those who take part may look at the document."});
    }
    add({"Действия участников, их замечания и время действий записываются в историю документа.",
         "What is done, with remarks and time, is kept in the document's history."});
    return std::move(section_);
  }

  // ---- stages ----

  void section(const Stage& stage) {
    if (stage.after) begins(*stage.after);
    switch (stage.kind) {
      case StageKind::draft:
        drafting(stage);
        break;
      case StageKind::check:
        checking(stage);
        break;
      case StageKind::coordinate:
        coordination(stage);
        break;
      case StageKind::parts:
        parts(stage);
        break;
      case StageKind::sign:
      case StageKind::approve:
      case StageKind::registration:
        decision(stage);
        break;
      case StageKind::distribute:
        distribution(stage);
        break;
      case StageKind::publish:
        publication(stage);
        break;
      case StageKind::acquaint:
        acquaintance(stage);
        break;
      case StageKind::control:
        control(stage);
        break;
      case StageKind::file:
        filing(stage);
        break;
    }
    if (stage.authorMayAct) {
      add({"На этом этапе решение вправе принять и автор документа.",
           "At this stage the author may decide too."});
    }
  }

  void begins(const flow::Term& term) {
    if (!term.path.empty()) {
      add({"Этап начинается в день, который указан в документе (поле «{0}»).",
           "The stage begins on the day that the document states (field “{0}”)."},
          {term.path});
    } else {
      add({"Этап начинается через {0} после предыдущего.",
           "The stage begins {0} after the one before it."},
          {term.inWords(names_.language)});
    }
  }

  void drafting(const Stage& stage) {
    add({"Проект документа готовит {0}.", "The draft is made by: {0}."},
        {who(stage.by.value_or(flow::Selector{}))});
    terms(stage);
    add({"Проект составляется по шаблону «{0}» и направляется на следующий этап решением «{1}».",
         "The draft is made from the template “{0}” and sent on with the answer “{1}”."},
        {definition_.templateName, button(flow::Outcome::submit)});
  }

  void checking(const Stage& stage) {
    if (stage.by) {
      add({"Оформление проекта проверяет {0}.", "The form of the draft is checked by: {0}."},
          {who(*stage.by)});
    } else {
      add({"Оформление проекта проверяется автоматически.",
           "The form of the draft is checked by the system."});
    }
    terms(stage);
    add({"Если в оформлении есть ошибки, проект возвращается на этап {0}{1}.",
         "With errors in its form the draft goes back to the stage {0}{1}."},
        {stageAt(stage.returnTo), remarks(stage)});
  }

  std::string remarks(const Stage& stage) const {
    if (!stage.remarkRequired) return {};
    return say({"; замечания указываются обязательно", "; remarks must be stated"});
  }

  void coordination(const Stage& stage) {
    const flow::Review& review = stage.review;
    if (review.order == flow::Review::Order::one || review.members.size() == 1) {
      add({"Проект согласует {0}.", "The draft is reviewed by: {0}."},
          {reviewOf(review, definition_, names_)});
    } else {
      const bool isParallel = review.order == flow::Review::Order::parallel;
      add(isParallel ? Text{"Проект согласуют одновременно:", "The draft is reviewed at once by:"}
                     : Text{"Проект согласуют по очереди:", "The draft is reviewed in turn by:"});
      std::vector<std::string> members;
      for (const flow::Review& member : review.members) {
        members.push_back(reviewOf(member, definition_, names_));
      }
      section_.clauses.back().items = punctuated(std::move(members));
    }
    terms(stage);
    const std::string enough = enoughOf(review, names_);
    if (enough.empty()) {
      add({"Проект считается согласованным, если его согласовали все, чьё согласие требуется.",
           "The draft is agreed when all whose agreement it takes have agreed."});
    } else {
      add({"Для согласования {0}.", "For agreement {0}."}, {sufficient(review, enough)});
    }
    add({"Согласующий принимает решение «{0}», «{1}» или «{2}».",
         "The answers are “{0}”, “{1}” and “{2}”."},
        {button(flow::Outcome::agree), button(flow::Outcome::agreeWithRemarks),
         button(flow::Outcome::refuse)});
    add({"Несогласованный проект возвращается на этап {0}{1}.",
         "A draft that is not agreed goes back to the stage {0}{1}."},
        {stageAt(stage.returnTo), remarks(stage)});
    resumption(stage);
  }

  std::string sufficient(const flow::Review& review, const std::string& enough) const {
    if (hasConditions(review) && review.quorum.count != 1) {
      return say({"нужны визы: {0}", "it takes visas: {0}"}, {enough});
    }
    const bool isOne = review.quorum.among(review.members.size()) == 1;
    return isOne ? enough : say({"нужны визы {0} согласующих", "it takes visas of {0}"}, {enough});
  }

  void resumption(const Stage& stage) {
    switch (stage.resume) {
      case flow::Resume::all:
        return add({"После доработки проект согласуется заново всеми.",
                    "After rework everybody reviews the draft anew."});
      case flow::Resume::refused:
        return add(
            {"После доработки проект согласуют те, кто его ещё не согласовал; полученные визы "
             "сохраняют силу.",
             "After rework only those review the draft who have not agreed yet; visas stand."});
      case flow::Resume::affected:
        return add(
            {"После доработки проект согласуют те, кто его ещё не согласовал, и те, чья часть "
             "документа изменилась; остальные визы сохраняют силу.",
             "After rework those review the draft who have not agreed yet or whose part has "
             "changed; other visas stand."});
    }
  }

  void decision(const Stage& stage) {
    add(stage.kind == StageKind::sign ? Text{"Документ подписывает {0}.", "Signed by: {0}."}
        : stage.kind == StageKind::approve
            ? Text{"Документ утверждает {0}.", "Approved by: {0}."}
            : Text{"Документ регистрирует {0}.", "Registered by: {0}."},
        {who(*stage.by)});
    terms(stage);
    const std::string signature = signatureOf(stage.signature, names_);
    if (!signature.empty()) add({"Вид подписи – {0}.", "Signature: {0}."}, {signature});
    if (!stage.series.empty()) {
      add({"Одновременно документу присваиваются дата и номер по нумератору «{0}», изготавливаются "
           "его "
           "файлы.",
           "With it the document gets its date, its number from the series “{0}”, and its files."},
          {names_.of("series", stage.series)});
    }
    const Text refused =
        stage.kind == StageKind::sign
            ? Text{"Если документ не подписан, он возвращается на этап {0}{1}.",
                   "A document that is not signed goes back to the stage {0}{1}."}
        : stage.kind == StageKind::approve
            ? Text{"Если документ не утверждён, он возвращается на этап {0}{1}.",
                   "A document that is not approved goes back to the stage {0}{1}."}
            : Text{"Если документ не зарегистрирован, он возвращается на этап {0}{1}.",
                   "A document that is not registered goes back to the stage {0}{1}."};
    add(refused, {stageAt(stage.returnTo), remarks(stage)});
  }

  void parts(const Stage& stage) {
    add({"Каждая часть документа (поле «{0}») согласуется отдельно, по порядку «{1}».",
         "Each part of the document (field “{0}”) is reviewed by itself, by the rules “{1}”."},
        {stage.each, names_.of("workflow", stage.workflow)});
    add({"Документ идёт дальше, когда согласованы все части; часть, которая не изменилась с тех пор, "
         "как её согласовали, повторно не согласуется.",
         "The document goes on when all parts are agreed to; a part that has not changed since is "
         "not reviewed again."});
    add({"Если часть снята с рассмотрения или согласована в другой редакции, документ возвращается на "
         "этап {0}.",
         "When a part is cancelled, or another edition of it agreed to, the document goes back to "
         "the stage {0}."},
        {stageAt(stage.returnTo)});
  }

  void distribution(const Stage& stage) {
    if (stage.by) {
      add({"Документ рассылает {0} по списку «{1}».",
           "The document is sent to the list “{1}” by: {0}."},
          {who(*stage.by), names_.of("list", stage.to)});
    } else {
      add({"Документ рассылается автоматически по списку «{0}».",
           "The system sends the document to the list “{0}”."},
          {names_.of("list", stage.to)});
    }
    terms(stage);
  }

  void publication(const Stage& stage) {
    if (stage.by) {
      add({"Документ размещает на сайте {0}.", "The document is published by: {0}."},
          {who(*stage.by)});
    } else {
      add({"Документ размещается на сайте автоматически.", "The system publishes the document."});
    }
    std::string formats;
    for (const std::string& format : stage.formats) {
      formats += (formats.empty() ? "" : ", ") + std::string(format == "pdf" ? "PDF" : "DOCX");
    }
    add({"Форматы файлов – {0}.", "Files: {0}."}, {formats});
    if (!stage.to.empty()) add({"Раздел сайта – «{0}».", "Folder of the site: “{0}”."}, {stage.to});
    terms(stage);
  }

  void acquaintance(const Stage& stage) {
    if (foundBy(stage).kind == flow::Selector::Kind::named) {
      add({"С документом знакомятся лица, названные в нём (поле «{0}»).",
           "Those whom the document names (field “{0}”) read it."},
          {stage.each});
    } else {
      add({"С документом знакомится {0}.", "To be read by: {0}."}, {who(foundBy(stage))});
    }
    if (stage.oneByOne) {
      add({"Ознакомление проходит по очереди.", "They read it one after the other."});
    }
    add({"Ознакомление подтверждается решением «{0}».", "It is confirmed with “{0}”."},
        {button(flow::Outcome::acquaint)});
    terms(stage);
  }

  void control(const Stage& stage) {
    add({"Исполнение документа контролирует {0}.", "The execution is controlled by: {0}."},
        {who(stage.by.value_or(flow::Selector{}))});
    if (!stage.each.empty()) {
      add({"На контроль ставится каждая из записей документа (поле «{0}»).",
           "Each of the document's entries (field “{0}”) is controlled."},
          {stage.each});
    }
    add({"С контроля снимают решением «{0}».", "Control ends with “{0}”."},
        {button(flow::Outcome::complete)});
    terms(stage);
  }

  void filing(const Stage& stage) {
    add({"Документ направляет в дело {0}.", "The document is filed by: {0}."},
        {who(stage.by.value_or(flow::Selector{}))});
    if (!stage.index.empty()) {
      add({"Индекс дела по номенклатуре – {0}.", "File of the nomenclature: {0}."}, {stage.index});
    }
    terms(stage);
  }

  void terms(const Stage& stage) {
    const Language language = names_.language;
    if (stage.due) {
      add({"Срок {1} – {0}.", "Term: {0}."}, {stage.due->inWords(language), actOf(stage.kind, names_)});
    }
    if (stage.remind) {
      add({"О сроке напоминают за {0} до его окончания.", "A reminder comes {0} before its end."},
          {stage.remind->inWords(language)});
    }
    switch (stage.overdue) {
      case flow::Overdue::wait:
        return;
      case flow::Overdue::escalate:
        return add({"Если решение не принято в срок, его вправе принять также {0}.",
                    "Without an answer in time, this may be answered by {0} too."},
                   {who(stage.escalateTo)});
      case flow::Overdue::agree:
        return add({"Если согласующий не ответил в срок, проект считается согласованным им.",
                    "A reviewer who does not answer in time counts as having agreed."});
      case flow::Overdue::sendBack:
        return add({"Если решение не принято в срок, документ возвращается на этап {0}.",
                    "Without an answer in time, the document goes back to the stage {0}."},
                   {stageAt(stage.returnTo)});
    }
  }

  std::string button(flow::Outcome outcome) const {
    return names_.say(flow::wordsOf(outcome).button);
  }

  Clause withdrawals() {
    section_ = {.text = say({"Отзыв и снятие с рассмотрения", "Recall and cancelling"})};
    for (const flow::Allow& allow : definition_.allows) {
      const std::string reason =
          allow.remarkRequired
              ? say({"; основание указывается обязательно", "; the reason must be stated"})
              : std::string();
      if (allow.act == flow::Allow::Act::recall) {
        add({"До решения на этапе {0} отозвать документ вправе {1}{3}; документ возвращается на "
             "этап "
             "{2}.",
             "Until the decision at {0} the document may be recalled to {2} by: {1}{3}."},
            {stageAt(allow.before), who(allow.by), stageAt(allow.to), reason});
      } else {
        add({"До решения на этапе {0} снять документ с рассмотрения вправе {1}{2}.",
             "Until the decision at {0} the document may be cancelled by: {1}{2}."},
            {stageAt(allow.before), who(allow.by), reason});
      }
    }
    return std::move(section_);
  }

  const flow::Definition& definition_;
  const Names& names_;
  Clause section_;                      // being written
  mutable std::set<std::string> seen_;  // participants
};

void write(const Clause& clause, std::string& out) {
  out += "{\"text\":" + json::quoted(clause.text);
  if (!clause.items.empty()) {
    out += ",\"items\":[";
    for (std::size_t i = 0; i < clause.items.size(); ++i) {
      out += (i == 0 ? "" : ",") + json::quoted(clause.items[i]);
    }
    out += ']';
  }
  if (!clause.clauses.empty()) {
    out += ",\"clauses\":[";
    for (std::size_t i = 0; i < clause.clauses.size(); ++i) {
      if (i > 0) out += ',';
      write(clause.clauses[i], out);
    }
    out += ']';
  }
  out += '}';
}

}  // namespace

Regulation regulationOf(const flow::Definition& definition, const Names& names) {
  const flow::Definition worded = inLanguage(definition, names.language);
  return Author(worded, names).run();
}

std::string toData(const Regulation& regulation) {
  std::string out = "{\"template\":\"regulation\",\"heading\":" + json::quoted(regulation.title);
  if (!regulation.approvedBy.empty()) {
    out += ",\"approvedBy\":{\"text\":" + json::quoted(regulation.approvedBy) +
           ",\"date\":\"\",\"number\":\"\"}";
  }
  out += ",\"sections\":[";
  for (std::size_t i = 0; i < regulation.sections.size(); ++i) {
    if (i > 0) out += ',';
    write(regulation.sections[i], out);
  }
  return out + "]}\n";
}

}  // namespace chancery::diagram
