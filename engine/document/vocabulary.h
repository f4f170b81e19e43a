#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"

/// The document vocabulary as one table. The reader and the schema file docs/schemas/document.xsd
/// are made from it, and from the schema the reference docs/vocabulary.md.
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
  /// The value that leaving it out means; "" = none, or what the style profile says.
  std::string_view usual = "";
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

}  // namespace chancery::document
