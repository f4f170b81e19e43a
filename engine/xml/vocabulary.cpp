#include "xml/vocabulary.h"

#include <algorithm>

#include "base/suggest.h"
#include "xml/messages.h"

namespace chancery::xml {
namespace {

bool isBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class Checker {
 public:
  Checker(const Sources& sources, const Vocabulary& vocabulary, Diagnostics& diagnostics)
      : sources_(sources), vocabulary_(vocabulary), diagnostics_(diagnostics) {}

  void element(const Node& node, const ElementRule& rule) {
    checkAttributes(sources_, node, rule.attributes, diagnostics_);
    for (const Node& child : node.children) {
      if (child.isElement()) {
        childElement(node, child, rule);
      } else if (!rule.text && !isBlank(child.text)) {
        diagnostics_.error(messages::kStrayText, sources_.place(child.origin.stated), {node.name});
      }
    }
  }

 private:
  void childElement(const Node& parent, const Node& child, const ElementRule& rule) {
    const Place place = sources_.place(child.origin.stated);
    if (child.space != vocabulary_.space) {
      diagnostics_.error(messages::kWrongNamespace, place,
                         {child.name, std::string(uriOf(vocabulary_.space))});
      return;
    }
    const ElementRule* childRule = vocabulary_.find(child.name);
    if (!childRule) {
      hintNames(diagnostics_.error(messages::kUnknownElement, place, {child.name}), child.name,
                rule.children);
      return;
    }
    if (!contains(rule.children, child.name)) {
      auto added =
          diagnostics_.error(messages::kMisplacedElement, place, {child.name, parent.name});
      if (!rule.children.empty()) added.hint(hints::kKnownNames, {joined(rule.children)});
    }
    element(child, *childRule);
  }

  const Sources& sources_;
  const Vocabulary& vocabulary_;
  Diagnostics& diagnostics_;
};

}  // namespace

const ElementRule* Vocabulary::find(std::string_view name) const {
  for (const ElementRule& rule : elements) {
    if (rule.name == name) return &rule;
  }
  return nullptr;
}

void hintNames(Diagnostics::Added added, std::string_view name,
               const std::vector<std::string>& known) {
  if (const auto near = suggest(name, known)) {
    added.hint(hints::kDidYouMean, {*near});
  } else if (!known.empty()) {
    added.hint(hints::kKnownNames, {joined(known)});
  }
}

void checkAttributes(const Sources& sources, const Node& element,
                     const std::vector<AttributeRule>& rules, Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (const AttributeRule& rule : rules) {
    const Attribute* attribute = element.findAttribute(rule.name);
    if (!attribute) {
      known.push_back(rule.name);  // one that stands there is not what the writer was after
      if (rule.required) {
        diagnostics.error(messages::kMissingAttribute, sources.place(element.origin.stated),
                          {rule.name, element.name});
      }
    } else if (!rule.values.empty() && !contains(rule.values, attribute->value)) {
      hintNames(
          diagnostics.error(messages::kUnknownValue, sources.place(positionOf(element, *attribute)),
                            {rule.name, attribute->value}),
          attribute->value, rule.values);
    }
  }
  for (const Attribute& attribute : element.attributes) {
    const bool isKnown = std::any_of(rules.begin(), rules.end(), [&](const AttributeRule& rule) {
      return rule.name == attribute.name;
    });
    if (isKnown || attribute.name.find(':') != std::string::npos) continue;
    hintNames(diagnostics.error(messages::kUnknownAttribute,
                                sources.place(positionOf(element, attribute)),
                                {attribute.name, element.name}),
              attribute.name, known);
  }
}

void checkVocabulary(const Sources& sources, const Node& root, const Vocabulary& vocabulary,
                     Diagnostics& diagnostics) {
  const ElementRule* rule = vocabulary.find(vocabulary.root);
  if (!rule || !root.is(vocabulary.space, vocabulary.root)) {
    diagnostics.error(messages::kWrongRoot, sources.place(root.origin.stated),
                      {vocabulary.root, std::string(uriOf(vocabulary.space))});
    return;
  }
  Checker(sources, vocabulary, diagnostics).element(root, *rule);
}

}  // namespace chancery::xml
