#include "runtime/migration.h"

#include <algorithm>

#include "runtime/conditions.h"
#include "runtime/handed.h"

namespace chancery::runtime {
namespace {

// «Согласование (role:lawyer); …»: where a state stands.
std::string whereabouts(const flow::Core& core, const flow::State& state) {
  std::vector<std::string> places;
  for (const flow::Token& token : state.tokens) {
    const flow::Node& node = core.nodes[token.node];
    if (node.kind != flow::Node::Kind::ask && node.kind != flow::Node::Kind::effect) continue;
    std::string place = core.stageOf(node).title;
    if (node.kind == flow::Node::Kind::ask) {
      place += " (" + (token.person.empty() ? node.by.text() : "person:" + token.person) + ")";
    }
    places.push_back(std::move(place));
  }
  std::sort(places.begin(), places.end());
  std::string text;
  for (const std::string& place : places) text += (text.empty() ? "" : "; ") + place;
  return text;
}

// What the other edition asks of the data that came with an event.
void answerAnew(flow::Event& event, const store::Blobs& blobs, const flow::Core& edition) {
  if (event.data.empty()) return;
  Diagnostics ignored;  // a condition that cannot be decided does not hold
  DataFacts facts = examine(openData(blobs, event.data), edition.definition.questions(), ignored);
  takeData(facts, std::string(event.data), event);
}

// The effect that an event reports, by an edition; nothing when it reports none.
std::optional<flow::EffectKind> effectOf(const flow::Core& core, const flow::State& state,
                                         const flow::Event& event) {
  const flow::Token* token = state.findToken(event.key);
  if (!token || core.nodes[token->node].kind != flow::Node::Kind::effect) return std::nullopt;
  return core.nodes[token->node].effect;
}

MigrationLine planOf(const OpenCase& open, const std::vector<store::Entry>& journal,
                     const store::Blobs& blobs, const flow::Core& edition) {
  MigrationLine line{open.row.id, titleFor(open), MigrationLine::Fate::goesOn,
                     whereabouts(*open.core, open.state), {}, {}, {}};
  flow::State before;  // by the case's own edition, for naming the stage
  flow::State state;
  for (const store::Entry& entry : journal) {
    const auto event = flow::parseEvent(entry.payload.value_or(""));
    flow::Answer answer = flow::Refusal::notProvided;
    if (event && effectOf(*open.core, before, *event) == effectOf(edition, state, *event)) {
      flow::Event anew = *event;
      answerAnew(anew, blobs, edition);
      answer = flow::step(edition, state, anew);
    }
    if (!std::holds_alternative<flow::Next>(answer)) {
      line.fate = MigrationLine::Fate::decides;
      line.refused = event;
      line.stage = whereabouts(*open.core, before);
      return line;
    }
    state = std::move(std::get<flow::Next>(answer).state);
    flow::Answer own = flow::step(*open.core, before, *event);
    if (auto* next = std::get_if<flow::Next>(&own)) before = std::move(next->state);
  }
  line.to = whereabouts(edition, state);
  if (line.to != line.from) line.fate = MigrationLine::Fate::moves;
  return line;
}

}  // namespace

std::vector<MigrationLine> planMigration(store::Store& store, const store::Blobs& blobs,
                                         const flow::Core& edition, const std::string& bundle) {
  const Cases cases(blobs);
  const auto transaction = store.begin(store::Access::read);
  std::vector<MigrationLine> lines;
  for (const store::CaseRow& row : transaction->cases()) {
    const bool isRunning = row.status == flow::wordOf(flow::CaseStatus::running);
    if (!isRunning || row.workflow != edition.definition.id) continue;
    const OpenCase open = cases.open(row);
    if (row.bundle == bundle) {
      lines.push_back({row.id, titleFor(open), MigrationLine::Fate::same,
                       whereabouts(*open.core, open.state), {}, {}, {}});
    } else {
      lines.push_back(planOf(open, transaction->journal(row.id), blobs, edition));
    }
  }
  return lines;
}

}  // namespace chancery::runtime
