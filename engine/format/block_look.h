#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "base/length.h"

namespace chancery::format {

class ProfileValues;

/// The six cases of the words that name what a reference leads to, in the order of Russian grammar.
enum class Case : std::uint8_t {
  nominative, genitive, dative, accusative, instrumental, prepositional, count
};
using Declined = std::array<std::string, static_cast<std::size_t>(Case::count)>;

/// How a profile wants captions, references, notes and charts: everything about blocks that is no
/// paragraph style.
struct BlockLook {
  /// How tables and figures of appendices are numbered: on with the document's, anew in each
  /// appendix, or anew with the appendix' number in front («Таблица 2.1»).
  enum class InAppendices : std::uint8_t { continued, restarted, prefixed };

  std::string tableCaption;   ///< "Таблица %1 – %2": %1 the number, %2 the title
  std::string figureCaption;  ///< "Рисунок %1 – %2"
  std::string appendixTitle;  ///< of a line of the contents: "Приложение %1. %2"
  InAppendices inAppendices = InAppendices::continued;

  Declined headingWord, tableWord, figureWord, clauseWord, appendixWord;
  std::string pageWord;       ///< "стр."

  std::string noteMark;       ///< "%1"
  Length noteRule;            ///< length of the line above the notes

  Length afterTable;          ///< least space between a table and the paragraph after it
  std::string rowNumber;      ///< of a column of row numbers: "%1."

  Length chartWidth, chartHeight;
};

}  // namespace chancery::format
