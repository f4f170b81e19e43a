#pragma once

#include <string>
#include <string_view>

namespace chancery::json {

/// `text` (UTF-8) as a JSON string with its quotes; control characters are escaped.
std::string quoted(std::string_view text);

}  // namespace chancery::json
