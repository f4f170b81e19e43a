#pragma once

#include <gtest/gtest.h>

#include <string>

#include "document/document.h"
#include "support/reading.h"

namespace chancery::document::test {

/// A document of one part; its content begins on the second line.
inline std::string wrap(const std::string& content) {
  return "<document xmlns=\"urn:chancery:document\"><part>\n" + content + "</part></document>";
}

/// The part's content as the reader understands it; there must be no findings.
inline std::string dumpOf(const std::string& content) {
  testing::ReadText text;
  testing::readInto(text, wrap(content));
  const Node document = read(text.root, text.sources, text.diagnostics);
  EXPECT_EQ(testing::codesOf(text.diagnostics), "");
  const std::string dumped = dump(document);
  return dumped.substr(dumped.find("  part\n") + 7);
}

/// "C101 3:5" for each finding, one a line.
inline std::string errorsOf(const std::string& content) {
  testing::ReadText text;
  testing::readInto(text, wrap(content));
  read(text.root, text.sources, text.diagnostics);
  return testing::codesOf(text.diagnostics);
}

/// The first finding, with its hint in Russian.
inline std::string hintOf(const std::string& content) {
  testing::ReadText text;
  testing::readInto(text, wrap(content));
  read(text.root, text.sources, text.diagnostics);
  EXPECT_FALSE(text.diagnostics.all().empty());
  return text.diagnostics.all().empty() ? ""
                                        : text.diagnostics.all()[0].hintText(Language::russian);
}

}  // namespace chancery::document::test
