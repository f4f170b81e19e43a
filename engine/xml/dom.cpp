#include "xml/dom.h"

#include <libxml/parser.h>  // dict.h does not stand alone
#include <libxml/tree.h>

#include <algorithm>
#include <cstdint>
#include <new>
#include <utility>

#include "base/error.h"

namespace chancery::xml {
namespace {

static_assert(sizeof(void*) >= 8, "a node's place is kept in its 64-bit user pointer");

const xmlChar* chars(const char* text) {
  return reinterpret_cast<const xmlChar*>(text);
}

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

void setPosition(xmlNode* node, Position position) {
  const std::uint64_t packed = (std::uint64_t{position.source} << 32) | position.offset;
  node->_private = reinterpret_cast<void*>(static_cast<std::uintptr_t>(packed));
}

xmlNode* required(xmlNode* node) {
  if (!node) throw std::bad_alloc();
  return node;
}

bool carriesText(const xmlNode* node) {
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

void appendText(const xmlNode* node, std::string& result) {
  if (carriesText(node)) {
    result += view(node->content);
    return;
  }
  for (const xmlNode* child = node->children; child; child = child->next) {
    appendText(child, result);
  }
}

void dumpNode(DomNode node, std::size_t depth, std::string& result) {
  result.append(2 * depth, ' ');
  result += node.name();
  for (const xmlAttr* a = node.get()->properties; a; a = a->next) {
    result +=
        " @" + std::string(view(a->name)) + "=\"" + std::string(view(a->children->content)) + '"';
  }
  for (DomNode child = node.firstChild(); child; child = child.next()) {
    if (child.isText()) result += " \"" + child.text() + '"';
  }
  result += '\n';
  for (DomNode child = node.firstElement(); child; child = child.nextElement()) {
    dumpNode(child, depth + 1, result);
  }
}

}  // namespace

bool DomNode::isElement() const {
  return node_ && node_->type == XML_ELEMENT_NODE;
}
bool DomNode::isText() const {
  return node_ && carriesText(node_);
}
std::string_view DomNode::name() const {
  return node_ ? view(node_->name) : std::string_view();
}

DomNode DomNode::parent() const {
  return DomNode(node_ && node_->parent && node_->parent->type == XML_ELEMENT_NODE ? node_->parent
                                                                                   : nullptr);
}

DomNode DomNode::firstChild() const {
  return DomNode(node_ ? node_->children : nullptr);
}
DomNode DomNode::next() const {
  return DomNode(node_ ? node_->next : nullptr);
}

DomNode DomNode::firstElement() const {
  DomNode child = firstChild();
  while (child && !child.isElement()) child = child.next();
  return child;
}

DomNode DomNode::nextElement() const {
  DomNode sibling = next();
  while (sibling && !sibling.isElement()) sibling = sibling.next();
  return sibling;
}

DomNode DomNode::findChild(std::string_view name) const {
  DomNode child = firstElement();
  while (child && child.name() != name) child = child.nextElement();
  return child;
}

std::optional<std::string> DomNode::findAttribute(std::string_view name) const {
  if (!isElement()) return std::nullopt;
  for (const xmlAttr* attribute = node_->properties; attribute; attribute = attribute->next) {
    if (view(attribute->name) != name) continue;
    return attribute->children ? std::string(view(attribute->children->content)) : std::string();
  }
  return std::nullopt;
}

std::string DomNode::text() const {
  std::string result;
  if (node_) appendText(node_, result);
  return result;
}

bool DomNode::hasText() const {
  if (!node_) return false;
  if (carriesText(node_)) return node_->content && *node_->content;
  for (DomNode child = firstChild(); child; child = child.next()) {
    if (child.hasText()) return true;
  }
  return false;
}

Position DomNode::position() const {
  if (!node_) return {};
  const auto packed = static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(node_->_private));
  return {static_cast<SourceId>(packed >> 32), static_cast<std::uint32_t>(packed)};
}

Dom::Dom() : document_(xmlNewDoc(chars("1.0"))) {
  if (!document_) throw std::bad_alloc();
  // Names repeat in every row: kept once, they cost neither memory nor time.
  document_->dict = xmlDictCreate();
}

Dom::~Dom() {
  if (document_) xmlFreeDoc(document_);
}

Dom::Dom(Dom&& other) noexcept
    : document_(std::exchange(other.document_, nullptr)), nodes_(std::exchange(other.nodes_, 0)) {}

Dom& Dom::operator=(Dom&& other) noexcept {
  std::swap(document_, other.document_);
  std::swap(nodes_, other.nodes_);
  return *this;
}

DomNode Dom::root() const {
  return DomNode(xmlDocGetRootElement(document_));
}

DomNode Dom::makeRoot(std::string_view name, Position position) {
  check(!root(), "a Dom has one root");
  const xmlChar* kept =
      xmlDictLookup(document_->dict, chars(name.data()), static_cast<int>(name.size()));
  xmlNode* node =
      required(xmlNewDocNodeEatName(document_, nullptr, const_cast<xmlChar*>(kept), nullptr));
  xmlDocSetRootElement(document_, node);
  setPosition(node, position);
  ++nodes_;
  return DomNode(node);
}

DomNode Dom::appendElement(DomNode parent, std::string_view name, Position position) {
  const xmlChar* kept =
      xmlDictLookup(document_->dict, chars(name.data()), static_cast<int>(name.size()));
  xmlNode* node =
      required(xmlNewDocNodeEatName(document_, nullptr, const_cast<xmlChar*>(kept), nullptr));
  setPosition(node, position);
  xmlAddChild(parent.get(), node);
  ++nodes_;
  return DomNode(node);
}

void Dom::appendText(DomNode parent, std::string_view text, Position position) {
  if (text.empty()) return;
  xmlNode* node =
      required(xmlNewDocTextLen(document_, chars(text.data()), static_cast<int>(text.size())));
  setPosition(node, position);
  xmlAddChild(parent.get(), node);
  ++nodes_;
}

void Dom::setAttribute(DomNode element, std::string_view name, std::string_view value) {
  xmlNode* attribute = reinterpret_cast<xmlNode*>(xmlSetProp(
      element.get(), chars(std::string(name).c_str()), chars(std::string(value).c_str())));
  setPosition(required(attribute), element.position());
}

void Dom::remove(DomNode node) {
  xmlUnlinkNode(node.get());
  xmlFreeNode(node.get());
}

std::string Dom::dump() const {
  std::string result;
  if (root()) dumpNode(root(), 0, result);
  return result;
}

bool isName(std::string_view text) {
  const auto isLetter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  // Most keys are plain ASCII words: no copy for libxml2.
  if (!text.empty() && std::all_of(text.begin(), text.end(), isLetter)) return true;
  return !text.empty() && xmlValidateNCName(chars(std::string(text).c_str()), 0) == 0 &&
         text.find('\0') == std::string_view::npos;
}

}  // namespace chancery::xml
