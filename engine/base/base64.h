#pragma once

#include <string>
#include <string_view>

namespace chancery {

/// Appends `bytes` in base 64 with padding, in one line. Source: RFC 4648, 4.
void appendBase64(std::string& out, std::string_view bytes);

}  // namespace chancery
