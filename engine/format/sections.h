#pragma once

#include "format/blocks.h"

/// Parts of a document → sections of pages with their running headers and footers.
namespace chancery::format {

struct PartPlace {
  bool first = false;           ///< the document's first part
  bool opensAppendix = false;
};

/// Formats one part. It becomes one section, or several when tables in it stand on landscape sheets.
void appendPart(Context& context, const document::Node& part, PartPlace place);

/// The paragraph that comes first among the blocks, looked for in tables too; null without any.
Paragraph* firstParagraph(std::vector<Block>& blocks);

}  // namespace chancery::format
