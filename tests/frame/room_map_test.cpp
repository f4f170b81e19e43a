#include "frame/room_map.h"

#include <gtest/gtest.h>

namespace frame {
namespace {

TEST(ParseRooms, TakesUsesAndLeavesLibraries) {
  const RoomMap rooms = parseRooms(
      "# chancery_room(ghost)\nchancery_room(base LIBRARIES OpenSSL::Crypto)\n"
      "chancery_room(xml USES base\n  LIBRARIES LibXml2::LibXml2)\n");
  EXPECT_EQ(rooms, (RoomMap{{"base", {}}, {"xml", {"base"}}}));
}

TEST(ParseRoomTable, ReadsRowsOnly) {
  const RoomMap rooms = parseRoomTable(
      "| Room | Purpose | May use |\n|---|---|---|\n"
      "| `base` | lengths | – |\n| `xml` | trees | `base` |\n| `data` | sets | `base`, `xml` |\n");
  EXPECT_EQ(rooms, (RoomMap{{"base", {}}, {"xml", {"base"}}, {"data", {"base", "xml"}}}));
}

TEST(ParseIncludes, TellsQuotedFromAngled) {
  const auto includes = parseIncludes("#include \"xml/tree.h\"\n\n#  include <vector>\n");
  ASSERT_EQ(includes.size(), 2u);
  EXPECT_EQ(includes[0].path, "xml/tree.h");
  EXPECT_TRUE(includes[0].quoted);
  EXPECT_EQ(includes[1].path, "vector");
  EXPECT_FALSE(includes[1].quoted);
  EXPECT_EQ(includes[1].line, 3);
}

TEST(ParseMessages, JoinsLiteralsOfSeveralLines) {
  const auto messages = parseMessages(
      "inline constexpr Message kLate{\"K101\", {\"срок \"\n  \"истёк: {0}\",\n  \"late: \\\"{0}\\\"\"}};");
  ASSERT_EQ(messages.size(), 1u);
  EXPECT_EQ(messages[0].name, "kLate");
  EXPECT_EQ(messages[0].code, "K101");
  EXPECT_EQ(messages[0].russian, "срок истёк: {0}");
  EXPECT_EQ(messages[0].english, "late: \"{0}\"");
}

TEST(Placeholders, AreCountedOnce) {
  EXPECT_EQ(placeholders("{0} и {1}, снова {0}"), (std::set<std::string>{"{0}", "{1}"}));
}

}  // namespace
}  // namespace frame
