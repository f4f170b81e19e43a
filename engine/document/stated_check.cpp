#include <charconv>

#include "document/rule_check.h"
#include "document/table_check.h"
#include "document/vocabulary.h"

namespace chancery::document {
namespace {

bool isControl(const xml::Node& node) {
  return node.isElement() && node.space == xml::Namespace::templates;
}

/// What a template says about the shape of one table, as far as it is known without data.
class StatedTable {
 public:
  explicit StatedTable(const xml::Node& table) { collect(table, false); }

  void check(const Sources& sources, Diagnostics& diagnostics) const {
    if (!known_ || columns_ == 0) return;
    for (const xml::Node* row : rows_) {
      std::vector<CellSpan> cells;
      if (findCells(*row, cells)) {
        TableCheck(columns_, sources, diagnostics).addRow(cells, row->origin.stated);
      }
    }
  }

 private:
  /// Looks through control elements; what they call is not known here.
  void collect(const xml::Node& node, bool isConditional) {
    for (const xml::Node& child : node.children) {
      if (isControl(child)) {
        const bool calls = child.name == "call" || child.name == "include" || child.name == "recurse";
        known_ = known_ && !calls;
        collect(child, true);
      } else if (child.is(xml::Namespace::document, "column")) {
        known_ = known_ && !isConditional;
        addColumn(child);
      } else if (child.is(xml::Namespace::document, "row")) {
        rows_.push_back(&child);
      }
    }
  }

  void addColumn(const xml::Node& column) {
    const std::size_t before = columns_;
    for (const xml::Node& child : column.children) {
      if (child.is(xml::Namespace::document, "column")) addColumn(child);
      if (isControl(child) && child.name != "value-of") known_ = false;
    }
    if (columns_ == before) ++columns_;
  }

  /// Cells that span rows, or that data decide about, tell nothing yet.
  static bool findCells(const xml::Node& row, std::vector<CellSpan>& cells) {
    for (const xml::Node& child : row.children) {
      if (isControl(child)) return false;
      if (!child.is(xml::Namespace::document, "cell")) continue;
      const std::string_view span = child.attribute("columns");
      CellSpan cell;
      const auto [end, error] = std::from_chars(span.data(), span.data() + span.size(), cell.columns);
      if (!span.empty() && (error != std::errc() || end != span.data() + span.size())) return false;
      cells.push_back(cell);
    }
    return true;
  }

  std::vector<const xml::Node*> rows_;
  std::size_t columns_ = 0;
  bool known_ = true;
};

bool spansRows(const xml::Node& node) {
  for (const xml::Node& child : node.children) {
    if (child.is(xml::Namespace::document, "cell") && child.findAttribute("rows")) return true;
    if (child.isElement() && spansRows(child)) return true;
  }
  return false;
}

/// Walks a template; `inside` is the nearest document element, null where it is not known (in a
/// define, which may be called from anywhere).
class StatedCheck {
 public:
  StatedCheck(const Sources& sources, Diagnostics& diagnostics) : check_(sources, diagnostics), sources_(sources), diagnostics_(diagnostics) {}

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
    check_.requireAttributes(element, *rule);
    if (rule->kind == Kind::table && !spansRows(element)) {
      StatedTable(element).check(sources_, diagnostics_);
    }
    if (rule->content == Content::elements || rule->content == Content::empty) {
      check_.rejectText(element, *rule);
    }
    // Inside <b> and <i> stands what may stand in the text around them.
    const bool isLook = rule->kind == Kind::bold || rule->kind == Kind::italic;
    visitChildren(element, isLook ? inside : rule);
  }

  RuleCheck check_;
  const Sources& sources_;
  Diagnostics& diagnostics_;
};

}  // namespace

void checkStated(const xml::Node& root, const Sources& sources, Diagnostics& diagnostics) {
  const bool isTemplate = root.is(xml::Namespace::document, "template");
  StatedCheck(sources, diagnostics)
      .visitChildren(root, isTemplate ? &ruleOf(Kind::document) : nullptr);
}

}  // namespace chancery::document
