#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "document/document.h"
#include "xml/vocabulary.h"

/// Whether a document is in order by the office's own rules; the rules are data.
namespace chancery::check {

/// What a rule looks at. Each is an element of urn:chancery:rules.
enum class RuleKind : std::uint8_t {
  requisite,           ///< <requisite any="title"/>: the document has one of these
  title,               ///< <title words="О Об"/>: its title begins so
  appendixReferences,  ///< <appendix-references/>: each is referred to, in their order
  appendixNumbers,     ///< <appendix-numbers/>: 1, 2, 3 …
  registration,        ///< <registration/>: one date and number on the act and all its marks
  names,               ///< <names/>: one person is spelt one way
  terms,               ///< <terms/>: no term was over before the document's day
  pairs,               ///< <pairs/>: quotes and brackets
  numbering,           ///< <numbering/>: typed numbers have no holes
};

struct Rule {
  RuleKind kind = RuleKind::requisite;
  Severity severity = Severity::error;
  std::vector<std::string> kinds;   ///< of documents, as lang::plainWords; empty = all
  std::vector<document::Kind> any;  ///< requisite
  std::vector<std::string> words;   ///< title
  std::string source;               ///< the clause that asks for it
};

struct Rules {
  std::string id;
  std::string title;
  std::vector<Rule> rules;
};

/// The elements and attributes of urn:chancery:rules; docs/schemas/rules.xsd says the same.
const xml::Vocabulary& rulesVocabulary();

/// Reads a file of rules, reporting everything wrong in it. Nothing when there are errors.
std::optional<Rules> readRules(const Sources& sources, SourceId source, Diagnostics& diagnostics);

}  // namespace chancery::check
