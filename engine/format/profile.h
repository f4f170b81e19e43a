#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/length.h"
#include "base/source.h"
#include "format/block_look.h"
#include "format/model.h"
#include "format/style_rules.h"
#include "lang/typography.h"
#include "xml/tree.h"

namespace chancery::format {

/// The look of one style, everything stated.
struct StyleLook {
  TextStyle text;
  Align align = Align::justify;
  bool atRight = false;          ///< stands at the right edge, `width` wide
  std::optional<Length> width;   ///< longest line; none = the whole text area
  Length firstLine, left;
  Length before, after;
  LineSpacing spacing;
  bool keepWithNext = false;
  bool keepLines = false;
  bool hyphenate = false;        ///< words may be divided at the end of a line
  bool newPage = false;          ///< of a heading: begins a page
};

/// Labels of one kind of list.
struct ListLook {
  std::string name;  ///< "clauses", "headings", or a style of lists: "number", "bullet", …
  std::vector<NumberingLevel> levels;
};

/// A style profile: how documents of one standard (or one organisation) look, as figures.
/// Read from NAME.profile.xml; nothing of it is in code.
struct Profile {
  std::string id;
  std::string title;
  std::string language = "ru-RU";

  Length pageWidth, pageHeight;
  Length left, right, top, bottom;
  bool rotateLandscape = true;  ///< the binding edge keeps its margin on a landscape sheet
  bool mirrorMargins = false;   ///< printed on both sides: even pages have left and right swapped

  int numberPagesFrom = 2;
  Length pageNumberOffset;          ///< from the sheet's upper (or lower) edge
  bool pageNumberAtFoot = false;
  std::string pageNumberPattern;    ///< "%1": %1 the page, %2 pages of the document, %3 of the part
  bool restartInAppendices = false;

  std::array<StyleLook, kStyleCount> styles;
  std::vector<ListLook> lists;

  std::string dateBlank, numberBlank;      ///< printed where a date or number is still to come
  std::string numberSign;                  ///< before a number: "№ "
  std::string agreedCaption, approvedCaption, appendixCaption;
  std::string signatureLine;               ///< before a name in a stamp: room for the handwriting

  Length signatureNameWidth;
  int keepLinesWithSignature = 3;

  Length tableBorder, tablePaddingX, tablePaddingY;
  bool splitRows = false;

  BlockLook blocks;

  lang::TypographyRules typography;

  const StyleLook& look(StyleName name) const { return styles[static_cast<std::size_t>(name)]; }
  const ListLook& list(std::string_view name) const;
};

/// Reads a profile; every element, attribute and value is checked.
/// Result: nothing when there were errors.
std::optional<Profile> readProfile(const xml::Node& root, const Sources& sources,
                                   Diagnostics& diagnostics);

/// "30mm", "1.25cm", "14pt". Nothing for anything else.
std::optional<Length> parseLength(std::string_view text);

}  // namespace chancery::format
