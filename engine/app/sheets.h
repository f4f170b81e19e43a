#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/directory.h"
#include "runtime/view.h"
#include "runtime/visas.h"

namespace chancery::app {

/// Documents about a document, made from its history.
enum class Sheet {
  coordination,   ///< «Лист согласования»
  disagreements,  ///< «Таблица разногласий»
};

/// By the word of a command: "coordination", "disagreements".
std::optional<Sheet> findSheet(std::string_view word);
/// The template that renders it: "coordination-sheet".
std::string_view templateOf(Sheet sheet);

/// What a sheet is made of.
struct SheetFacts {
  const runtime::CaseView* view = nullptr;
  std::vector<runtime::GivenVisa> visas;
  std::string kind;  ///< of the document in the genitive: «приказа»; "" = not known
  Moment now;
};

/// The data of a sheet's template, as JSON.
///
/// The coordination sheet has those who answered in this round or whose answer stands, then those
/// who are still asked, and the answers of earlier rounds in brief. The other one has all remarks
/// with what the author replied.
std::string sheetData(Sheet sheet, const SheetFacts& facts, const OfficeDirectory& directory);

/// The remarks that the author has not replied to, a line for each with its task; "" without any.
std::string unansweredRemarks(const std::vector<runtime::GivenVisa>& visas,
                              const OfficeDirectory& directory, Language language);

}  // namespace chancery::app
