#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "lang/typography.h"
#include "xml/tree.h"

/// The document as an office sees it: parts, requisites, blocks. No look is in it.
namespace chancery::document {

/// What a node is. The names are the elements of the document vocabulary (see vocabulary.h).
enum class Kind : std::uint8_t {
  document, part, appendix,
  // Requisites (vocabulary_requisites.cpp)
  letterhead, line, kind, registration, date, number, place, title, subtitle, command,
  clauses, clause, signature, post, organisation, name, executor, phone,
  stamps, agreed, approved, approvedBy, appendixMark, to, text,
  coatOfArms, emblem, trademark, side, formCode, unit, contacts, address, email, site, okpo, ogrn, inn,
  replyTo, access, addressee, enclosures, enclosure, visa, remarks, jointSignature,
  electronicSignature, certificate, owner, validFrom, validTo, seal, copyMark, receipt, resolution,
  performer, due, control, filing, qrCode,
  // Blocks (vocabulary_blocks.cpp)
  paragraph, heading, list, item, abbreviations, abbreviation, shortForm, fullForm,
  table, column, columnNumber, row, sectionRow, cell, source,
  figure, chart, category, series, value, span, pdfPages,
  contents, keep, pageBreak, header, footer,
  note, reference, pageNumber, pageCount, sectionPageCount,
  bold, italic,
  lineBreak,  // stays the last one
};
inline constexpr std::size_t kKindCount = static_cast<std::size_t>(Kind::lineBreak) + 1;

enum class Attribute : std::uint8_t {
  // Of blocks (vocabulary_blocks.cpp)
  alt, caseForm, continued, cover, decorative, first, from, group, height, horizontal, levels, of,
  pageNumber, series, show, stacked, start, to, total, values, verticalAlign, words, xTitle, yTitle,
  // Of requisites (vocabulary_requisites.cpp)
  copies, form, position, requisiteNumbers, sheets,
  align, caption, columns, header, href, id, keep, level, number, numbers, orientation, profile,
  rows, split, style, title, width, workflow, language,
};

/// A piece of text of one look. '\n' is a forced line break. A footnote, a reference or a page
/// number is a piece without text that stands for a child of its node.
struct Inline {
  std::string text;
  bool bold = false;
  bool italic = false;
  Origin origin;
  int child = -1;               ///< index into Node::children; -1 for words
  Kind childKind = Kind::text;  ///< of that child

  bool isWords() const { return child < 0; }
};

/// A node of the document tree. Text stands in `text` of the nodes that hold text alone (see
/// vocabulary.h); nodes that may hold several paragraphs have paragraph children instead.
struct Node {
  Kind kind = Kind::document;
  std::vector<std::pair<Attribute, std::string>> attributes;
  std::vector<Inline> text;
  std::vector<Node> children;
  Origin origin;

  /// The attribute's value, "" when absent.
  std::string_view attribute(Attribute attribute) const;
  const Node* find(Kind kind) const;
  /// All text of this node, without its children's.
  std::string plainText() const;
};

/// Reads the result of an expansion (or a document written by hand) into a document tree.
///
/// Every element, attribute and attribute value is checked against the vocabulary; text is
/// normalised (runs of spaces become one, none at the ends); '\n' in a value begins a new paragraph
/// where several are allowed, else a new line; empty paragraphs, requisites and lists are dropped.
/// Result: the tree (its root is a `document`), as far as it could be read; look at `diagnostics`.
Node read(const xml::Node& expanded, const Sources& sources, Diagnostics& diagnostics);

/// Whether the order's date and number are final: given by its registration, not typed.
enum class Registration { typed, given };

/// Numbers the appendices (by their own `number`, else by the engine when there are several) and
/// completes their marks: what a mark does not state comes from the order: «Приложение № 2 / к
/// приказу / от 5 июня 2026 г. № 217».
///
/// Typed figures stay as they are: a mark may state its own, and an empty one leaves its place.
/// Given ones win over what a mark states, so that no page bears another number than the order;
/// they also fill the places that УТВЕРЖДЕН stamps of appendices leave empty.
void completeAppendixMarks(Node& document, Registration registration = Registration::typed);

/// Sets no-break spaces in all text of the tree. Words are never changed.
void applyTypography(Node& document, const lang::TypographyRules& rules);

/// A picture that a document shows, as its `href` names it.
struct PictureName {
  std::string name;
  Origin origin;  ///< of the element that names it first
};

/// The pictures to be loaded before the document is formatted: every `href`, each name once, in the
/// order of the document.
std::vector<PictureName> pictureNames(const Node& document);

/// The tree as indented text, for goldens.
std::string dump(const Node& node);

}  // namespace chancery::document
