#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace chancery::xml {

/// The namespaces of the product's own vocabularies. A name in any other namespace is `other`.
enum class Namespace : std::uint8_t {
  none,
  other,
  document,
  templates,
  office,
  workflow,
  profile,
  calendar,
  rules,
  scenario,
};

/// The address of a namespace, e.g. "urn:chancery:document"; "" for none and other.
std::string_view uriOf(Namespace space);
/// `other` for an address that is none of ours, `none` for "".
Namespace namespaceOf(std::string_view uri);

/// An attribute; those in a namespace (xml:space, xsi:…) keep their prefix in `name`.
struct Attribute {
  std::string name;
  std::string value;
  std::uint32_t offset = 0;  ///< byte offset of the name in the element's source; 0 when unknown
};

/// A node of a plain XML tree: an element or a piece of text. Comments and processing instructions
/// are not kept; CDATA is text; entities other than the five of XML do not exist here.
///
/// A value: built once by a reader or by `expand`, then only read.
struct Node {
  enum class Type : std::uint8_t { element, text };

  Type type = Type::element;
  Namespace space = Namespace::none;
  std::string name;  ///< local name of an element; "" for text
  std::string text;  ///< of a text node; '\n' in it separates paragraphs
  std::vector<Attribute> attributes;
  std::vector<Node> children;
  Origin origin;

  bool isElement() const { return type == Type::element; }
  bool isText() const { return type == Type::text; }
  bool is(Namespace expected, std::string_view expectedName) const {
    return isElement() && space == expected && name == expectedName;
  }

  const Attribute* findAttribute(std::string_view attribute) const;
  /// The attribute's value, "" when it is absent.
  std::string_view attribute(std::string_view attribute) const;
  /// First child element of that local name, whatever its namespace; null when there is none.
  const Node* findChild(std::string_view child) const;
  /// All text below this node, joined.
  std::string textContent() const;
};

/// The position of an attribute for a diagnostic; the element's own when its offset is not known.
Position positionOf(const Node& element, const Attribute& attribute);

/// The tree as indented text, one node a line, for goldens and debugging.
std::string dump(const Node& node);

}  // namespace chancery::xml
