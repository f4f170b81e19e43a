#include "xml/text_cost.h"

#include <libxml/tree.h>

#include <cstring>

namespace chancery::xml {
namespace {

constexpr std::size_t kBytesOfOperation = 64;

std::size_t costOfOne(const xmlNode& node) {
  const bool holdsText = node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE;
  if (!holdsText || !node.content) return 1;
  return 1 + costOfText(std::strlen(reinterpret_cast<const char*>(node.content)));
}

}  // namespace

std::size_t costOfText(std::size_t bytes) {
  return bytes / kBytesOfOperation;
}

std::size_t costOfText(DomNode top) {
  const xmlNode* root = top.get();
  if (!root || root->type == XML_NAMESPACE_DECL) return 0;  // the latter is no xmlNode at all
  std::size_t cost = 0;
  for (const xmlNode* node = root;;) {
    cost += costOfOne(*node);
    if (node->children && node->type != XML_ENTITY_REF_NODE) {
      node = node->children;
      continue;
    }
    while (node != root && !node->next) node = node->parent;
    if (node == root) return cost;
    node = node->next;
  }
}

std::size_t costOfText(const Value& value) {
  if (const NodeSet* nodes = value.nodes()) return nodes->empty() ? 0 : costOfText(nodes->front());
  return value.text() ? costOfText(value.text()->size()) : 0;
}

}  // namespace chancery::xml
