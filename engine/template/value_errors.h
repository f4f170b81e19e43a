#pragma once

#include <string>

#include "base/diagnostic.h"
#include "template/fields.h"

namespace chancery::templates {

/// Whether checkValue would report nothing: a quick look that needs no place.
bool isFaultless(const Field& field, const std::string& text);

/// Reports a value that is not of its field's type, with a hint how to write it.
void checkValue(const Field& field, const std::string& text, const Place& place,
                Diagnostics& diagnostics);

}  // namespace chancery::templates
