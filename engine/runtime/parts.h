#pragma once

#include <string>
#include <vector>

#include "runtime/bundle.h"
#include "runtime/handed.h"

namespace chancery::runtime {

/// A part of a document that goes its own way (stage `parts`): an appendix, a chapter.
struct Part {
  std::string title;
  std::string hash;  ///< hashOfPart() of `data`
  HandedData data;   ///< a document of its own, JSON
};

/// `items` is an XPath of the parts. Errors: WorldError when the data do not have them.
std::vector<Part> findParts(const std::string& items, const HandedData& data);

/// SHA-256 of what data say and of the files that they name; the same for a part of a document and
/// for the data of its own case. Errors: WorldError.
std::string hashOfPart(const HandedData& data);

/// What the case of a part is pinned to: the workflow of that name, which the bundle of the whole
/// brought along, and the files of the whole. Errors: WorldError when it is not there.
Bundle bundleOfPart(const Bundle& whole, const std::string& workflow);

/// The name under which a bundle keeps the workflow of its parts.
std::string partWorkflowFile(const std::string& workflow);

}  // namespace chancery::runtime
