#pragma once

#include <string>

#include "xml/dom.h"

namespace chancery::data {

/// The JSON text of what stands under a node, an object; reading it gives an equal tree. Texts and
/// numbers alike become strings, keys stand where they come first, an array of one is its member.
std::string toJson(xml::DomNode node);

}  // namespace chancery::data
