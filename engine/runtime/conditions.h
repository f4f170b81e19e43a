#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "flow/definition.h"
#include "flow/event.h"
#include "runtime/handed.h"
#include "xml/dom.h"

namespace chancery::runtime {

/// A document's data as a file of it would be called, from its first character: "data.json" or
/// "data.xml".
std::string dataNameOf(std::string_view text);

/// Appends one text for each tree: names and texts with their lengths, so that no two share it.
void appendCanonical(xml::DomNode node, std::string& text);
void appendCanonical(const HandedFile& file, std::string& text);

/// What the runtime needs to know about a document's data.
struct DataFacts {
  std::string title;               ///< of the document; "" when the data state none
  std::string date;                ///< of the document, as the data state it; "" when they do not
  std::vector<std::string> holds;  ///< those of the conditions that the data fulfil
  std::vector<std::pair<std::string, std::string>> dates;  ///< path, ISO 8601; none: left out
  std::vector<std::pair<std::string, std::string>> parts;  ///< path, SHA-256 of what stands there
};

/// Notes in an event what the data that came with it, kept under `hash`, fulfil and state.
void takeData(DataFacts& facts, const std::string& hash, flow::Event& event);

/// A part's hash stands for the files that the document shows, too: which of them belong to a part is
/// not known. Reads the data and answers the questions of a definition (XPath 1.0, from the data's root).
/// Errors in `diagnostics`: data that cannot be read, a condition that cannot be decided, a day
/// that is none.
DataFacts examine(const HandedData& data, const flow::Definition::Questions& questions,
                  Diagnostics& diagnostics);

}  // namespace chancery::runtime
