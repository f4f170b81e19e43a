#include "check/rules.h"

#include <algorithm>
#include <array>

#include "check/messages.h"
#include "document/vocabulary.h"
#include "lang/agreement.h"
#include "xml/attribute_words.h"
#include "xml/reader.h"

namespace chancery::check {
namespace {

struct KindName {
  RuleKind kind;
  std::string_view element;
};
constexpr std::array<KindName, 9> kKinds{{{RuleKind::requisite, "requisite"},
                                          {RuleKind::title, "title"},
                                          {RuleKind::appendixReferences, "appendix-references"},
                                          {RuleKind::appendixNumbers, "appendix-numbers"},
                                          {RuleKind::registration, "registration"},
                                          {RuleKind::names, "names"},
                                          {RuleKind::terms, "terms"},
                                          {RuleKind::pairs, "pairs"},
                                          {RuleKind::numbering, "numbering"}}};

class Reader {
 public:
  Reader(const Sources& sources, Diagnostics& diagnostics)
      : sources_(sources), diagnostics_(diagnostics) {}

  Rules rules(const xml::Node& root) {
    Rules rules{std::string(root.attribute("id")), std::string(root.attribute("title")), {}};
    for (const xml::Node& child : root.children) {
      if (!child.isElement()) continue;
      for (const KindName& known : kKinds) {
        if (known.element == child.name) rules.rules.push_back(rule(child, known.kind));
      }
    }
    return rules;
  }

 private:
  Rule rule(const xml::Node& node, RuleKind kind) {
    Rule rule;
    rule.kind = kind;
    if (node.attribute("severity") == "warning") rule.severity = Severity::warning;
    rule.source = node.attribute("source");
    if (node.findAttribute("of")) rule.kinds = kinds(node);
    if (kind == RuleKind::requisite) rule.any = requisites(node);
    if (kind == RuleKind::title) rule.words = words(node, "words");
    return rule;
  }

  /// "приказ, план мероприятий": kinds hold spaces, so commas part them.
  std::vector<std::string> kinds(const xml::Node& node) {
    std::vector<std::string> kinds;
    const std::string_view all = node.attribute("of");
    for (std::size_t from = 0; from <= all.size();) {
      const std::size_t to = std::min(all.find(',', from), all.size());
      std::string kind = lang::plainWords(all.substr(from, to - from));
      if (!kind.empty()) kinds.push_back(std::move(kind));
      from = to + 1;
    }
    if (kinds.empty()) diagnostics_.error(messages::kNothingNamed, place(node, "of"), {"of"});
    return kinds;
  }

  std::vector<std::string> words(const xml::Node& node, const char* attribute) {
    std::vector<std::string> words = xml::splitList(node.attribute(attribute));
    if (words.empty() && node.findAttribute(attribute)) {
      diagnostics_.error(messages::kNothingNamed, place(node, attribute), {attribute});
    }
    return words;
  }

  std::vector<document::Kind> requisites(const xml::Node& node) {
    std::vector<document::Kind> kinds;
    for (const std::string& name : words(node, "any")) {
      if (const document::ElementRule* known = document::findRule(name)) {
        kinds.push_back(known->kind);
        continue;
      }
      std::vector<std::string> names;
      for (const document::ElementRule& element : document::vocabulary()) {
        names.emplace_back(element.name);
      }
      xml::hintNames(diagnostics_.error(messages::kUnknownRequisite, place(node, "any"), {name}),
                     name, names);
    }
    return kinds;
  }

  Place place(const xml::Node& node, std::string_view attribute) const {
    const xml::Attribute* found = node.findAttribute(attribute);
    return sources_.place(found ? xml::positionOf(node, *found) : node.origin.stated);
  }

  const Sources& sources_;
  Diagnostics& diagnostics_;
};

xml::Vocabulary makeVocabulary() {
  const std::vector<xml::AttributeRule> common{
      {"of"}, {"severity", false, {"error", "warning"}}, {"source", true}};
  xml::Vocabulary vocabulary{xml::Namespace::rules, "rules", {}};
  xml::ElementRule root{.name = "rules", .attributes = {{"id", true}, {"title"}}};
  for (const KindName& known : kKinds) root.children.emplace_back(known.element);
  vocabulary.elements.push_back(root);
  for (const KindName& known : kKinds) {
    xml::ElementRule element{.name = std::string(known.element), .attributes = common};
    if (known.kind == RuleKind::requisite) element.attributes.push_back({"any", true});
    if (known.kind == RuleKind::title) element.attributes.push_back({"words", true});
    vocabulary.elements.push_back(std::move(element));
  }
  return vocabulary;
}

}  // namespace

const xml::Vocabulary& rulesVocabulary() {
  static const xml::Vocabulary kVocabulary = makeVocabulary();
  return kVocabulary;
}

std::optional<Rules> readRules(const Sources& sources, SourceId source, Diagnostics& diagnostics) {
  constexpr std::size_t kLargest = 1u << 20;
  const std::size_t before = diagnostics.errorCount();
  const auto root = xml::read(sources, source, {.bytes = kLargest}, diagnostics);
  if (!root) return std::nullopt;
  xml::checkVocabulary(sources, *root, rulesVocabulary(), diagnostics);
  if (!root->is(xml::Namespace::rules, "rules")) return std::nullopt;
  Rules rules = Reader(sources, diagnostics).rules(*root);
  if (diagnostics.errorCount() != before) return std::nullopt;
  return rules;
}

}  // namespace chancery::check
