#pragma once

#include "base/diagnostic.h"
#include "document/vocabulary.h"
#include "xml/tree.h"

namespace chancery::document {

/// Checks single elements and attributes against the vocabulary and reports at their places; used
/// by the reader (on what was expanded) and by checkStated (on templates).
class RuleCheck {
 public:
  RuleCheck(const Sources& sources, Diagnostics& diagnostics)
      : sources_(sources), diagnostics_(diagnostics) {}

  /// The rule of `child` inside `parent`; null after a diagnostic.
  const ElementRule* ruleOfChild(const xml::Node& child, const ElementRule& parent);
  /// The rule of an element wherever it stands; null after a diagnostic.
  const ElementRule* ruleOfElement(const xml::Node& element);
  /// The rule of an attribute whose value fits; null after a diagnostic.
  const AttributeRule* ruleOfAttribute(const xml::Node& element, const xml::Attribute& attribute,
                                       const ElementRule& rule);
  /// Reports the attributes that the element must have and has not.
  void requireAttributes(const xml::Node& element, const ElementRule& rule);
  void rejectText(const xml::Node& element, const ElementRule& rule);

  Place place(const xml::Node& node) const { return placeOf(node.origin); }
  Place placeOf(const Origin& origin) const { return sources_.place(origin.stated); }

 private:
  void reportUnknownAttribute(const xml::Node& element, const xml::Attribute& attribute,
                              const ElementRule& rule);
  void reportBadValue(const xml::Node& element, const xml::Attribute& attribute,
                      const AttributeRule& rule);

  const Sources& sources_;
  Diagnostics& diagnostics_;
};

}  // namespace chancery::document
