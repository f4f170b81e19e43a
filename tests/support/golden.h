#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "base/file.h"

namespace chancery::testing {

/// Compares `actual` with the file at `path` below the project; CHANCERY_UPDATE_GOLDENS=1 writes it
/// anew (git diff then shows what moved).
inline void expectGolden(const std::string& path, const std::string& actual) {
  const std::string file = std::string(CHANCERY_PROJECT_DIR) + '/' + path;
  if (std::getenv("CHANCERY_UPDATE_GOLDENS")) writeFile(file, actual);
  const std::string expected = findFile(file, 64u << 20).value_or("");
  if (expected == actual) return;
  std::size_t line = 1, at = 0;
  while (at < expected.size() && at < actual.size() && expected[at] == actual[at]) {
    line += expected[at++] == '\n';
  }
  const auto lineAt = [&](const std::string& text) {
    const std::size_t from = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    return text.substr(from, text.find('\n', at) - from);
  };
  ADD_FAILURE() << path << " differs from line " << line << "\n  expected: " << lineAt(expected)
                << "\n  actual:   " << lineAt(actual)
                << "\nCHANCERY_UPDATE_GOLDENS=1 writes it anew";
}

}  // namespace chancery::testing
