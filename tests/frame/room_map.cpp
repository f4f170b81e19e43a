#include "frame/room_map.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

namespace frame {
namespace {

std::string stripComments(std::string_view cmake) {
  return std::regex_replace(std::string(cmake), std::regex("#[^\n]*"), "");
}

/// Adjacent string literals at `at`, joined and unescaped; `at` moves past them.
std::string takeLiterals(std::string_view text, std::size_t& at) {
  std::string joined;
  for (;;) {
    std::size_t next = text.find_first_not_of(" \n\t", at);
    if (next == std::string_view::npos || text[next] != '"') return joined;
    for (at = next + 1; at < text.size() && text[at] != '"'; ++at) {
      if (text[at] == '\\') ++at;
      joined += text[at];
    }
    ++at;
  }
}

void skipTo(std::string_view text, std::size_t& at, char mark) {
  at = std::min(text.find(mark, at), text.size() - 1) + 1;
}

}  // namespace

RoomMap parseRooms(std::string_view cmake) {
  static const std::regex kRoom(R"(chancery_room\(\s*([^)]*)\))");
  const std::string text = stripComments(cmake);
  RoomMap rooms;
  for (std::sregex_iterator it(text.begin(), text.end(), kRoom), end; it != end; ++it) {
    std::istringstream words((*it)[1].str());
    std::string name;
    words >> name;
    std::set<std::string>& uses = rooms[name];
    bool inUses = false;
    for (std::string word; words >> word;) {
      if (word == "USES" || word == "LIBRARIES") {
        inUses = word == "USES";
      } else if (inUses) {
        uses.insert(word);
      }
    }
  }
  return rooms;
}

RoomMap parseRoomTable(std::string_view markdown) {
  static const std::regex kRow(R"(^\| `([a-z]+)` \|[^|]*\| ([^|]*) \|$)");
  static const std::regex kName("`([a-z]+)`");
  RoomMap rooms;
  std::istringstream lines{std::string(markdown)};
  for (std::string line; std::getline(lines, line);) {
    std::smatch row;
    if (!std::regex_match(line, row, kRow)) continue;
    const std::string uses = row[2].str();
    std::set<std::string>& names = rooms[row[1].str()];
    for (std::sregex_iterator it(uses.begin(), uses.end(), kName), end; it != end; ++it)
      names.insert((*it)[1].str());
  }
  return rooms;
}

std::vector<Include> parseIncludes(std::string_view source) {
  static const std::regex kInclude(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
  std::vector<Include> includes;
  std::istringstream lines{std::string(source)};
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    std::smatch match;
    if (std::regex_search(line, match, kInclude))
      includes.push_back({match[2].str(), match[1].str() == "\"", number});
  }
  return includes;
}

std::vector<MessageEntry> parseMessages(std::string_view header) {
  static const std::regex kStart(R"(\bMessage\s+(k\w+)\s*(=\s*)?\{)");
  const std::string text(header);
  std::vector<MessageEntry> entries;
  for (std::sregex_iterator it(text.begin(), text.end(), kStart), end; it != end; ++it) {
    MessageEntry entry;
    entry.name = (*it)[1].str();
    std::size_t at = static_cast<std::size_t>(it->position() + it->length());
    entry.code = takeLiterals(text, at);
    skipTo(text, at, '{');
    entry.russian = takeLiterals(text, at);
    skipTo(text, at, ',');
    entry.english = takeLiterals(text, at);
    entries.push_back(entry);
  }
  return entries;
}

std::set<std::string> placeholders(std::string_view text) {
  static const std::regex kMark(R"(\{\d\})");
  const std::string copy(text);
  std::set<std::string> marks;
  for (std::sregex_iterator it(copy.begin(), copy.end(), kMark), end; it != end; ++it)
    marks.insert(it->str());
  return marks;
}

std::vector<std::filesystem::path> sourcesBelow(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const auto ending = entry.path().extension();
    if (entry.is_regular_file() && (ending == ".cpp" || ending == ".h"))
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string readText(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::filesystem::path projectDir() { return CHANCERY_PROJECT_DIR; }

}  // namespace frame
