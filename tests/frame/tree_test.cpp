#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>

#include "frame/room_map.h"

// The tree against its own rules. A failure here names the file and the rule.
namespace frame {
namespace {

namespace fs = std::filesystem;

constexpr long kMostLines = 500;
/// Files past the limit of lines, each with its reason. Keep it empty.
const std::set<std::string> kLongFiles = {};

/// Headers of one room alone, which may show a library to it; no other room includes them.
const std::set<std::string> kPrivateHeaders = {"engine/fonts/sfnt.h"};

/// Headers that are neither ours nor the standard library's: who may include them, in .cpp only.
const std::map<std::string, std::set<std::string>> kThirdParty = {
    {"CLI/", {"cli"}},
    {"fmt/", {"base", "cli", "app"}},
    {"hb", {"fonts", "text"}},
    {"jpeglib.h", {"image"}},
    {"libdeflate.h", {"archive", "pdf"}},
    {"libxml/", {"xml", "template", "data"}},
    {"openssl/", {"base"}},
    {"png.h", {"image"}},
    {"podofo/", {"pdf"}},
    {"qrencode.h", {"image"}},
    {"rapidjson/", {"data", "base"}},
    {"sqlite3.h", {"store"}},
    {"unicode/", {"text", "app"}},
};

const std::set<std::string> kSystem = {"dirent.h", "fcntl.h",      "poll.h",     "signal.h",
                                       "spawn.h",  "sys/file.h",   "sys/mman.h", "sys/stat.h",
                                       "sys/types.h", "sys/wait.h", "unistd.h"};

/// Rooms of the letters in message codes.
const std::map<std::string, char> kLetters = {
    {"base", 'B'},     {"image", 'I'},   {"chart", 'H'},   {"archive", 'Z'}, {"xml", 'X'},    {"data", 'D'},   {"lang", 'G'},
    {"template", 'T'}, {"document", 'C'}, {"format", 'F'}, {"fonts", 'N'},  {"text", 'N'},
    {"pages", 'L'},    {"layout", 'L'},  {"pdf", 'P'},    {"docx", 'W'},   {"render", 'R'},
    {"flow", 'K'},     {"store", 'S'},   {"runtime", 'S'}, {"effects", 'E'}, {"app", 'A'},
    {"check", 'O'},    {"scenario", 'J'}, {"cli", 'A'}};

RoomMap roomMap() {
  RoomMap rooms = parseRooms(readText(projectDir() / "engine/CMakeLists.txt"));
  // The program is no room of the map: it shows what `app` does and words of `base` and `render`.
  rooms["cli"] = {"app", "base", "render"};
  return rooms;
}

std::string roomOf(const fs::path& file) {
  return fs::relative(file, projectDir() / "engine").begin()->string();
}

std::string nameOf(const fs::path& file) { return fs::relative(file, projectDir()).string(); }

/// The entry of the table that a header falls under, null for the standard library's.
const std::pair<const std::string, std::set<std::string>>* findThirdParty(const std::string& path) {
  for (const auto& entry : kThirdParty) {
    const bool whole = entry.first.ends_with(".h");
    if (whole ? path == entry.first : path.starts_with(entry.first)) return &entry;
  }
  return nullptr;
}

bool isStandard(const std::string& path) {
  return path.find('.') == std::string::npos && path.find('/') == std::string::npos;
}

TEST(Tree, IncludesFollowTheRoomMap) {
  const RoomMap rooms = roomMap();
  ASSERT_GE(rooms.size(), 20u) << "engine/CMakeLists.txt was not understood";
  for (const fs::path& file : sourcesBelow(projectDir() / "engine")) {
    const std::string room = roomOf(file);
    ASSERT_TRUE(rooms.contains(room)) << nameOf(file) << ": a folder that is no room";
    for (const Include& include : parseIncludes(readText(file))) {
      if (!include.quoted) continue;
      const std::string used = include.path.substr(0, include.path.find('/'));
      EXPECT_TRUE(used == room || rooms.at(room).contains(used))
          << nameOf(file) << ':' << include.line << ": room " << room << " may not include \""
          << include.path << "\" (engine/CMakeLists.txt is the map)";
      EXPECT_TRUE(fs::exists(projectDir() / "engine" / include.path))
          << nameOf(file) << ':' << include.line << ": \"" << include.path
          << "\" is not written from engine/";
    }
  }
}

TEST(Tree, MapHasNoRoomThatUsesAnUnknownOrLaterOne) {
  const RoomMap rooms = parseRooms(readText(projectDir() / "engine/CMakeLists.txt"));
  for (const auto& [room, uses] : rooms) {
    for (const std::string& used : uses) {
      ASSERT_TRUE(rooms.contains(used)) << room << " uses " << used;
      EXPECT_FALSE(rooms.at(used).contains(room)) << room << " and " << used << " use each other";
    }
  }
}

TEST(Tree, ThirdPartyHeadersStayInTheSourcesOfTheirRooms) {
  for (const fs::path& file : sourcesBelow(projectDir() / "engine")) {
    for (const Include& include : parseIncludes(readText(file))) {
      if (include.quoted || isStandard(include.path)) continue;
      const bool source = file.extension() == ".cpp" || kPrivateHeaders.contains(nameOf(file));
      const auto* entry = findThirdParty(include.path);
      if (entry == nullptr) {
        EXPECT_TRUE(kSystem.contains(include.path))
            << nameOf(file) << ':' << include.line << ": <" << include.path
            << "> is in no table of tests/frame/tree_test.cpp";
      } else {
        EXPECT_TRUE(entry->second.contains(roomOf(file)))
            << nameOf(file) << ':' << include.line << ": <" << include.path
            << "> belongs to other rooms";
      }
      EXPECT_TRUE(source) << nameOf(file) << ':' << include.line << ": <" << include.path
                          << "> in a header; keep it in a .cpp";
    }
  }
}

TEST(Tree, PrivateHeadersStayInTheirRooms) {
  for (const std::string& name : kPrivateHeaders) {
    const fs::path header = projectDir() / name;
    ASSERT_TRUE(fs::exists(header)) << name;
    const std::string included = fs::relative(header, projectDir() / "engine").string();
    for (const fs::path& file : sourcesBelow(projectDir() / "engine")) {
      if (roomOf(file) == roomOf(header)) continue;
      for (const Include& include : parseIncludes(readText(file)))
        EXPECT_NE(include.path, included) << nameOf(file);
    }
  }
}

TEST(Tree, ArchitectureListsEachRoomAsTheMapDoes) {
  const RoomMap map = parseRooms(readText(projectDir() / "engine/CMakeLists.txt"));
  const RoomMap table = parseRoomTable(readText(projectDir() / "docs/ARCHITECTURE.md"));
  for (const auto& [room, uses] : map) {
    ASSERT_TRUE(table.contains(room)) << "docs/ARCHITECTURE.md does not list " << room;
    EXPECT_EQ(table.at(room), uses) << "docs/ARCHITECTURE.md: what " << room << " may use";
  }
  EXPECT_EQ(table.size(), map.size()) << "docs/ARCHITECTURE.md lists a room that is not there";
}

TEST(Tree, NoSourceIsTooLong) {
  for (const fs::path& file : sourcesBelow(projectDir() / "engine")) {
    if (kLongFiles.contains(nameOf(file))) continue;
    const std::string text = readText(file);
    EXPECT_LE(std::count(text.begin(), text.end(), '\n'), kMostLines)
        << nameOf(file) << ": which second idea hides here?";
  }
}

TEST(Tree, HeadersAreGuarded) {
  for (const fs::path& file : sourcesBelow(projectDir() / "engine")) {
    if (file.extension() == ".h") {
      EXPECT_TRUE(readText(file).starts_with("#pragma once")) << nameOf(file);
    }
  }
}

TEST(Tree, MessagesHaveOneCodeAndBothLanguages) {
  static const std::regex kCyrillic("[\xD0\xD1]");
  std::map<std::string, std::string> seen;
  for (const fs::path& file : sourcesBelow(projectDir() / "engine")) {
    if (file.filename() != "messages.h") continue;
    const std::string room = roomOf(file);
    ASSERT_TRUE(kLetters.contains(room)) << nameOf(file) << ": give the room a letter here";
    for (const MessageEntry& entry : parseMessages(readText(file))) {
      const std::string where = nameOf(file) + ": " + entry.name;
      EXPECT_TRUE(std::regex_match(entry.code, std::regex("[A-Z][0-9]{3}"))) << where;
      EXPECT_EQ(entry.code.substr(0, 1), std::string(1, kLetters.at(room))) << where;
      EXPECT_TRUE(seen.emplace(entry.code, where).second)
          << where << " has the code " << entry.code << " of " << seen[entry.code];
      EXPECT_TRUE(std::regex_search(entry.russian, kCyrillic)) << where << ": no Russian text";
      EXPECT_TRUE(std::regex_search(entry.english, std::regex("[a-z]")))
          << where << ": no English text";
      EXPECT_EQ(placeholders(entry.russian), placeholders(entry.english)) << where;
    }
  }
}

bool isText(const std::string& content) {
  return content.find('\0') == std::string::npos;
}

TEST(Tree, FilesNameNoMachine) {
  // Written in two parts, so that this file does not name them either.
  const std::vector<std::string> kMachine = {std::string("/wo") + "rk/main",
                                             std::string("/wo") + "rk/shared",
                                             std::string("/ho") + "me/"};
  const std::set<std::string> kSkipped = {"build", ".git", "out"};
  auto it = fs::recursive_directory_iterator(projectDir());
  for (const auto& entry : it) {
    if (entry.is_directory() && kSkipped.contains(entry.path().filename())) {
      it.disable_recursion_pending();
      continue;
    }
    if (!entry.is_regular_file() || entry.file_size() > (4u << 20)) continue;
    const std::string content = readText(entry.path());
    if (!isText(content)) continue;
    for (const std::string& name : kMachine) {
      EXPECT_EQ(content.find(name), std::string::npos)
          << nameOf(entry.path()) << " names a folder of one machine: " << name;
    }
  }
}

}  // namespace
}  // namespace frame
