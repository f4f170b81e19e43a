#pragma once

#include <string>
#include <vector>

#include "pdf/deflater.h"

namespace chancery::pdf {

/// The sRGB profile that the output intent carries, deflated. Errors: WorldError when none of
/// the paths can be read or what they hold is no RGB profile of version 2.
///
/// PDF/A-1 admits ICC profiles up to version 2 only (ISO 19005-1, 6.2.2 by way of PDF 1.4).
std::string readColorProfile(const std::vector<std::string>& paths, Deflater& deflater);

/// Where Debian's package icc-profiles-free and others put it.
std::vector<std::string> colorProfilePaths();

}  // namespace chancery::pdf
