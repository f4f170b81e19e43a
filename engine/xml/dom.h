#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/source.h"

struct _xmlNode;
struct _xmlDoc;

namespace chancery::xml {

/// A handle of one node of a `Dom`: a value, possibly empty, good as long as its Dom lives and the
/// node is not removed.
class DomNode {
 public:
  DomNode() = default;
  explicit DomNode(_xmlNode* node) : node_(node) {}

  explicit operator bool() const { return node_ != nullptr; }
  bool operator==(const DomNode&) const = default;

  bool isElement() const;
  bool isText() const;
  std::string_view name() const;  ///< of an element or attribute
  DomNode parent() const;
  DomNode firstChild() const;  ///< of any kind
  DomNode next() const;
  DomNode firstElement() const;                    ///< first child element
  DomNode nextElement() const;                     ///< next sibling element
  DomNode findChild(std::string_view name) const;  ///< first child element of that name
  std::optional<std::string> findAttribute(std::string_view name) const;
  std::string text() const;   ///< all text below, joined (the XPath string-value)
  bool hasText() const;       ///< whether any text stands below
  Position position() const;  ///< where the value stands in its file

  _xmlNode* get() const { return node_; }

 private:
  _xmlNode* node_ = nullptr;
};

/// A tree that XPath can be evaluated over: data sets, the office's directory. Elements are in no
/// namespace; every node knows its place in the file it came from.
///
/// Threads: not synchronised; one object belongs to one job.
class Dom {
 public:
  Dom();
  ~Dom();
  Dom(Dom&&) noexcept;
  Dom& operator=(Dom&&) noexcept;

  DomNode root() const;
  DomNode makeRoot(std::string_view name, Position position);
  DomNode appendElement(DomNode parent, std::string_view name, Position position);
  /// Adds text (well-formed UTF-8 without characters that XML forbids); "" adds nothing.
  void appendText(DomNode parent, std::string_view text, Position position);
  void setAttribute(DomNode element, std::string_view name, std::string_view value);
  /// Removes a node and all below it.
  void remove(DomNode node);

  /// Nodes ever added: the measure that limits of evaluation are scaled to.
  std::size_t nodeCount() const { return nodes_; }

  /// The tree as indented text for tests: `name` or `name "text"`, attributes as @key="…".
  std::string dump() const;

  _xmlDoc* get() const { return document_; }

 private:
  _xmlDoc* document_ = nullptr;
  std::size_t nodes_ = 0;
};

/// Whether `text` can be an element's name in a Dom (an XML name without a colon).
bool isName(std::string_view text);

}  // namespace chancery::xml
