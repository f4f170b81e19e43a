#pragma once

#include <string>

#include "format/model.h"

namespace chancery::html {

/// Class of a paragraph that is aligned in its own way: "to-center".
std::string alignClass(format::Align align);

/// The rules for all that `write` produces.
std::string styleSheet(const format::Document& document);

}  // namespace chancery::html
