#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

/// The name most like `name` when one is near enough to be a slip of the hand: at most a third of
/// its characters differ (insertion, deletion, replacement, swap of neighbours; case counts half).
std::optional<std::string> suggest(std::string_view name, const std::vector<std::string>& known);

/// "a, b, c" for a hint that lists what is allowed.
std::string joined(const std::vector<std::string>& names, std::string_view separator = ", ");

}  // namespace chancery
