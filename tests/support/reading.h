#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/source.h"
#include "xml/reader.h"

/// Short ways to build what the tests of several rooms need.
namespace chancery::testing {

/// One text, read; the sources stay for places.
struct ReadText {
  Sources sources;
  Diagnostics diagnostics;
  xml::Node root;
};

inline void readInto(ReadText& into, const std::string& text, const std::string& name = "t.xml") {
  const SourceId source = into.sources.add(name, text);
  if (auto root = xml::read(into.sources, source, {}, into.diagnostics)) into.root = std::move(*root);
}

/// "C101 3:5" for each finding, one a line.
inline std::string codesOf(const Diagnostics& diagnostics) {
  std::string result;
  for (const Diagnostic& d : diagnostics.all()) {
    result += std::string(d.message->code) + ' ' + std::to_string(d.place.line) + ':' +
              std::to_string(d.place.column) + '\n';
  }
  return result;
}

}  // namespace chancery::testing
