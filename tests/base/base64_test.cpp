#include "base/base64.h"

#include <gtest/gtest.h>

namespace chancery {
namespace {

std::string encoded(std::string_view bytes) {
  std::string out = ">";
  appendBase64(out, bytes);
  return out;
}

// RFC 4648, 10.
TEST(Base64, EncodesTheExamplesOfItsStandard) {
  EXPECT_EQ(encoded(""), ">");
  EXPECT_EQ(encoded("f"), ">Zg==");
  EXPECT_EQ(encoded("fo"), ">Zm8=");
  EXPECT_EQ(encoded("foo"), ">Zm9v");
  EXPECT_EQ(encoded("foob"), ">Zm9vYg==");
  EXPECT_EQ(encoded("foobar"), ">Zm9vYmFy");
}

TEST(Base64, EncodesAnyByte) {
  EXPECT_EQ(encoded(std::string("\x00\xFF\xFE\xFB\xF0", 5)), ">AP/++/A=");
}

}  // namespace
}  // namespace chancery
