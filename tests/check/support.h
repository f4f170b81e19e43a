#pragma once

#include <gtest/gtest.h>

#include <string>

#include "check/check.h"
#include "xml/reader.h"

namespace chancery::check {

inline constexpr Date kToday{2026, 6, 5};

/// What `rule` (an element of a file of rules) finds in a document of these parts: a line for each
/// finding, "warning O207 3: the term …".
inline std::string findings(const std::string& rule, const std::string& parts) {
  Sources sources;
  Diagnostics diagnostics;
  const auto rules = readRules(
      sources,
      sources.add("r.xml", "<rules xmlns=\"urn:chancery:rules\" id=\"r\">" + rule + "</rules>"),
      diagnostics);
  const auto root = xml::read(
      sources,
      sources.add("d.xml", "<document xmlns=\"urn:chancery:document\">\n" + parts + "</document>"),
      {}, diagnostics);
  if (!rules || !root) {
    ADD_FAILURE() << formatText(diagnostics, Language::english);
    return {};
  }
  document::Node document = document::read(*root, sources, diagnostics);
  if (diagnostics.hasErrors()) ADD_FAILURE() << formatText(diagnostics, Language::english);
  document::completeAppendixMarks(document);
  checkDocument(document, *rules, kToday, sources, diagnostics);
  std::string lines;
  for (const Diagnostic& found : diagnostics.all()) {
    lines += found.severity == Severity::error ? "error " : "warning ";
    lines += std::string(found.message->code) + ' ' + std::to_string(found.place.line) + ": " +
             found.text(Language::english) + '\n';
  }
  return lines;
}

}  // namespace chancery::check
