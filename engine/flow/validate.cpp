#include "flow/validate.h"

#include "flow/messages.h"

namespace chancery::flow {
namespace {

bool settles(StageKind kind) {
  return kind == StageKind::sign || kind == StageKind::approve || kind == StageKind::registration;
}

bool needsPerson(StageKind kind) {
  return settles(kind) || kind == StageKind::control || kind == StageKind::file;
}

bool needsSettled(StageKind kind) {
  return kind == StageKind::distribute || kind == StageKind::acquaint ||
         kind == StageKind::control || kind == StageKind::file;
}

// Whom or what the stage is about.
void checkAsked(const Stage& stage, const Place& place, Diagnostics& diagnostics) {
  const Text* hint = nullptr;
  if (stage.kind == StageKind::acquaint && stage.each.empty()) hint = &messages::kAddEach;
  if (stage.kind == StageKind::control && stage.each.empty()) hint = &messages::kAddItems;
  if (stage.kind == StageKind::parts && stage.each.empty()) hint = &messages::kAddParts;
  if (stage.kind == StageKind::distribute && stage.to.empty()) hint = &messages::kAddList;
  if (hint) diagnostics.error(messages::kAskedOfNobody, place, {stage.id}).hint(*hint);
  if (stage.kind == StageKind::parts && stage.workflow.empty()) {
    diagnostics.error(messages::kPartsNoWorkflow, place, {stage.id})
        .hint(messages::kAddPartsWorkflow);
  }
  if (stage.overdue == Overdue::agree && stage.kind != StageKind::coordinate) {
    diagnostics.error(messages::kAgreeByTerm, place, {stage.id}).hint(messages::kOverdueOtherwise);
  }
}

}  // namespace

void validate(const Sources& sources, const xml::Node& root, const Parsed& parsed,
              Diagnostics& diagnostics) {
  const std::vector<Stage>& stages = parsed.definition.stages;
  if (stages.empty()) {
    diagnostics.error(messages::kNoStages, sources.place(root.origin.stated))
        .hint(messages::kAddStage);
    return;
  }
  const std::string* registeredAt = nullptr;
  bool isFinal = false;  // signed, approved or registered
  for (std::size_t i = 0; i < stages.size(); ++i) {
    const Stage& stage = stages[i];
    const xml::Node& node = *parsed.stageNodes[i];
    const Place place = sources.place(node.origin.stated);
    if (node.attribute("kind") != wordsOf(stage.kind).word) continue;  // reported as unknown
    if (i == 0 && stage.kind != StageKind::draft) {
      diagnostics.error(messages::kFirstNotDraft, place).hint(messages::kPutDraftFirst);
    }
    if (stage.kind == StageKind::draft && isFinal) {
      diagnostics.error(messages::kLateDraft, place, {stage.id});
    }
    if (needsPerson(stage.kind) && !node.findAttribute("by")) {
      diagnostics.error(messages::kNobodyActs, place, {stage.id}).hint(messages::kAddBy);
    }
    if (stage.kind == StageKind::registration && !node.findChild("registration")) {
      diagnostics.error(messages::kNoSeries, place, {stage.id}).hint(messages::kAddSeries);
    }
    if (stage.kind == StageKind::publish && !isFinal) {
      diagnostics.error(messages::kNothingToPublish, place, {stage.id})
          .hint(messages::kPublishLater);
    }
    if (needsSettled(stage.kind) && !isFinal) {
      diagnostics.error(messages::kNotSettled, place, {stage.id}).hint(messages::kPutAfterSigning);
    }
    if (stage.kind == StageKind::parts && isFinal) {
      diagnostics.error(messages::kLateParts, place, {stage.id}).hint(messages::kPutBeforeSigning);
    }
    checkAsked(stage, place, diagnostics);
    if (!stage.series.empty() && registeredAt) {
      diagnostics.error(messages::kSecondRegistration, place, {*registeredAt})
          .hint(messages::kRegisterOnce);
    }
    if (!stage.series.empty() && !registeredAt) registeredAt = &stage.id;
    isFinal = isFinal || settles(stage.kind);
  }
}

}  // namespace chancery::flow
