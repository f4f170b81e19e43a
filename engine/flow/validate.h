#pragma once

#include <vector>

#include "flow/definition.h"
#include "xml/tree.h"

namespace chancery::flow {

/// A definition as read, with the element of each stage.
struct Parsed {
  Definition definition;
  std::vector<const xml::Node*> stageNodes;
};

/// Checks the stages against each other: a draft first, everybody named, one registration, nothing
/// published before it is signed.
void validate(const Sources& sources, const xml::Node& root, const Parsed& parsed,
              Diagnostics& diagnostics);

}  // namespace chancery::flow
