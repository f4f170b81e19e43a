#pragma once

#include <vector>

#include "pages/pages.h"
#include "pdf/content.h"
#include "pdf/object_writer.h"

namespace chancery::pdf {

/// Writes the structure tree with its elements and the parent tree that leads from marked content
/// back to them. Source: ISO 32000-1, 14.7 and 14.8.
///
/// @param firstPage object number of page 0; the other pages follow
/// @param pageCount entries of the parent tree, one a page
/// @return the object number of the structure tree's root
int writeStructure(ObjectWriter& out, const std::vector<pages::StructureElement>& structure,
                   const std::vector<MarkedContent>& marks, int firstPage, int pageCount);

}  // namespace chancery::pdf
