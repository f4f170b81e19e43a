#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"
#include "format/format.h"
#include "format/model.h"
#include "format/numbering.h"
#include "format/profile.h"
#include "format/style_sheet.h"

/// Blocks (paragraphs, headings, lists, clauses, tables) → paragraphs and tables with figures.
namespace chancery::format {

/// What all functions of this room work on while one document is formatted.
struct Context {
  const Profile& profile;
  const Pictures& pictures;
  const Sources& sources;
  Diagnostics& diagnostics;
  Document& out;
  StyleSheet styles;
  NumberingCounter numbering;

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

Table makeTable(Context& context, const document::Node& table);

/// A table that only places cells side by side, without borders or padding.
Table makeSideBySide(Context& context, std::vector<Column> columns);

std::optional<Align> parseAlign(std::string_view name);

}  // namespace chancery::format
