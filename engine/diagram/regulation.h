#pragma once

#include <string>
#include <vector>

#include "diagram/names.h"

namespace chancery::diagram {

/// A clause of a regulation with what stands below it. A clause of the first level is a section:
/// its text is its heading.
struct Clause {
  std::string text;
  std::vector<Clause> clauses = {};
  std::vector<std::string> items = {};  ///< of a list behind the text, with their punctuation
};

/// «Порядок подготовки, согласования и подписания документа «…»»: the definition as an office
/// regulation. Clauses are numbered where they are printed.
struct Regulation {
  std::string title;
  std::string approvedBy;  ///< «приказом»: by what kind of act; its date and number stay open
  std::vector<Clause> sections;
};
Regulation regulationOf(const flow::Definition& definition, const Names& names);

/// The regulation as data (JSON) of the template "regulation".
std::string toData(const Regulation& regulation);

}  // namespace chancery::diagram
