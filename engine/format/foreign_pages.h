#pragma once

#include "format/blocks.h"
#include "format/sections.h"

namespace chancery::format {

/// Whether a part is nothing but one page of another PDF: a <pdf-pages> with one page and its size.
bool isForeignPage(const document::Node& part);

/// Its section. In outputs that cannot show the page a line tells which one stands here.
void appendForeignPage(Context& context, const document::Node& part, PartPlace place);

}  // namespace chancery::format
