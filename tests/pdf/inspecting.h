#pragma once

#include <cstdio>
#include <optional>
#include <string>

#include "pdf/inspect.h"

namespace chancery::pdf_test {

/// What looking into a file gave.
struct Looked {
  std::optional<pdf::Inspected> file;
  Diagnostics diagnostics;

  /// "P101", or "" when all is well.
  std::string code() const {
    return diagnostics.all().empty() ? "" : std::string(diagnostics.all()[0].message->code);
  }
  std::string words() const { return formatText(diagnostics, Language::english); }
};

inline Looked look(const std::string& bytes) {
  Looked outcome;
  outcome.file = pdf::inspect(bytes, "act.pdf", {"order.json", 7, 3}, outcome.diagnostics);
  return outcome;
}

/// "200x100 scan, 100x200 page"
inline std::string pagesOf(const std::string& bytes) {
  const Looked outcome = look(bytes);
  if (!outcome.file) return outcome.code();
  std::string text;
  for (const pdf::InspectedPage& page : outcome.file->pages) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%gx%g %s", page.width.toPt(), page.height.toPt(),
                  page.scan ? "scan" : "page");
    text += (text.empty() ? "" : ", ") + std::string(buffer);
  }
  return text;
}

}  // namespace chancery::pdf_test
