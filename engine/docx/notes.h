#pragma once

#include <string>

#include "docx/context.h"
#include "docx/relations.h"

namespace chancery::docx {

/// word/footnotes.xml: the two separators, which Word wants, and the notes with ids from 1.
/// Source: ECMA-376-1, 17.11.
std::string footnotesPart(Context& context, Relations& relations);

}  // namespace chancery::docx
