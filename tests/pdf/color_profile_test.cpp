#include "pdf/color_profile.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "base/file.h"
#include "pdf/tools.h"

namespace chancery::pdf {
namespace {

std::string installed() {
  return readFile(colorProfilePaths().front(), 1 << 20);
}

TEST(ColorProfile, TakesTheFirstUsableFile) {
  Deflater deflater;
  const pdf_test::TemporaryFile profile(installed(), ".icc");
  const pdf_test::TemporaryFile other("not a profile", ".icc");
  EXPECT_EQ(readColorProfile({"/nonexistent", other.path(), profile.path()}, deflater),
            deflater.deflate(installed()));
}

TEST(ColorProfile, RefusesNewerVersionsAndOtherColours) {
  Deflater deflater;
  for (const auto& [at, byte] : {std::pair{8, '\4'}, std::pair{16, 'G'}, std::pair{36, 'x'}}) {
    std::string bytes = installed();
    bytes[static_cast<std::size_t>(at)] = byte;
    const pdf_test::TemporaryFile profile(bytes, ".icc");
    EXPECT_THROW(readColorProfile({profile.path()}, deflater), WorldError) << at;
  }
  const pdf_test::TemporaryFile cut(installed().substr(0, 127), ".icc");
  EXPECT_THROW(readColorProfile({cut.path()}, deflater), WorldError);
}

TEST(ColorProfile, ErrorNamesThePackage) {
  Deflater deflater;
  try {
    readColorProfile({"/nonexistent"}, deflater);
    FAIL();
  } catch (const WorldError& error) {
    EXPECT_EQ(error.operation(), "read colour profile");
    EXPECT_EQ(error.subject(), "/nonexistent");
    EXPECT_NE(error.cause().find("icc-profiles-free"), std::string::npos);
  }
}

}  // namespace
}  // namespace chancery::pdf
