#include "xml/attribute_value.h"

#include <gtest/gtest.h>

#include "xml/reader.h"

namespace chancery::xml {
namespace {

std::uint32_t offsetIn(const std::string& text, std::size_t offset) {
  Sources sources;
  Diagnostics diagnostics;
  const auto root = read(sources, sources.add("f", text), {}, diagnostics);
  return positionInValue(sources, *root, root->attributes.back(), offset).offset;
}

TEST(AttributeValueTest, CountsPlainBytes) {
  EXPECT_EQ(offsetIn("<a b='xyz'/>", 0), 6u);
  EXPECT_EQ(offsetIn("<a b='xyz'/>", 2), 8u);
  EXPECT_EQ(offsetIn("<a c=\"'\" b = \"xyz\"/>", 1), 15u);
}

TEST(AttributeValueTest, CountsEntitiesAsWhatTheyMean) {
  EXPECT_EQ(offsetIn("<a b='1 &lt; 2 z'/>", 2), 8u);
  EXPECT_EQ(offsetIn("<a b='1 &lt; 2 z'/>", 3), 12u);
  EXPECT_EQ(offsetIn("<a b='&#1071;z'/>", 2), 13u);
  EXPECT_EQ(offsetIn("<a b='&#x42F;z'/>", 2), 13u);
  EXPECT_EQ(offsetIn("<a b='&#65;z'/>", 1), 11u);
}

TEST(AttributeValueTest, CountsALineEndOfTwoBytesOnce) {
  EXPECT_EQ(offsetIn("<a b='1\r\n2'/>", 2), 9u);
}

TEST(AttributeValueTest, AnUnknownOffsetGivesTheElement) {
  Sources sources;
  Node element;
  element.origin.stated = {sources.add("f", "<a b='x'/>"), 0};
  EXPECT_EQ(positionInValue(sources, element, {"b", "x", 0}, 1).offset, 0u);
}

}  // namespace
}  // namespace chancery::xml
