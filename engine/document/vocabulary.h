#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"

/// The document vocabulary as one table. The reader, the schema file docs/schemas/document.xsd and
/// the reference page are all made from it.
namespace chancery::document {

/// What may stand inside an element.
enum class Content : std::uint8_t {
  elements,  ///< only the listed elements
  text,      ///< text and inline elements
  blocks,    ///< the listed elements, or text that forms paragraphs of its own
  empty,
};

struct AttributeRule {
  Attribute attribute;
  std::string_view name;
  std::string_view values;  ///< "a|b|c"; "" = any text; "#" = a whole number from 1
  Text help;
  bool required = false;
};

struct ElementRule {
  Kind kind;
  std::string_view name;
  Content content;
  std::vector<Kind> children;
  std::vector<AttributeRule> attributes;
  Text help;
  /// The number of the requisite that it is (ГОСТ Р 7.0.97-2025, 1 … 31); 0 = of none. An element
  /// inside another requisite is a part of that one, whatever stands here.
  int requisite = 0;
};

/// The standard's requisites.
inline constexpr int kRequisiteCount = 31;

const std::vector<ElementRule>& vocabulary();
const ElementRule& ruleOf(Kind kind);
/// Null for an element that is not in the vocabulary.
const ElementRule* findRule(std::string_view name);

/// Checks the document elements of a template as far as they can be known without data: names,
/// what stands inside what (control elements are looked through), attributes and their fixed values.
void checkStated(const xml::Node& root, const Sources& sources, Diagnostics& diagnostics);

/// The XML Schema of the vocabulary, for editors.
std::string schemaText();

/// A piece of a document that shows an element, perhaps among others.
struct Example {
  Kind of = Kind::document;  ///< the element that the piece is the example of
  std::string_view text;     ///< "" when nothing shows it
};
Example exampleOf(Kind kind);

/// The reference of the vocabulary, docs/vocabulary.md.
std::string referenceText();

}  // namespace chancery::document
