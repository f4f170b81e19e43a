#include <algorithm>
#include <charconv>
#include <map>

#include "base/suggest.h"
#include "flow/definition.h"
#include "flow/messages.h"
#include "flow/validate.h"
#include "flow/vocabulary.h"
#include "xml/attribute_words.h"
#include "xml/reader.h"
#include "xml/xpath_syntax.h"

namespace chancery::flow {
namespace {

bool settles(StageKind kind) {
  return kind == StageKind::sign || kind == StageKind::approve || kind == StageKind::registration;
}

class Parser {
 public:
  Parser(const Sources& sources, const Surroundings& surroundings, Diagnostics& diagnostics)
      : sources_(sources), surroundings_(surroundings), diagnostics_(diagnostics) {}

  Parsed workflow(const xml::Node& root) {
    definition_.id = identifier(root);
    definition_.title = std::string(root.attribute("title"));
    definition_.label = std::string(root.attribute("label"));
    definition_.templateName = plainName(root, "template");
    definition_.profile = plainName(root, "profile");
    for (const xml::Node& child : root.children) {
      if (child.is(xml::Namespace::workflow, "stage")) stage(child);
    }
    for (const xml::Node& child : root.children) {
      if (child.is(xml::Namespace::workflow, "allow")) allow(child);
    }
    for (const auto& [index, node] : returns_) returnTo(index, *node);
    return {std::move(definition_), std::move(stageNodes_)};
  }

 private:
  Place placeOf(const xml::Node& node) const { return sources_.place(node.origin.stated); }
  Place placeOf(const xml::Node& node, std::string_view attribute) const {
    const xml::Attribute* found = node.findAttribute(attribute);
    return found ? sources_.place(xml::positionOf(node, *found)) : placeOf(node);
  }

  std::string identifier(const xml::Node& node) {
    const std::string id(node.attribute("id"));
    if (node.findAttribute("id") && !xml::isIdentifier(id)) {
      diagnostics_.error(messages::kWrongId, placeOf(node, "id"), {id});
    }
    return id;
  }

  // A case keeps the files that it began with, by their names; what a path leads to would change
  // under it.
  std::string plainName(const xml::Node& node, std::string_view attribute) {
    std::string name(node.attribute(attribute));
    if (node.findAttribute(attribute) && (!xml::isIdentifier(name) || name.ends_with(".xml"))) {
      diagnostics_.error(messages::kNotName, placeOf(node, attribute), {name})
          .hint(messages::kPlainName);
    }
    return name;
  }

  void stage(const xml::Node& node) {
    Stage stage;
    stage.id = identifier(node);
    if (const auto earlier = definition_.findStage(stage.id); earlier && !stage.id.empty()) {
      diagnostics_
          .error(messages::kDuplicateStage, placeOf(node, "id"),
                 {stage.id, std::to_string(placeOf(*stageNodes_[*earlier]).line)})
          .hint(messages::kRenameStage);
    }
    for (const StageWords& words : allStageKinds()) {
      if (words.word == node.attribute("kind")) stage.kind = words.kind;
    }
    stage.title = node.findAttribute("title") ? std::string(node.attribute("title"))
                                              : std::string(wordsOf(stage.kind).title.russian);
    if (node.findAttribute("kind")) ofKind(node, stage.kind);
    stage.by =
        stage.kind == StageKind::draft && !node.findAttribute("by") ? Selector{} : selector(node);
    stage.due = term(node);
    const bool refusalNeedsRemark = stage.kind == StageKind::coordinate;  // glossary: refuse
    stage.remarkRequired =
        node.findAttribute("remark") ? node.attribute("remark") == "required" : refusalNeedsRemark;
    stage.authorMayAct = node.attribute("author") == "allowed";
    stage.profile = plainName(node, "profile");
    stage.to = std::string(node.attribute("to"));
    folder(node, stage.to);
    formats(node, stage);
    if (stage.kind == StageKind::coordinate) stage.review = group(node, "sequential");
    saga(node, stage);
    returns_.emplace_back(definition_.stages.size(), &node);
    definition_.stages.push_back(std::move(stage));
    stageNodes_.push_back(&node);
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
        report(messages::kAttributeOfOtherKind, placeOf(node, attribute.name), attribute.name,
               *kinds);
      }
    }
    for (const xml::Node& child : node.children) {
      const auto* kinds = child.isElement() ? kindsOfElement(child.name) : nullptr;
      if (!means(kinds)) report(messages::kElementOfOtherKind, placeOf(child), child.name, *kinds);
    }
  }

  std::optional<Selector> selector(const xml::Node& node) {
    const xml::Attribute* by = node.findAttribute("by");
    if (!by) return std::nullopt;
    const auto result = parseSelector(by->value);
    const Place place = placeOf(node, "by");
    if (!result) {
      diagnostics_.error(messages::kWrongSelector, place, {by->value})
          .hint(messages::kSelectorForms);
    } else if (result->kind == Selector::Kind::role) {
      known(messages::kUnknownRole, place, result->name, surroundings_.roles);
    } else if (result->kind == Selector::Kind::person) {
      known(messages::kUnknownPerson, place, result->name, surroundings_.people);
    }
    return result;
  }

  void known(const Message& message, const Place& place, const std::string& name,
             const std::vector<std::string>& names) {
    if (names.empty() || std::find(names.begin(), names.end(), name) != names.end()) return;
    xml::hintNames(diagnostics_.error(message, place, {name}), name, names);
  }

  std::optional<Term> term(const xml::Node& node) {
    const xml::Attribute* due = node.findAttribute("due");
    if (!due) return std::nullopt;
    const auto result = parseTerm(due->value);
    if (!result) {
      diagnostics_.error(messages::kWrongTerm, placeOf(node, "due"), {due->value})
          .hint(messages::kTermForms);
    }
    return result;
  }

  // Definitions travel between offices: none may write outside the site folder.
  void folder(const xml::Node& node, const std::string& to) {
    if (to.empty() || (to.front() != '/' && to.find("..") == std::string::npos &&
                       to.find('\\') == std::string::npos)) {
      return;
    }
    diagnostics_.error(messages::kNotPath, placeOf(node, "to"), {to}).hint(messages::kPlainFolder);
  }

  void formats(const xml::Node& node, Stage& stage) {
    if (stage.kind != StageKind::publish) return;
    static const std::vector<std::string> kFormats = {"pdf", "docx"};
    stage.formats = node.findAttribute("formats") ? xml::splitList(node.attribute("formats")) : kFormats;
    for (const std::string& format : stage.formats) {
      if (std::find(kFormats.begin(), kFormats.end(), format) != kFormats.end()) continue;
      xml::hintNames(diagnostics_.error(messages::kWrongFormat, placeOf(node, "formats"), {format}),
                     format, kFormats);
    }
  }

  Review group(const xml::Node& node, std::string_view defaultMode) {
    Review review;
    const std::string_view mode = node.findAttribute("mode") ? node.attribute("mode") : defaultMode;
    review.order = mode == "parallel" ? Review::Order::parallel : Review::Order::sequential;
    review.when = condition(node);
    for (const xml::Node& child : node.children) {
      if (child.is(xml::Namespace::workflow, "reviewer")) review.members.push_back(reviewer(child));
      if (child.is(xml::Namespace::workflow, "group")) {
        review.members.push_back(group(child, "parallel"));
      }
    }
    if (review.members.empty()) {
      const std::string name =
          node.findAttribute("id") ? std::string(node.attribute("id")) : std::string(node.name);
      diagnostics_.error(messages::kNoReviewers, placeOf(node), {name})
          .hint(messages::kAddReviewer);
    }
    quorum(node, review);
    return review;
  }

  Review reviewer(const xml::Node& node) {
    Review review;
    if (const auto by = selector(node)) review.by = *by;
    review.when = condition(node);
    return review;
  }

  std::string condition(const xml::Node& node) {
    const xml::Attribute* when = node.findAttribute("when");
    if (!when) return {};
    const Position name = xml::positionOf(node, *when);
    const auto placeOfOffset = [&](std::size_t offset) {
      const std::size_t start = name.offset + when->name.size() + 2;  // past name="
      return sources_.place({name.source, static_cast<std::uint32_t>(start + offset)});
    };
    xml::parseXPath(when->value, placeOfOffset, diagnostics_);
    return when->value;
  }

  void quorum(const xml::Node& node, Review& review) {
    const std::string text(node.attribute("quorum"));
    if (!node.findAttribute("quorum") || text == "all") return;
    const Place place = placeOf(node, "quorum");
    std::size_t count = text == "any" ? 1 : 0;
    if (text != "any") std::from_chars(text.data(), text.data() + text.size(), count);
    if (count == 0 || (text != "any" && text != std::to_string(count))) {
      diagnostics_.error(messages::kWrongQuorum, place, {text}).hint(messages::kQuorumForms);
    } else if (review.order != Review::Order::parallel) {
      diagnostics_.error(messages::kQuorumInSequence, place, {text}).hint(messages::kMakeParallel);
    } else if (count > review.members.size() && !review.members.empty()) {
      diagnostics_.error(messages::kQuorumTooLarge, place,
                         {text, std::to_string(review.members.size())});
    }
    review.quorum = count;
  }

  // <signature/> and <registration/>, each at most once.
  void saga(const xml::Node& node, Stage& stage) {
    std::map<std::string, int> counts;
    for (const xml::Node& child : node.children) {
      if (!child.isElement()) continue;
      const bool once = child.name == "signature" || child.name == "registration";
      if (once && ++counts[child.name] > 1) {
        diagnostics_.error(messages::kTwice, placeOf(child), {child.name});
      }
      if (child.name == "signature") {
        stage.signature = child.findAttribute("level") ? std::string(child.attribute("level"))
                                                       : std::string("simple");
      } else if (child.name == "registration" && child.findAttribute("series")) {
        stage.series = std::string(child.attribute("series"));
        known(messages::kUnknownSeries, placeOf(child, "series"), stage.series,
              surroundings_.series);
      }
    }
  }

  std::optional<std::size_t> stageNamed(const xml::Node& node, std::string_view attribute) {
    const xml::Attribute* found = node.findAttribute(attribute);
    if (!found) return std::nullopt;
    const auto index = definition_.findStage(found->value);
    if (!index) {
      std::vector<std::string> ids;
      for (const Stage& stage : definition_.stages) ids.push_back(stage.id);
      xml::hintNames(
          diagnostics_.error(messages::kUnknownStage, placeOf(node, attribute), {found->value}),
          found->value, ids);
    }
    return index;
  }

  // Without on-refuse the document goes back to the nearest draft stage before.
  void returnTo(std::size_t index, const xml::Node& node) {
    Stage& stage = definition_.stages[index];
    const char* attribute = node.findAttribute("on-errors") ? "on-errors" : "on-refuse";
    for (std::size_t i = 0; i < index; ++i) {
      if (definition_.stages[i].kind == StageKind::draft) stage.returnTo = i;
    }
    const auto target = stageNamed(node, attribute);
    if (!target) return;
    const Stage& wanted = definition_.stages[*target];
    if (*target >= index) {
      std::vector<std::string> earlier;
      for (std::size_t i = 0; i < index; ++i) earlier.push_back(definition_.stages[i].id);
      diagnostics_.error(messages::kNotEarlier, placeOf(node, attribute), {wanted.id})
          .hint(messages::kEarlierStages, {joined(earlier)});
    } else if (!wanted.by && wanted.kind != StageKind::coordinate) {
      // Two automatic stages that return to each other would never end.
      diagnostics_.error(messages::kReturnNotToPeople, placeOf(node, attribute), {wanted.id});
    }
    stage.returnTo = *target;
  }

  // What is signed, approved or registered is ended by another document only.
  std::size_t settledAt(const xml::Node& node, std::size_t before) {
    for (std::size_t i = 0; i < before; ++i) {
      const Stage& stage = definition_.stages[i];
      if (!settles(stage.kind)) continue;
      diagnostics_.error(messages::kTooLateBefore, placeOf(node, "before"), {stage.id})
          .hint(messages::kBeforeAtMost, {stage.id});
      break;
    }
    return before;
  }

  // A recalled document goes through every stage again: it can only return to a draft on its way.
  std::optional<std::size_t> recalledTo(const xml::Node& node, std::optional<std::size_t> before) {
    if (!node.findAttribute("to")) {
      diagnostics_.error(messages::kRecallNowhere, placeOf(node)).hint(messages::kAddTo);
      return std::nullopt;
    }
    const auto to = stageNamed(node, "to");
    if (to && (definition_.stages[*to].kind != StageKind::draft || (before && *to >= *before))) {
      diagnostics_
          .error(messages::kRecallNotToDraft, placeOf(node, "to"),
                 {std::string(node.attribute("to"))})
          .hint(messages::kAddTo);
    }
    return to;
  }

  void allow(const xml::Node& node) {
    Allow allow;
    const std::string act(node.attribute("act"));
    allow.act = act == "cancel" ? Allow::Act::cancel : Allow::Act::recall;
    if (const auto by = selector(node)) allow.by = *by;
    const auto before = stageNamed(node, "before");
    if (before) allow.before = settledAt(node, *before);
    if (allow.act == Allow::Act::recall) {
      if (const auto to = recalledTo(node, before)) allow.to = *to;
    } else if (node.findAttribute("to")) {
      diagnostics_.error(messages::kCancelTo, placeOf(node, "to")).hint(messages::kRemoveTo);
    }
    allow.remarkRequired = node.attribute("remark") == "required";
    const auto [first, isNew] = allowLines_.emplace(act, placeOf(node).line);
    if (!isNew) {
      diagnostics_
          .error(messages::kDuplicateAllow, placeOf(node), {act, std::to_string(first->second)})
          .hint(messages::kMergeAllow);
    }
    definition_.allows.push_back(std::move(allow));
  }

  const Sources& sources_;
  const Surroundings& surroundings_;
  Diagnostics& diagnostics_;
  Definition definition_;
  std::vector<const xml::Node*> stageNodes_;
  std::vector<std::pair<std::size_t, const xml::Node*>> returns_;  // looked at when all are known
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
