#include "runtime/view.h"

#include "base/error.h"
#include "flow/entitled.h"
#include "runtime/desk.h"
#include "runtime/terms.h"

namespace chancery::runtime {
namespace {

// Whether recall or cancel would be taken now, by whomever the definition names.
bool isPossible(const OpenCase& open, const flow::Allow& allow) {
  flow::Event event;
  event.kind =
      allow.act == flow::Allow::Act::recall ? flow::Event::Kind::recall : flow::Event::Kind::cancel;
  event.remark = "?";
  event.person = allow.by.kind == flow::Selector::Kind::author ? open.state.author : allow.by.name;
  event.roles = {allow.by.name};
  return std::holds_alternative<flow::Next>(flow::step(*open.core, open.state, event));
}

// Who gave a visa, as the sheet shows it; "" when its term did.
std::string signatoryOf(const flow::Visa& visa, const Directory& directory) {
  if (visa.person.empty()) return {};
  if (visa.capacity.empty()) return directory.nameOf(visa.person);
  const std::string name = visa.name + ", " + visa.capacity;
  return visa.basis.empty() ? name : name + " (" + visa.basis + ")";
}

// The stage that an event answers, seen from the state before it.
HistoryLine lineOf(const flow::Core& core, const flow::State& before, const flow::Event& event) {
  HistoryLine line{event, before.round, {}, {}};
  const bool isAct = event.key.empty();  // about a task, not an effect
  const flow::Token* token = before.findToken(isAct ? event.task : event.key);
  if (token) {
    const flow::Node& node = core.nodes[token->node];
    line.stage = core.stageOf(node).title;
    if (!isAct) line.effect = node.effect;
  } else if (event.kind == flow::Event::Kind::start) {
    line.stage = core.definition.stages.front().title;
  }
  return line;
}

}  // namespace

TaskView View::viewOf(const OpenCase& open, const flow::Token& token) const {
  const flow::Node& node = open.nodeOf(token);
  const flow::Stage& stage = open.core->stageOf(node);
  TaskView view;
  view.caseId = open.row.id;
  view.document = open.row.title;
  view.id = token.id;
  view.kind = stage.kind;
  view.stage = stage.title;
  view.holders = holdersInWords(open, token, directory_);
  view.selector = node.by.text();
  view.stuck = stuckOf(open, token, directory_);
  view.opened = token.since;
  view.due = stage.due;
  view.dueOn = dueOf(open, token, directory_);
  view.subject = token.subject;
  view.outcomes = node.outcomes;
  return view;
}

std::vector<TaskView> View::inbox(const std::string& person) const {
  const std::vector<std::string> roles = directory_.rolesOf(person);
  std::vector<std::string> holders = {"person:" + person};
  for (const std::string& role : roles) holders.push_back("role:" + role);
  const auto transaction = store_.begin(store::Access::read);
  std::vector<TaskView> result;
  for (const store::TaskRow& row : transaction->tasksOf(holders)) {
    const auto open = cases_.find(*transaction, row.caseId);
    const flow::Token* token = open ? open->state.findToken(row.id) : nullptr;
    if (!token)
      throw WorldError("read", "task " + row.id + " of case " + row.caseId, "no such task");
    if (flow::whyNot(*open->core, open->state, *token, person, roles)) continue;
    result.push_back(viewOf(*open, *token));
  }
  return result;
}

std::optional<CaseView> View::find(const std::string& caseId) const {
  const auto transaction = store_.begin(store::Access::read);
  const auto open = cases_.find(*transaction, caseId);
  if (!open) return std::nullopt;
  CaseView view;
  view.row = open->row;
  view.workflow = open->core->definition.title;
  view.state = open->state;
  for (const flow::Token& token : open->state.tokens) {
    if (open->nodeOf(token).kind == flow::Node::Kind::ask)
      view.tasks.push_back(viewOf(*open, token));
  }
  for (const store::OutboxRow& row : transaction->outbox(caseId)) {
    const flow::Token* token = open->state.findToken(row.key);
    if (!token) continue;
    view.effects.push_back(
        {open->nodeOf(*token).effect, open->stageOf(*token).title, row.attempts, row.failure,
         token->subject, token->child});
  }
  for (const flow::Visa& visa : open->state.visas) {
    view.visas.push_back({open->core->definition.stages[visa.stage].title,
                          signatoryOf(visa, directory_), visa.outcome, visa.remark, visa.moment});
  }
  for (const flow::Allow& allow : open->core->definition.allows) {
    if (!isPossible(*open, allow)) continue;
    view.withdrawals.emplace_back(allow.act, holdersInWords(allow.by, open->state, directory_));
  }
  return view;
}

bool View::mayLook(const std::string& caseId, const std::string& person) const {
  const auto transaction = store_.begin(store::Access::read);
  const auto open = cases_.find(*transaction, caseId);
  if (!open || !open->core->definition.isClosed) return true;
  if (flow::takesPart(*open->core, open->state, person, directory_.rolesOf(person))) return true;
  bool hasActed = false;  // in a round that is over
  transaction->eachEntry(caseId, [&](const store::Entry& entry) {
    const auto event = flow::parseEvent(entry.payload.value_or(""));
    hasActed = hasActed || (event && !person.empty() && event->person == person);
  });
  return hasActed;
}

std::vector<HistoryLine> View::history(const std::string& caseId) const {
  const auto transaction = store_.begin(store::Access::read);
  const auto open = cases_.find(*transaction, caseId);
  std::vector<HistoryLine> lines;
  flow::State state;
  for (const store::Entry& entry : transaction->journal(caseId)) {
    const auto event = flow::parseEvent(entry.payload.value_or(""));
    if (!event) continue;  // erased, with the personal data that it held
    HistoryLine line = lineOf(*open->core, state, *event);
    flow::Answer answer = flow::step(*open->core, state, *event);
    if (auto* next = std::get_if<flow::Next>(&answer)) state = std::move(next->state);
    line.round = state.round;
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace chancery::runtime
