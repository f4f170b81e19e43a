#include "runtime/cases.h"

#include <algorithm>
#include <set>

#include "base/error.h"

namespace chancery::runtime {
namespace {

// Whether a state names only what its definition has.
bool fits(const flow::Core& core, const flow::State& state) {
  return std::all_of(state.tokens.begin(), state.tokens.end(),
                     [&](const flow::Token& token) { return token.node < core.nodes.size(); }) &&
         std::all_of(state.visas.begin(), state.visas.end(), [&](const flow::Visa& visa) {
           return visa.stage < core.definition.stages.size();
         });
}

}  // namespace

std::vector<std::string> holdersOf(const OpenCase& open, const flow::Token& task) {
  const auto holder = [&](const flow::Selector& by) {
    return by.kind == flow::Selector::Kind::author ? "person:" + open.state.author : by.text();
  };
  const flow::Stage& stage = open.stageOf(task);
  std::set<std::string> holders;
  holders.insert(task.person.empty() ? holder(open.nodeOf(task).by) : "person:" + task.person);
  if (task.isLapsed && stage.overdue == flow::Overdue::escalate) {
    holders.insert(holder(stage.escalateTo));
  }
  return {holders.begin(), holders.end()};
}

const std::string& titleFor(const OpenCase& open) {
  const flow::Definition& definition = open.core->definition;
  return definition.isClosed ? definition.title : open.row.title;
}

std::vector<store::TaskRow> tasksOf(const OpenCase& open) {
  std::vector<store::TaskRow> rows;
  for (const flow::Token& token : open.state.tokens) {
    const flow::Node& node = open.nodeOf(token);
    if (node.kind != flow::Node::Kind::ask) continue;
    for (std::string& holder : holdersOf(open, token)) {
      rows.push_back({open.row.id, token.id, std::move(holder), open.core->stageOf(node).id,
                      token.since});
    }
  }
  return rows;
}

std::vector<store::OutboxRow> effectsOf(const OpenCase& open) {
  std::vector<store::OutboxRow> rows;
  for (const flow::Token& token : open.state.tokens) {
    const flow::Node& node = open.nodeOf(token);
    if (node.kind != flow::Node::Kind::effect) continue;
    store::OutboxRow& row = rows.emplace_back();
    row.caseId = open.row.id;
    row.key = token.id;
    row.kind = flow::wordOf(node.effect);
  }
  return rows;
}

std::shared_ptr<const flow::Core> Cases::coreOf(const std::string& bundle) const {
  auto& core = cores_[bundle];
  if (core) return core;
  Sources sources;
  Diagnostics diagnostics;
  const SourceId source = sources.add("workflow", openBundle(blobs_, bundle).workflow);
  auto definition = flow::parse(sources, source, {}, diagnostics);
  if (!definition) {
    throw WorldError("read", "workflow of bundle " + bundle,
                     formatText(diagnostics, Language::english));
  }
  core = std::make_shared<const flow::Core>(flow::compile(std::move(*definition)));
  return core;
}

OpenCase Cases::open(const store::CaseRow& row) const {
  auto state = row.version == 0 ? flow::State{} : flow::parseState(row.state);
  auto core = coreOf(row.bundle);
  if (!state || !fits(*core, *state)) {
    throw WorldError("read", "state of case " + row.id, "it is damaged");
  }
  return {row, std::move(core), std::move(*state)};
}

std::optional<OpenCase> Cases::find(store::Transaction& transaction, std::string_view id) const {
  const auto row = transaction.findCase(id);
  if (!row) return std::nullopt;
  return open(*row);
}

std::optional<OpenCase> Cases::begin(store::Transaction& transaction, store::CaseRow row,
                                     const flow::Event& start) const {
  const auto core = coreOf(row.bundle);
  // A refused beginning leaves nothing behind.
  if (std::holds_alternative<flow::Refusal>(flow::step(*core, {}, start))) return std::nullopt;
  row.author = start.person;
  row.started = start.moment;
  row.status = flow::wordOf(flow::CaseStatus::running);
  OpenCase open{transaction.createCase(row), core, {}};
  for (const std::string& hash : hashesOf(blobs_, row.bundle)) {
    transaction.noteBlob(hash, blobs_.require(hash).size());
  }
  check(!apply(transaction, open, start), "what was tried can be done");
  return open;
}

std::optional<flow::Refusal> Cases::apply(store::Transaction& transaction, OpenCase& open,
                                          const flow::Event& event) const {
  flow::Answer answer = flow::step(*open.core, open.state, event);
  if (const auto* refusal = std::get_if<flow::Refusal>(&answer)) return *refusal;
  auto& next = std::get<flow::Next>(answer);

  store::Change change;
  change.caseId = open.row.id;
  change.version = open.row.version;
  change.payload = flow::toText(event);
  change.title = open.row.title;
  for (const store::OutboxRow& row : effectsOf(open)) {
    if (!next.state.findToken(row.key)) change.closed.push_back(row.key);
  }
  open.state = std::move(next.state);
  change.status = flow::wordOf(open.state.status);
  change.state = flow::toText(open.state);
  change.tasks = tasksOf(open);
  for (const flow::Effect& effect : next.effects) {
    store::OutboxRow& row = change.effects.emplace_back();
    row.caseId = open.row.id;
    row.key = effect.key;
    row.kind = flow::wordOf(effect.kind);
  }
  const store::Appended appended = transaction.append(change);
  check(appended == store::Appended::done, "a writing transaction excludes other writers");
  const auto row = transaction.findCase(open.row.id);
  check(row.has_value(), "the case is there");
  open.row = *row;
  return std::nullopt;
}

}  // namespace chancery::runtime
