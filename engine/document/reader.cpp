#include <algorithm>

#include "document/document.h"
#include "document/messages.h"
#include "document/references.h"
#include "document/rule_check.h"
#include "document/table_check.h"
#include "document/text_normaliser.h"
#include "document/vocabulary.h"

namespace chancery::document {
namespace {

constexpr int kClauseLevels = 4;  // ГОСТ Р 7.0.97-2025: at most four numbered levels

bool isInline(Kind kind) {
  switch (kind) {
    case Kind::bold:
    case Kind::italic:
    case Kind::lineBreak:
    case Kind::note:
    case Kind::reference:
    case Kind::pageNumber:
    case Kind::pageCount:
    case Kind::sectionPageCount:
      return true;
    default:
      return false;
  }
}

/// Kinds whose `id` a cross reference may lead to.
bool isTarget(Kind kind) {
  return kind == Kind::heading || kind == Kind::table || kind == Kind::figure ||
         kind == Kind::chart || kind == Kind::clause || kind == Kind::appendix || kind == Kind::part;
}

/// Kinds that say nothing when empty and are then left out, so that a condition or an empty value
/// leaves no blank line. A cell, a date or number whose place is kept for handwriting, and marks
/// that are the usual word when empty, stay.
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
    case Kind::replyTo:
    case Kind::seal:
    case Kind::control:
    case Kind::appendixMark:
    case Kind::to:
    case Kind::table:
    case Kind::part:
    case Kind::appendix:
    case Kind::document:
    case Kind::figure:
    case Kind::pdfPages:
    case Kind::category:
    case Kind::value:
    case Kind::span:
    case Kind::contents:
    case Kind::pageBreak:
    case Kind::reference:
    case Kind::pageNumber:
    case Kind::pageCount:
    case Kind::sectionPageCount:
      return false;
    default:
      return true;
  }
}

/// Whether attributes alone say something: a picture's file, the sheets of an enclosure.
bool isToldByAttributes(const Node& node) {
  switch (node.kind) {
    case Kind::coatOfArms:
    case Kind::emblem:
    case Kind::trademark:
      return !node.attribute(Attribute::href).empty();
    case Kind::enclosure:
    case Kind::electronicSignature:
      return !node.attributes.empty();
    default:
      return false;
  }
}

bool saysNothing(const Node& node) {
  if (!node.text.empty() || !node.children.empty() || !isDroppedWhenEmpty(node.kind)) return false;
  return !isToldByAttributes(node);
}

class Reader {
 public:
  Reader(const Sources& sources, Diagnostics& diagnostics)
      : sources_(sources), diagnostics_(diagnostics), check_(sources, diagnostics) {}

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
    references_.check(diagnostics_);
    return document;
  }

 private:
  Node readElement(const xml::Node& element, const ElementRule& rule) {
    Node node;
    node.kind = rule.kind;
    node.origin = element.origin;
    readAttributes(element, rule, node);
    if (rule.kind == Kind::appendix) references_.enterAppendix();
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
        const bool means = rule.kind != Kind::part || references_.inAppendix();
        if (known->attribute == Attribute::id && isTarget(rule.kind) && means) {
          references_.define(attribute.value, check_.place(element), diagnostics_);
        } else if (rule.kind == Kind::reference && known->attribute == Attribute::to) {
          references_.refer(attribute.value, check_.place(element));
        }
      }
    }
    check_.requireAttributes(element, rule);
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
    if (rule.kind == Kind::appendix) references_.leaveAppendix();
    // An included document is its parts.
    if (rule.kind == Kind::document) {
      std::move(node.children.begin(), node.children.end(), std::back_inserter(parent.children));
      return;
    }
    if (saysNothing(node)) return;
    if (rule.kind == Kind::paragraph) {
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
    std::vector<std::vector<Inline>> paragraphs = splitParagraphs(std::move(node.text));
    if (paragraphs.size() == 1 && node.children.empty()) {
      node.text = std::move(paragraphs.front());
      parent.children.push_back(std::move(node));
      return;
    }
    for (std::vector<Inline>& paragraph : paragraphs) {
      Node part;
      part.kind = node.kind;
      part.attributes = node.attributes;
      part.origin = node.origin;
      for (Inline& piece : paragraph) {
        if (piece.isWords()) continue;
        part.children.push_back(std::move(node.children[static_cast<std::size_t>(piece.child)]));
        piece.child = static_cast<int>(part.children.size()) - 1;
      }
      if (!part.children.empty()) placeNoteMarks(paragraph);
      part.text = std::move(paragraph);
      parent.children.push_back(std::move(part));
    }
  }

  void readText(const xml::Node& element, const ElementRule& rule, Node& node) {
    std::vector<Inline> text;
    collectInlines(element, rule, {}, text, node);
    node.text = normalise(std::move(text));
    if (rule.kind == Kind::paragraph) return;
    joinParagraphs(node.text);
    placeNoteMarks(node.text);
  }

  /// `rule` is that of the element whose text this is, also inside <b> and <i>: it tells what may
  /// stand there. What is no inline becomes a child of `node` (a column inside a column).
  void collectInlines(const xml::Node& element, const ElementRule& rule, Inline look,
                      std::vector<Inline>& text, Node& node) {
    for (const xml::Node& child : element.children) {
      if (child.isText()) {
        look.text = child.text;
        look.origin = child.origin;
        text.push_back(look);
      } else if (const ElementRule* childRule = check_.ruleOfChild(child, rule)) {
        if (isInline(childRule->kind)) {
          collectInline(child, *childRule, rule, look, text, node);
        } else {
          appendChild(child, *childRule, node);
        }
      }
    }
  }

  void collectInline(const xml::Node& element, const ElementRule& rule, const ElementRule& outer,
                     Inline look, std::vector<Inline>& text, Node& node) {
    if (rule.kind == Kind::bold || rule.kind == Kind::italic) {
      look.bold = look.bold || rule.kind == Kind::bold;
      look.italic = look.italic || rule.kind == Kind::italic;
      collectInlines(element, outer, look, text, node);
      return;
    }
    look.text.clear();
    look.origin = element.origin;
    if (rule.kind == Kind::lineBreak) {
      look.text = kLineBreak;
    } else {
      const std::size_t before = node.children.size();
      appendChild(element, rule, node);
      if (node.children.size() == before) return;  // an empty note
      look.child = static_cast<int>(before);
      look.childKind = rule.kind;
    }
    text.push_back(look);
  }

  void readBlocks(const xml::Node& element, const ElementRule& rule, Node& node) {
    Node loose;  // the paragraph of the text between two blocks
    loose.kind = Kind::paragraph;
    std::vector<Inline> text;
    const auto flush = [&] {
      if (text.empty()) return;
      loose.origin = text.front().origin;
      loose.text = normalise(std::move(text));
      appendParagraphs(std::move(loose), node);
      loose = {};
      loose.kind = Kind::paragraph;
      text.clear();
    };
    for (const xml::Node& child : element.children) {
      if (child.isText()) {
        text.push_back({child.text, false, false, child.origin});
        continue;
      }
      const ElementRule* childRule = check_.ruleOfChild(child, rule);
      if (!childRule) continue;
      if (isInline(childRule->kind)) {
        collectInline(child, *childRule, rule, {}, text, loose);
      } else {
        flush();
        appendChild(child, *childRule, node);
      }
    }
    flush();
  }

  static std::size_t leafColumns(const Node& node) {
    std::size_t count = 0;
    for (const Node& child : node.children) {
      if (child.kind == Kind::column) count += std::max<std::size_t>(leafColumns(child), 1);
    }
    return count;
  }

  void checkTable(const xml::Node& element, const Node& table) {
    const std::size_t columns = leafColumns(table);
    if (columns == 0) {
      diagnostics_.error(messages::kNoColumns, check_.place(element)).hint(messages::kColumnsHint);
      return;
    }
    TableCheck grid(columns, sources_, diagnostics_);
    std::vector<CellSpan> cells;
    for (const Node& child : table.children) {
      if (child.kind == Kind::sectionRow) grid.end();
      if (child.kind != Kind::row) continue;
      cells.clear();
      for (const Node& cell : child.children) {
        cells.push_back({wholeNumber(cell.attribute(Attribute::columns)),
                         wholeNumber(cell.attribute(Attribute::rows)), cell.origin.stated});
      }
      grid.addRow(cells, child.origin.stated);
    }
    grid.end();
  }

  static std::size_t wholeNumber(std::string_view value) {
    std::size_t number = 0;
    for (const char c : value) number = number * 10 + static_cast<std::size_t>(c - '0');
    return value.empty() ? 1 : number;
  }

  const Sources& sources_;
  Diagnostics& diagnostics_;
  RuleCheck check_;
  References references_;
  int clauseDepth_ = 0;
};

}  // namespace

Node read(const xml::Node& expanded, const Sources& sources, Diagnostics& diagnostics) {
  return Reader(sources, diagnostics).readRoot(expanded);
}

}  // namespace chancery::document
