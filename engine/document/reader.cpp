#include <algorithm>

#include "base/suggest.h"
#include "document/document.h"
#include "document/messages.h"
#include "document/text_normaliser.h"
#include "document/vocabulary.h"

namespace chancery::document {
namespace {

constexpr int kClauseLevels = 4;  // ГОСТ Р 7.0.97-2025: at most four numbered levels

std::vector<std::string> namesOf(const std::vector<Kind>& kinds) {
  std::vector<std::string> names;
  for (const Kind kind : kinds) names.emplace_back(ruleOf(kind).name);
  return names;
}

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

bool isWholeNumber(std::string_view value) {
  return !value.empty() && value.size() <= 4 && value[0] != '0' &&
         std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isOneOf(std::string_view value, std::string_view values) {
  for (std::size_t from = 0; from <= values.size();) {
    const std::size_t to = std::min(values.find('|', from), values.size());
    if (values.substr(from, to - from) == value) return true;
    from = to + 1;
  }
  return false;
}

class Reader {
 public:
  Reader(const Sources& sources, Diagnostics& diagnostics)
      : sources_(sources), diagnostics_(diagnostics) {}

  Node readRoot(const xml::Node& root) {
    if (!root.is(xml::Namespace::document, "document")) {
      diagnostics_.error(messages::kUnknownElement, place(root), {root.name})
          .hint(hints::kKnownNames, {"document"});
      return {};
    }
    Node document = readElement(root, ruleOf(Kind::document));
    if (!document.find(Kind::part)) {
      diagnostics_.error(messages::kNoPart, place(root)).hint(messages::kPartHint);
    }
    return document;
  }

 private:
  Place place(const xml::Node& node) const { return sources_.place(node.origin.stated); }

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
        rejectText(element, rule);
        break;
    }
    if (rule.kind == Kind::table) checkTable(element, node);
    return node;
  }

  void readAttributes(const xml::Node& element, const ElementRule& rule, Node& node) {
    for (const xml::Attribute& attribute : element.attributes) {
      if (attribute.name.find(':') != std::string::npos) continue;  // xml:space, xsi:…
      const auto known =
          std::find_if(rule.attributes.begin(), rule.attributes.end(),
                       [&](const AttributeRule& r) { return r.name == attribute.name; });
      if (known == rule.attributes.end()) {
        reportUnknownAttribute(element, attribute, rule);
      } else if (attribute.value.empty()) {
        continue;  // an empty value template counts as absent
      } else if (const bool fits = known->values.empty() ||
                                   (known->values == "#" ? isWholeNumber(attribute.value)
                                                         : isOneOf(attribute.value, known->values));
                 fits) {
        node.attributes.emplace_back(known->attribute, attribute.value);
      } else {
        reportBadValue(element, attribute, *known);
      }
    }
  }

  void reportUnknownAttribute(const xml::Node& element, const xml::Attribute& attribute,
                              const ElementRule& rule) {
    std::vector<std::string> names;
    for (const AttributeRule& r : rule.attributes) names.emplace_back(r.name);
    auto added =
        diagnostics_.error(messages::kUnknownAttribute,
                           sources_.place(xml::positionOf(element, attribute)),
                           {attribute.name, std::string(rule.name)});
    if (const auto near = suggest(attribute.name, names)) {
      added.hint(hints::kDidYouMean, {*near});
    } else if (!names.empty()) {
      added.hint(hints::kKnownNames, {joined(names)});
    }
  }

  void reportBadValue(const xml::Node& element, const xml::Attribute& attribute,
                      const AttributeRule& rule) {
    auto added = diagnostics_.error(messages::kBadValue,
                                    sources_.place(xml::positionOf(element, attribute)),
                                    {attribute.name, attribute.value});
    if (rule.values == "#") {
      added.hint(messages::kNumberHint);
    } else {
      std::string values(rule.values);
      for (std::size_t at; (at = values.find('|')) != std::string::npos;) values.replace(at, 1, ", ");
      added.hint(hints::kKnownNames, {values});
    }
  }

  /// The rule of a child, or null after a diagnostic.
  const ElementRule* ruleOfChild(const xml::Node& child, const ElementRule& parent) {
    const ElementRule* rule =
        child.space == xml::Namespace::document ? findRule(child.name) : nullptr;
    // "number" is one name for two things that never meet: findRule gives the only Kind of a name.
    const auto& allowed = parent.children;
    if (rule && std::find(allowed.begin(), allowed.end(), rule->kind) != allowed.end()) return rule;
    if (!rule) {
      std::vector<std::string> names;
      for (const ElementRule& r : vocabulary()) names.emplace_back(r.name);
      auto added = diagnostics_.error(messages::kUnknownElement, place(child), {child.name});
      if (const auto near = suggest(child.name, names)) added.hint(hints::kDidYouMean, {*near});
    } else {
      diagnostics_
          .error(messages::kNotAllowedHere, place(child), {child.name, std::string(parent.name)})
          .hint(messages::kInsideHint,
                {std::string(parent.name), joined(namesOf(parent.children))});
    }
    return nullptr;
  }

  void rejectText(const xml::Node& element, const ElementRule& rule) {
    for (const xml::Node& child : element.children) {
      if (child.isText() && !isBlank(child.text)) {
        diagnostics_.error(messages::kTextNotAllowed, place(element),
                           {std::string(rule.name), excerpt(child.text)});
      }
    }
  }

  void readElements(const xml::Node& element, const ElementRule& rule, Node& node) {
    rejectText(element, rule);
    for (const xml::Node& child : element.children) {
      if (!child.isElement()) continue;
      if (const ElementRule* childRule = ruleOfChild(child, rule)) appendChild(child, *childRule, node);
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
          .error(messages::kTooManyClauseLevels, place(clause), {std::to_string(kClauseLevels)})
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
      } else if (const ElementRule* childRule = ruleOfChild(child, rule)) {
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
      const ElementRule* childRule = ruleOfChild(child, rule);
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
      diagnostics_.error(messages::kNoColumns, place(element)).hint(messages::kColumnsHint);
      return;
    }
    std::vector<std::size_t> taken(columns, 0);  // rows that a cell from above still takes
    for (const Node& child : table.children) {
      if (child.kind != Kind::row) continue;
      const std::size_t cells = placeCells(child, taken);
      if (cells != columns) {
        diagnostics_.error(messages::kColumnsUneven, sources_.place(child.origin.stated),
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

  const Sources& sources_;
  Diagnostics& diagnostics_;
  int clauseDepth_ = 0;
};

}  // namespace

Node read(const xml::Node& expanded, const Sources& sources, Diagnostics& diagnostics) {
  return Reader(sources, diagnostics).readRoot(expanded);
}

}  // namespace chancery::document
