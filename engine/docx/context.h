#pragma once

#include <set>
#include <string>
#include <vector>

#include "docx/bookmarks.h"
#include "docx/contents.h"
#include "docx/controls.h"
#include "docx/drawings.h"
#include "docx/numbering.h"
#include "docx/pool.h"
#include "docx/writer.h"
#include "format/model.h"

namespace chancery::docx {

/// What the parts of one document share while they are written.
struct Context {
  /// @param loan outlives the object
  Context(const format::Document& document, const format::Resolved& resolved,
          const Options& options, const Pool::Loan& loan);

  const format::Document& document;
  const format::Resolved& resolved;
  NumberingPlan numbering;
  Bookmarks bookmarks;
  ContentsPlan contents;
  Controls controls;
  bool fieldsInTables;
  Drawings drawings;
  /// Every font family of styles and of what was written.
  std::set<std::string, std::less<>> families;
  std::vector<bool> marked;  ///< bookmarks that were written
};

}  // namespace chancery::docx
