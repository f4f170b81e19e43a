#pragma once

#include <memory>

#include "base/diagnostic.h"
#include "base/source.h"
#include "fonts/library.h"
#include "format/model.h"
#include "pages/pages.h"

namespace chancery::layout {

/// Bounds of one document; past them layout stops with an error that names the limit.
struct Limits {
  int pages = 20'000;
  int nesting = 8;  ///< tables in cells
};

struct Result {
  pages::Pages pages;
  format::Resolved resolved;
};

/// Breaks a formatted document into lines and pages. Keeps shaped words between documents; results
/// do not depend on what was laid out before.
///
/// Nothing is ever lost: what fits nowhere is split or, at last, set in a smaller measure with a
/// warning. Threads: one Engine serves one thread at a time.
class Engine {
 public:
  explicit Engine(const fonts::Library& library);
  ~Engine();

  /// A document that shows numbers which only its pages tell (how many there are, where a bookmark
  /// stands) is laid out again until they are right, four times at most.
  /// @param sources what the document's origins point into, for the places of findings
  Result layout(const format::Document& document, const Limits& limits, Diagnostics& diagnostics,
                const Sources* sources = nullptr);

  /// What layout() resolves and finds, without the pages: all that a DOCX needs, in less time.
  format::Resolved resolve(const format::Document& document, const Limits& limits,
                           Diagnostics& diagnostics, const Sources* sources = nullptr);

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace chancery::layout
