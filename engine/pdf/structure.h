#pragma once

#include <vector>

#include "pages/pages.h"
#include "pdf/content.h"
#include "pdf/navigation.h"
#include "pdf/object_writer.h"

namespace chancery::pdf {

/// Writes the structure tree with its elements and the parent tree that leads from marked content
/// and from links' annotations back to them.
///
/// A `reference` that is a link gets a Link element of its own inside, which PDF/UA asks for.
/// Header cells state their scope; with the spans of all cells that tells the headers of every
/// cell, of several levels too. Source: ISO 32000-1, 14.7 and 14.8.
///
/// @return the object number of the structure tree's root
int writeStructure(ObjectWriter& out, const pages::StructureElements& structure,
                   const TaggedContent& content, const std::vector<LinkAnnotation>& links,
                   const PageObjects& pages);

}  // namespace chancery::pdf
