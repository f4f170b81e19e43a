#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"
#include "format/format.h"
#include "format/model.h"
#include "format/numbering.h"
#include "format/profile.h"
#include "format/style_sheet.h"
#include "format/targets.h"

/// Blocks (paragraphs, headings, lists, clauses, tables) → paragraphs and tables with figures.
namespace chancery::format {

/// What all functions of this room work on while one document is formatted.
///
/// The blocks of the open section are `*flow`. A block that does not stand in a cell, an item or a
/// <keep> may end the section and open another: `turn(true)` goes on on landscape sheets.
struct Context {
  const Profile& profile;
  const Pictures& pictures;
  const Sources& sources;
  Diagnostics& diagnostics;
  Document& out;
  StyleSheet styles;
  NumberingCounter numbering;
  const Targets* targets = nullptr;  ///< set before anything is formatted
  int scope = 0;                     ///< of Targets: which appendix, 0 for none
  bool landscape = false;            ///< the sheets of the open section
  std::vector<Block>* flow = nullptr;
  std::function<void(bool landscape)> turn;
  std::vector<std::size_t> pageBreaks;  ///< indexes into *flow: these blocks begin a page
  /// The last list of each style and depth, which a later one may continue.
  std::map<std::pair<std::string, int>, NumberingCounter::Running> lists;

  Context(const Profile& usedProfile, const Pictures& usedPictures, const Sources& usedSources,
          Diagnostics& usedDiagnostics, Document& document)
      : profile(usedProfile),
        pictures(usedPictures),
        sources(usedSources),
        diagnostics(usedDiagnostics),
        out(document),
        styles(usedProfile, document),
        numbering(usedProfile, document) {}
};

/// The two styles that running text has in a place: in the text area or in a table cell.
struct TextStyles {
  StyleName text = StyleName::text;
  StyleName item = StyleName::listItem;
};
inline constexpr TextStyles kInText{StyleName::text, StyleName::listItem};
inline constexpr TextStyles kInCell{StyleName::tableText, StyleName::tableText};
inline constexpr TextStyles kInTotal{StyleName::tableTotal, StyleName::tableTotal};

/// The origin of words that stand in an attribute of the node.
Origin statedBy(const document::Node& node);

/// A paragraph of that style with the node's own text.
Paragraph makeParagraph(Context& context, StyleName style, const document::Node& node);
/// A paragraph of plain text.
Paragraph makeParagraph(Context& context, StyleName style, std::string text, Origin origin);

/// Formats one block of running text; other kinds of nodes are passed over.
void appendBlock(Context& context, const document::Node& node, TextStyles styles,
                 std::vector<Block>& blocks);

void appendClauses(Context& context, const document::Node& clauses, std::vector<Block>& blocks);

/// A table with its caption and the note under it.
void appendTable(Context& context, const document::Node& table, std::vector<Block>& blocks);
/// A picture or chart on a line of its own, with its caption.
void appendFigure(Context& context, const document::Node& figure, std::vector<Block>& blocks);
void appendChart(Context& context, const document::Node& chart, std::vector<Block>& blocks);
void appendContents(Context& context, const document::Node& contents, std::vector<Block>& blocks);

/// The caption of a table or figure, "Таблица 3 – Название"; nothing when it has none.
std::optional<Paragraph> makeCaption(Context& context, const document::Node& node, StyleName style,
                                     const std::string& pattern);

/// "25mm" of an attribute; nothing (after a diagnostic when it is no length) otherwise.
std::optional<Length> findLength(Context& context, const document::Node& node,
                                 document::Attribute attribute, std::string_view name);

/// A table that only places cells side by side, without borders or padding.
Table makeSideBySide(Context& context, std::vector<Column> columns);

/// Line ends become spaces.
std::string oneLine(std::string text);

std::optional<Align> parseAlign(std::string_view name);

}  // namespace chancery::format
