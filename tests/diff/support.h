#pragma once

#include <gtest/gtest.h>

#include <string>

#include "diff/diff.h"
#include "diff/text.h"
#include "support/reading.h"

namespace chancery::diff {

/// A document of these parts and appendices.
inline document::Node documentOf(const std::string& content) {
  testing::ReadText text;
  testing::readInto(text, "<document xmlns=\"urn:chancery:document\">" + content + "</document>");
  document::Node document = document::read(text.root, text.sources, text.diagnostics);
  EXPECT_EQ(testing::codesOf(text.diagnostics), "");
  document::completeAppendixMarks(document);
  return document;
}

/// What changed between two documents, as the command prints it.
inline std::string changes(const std::string& before, const std::string& after,
                           Language language = Language::russian) {
  const document::Node was = documentOf(before), is = documentOf(after);
  return toText(compare({was}, {is}), language, Look::marks);
}

/// The same of two parts.
inline std::string partChanges(const std::string& before, const std::string& after) {
  return changes("<part>" + before + "</part>", "<part>" + after + "</part>");
}

}  // namespace chancery::diff
