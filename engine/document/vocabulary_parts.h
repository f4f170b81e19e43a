#pragma once

#include <vector>

#include "document/vocabulary.h"

/// The parts that the vocabulary is put together from; used by vocabulary.cpp only.
namespace chancery::document {

/// Letterhead, stamps, signature and the other requisites.
std::vector<ElementRule> requisiteRules();
/// The requisites that may stand right inside a part, in the order of the reference.
std::vector<Kind> requisitesOfPart();

/// Paragraphs, lists, tables and what else the text of a document consists of.
std::vector<ElementRule> blockRules();
/// The blocks that may stand right inside a part.
std::vector<Kind> blocksOfPart();
/// The blocks that may stand in a clause, a list item or a cell, and the inline elements with them.
std::vector<Kind> nestedBlocks();

/// Inline elements of a requisite's text: the look of words alone.
std::vector<Kind> requisiteText();
/// Inline elements of running text.
std::vector<Kind> inlineKinds();

}  // namespace chancery::document
