#include "runtime/directory.h"

namespace chancery::runtime {

std::string Series::print(std::int64_t value) const {
  constexpr std::string_view kMark = "{n}";
  std::string result = pattern;
  const std::size_t mark = result.find(kMark);
  if (mark != std::string::npos) result.replace(mark, kMark.size(), std::to_string(value));
  return result;
}

}  // namespace chancery::runtime
