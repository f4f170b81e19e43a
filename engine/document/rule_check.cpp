#include "document/rule_check.h"

#include <algorithm>

#include "base/suggest.h"
#include "document/messages.h"
#include "document/text_normaliser.h"

namespace chancery::document {
namespace {

std::vector<std::string> namesOf(const std::vector<Kind>& kinds) {
  std::vector<std::string> names;
  for (const Kind kind : kinds) names.emplace_back(ruleOf(kind).name);
  return names;
}

bool isWholeNumber(std::string_view value) {
  return !value.empty() && value.size() <= 4 && value[0] != '0' &&
         std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isOneOf(std::string_view value, std::string_view values) {
  for (std::size_t from = 0; from <= values.size();) {
    const std::size_t to = std::min(values.find('|', from), values.size());
    if (values.substr(from, to - from) == value) return true;
    from = to + 1;
  }
  return false;
}

bool fits(const AttributeRule& rule, std::string_view value) {
  // A value template ({…}) is not known yet; an empty one counts as absent.
  if (rule.values.empty() || value.empty() || value.find('{') != std::string_view::npos) return true;
  return rule.values == "#" ? isWholeNumber(value) : isOneOf(value, rule.values);
}

}  // namespace

const ElementRule* RuleCheck::ruleOfElement(const xml::Node& element) {
  const ElementRule* rule =
      element.space == xml::Namespace::document ? findRule(element.name) : nullptr;
  if (rule) return rule;
  std::vector<std::string> names;
  for (const ElementRule& r : vocabulary()) names.emplace_back(r.name);
  auto added = diagnostics_.error(messages::kUnknownElement, place(element), {element.name});
  if (const auto near = suggest(element.name, names)) added.hint(hints::kDidYouMean, {*near});
  return nullptr;
}

const ElementRule* RuleCheck::ruleOfChild(const xml::Node& child, const ElementRule& parent) {
  const ElementRule* rule = ruleOfElement(child);
  if (!rule) return nullptr;
  const auto& allowed = parent.children;
  if (std::find(allowed.begin(), allowed.end(), rule->kind) != allowed.end()) return rule;
  diagnostics_
      .error(messages::kNotAllowedHere, place(child), {child.name, std::string(parent.name)})
      .hint(messages::kInsideHint, {std::string(parent.name), joined(namesOf(parent.children))});
  return nullptr;
}

const AttributeRule* RuleCheck::ruleOfAttribute(const xml::Node& element,
                                                const xml::Attribute& attribute,
                                                const ElementRule& rule) {
  const auto known =
      std::find_if(rule.attributes.begin(), rule.attributes.end(),
                   [&](const AttributeRule& r) { return r.name == attribute.name; });
  if (known == rule.attributes.end()) {
    reportUnknownAttribute(element, attribute, rule);
    return nullptr;
  }
  if (!fits(*known, attribute.value)) {
    reportBadValue(element, attribute, *known);
    return nullptr;
  }
  return &*known;
}

void RuleCheck::reportUnknownAttribute(const xml::Node& element, const xml::Attribute& attribute,
                                       const ElementRule& rule) {
  std::vector<std::string> names;
  for (const AttributeRule& r : rule.attributes) names.emplace_back(r.name);
  auto added = diagnostics_.error(messages::kUnknownAttribute,
                                  sources_.place(xml::positionOf(element, attribute)),
                                  {attribute.name, std::string(rule.name)});
  if (const auto near = suggest(attribute.name, names)) {
    added.hint(hints::kDidYouMean, {*near});
  } else if (!names.empty()) {
    added.hint(hints::kKnownNames, {joined(names)});
  }
}

void RuleCheck::reportBadValue(const xml::Node& element, const xml::Attribute& attribute,
                               const AttributeRule& rule) {
  auto added = diagnostics_.error(messages::kBadValue,
                                  sources_.place(xml::positionOf(element, attribute)),
                                  {attribute.name, attribute.value});
  if (rule.values == "#") {
    added.hint(messages::kNumberHint);
    return;
  }
  std::string values(rule.values);
  for (std::size_t at; (at = values.find('|')) != std::string::npos;) values.replace(at, 1, ", ");
  added.hint(hints::kKnownNames, {values});
}

void RuleCheck::requireAttributes(const xml::Node& element, const ElementRule& rule) {
  for (const AttributeRule& attribute : rule.attributes) {
    if (!attribute.required || !element.attribute(attribute.name).empty()) continue;
    diagnostics_.error(messages::kMissingAttribute, place(element),
                       {std::string(attribute.name), std::string(rule.name)});
  }
  // PDF/UA-1, 7.3: every figure tells in words what it shows.
  if (rule.kind == Kind::figure && element.attribute("alt").empty() &&
      element.attribute("decorative") != "yes") {
    diagnostics_.error(messages::kNoAlternative, place(element)).hint(messages::kAlternativeHint);
  }
}

void RuleCheck::rejectText(const xml::Node& element, const ElementRule& rule) {
  for (const xml::Node& child : element.children) {
    if (child.isText() && !isBlank(child.text)) {
      diagnostics_.error(messages::kTextNotAllowed, place(element),
                         {std::string(rule.name), excerpt(child.text)});
    }
  }
}

}  // namespace chancery::document
