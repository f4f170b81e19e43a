#pragma once

#include <string>

/// Data sets of invented documents, each different, in the shape that the ready-made templates take.
namespace chancery::bench {

/// An order of seven clauses with a list of six and a road map of 30 measures in four sections:
/// five to six pages.
std::string orderData(unsigned seed);

/// A road map alone, of `rows` measures with five columns and a section row every ten measures.
std::string roadmapData(unsigned seed, int rows);

}  // namespace chancery::bench
