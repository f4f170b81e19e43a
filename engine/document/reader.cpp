#include <algorithm>

#include "document/document.h"
#include "document/messages.h"
#include "document/rule_check.h"
#include "document/text_normaliser.h"
#include "document/vocabulary.h"

namespace chancery::document {
namespace {

constexpr int kClauseLevels = 4;  // ГОСТ Р 7.0.97-2025: at most four numbered levels

bool isInline(Kind kind) {
  return kind == Kind::bold || kind == Kind::italic || kind == Kind::lineBreak;
}

/// Kinds that say nothing when empty and are then left out, so that a condition or an empty value
/// leaves no blank line. A cell, and a date or number whose place is kept for handwriting, stay.
bool isDroppedWhenEmpty(Kind kind) {
  switch (kind) {
    case Kind::cell:
    case Kind::row:
    case Kind::sectionRow:
    case Kind::column:
    case Kind::columnNumber:
    case Kind::date:
    case Kind::number:
    case Kind::registration:
    case Kind::appendixMark:
    case Kind::to:
    case Kind::table:
    case Kind::part:
    case Kind::appendix:
    case Kind::document:
      return false;
    default:
      return true;
  }
}

class Reader {
 public:
  Reader(const Sources& sources, Diagnostics& diagnostics)
      : diagnostics_(diagnostics), check_(sources, diagnostics) {}

  Node readRoot(const xml::Node& root) {
    if (!root.is(xml::Namespace::document, "document")) {
      diagnostics_.error(messages::kUnknownElement, check_.place(root), {root.name})
          .hint(hints::kKnownNames, {"document"});
      return {};
    }
    Node document = readElement(root, ruleOf(Kind::document));
    if (!document.find(Kind::part)) {
      diagnostics_.error(messages::kNoPart, check_.place(root)).hint(messages::kPartHint);
    }
    return document;
  }

 private:
  Node readElement(const xml::Node& element, const ElementRule& rule) {
    Node node;
    node.kind = rule.kind;
    node.origin = element.origin;
    readAttributes(element, rule, node);
    switch (rule.content) {
      case Content::elements:
        readElements(element, rule, node);
        break;
      case Content::text:
        readText(element, rule, node);
        break;
      case Content::blocks:
        readBlocks(element, rule, node);
        break;
      case Content::empty:
        check_.rejectText(element, rule);
        break;
    }
    if (rule.kind == Kind::table) checkTable(element, node);
    return node;
  }

  void readAttributes(const xml::Node& element, const ElementRule& rule, Node& node) {
    for (const xml::Attribute& attribute : element.attributes) {
      if (attribute.name.find(':') != std::string::npos) continue;  // xml:space, xsi:…
      const AttributeRule* known = check_.ruleOfAttribute(element, attribute, rule);
      // An empty value template counts as absent.
      if (known && !attribute.value.empty()) {
        node.attributes.emplace_back(known->attribute, attribute.value);
      }
    }
  }

  void readElements(const xml::Node& element, const ElementRule& rule, Node& node) {
    check_.rejectText(element, rule);
    for (const xml::Node& child : element.children) {
      if (!child.isElement()) continue;
      if (const ElementRule* childRule = check_.ruleOfChild(child, rule)) appendChild(child, *childRule, node);
    }
  }

  void appendChild(const xml::Node& child, const ElementRule& rule, Node& parent) {
    if (rule.kind == Kind::clause) checkClauseDepth(child);
    Node node = readElement(child, rule);
    if (rule.kind == Kind::clause) --clauseDepth_;
    // An included document is its parts.
    if (rule.kind == Kind::document) {
      std::move(node.children.begin(), node.children.end(), std::back_inserter(parent.children));
      return;
    }
    const bool empty = node.text.empty() && node.children.empty();
    if (empty && isDroppedWhenEmpty(rule.kind)) return;
    if (rule.kind == Kind::paragraph || rule.kind == Kind::heading) {
      appendParagraphs(std::move(node), parent);
    } else {
      parent.children.push_back(std::move(node));
    }
  }

  void checkClauseDepth(const xml::Node& clause) {
    if (++clauseDepth_ == kClauseLevels + 1) {
      diagnostics_
          .error(messages::kTooManyClauseLevels, check_.place(clause), {std::to_string(kClauseLevels)})
          .hint(messages::kLevelsHint, {std::to_string(kClauseLevels)});
    }
  }

  /// One node for each paragraph of its text.
  static void appendParagraphs(Node node, Node& parent) {
    for (std::vector<Inline>& paragraph : splitParagraphs(std::move(node.text))) {
      Node part;
      part.kind = node.kind;
      part.attributes = node.attributes;
      part.origin = node.origin;
      part.text = std::move(paragraph);
      parent.children.push_back(std::move(part));
    }
  }

  void readText(const xml::Node& element, const ElementRule& rule, Node& node) {
    std::vector<Inline> text;
    collectInlines(element, rule, {}, text);
    node.text = normalise(std::move(text));
    const bool severalParagraphs = rule.kind == Kind::paragraph || rule.kind == Kind::heading;
    if (!severalParagraphs) joinParagraphs(node.text);
  }

  void collectInlines(const xml::Node& element, const ElementRule& rule, Inline look,
                      std::vector<Inline>& text) {
    for (const xml::Node& child : element.children) {
      if (child.isText()) {
        look.text = child.text;
        look.origin = child.origin;
        text.push_back(look);
      } else if (const ElementRule* childRule = check_.ruleOfChild(child, rule)) {
        collectInline(child, *childRule, look, text);
      }
    }
  }

  void collectInline(const xml::Node& element, const ElementRule& rule, Inline look,
                     std::vector<Inline>& text) {
    if (rule.kind == Kind::lineBreak) {
      look.text = kLineBreak;
      look.origin = element.origin;
      text.push_back(look);
      return;
    }
    look.bold = look.bold || rule.kind == Kind::bold;
    look.italic = look.italic || rule.kind == Kind::italic;
    collectInlines(element, rule, look, text);
  }

  void readBlocks(const xml::Node& element, const ElementRule& rule, Node& node) {
    std::vector<Inline> loose;
    const auto flush = [&] {
      if (loose.empty()) return;
      Node paragraph;
      paragraph.kind = Kind::paragraph;
      paragraph.origin = loose.front().origin;
      paragraph.text = normalise(std::move(loose));
      loose.clear();
      appendParagraphs(std::move(paragraph), node);
    };
    for (const xml::Node& child : element.children) {
      if (child.isText()) {
        loose.push_back({child.text, false, false, child.origin});
        continue;
      }
      const ElementRule* childRule = check_.ruleOfChild(child, rule);
      if (!childRule) continue;
      if (isInline(childRule->kind)) {
        collectInline(child, *childRule, {}, loose);
      } else {
        flush();
        appendChild(child, *childRule, node);
      }
    }
    flush();
  }

  void checkTable(const xml::Node& element, const Node& table) {
    std::size_t columns = 0;
    for (const Node& child : table.children) columns += child.kind == Kind::column;
    if (columns == 0) {
      diagnostics_.error(messages::kNoColumns, check_.place(element)).hint(messages::kColumnsHint);
      return;
    }
    std::vector<std::size_t> taken(columns, 0);  // rows that a cell from above still takes
    for (const Node& child : table.children) {
      if (child.kind != Kind::row) continue;
      const std::size_t cells = placeCells(child, taken);
      if (cells != columns) {
        diagnostics_.error(messages::kColumnsUneven, check_.placeOf(child.origin),
                           {std::to_string(cells), std::to_string(columns)});
      }
    }
  }

  /// Number of columns that a row fills, cells from above included.
  static std::size_t placeCells(const Node& row, std::vector<std::size_t>& taken) {
    std::size_t column = 0;
    const auto skipTaken = [&] {
      while (column < taken.size() && taken[column] > 0) --taken[column++];
    };
    for (const Node& cell : row.children) {
      skipTaken();
      const std::size_t span = wholeNumber(cell.attribute(Attribute::columns));
      const std::size_t rows = wholeNumber(cell.attribute(Attribute::rows));
      for (std::size_t i = 0; i < span; ++i, ++column) {
        if (column < taken.size()) taken[column] = rows - 1;
      }
    }
    skipTaken();
    return column;
  }

  static std::size_t wholeNumber(std::string_view value) {
    std::size_t number = 0;
    for (const char c : value) number = number * 10 + static_cast<std::size_t>(c - '0');
    return value.empty() ? 1 : number;
  }

  Diagnostics& diagnostics_;
  RuleCheck check_;
  int clauseDepth_ = 0;
};

}  // namespace

Node read(const xml::Node& expanded, const Sources& sources, Diagnostics& diagnostics) {
  return Reader(sources, diagnostics).readRoot(expanded);
}

}  // namespace chancery::document
