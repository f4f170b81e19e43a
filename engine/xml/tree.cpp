#include "xml/tree.h"

#include <array>
#include <utility>

namespace chancery::xml {
namespace {

using Entry = std::pair<Namespace, std::string_view>;
constexpr std::array<Entry, 8> kNamespaces{{{Namespace::document, "urn:chancery:document"},
                                            {Namespace::templates, "urn:chancery:template"},
                                            {Namespace::office, "urn:chancery:office"},
                                            {Namespace::workflow, "urn:chancery:workflow"},
                                            {Namespace::profile, "urn:chancery:profile"},
                                            {Namespace::calendar, "urn:chancery:calendar"},
                                            {Namespace::rules, "urn:chancery:rules"},
                                            {Namespace::scenario, "urn:chancery:scenario"}}};

void appendText(const Node& node, std::string& result) {
  result += node.text;
  for (const Node& child : node.children) appendText(child, result);
}

std::string_view shortNameOf(Namespace space) {
  const std::string_view uri = uriOf(space);
  return uri.empty() ? uri : uri.substr(uri.rfind(':') + 1);
}

void appendEscaped(std::string& result, std::string_view text) {
  for (const char c : text) {
    if (c == '\n') {
      result += "\\n";
    } else if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else {
      result += c;
    }
  }
}

void dumpNode(const Node& node, std::size_t depth, std::string& result) {
  result.append(2 * depth, ' ');
  if (node.isText()) {
    result += '"';
    appendEscaped(result, node.text);
    result += "\"\n";
    return;
  }
  // The document vocabulary is what most dumps show, so it goes without a mark.
  if (node.space != Namespace::document && node.space != Namespace::none) {
    result += node.space == Namespace::other ? "other" : shortNameOf(node.space);
    result += ':';
  }
  result += node.name;
  for (const Attribute& attribute : node.attributes) {
    result += ' ' + attribute.name + "=\"";
    appendEscaped(result, attribute.value);
    result += '"';
  }
  result += '\n';
  for (const Node& child : node.children) dumpNode(child, depth + 1, result);
}

}  // namespace

std::string_view uriOf(Namespace space) {
  for (const auto& [known, uri] : kNamespaces) {
    if (known == space) return uri;
  }
  return "";
}

Namespace namespaceOf(std::string_view uri) {
  if (uri.empty()) return Namespace::none;
  for (const auto& [space, known] : kNamespaces) {
    if (known == uri) return space;
  }
  return Namespace::other;
}

const Attribute* Node::findAttribute(std::string_view attribute) const {
  for (const Attribute& candidate : attributes) {
    if (candidate.name == attribute) return &candidate;
  }
  return nullptr;
}

std::string_view Node::attribute(std::string_view attribute) const {
  const Attribute* found = findAttribute(attribute);
  return found ? std::string_view(found->value) : std::string_view();
}

const Node* Node::findChild(std::string_view child) const {
  for (const Node& candidate : children) {
    if (candidate.isElement() && candidate.name == child) return &candidate;
  }
  return nullptr;
}

std::string Node::textContent() const {
  std::string result;
  appendText(*this, result);
  return result;
}

Position positionOf(const Node& element, const Attribute& attribute) {
  Position position = element.origin.stated;
  if (attribute.offset != 0) position.offset = attribute.offset;
  return position;
}

std::string dump(const Node& node) {
  std::string result;
  dumpNode(node, 0, result);
  return result;
}

}  // namespace chancery::xml
