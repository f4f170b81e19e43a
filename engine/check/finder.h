#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "check/rules.h"
#include "document/document.h"

/// For the tests of this room alone: one rule at work on one document.
namespace chancery::check {

class Finder {
 public:
  Finder(const document::Node& document, const Rule& rule, Date day, const Sources& sources,
         Diagnostics& diagnostics)
      : document_(document), rule_(rule), day_(day), sources_(sources), diagnostics_(diagnostics) {}

  const document::Node& document() const { return document_; }
  const Rule& rule() const { return rule_; }
  Date day() const { return day_; }
  const Sources& sources() const { return sources_; }
  Diagnostics& diagnostics() { return diagnostics_; }

  /// A finding at a node; the rule's clause becomes the last argument.
  Diagnostics::Added add(const Message& message, const document::Node& at,
                         std::vector<std::string> arguments);
  /// Where the author looks: at the data when they are behind it.
  Place placeOf(const document::Node& node) const;

 private:
  const document::Node& document_;
  const Rule& rule_;
  Date day_;
  const Sources& sources_;
  Diagnostics& diagnostics_;
};

/// The document's own part; null when it has none.
const document::Node* mainPart(const document::Node& document);

/// The part of an appendix.
inline const document::Node* partOf(const document::Node& appendix) {
  return appendix.find(document::Kind::part);
}

/// Calls `visit` with every node below `node`, itself first.
template <typename Visit>
void walk(const document::Node& node, Visit&& visit) {
  visit(node);
  for (const document::Node& child : node.children) walk(child, visit);
}

// The tests, by the names of check::RuleKind.
void testRequisite(Finder& finder);
void testTitle(Finder& finder);
void testAppendixNumbers(Finder& finder);
void testRegistration(Finder& finder);
void testNames(Finder& finder);
void testTerms(Finder& finder);
void testPairs(Finder& finder);
void testNumbering(Finder& finder);

}  // namespace chancery::check
