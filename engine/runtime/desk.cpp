#include "runtime/desk.h"

#include <algorithm>

#include "base/error.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "runtime/answerers.h"
#include "runtime/conditions.h"
#include "runtime/latest.h"
#include "runtime/messages.h"
#include "runtime/people.h"

namespace chancery::runtime {
namespace {

// Diagnostics carry arguments that are the same in both languages; the office's own is Russian.
std::string russian(const Text& text) {
  return std::string(text.russian);
}

std::string openTasks(const OpenCase& open) {
  std::vector<std::string> ids;
  for (const store::TaskRow& row : tasksOf(open)) {
    if (ids.empty() || ids.back() != row.id) ids.push_back(row.id);
  }
  return joined(ids);
}

void hintOpenTasks(Diagnostics::Added added, const OpenCase& open) {
  const std::string tasks = openTasks(open);
  if (tasks.empty()) {
    added.hint(messages::kNoOpenTasks, {open.row.id});
  } else {
    added.hint(messages::kOpenTasks, {tasks});
  }
}

constexpr Text kReassign{"Передать другому", "Reassign"};

void collectSelectors(const flow::Core& core,
                      std::vector<std::pair<std::string, std::string>>& roles) {
  for (const flow::Node& node : core.nodes) {
    if (node.kind == flow::Node::Kind::ask && node.by.kind == flow::Selector::Kind::role) {
      roles.emplace_back(node.by.name, core.stageOf(node).title);
    }
  }
}

}  // namespace

const Text& buttonOf(flow::Allow::Act act) {
  static constexpr Text kRecall{"Отозвать", "Recall"};
  static constexpr Text kCancel{"Снять с рассмотрения", "Cancel"};
  return act == flow::Allow::Act::recall ? kRecall : kCancel;
}

const Text& statusOf(flow::CaseStatus status) {
  static constexpr Text kRunning{"В работе", "Running"};
  static constexpr Text kFinished{"Маршрут пройден", "Finished"};
  static constexpr Text kCancelled{"Снято с рассмотрения", "Cancelled"};
  switch (status) {
    case flow::CaseStatus::running:
      return kRunning;
    case flow::CaseStatus::finished:
      return kFinished;
    case flow::CaseStatus::cancelled:
      return kCancelled;
  }
  return kRunning;
}

bool isPlainText(std::string_view text, Diagnostics& diagnostics) {
  const bool isPlain =
      !utf8::findInvalid(text) && std::none_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
      });
  if (!isPlain) diagnostics.error(messages::kNotPlainText, {}).hint(messages::kTypeAnew);
  return isPlain;
}

std::string holdersInWords(const flow::Selector& by, const flow::State& state,
                           const Directory& directory) {
  std::vector<std::string> names;
  switch (by.kind) {
    case flow::Selector::Kind::author:
      names.push_back(directory.nameOf(state.author));
      break;
    case flow::Selector::Kind::person:
      names.push_back(directory.nameOf(by.name));
      break;
    case flow::Selector::Kind::role:
      for (const std::string& person : directory.holdersOf(by.name)) {
        names.push_back(directory.nameOf(person));
      }
      break;
    case flow::Selector::Kind::named:
      break;
  }
  return names.empty() ? by.text() : joined(names, "; ");
}

std::string holdersInWords(const OpenCase& open, const flow::Token& task,
                           const Directory& directory) {
  std::vector<std::string> names;
  for (const std::string& person : answerersOf(open, task, directory)) {
    names.push_back(directory.nameOf(person));
  }
  if (!names.empty()) return joined(names, "; ");
  return task.person.empty() ? holdersInWords(open.nodeOf(task).by, open.state, directory)
                             : directory.nameOf(task.person);
}

bool onlyAuthorHolds(const flow::Core& core, const flow::State& state, const flow::Token& task,
                     const Directory& directory) {
  const flow::Node& node = core.nodes[task.node];
  if (!task.person.empty()) return false;
  if (node.kind != flow::Node::Kind::ask || node.by.kind == flow::Selector::Kind::author ||
      node.by.kind == flow::Selector::Kind::named) {
    return false;
  }
  const std::vector<std::string> holders = node.by.kind == flow::Selector::Kind::person
                                               ? std::vector<std::string>{node.by.name}
                                               : directory.holdersOf(node.by.name);
  if (holders != std::vector<std::string>{state.author}) return false;
  return flow::whyNot(core, state, task, state.author, directory.rolesOf(state.author)) ==
         flow::Refusal::isAuthor;
}

flow::Event Desk::eventOf(flow::Event::Kind kind, const std::string& person) const {
  flow::Event event;
  event.kind = kind;
  event.moment = clock_.now();
  event.person = person;
  event.roles = directory_.rolesOf(person);
  return event;
}

// Who acts for another does so by a substitution, or after a term has ended in the own post; the
// journal keeps it.
void Desk::noteCapacity(const OpenCase& open, flow::Event& event) const {
  const flow::Token* task = open.state.findToken(event.task);
  const flow::Selector* by = task ? &open.nodeOf(*task).by : nullptr;
  if (!by || by->kind != flow::Selector::Kind::role) return;
  auto capacity = directory_.capacityOf(event.person, by->name);
  const bool isAsked = std::find(event.roles.begin(), event.roles.end(), by->name) !=
                       event.roles.end();
  if (!isAsked && task->isLapsed) {
    const flow::Selector& head = open.stageOf(*task).escalateTo;
    capacity = directory_.capacityOf(event.person, head.name);
    if (!capacity) capacity = directory_.ownCapacityOf(event.person);
    if (capacity) {
      const std::string instead =
          fill(messages::kTermEnded.russian, {holdersInWords(*by, open.state, directory_)});
      capacity->basis += (capacity->basis.empty() ? "" : "; ") + instead;
    }
  }
  if (!capacity) return;
  event.facts = {{"capacity", capacity->post}, {"name", capacity->name}};
  if (!capacity->basis.empty()) event.facts.emplace_back("basis", capacity->basis);
}

bool Desk::knows(const std::string& person, Diagnostics& diagnostics) const {
  if (directory_.knows(person)) return true;
  diagnostics.error(messages::kUnknownPerson, {}, {person});
  return false;
}

std::optional<OpenCase> Desk::find(store::Transaction& transaction, const std::string& caseId,
                                   Diagnostics& diagnostics) const {
  auto open = cases_.find(transaction, caseId);
  if (!open) {
    diagnostics.error(messages::kUnknownCase, {}, {caseId}).hint(messages::kSeeInbox);
  }
  return open;
}

// A journal tells what happened in the order that it happened in.
bool Desk::isInTime(store::Transaction& transaction, const OpenCase& open,
                    Diagnostics& diagnostics) const {
  const Moment now = clock_.now();
  const auto latest = latestMoment(transaction, open.row.id);
  if (!latest || !(now < *latest)) return true;
  diagnostics
      .error(messages::kTooEarly, {},
             {directory_.timeOf(now), open.row.id, directory_.timeOf(*latest)})
      .hint(messages::kGiveLaterTime);
  return false;
}

// People whom a later stage will look for: found out while the author can still mend it.
void Desk::checkPeople(const flow::Core& core, const HandedData& data,
                       Diagnostics& diagnostics) const {
  for (const flow::Stage& stage : core.definition.stages) {
    if (stage.kind == flow::StageKind::control) warnOfTerms(stage, data, diagnostics);
    if (stage.kind != flow::StageKind::acquaint) continue;
    for (const std::string& name : findPeople(stage.each, data.text, directory_).unknown) {
      diagnostics.error(messages::kNobodyOfThatName, {data.name, 0, 0}, {name, stage.title})
          .hint(messages::kNameFully);
    }
  }
}

// Terms of clauses that control of execution could not watch over.
void Desk::warnOfTerms(const flow::Stage& stage, const HandedData& data,
                       Diagnostics& diagnostics) const {
  const Date today = directory_.dayOf(clock_.now());
  for (const UnclearTerm& one : findItems(stage.each, data.text, today).unclear) {
    const auto& message = one.reason.empty() ? messages::kUnclearTerm : messages::kImpossibleTerm;
    diagnostics
        .warning(message, {data.name, 0, 0},
                 {one.term, std::to_string(one.item), stage.title, one.reason})
        .hint(messages::kTermForms);
  }
}

void Desk::warnOfVacancies(const flow::Core& core, const std::string& author,
                           Diagnostics& diagnostics) const {
  std::vector<std::pair<std::string, std::string>> roles;
  collectSelectors(core, roles);
  for (const auto& [role, stage] : roles) {
    if (!directory_.holdersOf(role).empty()) continue;
    diagnostics.warning(messages::kNobodyHolds, {}, {role, stage}).hint(messages::kAppoint);
  }
  flow::State state;
  state.author = author;
  for (std::size_t i = 0; i < core.nodes.size(); ++i) {
    const flow::Node& node = core.nodes[i];
    flow::Token task;
    task.node = i;
    if (!onlyAuthorHolds(core, state, task, directory_)) continue;
    diagnostics.warning(messages::kOnlyAuthorHolds, {}, {node.by.text(), core.stageOf(node).title})
        .hint(messages::kAppointAnother);
  }
}

void Desk::noteData(store::Transaction& transaction, const std::vector<std::string>& kept) const {
  for (const std::string& hash : kept) transaction.noteBlob(hash, blobs_.require(hash).size());
}

std::optional<std::string> Desk::start(const Bundle& bundle, const std::string& person,
                                       const HandedData& data, Diagnostics& diagnostics) {
  if (!knows(person, diagnostics)) return std::nullopt;
  const std::size_t before = diagnostics.errorCount();
  // The bytes are on disk before the transaction that names them.
  const std::string bundleHash = keepBundle(blobs_, bundle);
  const auto core = cases_.coreOf(bundleHash);
  DataFacts facts = examine(data, core->definition.questions(), diagnostics);
  if (diagnostics.errorCount() == before) checkPeople(*core, data, diagnostics);
  if (diagnostics.errorCount() != before) return std::nullopt;
  warnOfVacancies(*core, person, diagnostics);

  flow::Event event = eventOf(flow::Event::Kind::start, person);
  const std::vector<std::string> kept = keepData(blobs_, data);
  takeData(facts, kept.front(), event);

  const auto transaction = store_.begin(store::Access::write);
  store::CaseRow row;
  row.workflow = core->definition.id;
  row.title = facts.title.empty() ? core->definition.title : facts.title;
  row.bundle = bundleHash;
  noteData(*transaction, kept);
  const auto open = cases_.begin(*transaction, row, event);
  if (!open) {
    diagnostics.error(messages::kMayNotStart, {}, {directory_.nameOf(person)});
    return std::nullopt;
  }
  transaction->commit();
  return open->row.id;
}

bool Desk::act(const ActRequest& request, Diagnostics& diagnostics) {
  if (!knows(request.person, diagnostics) || !isPlainText(request.remark, diagnostics)) return false;
  for (const flow::Reply& reply : request.replies) {
    if (!isPlainText(reply.reason, diagnostics)) return false;
  }
  if (request.data && request.outcome != flow::Outcome::submit) {
    diagnostics.error(messages::kDataNotHere, {});
    return false;
  }
  std::vector<std::string> kept;
  if (request.data) kept = keepData(blobs_, *request.data);

  const auto transaction = store_.begin(store::Access::write);
  auto open = find(*transaction, request.caseId, diagnostics);
  if (!open || !isInTime(*transaction, *open, diagnostics)) return false;
  if (request.version && *request.version != open->row.version) {
    diagnostics.error(messages::kMovedOn, {}, {request.caseId})
        .hint(messages::kLookAgain, {request.caseId});
    return false;
  }
  flow::Event event = eventOf(flow::Event::Kind::act, request.person);
  event.task = request.task;
  event.outcome = request.outcome;
  event.remark = request.remark;
  event.replies = request.replies;
  noteCapacity(*open, event);
  if (request.data) {
    const std::size_t before = diagnostics.errorCount();
    DataFacts facts = examine(*request.data, open->core->definition.questions(), diagnostics);
    if (diagnostics.errorCount() == before) {
      checkPeople(*open->core, *request.data, diagnostics);
    }
    if (diagnostics.errorCount() != before) return false;
    if (!facts.title.empty()) open->row.title = facts.title;
    takeData(facts, kept.front(), event);
    noteData(*transaction, kept);
  }
  if (const auto refusal = cases_.apply(*transaction, *open, event)) {
    explain(*refusal, *transaction, *open, request, diagnostics);
    return false;
  }
  transaction->commit();
  return true;
}

bool Desk::handOver(const HandOver& request, Diagnostics& diagnostics) {
  if (!knows(request.person, diagnostics) || !isPlainText(request.remark, diagnostics)) return false;
  const bool isGiven = request.kind == flow::Event::Kind::delegate ||
                       request.kind == flow::Event::Kind::reassign;
  if (isGiven && !knows(request.to, diagnostics)) return false;
  const auto transaction = store_.begin(store::Access::write);
  auto open = find(*transaction, request.caseId, diagnostics);
  if (!open || !isInTime(*transaction, *open, diagnostics)) return false;
  flow::Event event = eventOf(request.kind, request.person);
  event.task = request.task;
  event.to = request.to;
  event.remark = request.remark;
  if (const auto refusal = cases_.apply(*transaction, *open, event)) {
    if (*refusal == flow::Refusal::notEntitled && request.kind == flow::Event::Kind::reassign) {
      diagnostics.error(messages::kMayNotReassign, {}, {directory_.nameOf(request.person)});
      return false;
    }
    ActRequest act;
    act.caseId = request.caseId;
    act.task = request.task;
    act.person = request.person;
    explain(*refusal, *transaction, *open, act, diagnostics);
    return false;
  }
  transaction->commit();
  return true;
}

void Desk::explain(flow::Refusal refusal, store::Transaction& transaction, const OpenCase& open,
                   const ActRequest& request, Diagnostics& diagnostics) const {
  const flow::Token* token = open.state.findToken(request.task);
  const std::string button = russian(flow::wordsOf(request.outcome).button);
  switch (refusal) {
    case flow::Refusal::notEntitled:
      diagnostics
          .error(messages::kNotEntitled, {}, {directory_.nameOf(request.person), request.task})
          .hint(messages::kHolders, {holdersInWords(open, *token, directory_)});
      return;
    case flow::Refusal::isAuthor:
      diagnostics.error(messages::kIsAuthor, {});
      return;
    case flow::Refusal::outcomeNotOffered: {
      std::vector<std::string> offered;
      for (const flow::Outcome outcome : open.nodeOf(*token).outcomes) {
        const flow::OutcomeWords& words = flow::wordsOf(outcome);
        offered.push_back(russian(words.button) + " (" + std::string(words.word) + ")");
      }
      diagnostics.error(messages::kOutcomeNotOffered, {}, {button, request.task})
          .hint(messages::kOutcomes, {joined(offered)});
      return;
    }
    case flow::Refusal::remarkMissing:
      diagnostics.error(messages::kRemarkMissing, {}, {button}).hint(messages::kAddRemark);
      return;
    case flow::Refusal::taken:
      diagnostics
          .error(messages::kTaken, {},
                 {request.task, directory_.nameOf(token->person)})
          .hint(messages::kPutBackFirst);
      return;
    case flow::Refusal::notDelegable:
      diagnostics.error(messages::kNotDelegable, {}, {open.stageOf(*token).title})
          .hint(messages::kSubstitute);
      return;
    case flow::Refusal::noChange:
      diagnostics.error(messages::kNoChange, {}, {request.task})
          .hint(messages::kSeeWhy, {request.caseId});
      return;
    case flow::Refusal::notProvided:
      diagnostics.error(messages::kNotProvided, {}, {russian(kReassign)});
      return;
    case flow::Refusal::finished:
    case flow::Refusal::notOpen:
    case flow::Refusal::alreadyThere:
    case flow::Refusal::tooLate:
      return explainClosedTask(transaction, open, request, diagnostics);
  }
}

// Somebody was quicker, or the task was never there.
void Desk::explainClosedTask(store::Transaction& transaction, const OpenCase& open,
                             const ActRequest& request, Diagnostics& diagnostics) const {
  for (const store::Entry& entry : transaction.journal(open.row.id)) {
    const auto event = flow::parseEvent(entry.payload.value_or(""));
    if (!event || event->kind != flow::Event::Kind::act || event->task != request.task) continue;
    diagnostics
        .error(messages::kAnswered, {},
               {request.task, directory_.nameOf(event->person),
                russian(flow::wordsOf(event->outcome).status), directory_.timeOf(event->moment)})
        .hint(messages::kSeeHistory, {open.row.id});
    return;
  }
  if (open.state.status != flow::CaseStatus::running) {
    diagnostics.error(messages::kFinished, {}, {open.row.id, russian(statusOf(open.state.status))})
        .hint(messages::kSeeHistory, {open.row.id});
    return;
  }
  std::uint64_t number = 0;
  for (std::uint64_t i = 1; i <= open.state.lastTask; ++i) {
    if (std::to_string(i) == request.task) number = i;
  }
  if (number > 0) {
    hintOpenTasks(diagnostics.error(messages::kClosed, {}, {request.task}), open);
  } else {
    hintOpenTasks(diagnostics.error(messages::kUnknownTask, {}, {open.row.id, request.task}), open);
  }
}

// What the document no longer waits for ends with the same act.
void Desk::dropParts(store::Transaction& transaction, const std::vector<flow::Token>& waiting,
                     Moment moment) const {
  for (const flow::Token& token : waiting) {
    auto child = token.child.empty() ? std::nullopt : cases_.find(transaction, token.child);
    if (!child || child->state.status != flow::CaseStatus::running) continue;
    flow::Event drop;
    drop.kind = flow::Event::Kind::drop;
    drop.moment = std::max(moment, latestMoment(transaction, child->row.id).value_or(moment));
    check(!cases_.apply(transaction, *child, drop), "the case of a part can be dropped");
  }
}

bool Desk::withdraw(const std::string& caseId, flow::Allow::Act act, const std::string& person,
                    const std::string& remark, Diagnostics& diagnostics) {
  if (!knows(person, diagnostics) || !isPlainText(remark, diagnostics)) return false;
  const auto transaction = store_.begin(store::Access::write);
  auto open = find(*transaction, caseId, diagnostics);
  if (!open || !isInTime(*transaction, *open, diagnostics)) return false;
  flow::Event event = eventOf(
      act == flow::Allow::Act::recall ? flow::Event::Kind::recall : flow::Event::Kind::cancel,
      person);
  event.remark = remark;
  const std::vector<flow::Token> waiting = open->state.tokens;
  const auto refusal = cases_.apply(*transaction, *open, event);
  const std::string button = russian(buttonOf(act));
  if (!refusal) {
    dropParts(*transaction, waiting, event.moment);
    transaction->commit();
    return true;
  }
  switch (*refusal) {
    case flow::Refusal::finished:
      diagnostics.error(messages::kFinished, {}, {caseId, russian(statusOf(open->state.status))})
          .hint(messages::kSeeHistory, {caseId});
      break;
    case flow::Refusal::remarkMissing:
      diagnostics.error(messages::kRemarkMissing, {}, {button}).hint(messages::kAddRemark);
      break;
    case flow::Refusal::tooLate:
      for (const flow::Allow& allow : open->core->definition.allows) {
        if (allow.act != act) continue;
        diagnostics
            .error(messages::kTooLate, {},
                   {button, open->core->definition.stages[allow.before].title})
            .hint(messages::kOnlyAnotherAct);
      }
      break;
    case flow::Refusal::alreadyThere:
      diagnostics.error(messages::kAlreadyThere, {}, {caseId})
          .hint(messages::kSubmitAgain, {caseId});
      break;
    case flow::Refusal::notProvided:
      diagnostics.error(messages::kNotProvided, {}, {button});
      break;
    default:
      diagnostics.error(messages::kMayNotWithdraw, {}, {directory_.nameOf(person), button});
  }
  return false;
}

}  // namespace chancery::runtime
