#include <algorithm>
#include <map>

#include "base/suggest.h"
#include "flow/attributes.h"
#include "flow/messages.h"
#include "flow/validate.h"
#include "flow/vocabulary.h"
#include "xml/attribute_words.h"
#include "xml/reader.h"

namespace chancery::flow {
namespace {

bool settles(StageKind kind) {
  return kind == StageKind::sign || kind == StageKind::approve || kind == StageKind::registration;
}

class Parser {
 public:
  Parser(const Sources& sources, const Surroundings& surroundings, Diagnostics& diagnostics)
      : read_(sources, surroundings, diagnostics), diagnostics_(diagnostics) {}

  Parsed workflow(const xml::Node& root) {
    definition_.id = read_.identifier(root);
    definition_.title = std::string(root.attribute("title"));
    definition_.label = std::string(root.attribute("label"));
    definition_.templateName = read_.plainName(root, "template");
    definition_.profile = read_.plainName(root, "profile");
    definition_.supervisor = read_.selector(root, "supervisor");
    definition_.isClosed = root.attribute("access") == "closed";
    for (const xml::Node& child : root.children) {
      if (child.is(xml::Namespace::workflow, "stage")) ids_.emplace_back(child.attribute("id"));
    }
    for (const xml::Node& child : root.children) {
      if (child.is(xml::Namespace::workflow, "stage")) stage(child);
    }
    for (const xml::Node& child : root.children) {
      if (child.is(xml::Namespace::workflow, "allow")) allow(child);
    }
    return {std::move(definition_), std::move(stageNodes_)};
  }

 private:
  void stage(const xml::Node& node) {
    Stage stage;
    stage.id = read_.identifier(node);
    if (const auto earlier = definition_.findStage(stage.id); earlier && !stage.id.empty()) {
      diagnostics_
          .error(messages::kDuplicateStage, read_.placeOf(node, "id"),
                 {stage.id, std::to_string(read_.placeOf(*stageNodes_[*earlier]).line)})
          .hint(messages::kRenameStage);
    }
    for (const StageWords& words : allStageKinds()) {
      if (words.word == node.attribute("kind")) stage.kind = words.kind;
    }
    stage.title = node.findAttribute("title") ? std::string(node.attribute("title"))
                                              : std::string(wordsOf(stage.kind).title.russian);
    if (node.findAttribute("kind")) ofKind(node, stage.kind);
    people(node, stage);
    times(node, stage);
    work(node, stage);
    saga(node, stage);
    stage.returnTo = nearestDraft();
    const char* attribute = node.findAttribute("on-errors") ? "on-errors" : "on-refuse";
    if (const auto target = earlierStage(node, attribute)) stage.returnTo = *target;
    if (stage.kind == StageKind::coordinate) stage.review = group(node, "sequential");
    definition_.stages.push_back(std::move(stage));
    stageNodes_.push_back(&node);
  }

  void people(const xml::Node& node, Stage& stage) {
    const bool isAuthors = stage.kind == StageKind::draft && !node.findAttribute("by");
    stage.by = isAuthors ? Selector{} : read_.selector(node);
    const bool refusalNeedsRemark = stage.kind == StageKind::coordinate;  // glossary: refuse
    stage.remarkRequired =
        node.findAttribute("remark") ? node.attribute("remark") == "required" : refusalNeedsRemark;
    stage.authorMayAct = node.attribute("author") == "allowed";
    stage.resume = node.attribute("resume") == "refused"    ? Resume::refused
                   : node.attribute("resume") == "affected" ? Resume::affected
                                                            : Resume::all;
    stage.oneByOne = stage.kind == StageKind::acquaint && node.attribute("mode") == "sequential";
  }

  void times(const xml::Node& node, Stage& stage) {
    stage.due = read_.term(node, "due");
    stage.after = read_.term(node, "after");
    stage.remind = read_.term(node, "remind");
    if (stage.remind && !stage.remind->path.empty()) {
      diagnostics_.error(messages::kWrongTerm, read_.placeOf(node, "remind"), {stage.remind->text()})
          .hint(messages::kRemindForms);
    }
    const std::string_view overdue = node.attribute("on-overdue");
    stage.overdue = overdue == "escalate" ? Overdue::escalate
                    : overdue == "agree"  ? Overdue::agree
                    : overdue == "return" ? Overdue::sendBack
                                          : Overdue::wait;
    if (const auto to = read_.selector(node, "escalate-to")) stage.escalateTo = *to;
    const bool escalates = stage.overdue == Overdue::escalate;
    if (escalates != (node.findAttribute("escalate-to") != nullptr)) {
      diagnostics_.error(messages::kEscalateToWhom, read_.placeOf(node, "on-overdue"), {stage.id})
          .hint(messages::kAddEscalateTo);
    }
    if (node.findAttribute("due")) return;
    for (const char* attribute : {"remind", "on-overdue"}) {
      if (!node.findAttribute(attribute) || stage.kind == StageKind::control) continue;
      diagnostics_.error(messages::kNoTerm, read_.placeOf(node, attribute), {attribute, stage.id})
          .hint(messages::kAddDue);
    }
  }

  void work(const xml::Node& node, Stage& stage) {
    stage.profile = read_.plainName(node, "profile");
    stage.index = std::string(node.attribute("index"));
    if (stage.kind == StageKind::acquaint) stage.each = read_.people(node, "each");
    if (stage.kind == StageKind::control || stage.kind == StageKind::parts) {
      stage.each = read_.nodes(node, "items");
    }
    stage.workflow = read_.plainName(node, "workflow");
    if (stage.kind == StageKind::distribute) stage.to = read_.list(node, "to");
    if (stage.kind != StageKind::publish) return;
    stage.to = read_.folder(node, "to");
    static const std::vector<std::string> kFormats = {"pdf", "docx"};
    stage.formats =
        node.findAttribute("formats") ? xml::splitList(node.attribute("formats")) : kFormats;
    for (const std::string& format : stage.formats) {
      if (std::find(kFormats.begin(), kFormats.end(), format) != kFormats.end()) continue;
      xml::hintNames(
          diagnostics_.error(messages::kWrongFormat, read_.placeOf(node, "formats"), {format}),
          format, kFormats);
    }
  }

  // Reports what stands on a stage of this kind without meaning anything there.
  void ofKind(const xml::Node& node, StageKind kind) {
    const auto report = [&](const Message& message, Place place, const std::string& name,
                            const std::vector<StageKind>& kinds) {
      std::vector<std::string> words;
      for (const StageKind allowed : kinds) words.emplace_back(wordsOf(allowed).word);
      diagnostics_.error(message, std::move(place), {name, std::string(wordsOf(kind).word)})
          .hint(messages::kOfKinds, {joined(words)});
    };
    const auto means = [&](const std::vector<StageKind>* kinds) {
      return !kinds || std::find(kinds->begin(), kinds->end(), kind) != kinds->end();
    };
    for (const xml::Attribute& attribute : node.attributes) {
      const auto* kinds = kindsOfAttribute(attribute.name);
      if (!means(kinds)) {
        report(messages::kAttributeOfOtherKind, read_.placeOf(node, attribute.name), attribute.name,
               *kinds);
      }
    }
    for (const xml::Node& child : node.children) {
      const auto* kinds = child.isElement() ? kindsOfElement(child.name) : nullptr;
      if (!means(kinds)) report(messages::kElementOfOtherKind, read_.placeOf(child), child.name, *kinds);
    }
  }

  Review group(const xml::Node& node, std::string_view defaultMode) {
    Review review;
    const std::string_view mode = node.findAttribute("mode") ? node.attribute("mode") : defaultMode;
    review.order = mode == "parallel" ? Review::Order::parallel : Review::Order::sequential;
    review.when = read_.path(node, "when");
    for (const xml::Node& child : node.children) {
      if (child.is(xml::Namespace::workflow, "reviewer")) review.members.push_back(reviewer(child));
      if (child.is(xml::Namespace::workflow, "group")) {
        review.members.push_back(group(child, "parallel"));
      }
    }
    if (review.members.empty()) {
      const std::string name =
          node.findAttribute("id") ? std::string(node.attribute("id")) : std::string(node.name);
      diagnostics_.error(messages::kNoReviewers, read_.placeOf(node), {name})
          .hint(messages::kAddReviewer);
    }
    review.quorum =
        read_.quorum(node, review.order == Review::Order::parallel, review.members.size());
    if (node.name == "group") review.returnTo = earlierStage(node, "on-refuse");
    return review;
  }

  Review reviewer(const xml::Node& node) {
    Review review;
    if (const auto by = read_.selector(node)) review.by = *by;
    review.when = read_.path(node, "when");
    review.part = read_.path(node, "part");
    review.returnTo = earlierStage(node, "on-refuse");
    return review;
  }

  // <signature/> and <registration/>, each at most once.
  void saga(const xml::Node& node, Stage& stage) {
    std::map<std::string, int> counts;
    for (const xml::Node& child : node.children) {
      if (!child.isElement()) continue;
      const bool once = child.name == "signature" || child.name == "registration";
      if (once && ++counts[child.name] > 1) {
        diagnostics_.error(messages::kTwice, read_.placeOf(child), {child.name});
      }
      if (child.name == "signature") {
        stage.signature = child.findAttribute("level") ? std::string(child.attribute("level"))
                                                       : std::string("simple");
      } else if (child.name == "registration") {
        stage.series = read_.series(child);
      }
    }
  }

  std::optional<std::size_t> stageNamed(const xml::Node& node, std::string_view attribute) {
    const xml::Attribute* found = node.findAttribute(attribute);
    if (!found) return std::nullopt;
    const auto id = std::find(ids_.begin(), ids_.end(), found->value);
    if (id != ids_.end()) return static_cast<std::size_t>(id - ids_.begin());
    xml::hintNames(diagnostics_.error(messages::kUnknownStage, read_.placeOf(node, attribute),
                                      {found->value}),
                   found->value, ids_);
    return std::nullopt;
  }

  // Without on-refuse the document goes back to the nearest draft stage before.
  std::size_t nearestDraft() const {
    const auto& stages = definition_.stages;
    for (std::size_t i = stages.size(); i > 0; --i) {
      if (stages[i - 1].kind == StageKind::draft) return i - 1;
    }
    return 0;
  }

  // The stage that a refusal at the stage being read leads to.
  std::optional<std::size_t> earlierStage(const xml::Node& node, std::string_view attribute) {
    const auto target = stageNamed(node, attribute);
    if (!target) return std::nullopt;
    const std::size_t index = definition_.stages.size();
    if (*target >= index) {
      const std::vector<std::string> earlier(ids_.begin(),
                                             ids_.begin() + static_cast<std::ptrdiff_t>(index));
      diagnostics_.error(messages::kNotEarlier, read_.placeOf(node, attribute), {ids_[*target]})
          .hint(messages::kEarlierStages, {joined(earlier)});
      return std::nullopt;
    }
    const Stage& wanted = definition_.stages[*target];
    if (!wanted.by && wanted.kind != StageKind::coordinate) {
      // Two automatic stages that return to each other would never end.
      diagnostics_.error(messages::kReturnNotToPeople, read_.placeOf(node, attribute), {wanted.id});
    }
    return target;
  }

  // What is signed, approved or registered is ended by another document only.
  std::size_t settledAt(const xml::Node& node, std::size_t before) {
    for (std::size_t i = 0; i < before; ++i) {
      const Stage& stage = definition_.stages[i];
      if (!settles(stage.kind)) continue;
      diagnostics_.error(messages::kTooLateBefore, read_.placeOf(node, "before"), {stage.id})
          .hint(messages::kBeforeAtMost, {stage.id});
      break;
    }
    return before;
  }

  // A recalled document goes through every stage again: it can only return to a draft on its way.
  std::optional<std::size_t> recalledTo(const xml::Node& node, std::optional<std::size_t> before) {
    if (!node.findAttribute("to")) {
      diagnostics_.error(messages::kRecallNowhere, read_.placeOf(node)).hint(messages::kAddTo);
      return std::nullopt;
    }
    const auto to = stageNamed(node, "to");
    if (to && (definition_.stages[*to].kind != StageKind::draft || (before && *to >= *before))) {
      diagnostics_
          .error(messages::kRecallNotToDraft, read_.placeOf(node, "to"),
                 {std::string(node.attribute("to"))})
          .hint(messages::kAddTo);
    }
    return to;
  }

  void allow(const xml::Node& node) {
    Allow allow;
    const std::string act(node.attribute("act"));
    allow.act = act == "cancel" ? Allow::Act::cancel : Allow::Act::recall;
    if (const auto by = read_.selector(node)) allow.by = *by;
    const auto before = stageNamed(node, "before");
    if (before) allow.before = settledAt(node, *before);
    if (allow.act == Allow::Act::recall) {
      if (const auto to = recalledTo(node, before)) allow.to = *to;
    } else if (node.findAttribute("to")) {
      diagnostics_.error(messages::kCancelTo, read_.placeOf(node, "to")).hint(messages::kRemoveTo);
    }
    allow.remarkRequired = node.attribute("remark") == "required";
    const auto [first, isNew] = allowLines_.emplace(act, read_.placeOf(node).line);
    if (!isNew) {
      diagnostics_
          .error(messages::kDuplicateAllow, read_.placeOf(node), {act, std::to_string(first->second)})
          .hint(messages::kMergeAllow);
    }
    definition_.allows.push_back(std::move(allow));
  }

  Attributes read_;
  Diagnostics& diagnostics_;
  Definition definition_;
  std::vector<std::string> ids_;  // of all stages, those to come included
  std::vector<const xml::Node*> stageNodes_;
  std::map<std::string, int> allowLines_;
};

}  // namespace

std::optional<Definition> parse(const Sources& sources, SourceId source,
                                const Surroundings& surroundings, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errorCount();
  constexpr std::size_t kLargestDefinition = 1u << 20;
  const auto root = xml::read(sources, source, {.bytes = kLargestDefinition}, diagnostics);
  if (!root) return std::nullopt;
  xml::checkVocabulary(sources, *root, vocabulary(), diagnostics);
  if (!root->is(xml::Namespace::workflow, "workflow")) return std::nullopt;
  Parsed parsed = Parser(sources, surroundings, diagnostics).workflow(*root);
  validate(sources, *root, parsed, diagnostics);
  if (diagnostics.errorCount() != before) return std::nullopt;
  return std::move(parsed.definition);
}

}  // namespace chancery::flow
