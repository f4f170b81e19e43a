#pragma once

#include <string>

#include "diagram/names.h"

namespace chancery::diagram {

/// A definition in lines for people: stages, who acts, terms, where a refusal leads, what may be
/// done besides.
std::string summaryOf(const flow::Definition& definition, const Names& names);

}  // namespace chancery::diagram
