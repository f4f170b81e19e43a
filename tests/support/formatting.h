#pragma once

#include <gtest/gtest.h>

#include <string>

#include "base/file.h"
#include "format/format.h"
#include "support/reading.h"

namespace chancery::testing {

/// Formats pieces of documents with the ready-made profile.
class Formatting : public ::testing::Test {
 protected:
  Formatting() {
    ReadText text;
    readInto(text, readFile(std::string(CHANCERY_PROJECT_DIR) +
                                "/doc-templates/styles/gost-7.0.97-2025.profile.xml",
                            1 << 20));
    profile_ = format::readProfile(text.root, text.sources, text.diagnostics).value();
  }

  format::Document formatDocument(const std::string& content) {
    ReadText text;
    readInto(text, "<document xmlns=\"urn:chancery:document\">" + content + "</document>");
    document::Node document = document::read(text.root, text.sources, text.diagnostics);
    EXPECT_EQ(codesOf(text.diagnostics), "");
    document::completeAppendixMarks(document);
    Diagnostics diagnostics;
    format::Document formatted =
        format::apply(document, profile_, pictures_, text.sources, diagnostics);
    codes_ = codesOf(diagnostics);
    hint_ = diagnostics.all().empty() ? "" : diagnostics.all()[0].hintText(Language::russian);
    return formatted;
  }

  format::Document formatPart(const std::string& content) {
    return formatDocument("<part>" + content + "</part>");
  }

  /// The dump from the first section on, without its first line.
  std::string blocksOf(const std::string& content) {
    const std::string dumped = dump(formatPart(content));
    EXPECT_EQ(codes_, "");
    const std::size_t section = dumped.find("  section ");
    return dumped.substr(dumped.find('\n', section) + 1);
  }

  format::Profile profile_;
  format::Pictures pictures_;
  std::string codes_;
  std::string hint_;  ///< of the first finding
};

}  // namespace chancery::testing
