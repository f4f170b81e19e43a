#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "xml/tree.h"

namespace chancery::xml {

/// What one attribute may be.
struct AttributeRule {
  std::string name;
  bool required = false;
  std::vector<std::string> values = {};  ///< the allowed values; empty: any
};

/// What one element may hold.
struct ElementRule {
  std::string name;
  std::vector<AttributeRule> attributes = {};
  std::vector<std::string> children = {};  ///< allowed child elements by name
  bool text = false;                       ///< whether text may stand in it
};

/// The elements of one XML vocabulary, for the checks that every vocabulary needs: unknown and
/// misplaced elements, unknown, missing and impossible attributes, stray text, each with a hint.
/// A name has one rule wherever it stands.
struct Vocabulary {
  Namespace space = Namespace::none;
  std::string root;
  std::vector<ElementRule> elements;

  const ElementRule* find(std::string_view name) const;
};

/// Checks the tree below `root` and reports everything that the vocabulary does not allow.
/// An unknown element is reported once; what stands inside it is not looked at. Attributes in other
/// namespaces (xml:…, xsi:…) are left alone.
void checkVocabulary(const Sources& sources, const Node& root, const Vocabulary& vocabulary,
                     Diagnostics& diagnostics);

/// Attaches «возможно, вы имели в виду …» when a known name is near, else the list of known names.
void hintNames(Diagnostics::Added added, std::string_view name,
               const std::vector<std::string>& known);

/// The checks of one element alone, for parsers that walk the tree themselves.
void checkAttributes(const Sources& sources, const Node& element,
                     const std::vector<AttributeRule>& rules, Diagnostics& diagnostics);

}  // namespace chancery::xml
