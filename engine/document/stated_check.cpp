#include "document/rule_check.h"
#include "document/vocabulary.h"

namespace chancery::document {
namespace {

/// Walks a template; `inside` is the nearest document element, null where it is not known (in a
/// define, which may be called from anywhere).
class StatedCheck {
 public:
  StatedCheck(const Sources& sources, Diagnostics& diagnostics) : check_(sources, diagnostics) {}

  void visitChildren(const xml::Node& node, const ElementRule* inside) {
    for (const xml::Node& child : node.children) {
      if (!child.isElement()) continue;
      if (child.space == xml::Namespace::templates) {
        const bool opens = child.name == "define";
        if (child.name != "fields") visitChildren(child, opens ? nullptr : inside);
      } else {
        visitElement(child, inside);
      }
    }
  }

 private:
  void visitElement(const xml::Node& element, const ElementRule* inside) {
    const ElementRule* rule =
        inside ? check_.ruleOfChild(element, *inside) : check_.ruleOfElement(element);
    if (!rule) {
      visitChildren(element, nullptr);
      return;
    }
    for (const xml::Attribute& attribute : element.attributes) {
      if (attribute.name.find(':') == std::string::npos) {
        check_.ruleOfAttribute(element, attribute, *rule);
      }
    }
    if (rule->content == Content::elements || rule->content == Content::empty) {
      check_.rejectText(element, *rule);
    }
    visitChildren(element, rule);
  }

  RuleCheck check_;
};

}  // namespace

void checkStated(const xml::Node& root, const Sources& sources, Diagnostics& diagnostics) {
  const bool isTemplate = root.is(xml::Namespace::document, "template");
  StatedCheck(sources, diagnostics)
      .visitChildren(root, isTemplate ? &ruleOf(Kind::document) : nullptr);
}

}  // namespace chancery::document
