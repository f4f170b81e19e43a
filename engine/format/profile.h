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

/// How a letterhead stands: along the sheet's whole width, or in a corner with the addressee beside
/// it. What stands below is the way of ГОСТ Р 7.0.97-2025, for profiles that do not tell.
struct LetterheadLook {
  bool corner = false;                   ///< unless a document's letterhead says otherwise
  Length cornerWidth = Length::mm(80);   ///< of the corner block
  Length cornerGap = Length::mm(10);     ///< between the corner block and what stands beside it
  Align cornerAlign = Align::center;     ///< inside the corner block
  Length pictureHeight = Length::mm(17); ///< of coat of arms, emblem and trademark
};

/// Words of the marks. %1 and %2 stand for what the document gives.
struct MarkWords {
  std::string formCode = "Форма по ОКУД %1";
  std::string copyNumber = "Экз. № %1";
  std::string phone = "тел. %1", email = "%1", okpo = "ОКПО %1", ogrn = "ОГРН %1", inn = "ИНН/КПП %1";
  std::string of = "от ";             ///< before the date of an act
  std::string reply = "На ";          ///< before the number that a letter answers
  std::string replyNumberBlank = "__________", replyDateBlank = "______________";
  std::string enclosures = "Приложение:";
  std::string sheets = "на %1 л.", copies = "в %1 экз.";
  std::string seal = "М.П.";
  std::string copy = "Верно";
  std::string receipt = "Вх. ";       ///< before the number that it got
  std::string due = "Срок: %1";
  std::string control = "Контроль";
  std::string filing = "В дело ";     ///< before the number of the file
  std::string qrCode = "QR-код: %1";  ///< tells the code to those who do not see it
};

/// The mark of an electronic signature: a frame with what it says, line by line.
struct ElectronicSignatureLook {
  Length width = Length::mm(70);
  Length nameWidth = Length::mm(42);  ///< of the name beside it
  Length border = Length::pt(0.5);
  Length padding = Length::mm(1.5);
  std::string title = "Документ подписан\nэлектронной подписью";
  std::string certificate = "Сертификат %1", owner = "Владелец %1", valid = "Действителен с %1 по %2";
  std::string dateFormat = "dd.MM.yyyy";  ///< in its narrow lines
};

struct QrCodeLook {
  enum class Place : std::uint8_t { bottom, top, line };
  Length size = Length::mm(15);
  /// In the right corner of the first sheet's bottom or top margin, or in a line of its own.
  Place place = Place::bottom;
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
  Length stampWidth = Length::mm(80);      ///< of a stamp that faces another one
  Length stampGap = Length::mm(5);         ///< the least between them
  std::string dateFormat = "d MMMM yyyy 'г.'";  ///< of dates that the document gives as 2026-06-05
  std::string signatureLine;               ///< before a name in a stamp: room for the handwriting

  Length signatureNameWidth;
  int keepLinesWithSignature = 3;
  int charactersOfLine = 60;  ///< taken for a full line where lines are not known yet

  LetterheadLook letterhead;
  MarkWords words;
  ElectronicSignatureLook electronicSignature;
  QrCodeLook qrCode;

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
