#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "docx/writer.h"

/// A written DOCX taken apart again, by means of its own, so that the writer is not its own judge.
namespace chancery::docx::test {

/// An XML element, or a text when `name` is empty.
struct Node {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::vector<Node> children;
  std::string text;

  /// First child of that name; a missing one is an empty element.
  const Node& child(std::string_view name) const;
  bool has(std::string_view name) const;
  std::vector<const Node*> all(std::string_view name) const;  ///< at any depth
  std::string attribute(const std::string& name) const;       ///< "" when absent
  std::string val() const { return attribute("w:val"); }
};

/// Well-formed XML without a DTD; anything else throws std::runtime_error.
Node parse(std::string_view xml);

/// The tree with one element a line, attributes in order: what a golden holds.
std::string canonical(const Node& root);

/// Part name → bytes, in the package's order of entries.
std::vector<std::pair<std::string, std::string>> unpack(std::string_view docx);
std::string part(std::string_view docx, std::string_view name);  ///< "" when absent

/// The text a reader sees of one paragraph: tabs as '\t', breaks as '\n'; fields left out.
std::string textOf(const Node& paragraph);

/// word/document.xml of a document written with fixed options.
Node body(const format::Document& document);
std::string packed(const format::Document& document);

/// The tree of `xml` on one line, for short expectations: <a b="c"><d/>text</a>
std::string compact(const Node& node);

}  // namespace chancery::docx::test
