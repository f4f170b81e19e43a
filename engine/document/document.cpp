#include "document/document.h"

#include <unordered_set>

#include "document/vocabulary.h"

namespace chancery::document {

std::string_view Node::attribute(Attribute wanted) const {
  for (const auto& [attribute, value] : attributes) {
    if (attribute == wanted) return value;
  }
  return {};
}

const Node* Node::find(Kind wanted) const {
  for (const Node& child : children) {
    if (child.kind == wanted) return &child;
  }
  return nullptr;
}

std::string Node::plainText() const {
  std::string result;
  for (const Inline& piece : text) result += piece.text;
  return result;
}

namespace {

void dumpText(const Inline& piece, std::string& out) {
  if (!piece.isWords()) {
    out += '<' + std::string(ruleOf(piece.childKind).name) + '>';
    return;
  }
  if (piece.bold) out += "b";
  if (piece.italic) out += "i";
  out += '"';
  for (const char c : piece.text) out += c == '\n' ? std::string("\\n") : std::string(1, c);
  out += '"';
}

void dumpNode(const Node& node, int depth, std::string& out) {
  const ElementRule& rule = ruleOf(node.kind);
  out.append(static_cast<std::size_t>(depth) * 2, ' ');
  out += rule.name;
  for (const AttributeRule& attribute : rule.attributes) {
    const std::string_view value = node.attribute(attribute.attribute);
    if (!value.empty()) out += ' ' + std::string(attribute.name) + '=' + std::string(value);
  }
  for (const Inline& piece : node.text) {
    out += ' ';
    dumpText(piece, out);
  }
  out += '\n';
  for (const Node& child : node.children) dumpNode(child, depth + 1, out);
}

}  // namespace

namespace {

void collectPictureNames(const Node& node, std::unordered_set<std::string_view>& seen,
                         std::vector<PictureName>& names) {
  const std::string_view name = node.attribute(Attribute::href);
  if (!name.empty() && seen.insert(name).second) names.push_back({std::string(name), node.origin});
  for (const Node& child : node.children) collectPictureNames(child, seen, names);
}

}  // namespace

std::vector<PictureName> pictureNames(const Node& document) {
  std::vector<PictureName> names;
  std::unordered_set<std::string_view> seen;
  collectPictureNames(document, seen, names);
  return names;
}

std::string dump(const Node& node) {
  std::string out;
  dumpNode(node, 0, out);
  return out;
}

}  // namespace chancery::document
