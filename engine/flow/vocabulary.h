#pragma once

#include <string_view>
#include <vector>

#include "flow/definition.h"
#include "xml/vocabulary.h"

namespace chancery::flow {

/// The elements and attributes of urn:chancery:workflow; docs/schemas/workflow.xsd says the same.
const xml::Vocabulary& vocabulary();

/// The stage kinds on which an attribute of <stage>, or an element inside it, means something;
/// null when it does on all.
const std::vector<StageKind>* kindsOfAttribute(std::string_view name);
const std::vector<StageKind>* kindsOfElement(std::string_view name);

}  // namespace chancery::flow
