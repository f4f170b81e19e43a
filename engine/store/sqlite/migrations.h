#pragma once

#include <string_view>
#include <vector>

namespace chancery::store::sqlite {

/// One step of the schema. Released steps are never edited; a new one is added after them.
struct Migration {
  std::string_view name;
  std::string_view sql;
};
/// In order; the first one makes the schema's version 1.
const std::vector<Migration>& migrations();

}  // namespace chancery::store::sqlite
