#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chancery {

/// Appends `bytes` in base 64 with padding, in one line. Source: RFC 4648, 4.
void appendBase64(std::string& out, std::string_view bytes);

/// Nothing when `text` is not what appendBase64 writes.
std::optional<std::string> fromBase64(std::string_view text);

}  // namespace chancery
