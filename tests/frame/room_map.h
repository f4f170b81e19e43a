#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Reads what the tree says of itself: the room map, the includes, the message catalogues.
namespace frame {

/// Room → the rooms whose headers it may include.
using RoomMap = std::map<std::string, std::set<std::string>>;

/// The `chancery_room(…)` lines of engine/CMakeLists.txt.
RoomMap parseRooms(std::string_view cmake);

/// The rows of the table of rooms in docs/ARCHITECTURE.md: "| `name` | purpose | `a`, `b` |".
RoomMap parseRoomTable(std::string_view markdown);

struct Include {
  std::string path;
  bool quoted = false;  ///< "…" rather than <…>
  int line = 0;
};
std::vector<Include> parseIncludes(std::string_view source);

/// One entry of a `messages.h`.
struct MessageEntry {
  std::string name;  ///< "kUnknownElement"
  std::string code;  ///< "X104"
  std::string russian, english;
};
std::vector<MessageEntry> parseMessages(std::string_view header);

/// The marks {0}, {1} … that a text has.
std::set<std::string> placeholders(std::string_view text);

/// Names of the product's own files below `folder`, sorted; .cpp and .h only.
std::vector<std::filesystem::path> sourcesBelow(const std::filesystem::path& folder);

std::string readText(const std::filesystem::path& file);

/// The project's root.
std::filesystem::path projectDir();

}  // namespace frame
