#include "template/parsing.h"

#include <algorithm>

#include "template/messages.h"
#include "xml/attribute_value.h"

namespace chancery::templates {
namespace {

bool isSpace(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

}  // namespace

Place Parsing::placeOf(const xml::Node& node, const xml::Attribute& attribute,
                       std::size_t offset) const {
  return sources.place(xml::positionInValue(sources, node, attribute, offset));
}

Path Parsing::makePath(const xml::Node& element, const xml::Attribute& attribute, std::string text,
                       std::size_t offset) {
  const auto place = [&](std::size_t at) { return placeOf(element, attribute, offset + at); };
  auto compiled = xml::XPath::compile(std::move(text), place, diagnostics);
  if (!compiled) return {};
  return {std::make_shared<const xml::XPath>(std::move(*compiled)), &element, &attribute, offset};
}

Path Parsing::makePath(const xml::Node& element, std::string_view name) {
  const xml::Attribute* attribute = element.findAttribute(name);
  return attribute ? makePath(element, *attribute, attribute->value, 0) : Path{};
}

void Parsing::refuseText(const xml::Node& element) {
  for (const xml::Node& child : element.children) {
    const bool blank = std::all_of(child.text.begin(), child.text.end(), isSpace);
    if (child.isText() && !blank) {
      diagnostics.error(messages::kStrayText, placeOf(child), {element.name});
    }
  }
}

bool Parsing::checkName(const xml::Node& element, std::string_view name) {
  const xml::Attribute* attribute = element.findAttribute(name);
  if (!attribute) return false;  // reported by the check of attributes
  if (xml::isName(attribute->value)) return true;
  diagnostics.error(messages::kBadName, placeOf(element, *attribute), {attribute->value});
  return false;
}

void Parsing::reportMisplaced(const xml::Node& element, const std::string& container) {
  diagnostics.error(messages::kMisplacedControl, placeOf(element), {element.name})
      .hint(messages::kOnlyInside, {container});
}

std::string literalText(std::string_view text, bool first, bool last) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    if (!isSpace(text[at])) {
      result += text[at++];
      continue;
    }
    const std::size_t start = at;
    while (at < text.size() && isSpace(text[at])) ++at;
    const bool breaksLine = text.substr(start, at - start).find('\n') != std::string_view::npos;
    const bool whole = start == 0 && at == text.size();
    const bool atEdge = (first && start == 0) || (last && at == text.size());
    if (!breaksLine || !(whole || atEdge)) result += ' ';
  }
  return result;
}

std::vector<std::string> splitWords(std::string_view text, char separator) {
  std::vector<std::string> result;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    std::string_view word = text.substr(0, end);
    while (!word.empty() && isSpace(word.front())) word.remove_prefix(1);
    while (!word.empty() && isSpace(word.back())) word.remove_suffix(1);
    if (!word.empty()) result.emplace_back(word);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

}  // namespace chancery::templates
