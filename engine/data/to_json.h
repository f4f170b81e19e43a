#pragma once

#include <string>

#include "xml/dom.h"

namespace chancery::data {

/// The JSON text of what stands under a node, an object. Texts and numbers alike become strings, an
/// array of one is its member; values of one key stand together where the first of them stood, as
/// they do in all data that were JSON: of such the tree read again is equal.
std::string toJson(xml::DomNode node);

}  // namespace chancery::data
