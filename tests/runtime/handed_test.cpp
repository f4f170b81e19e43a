#include "runtime/handed.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "office.h"

namespace chancery::runtime {
namespace {

class Handed : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  store::Blobs blobs_{folder_.path()};
};

TEST_F(Handed, TextAloneIsKeptAsItIs) {
  const auto kept = keepData(blobs_, {"a.json", "{}", {}});
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_EQ(blobs_.require(kept[0]), "{}");
  const HandedData opened = openData(blobs_, kept[0]);
  EXPECT_EQ(opened.text, "{}");
  EXPECT_TRUE(opened.files.empty());
  EXPECT_TRUE(hashesInData("{}").empty());
}
TEST_F(Handed, FilesComeBackWithTheirNames) {
  const std::vector<HandedFile> files = {{"скан.png", std::string("\0\x01", 2)},
                                         {"maps/a \"b\".svg", "<svg/>"}};
  const auto kept = keepData(blobs_, {"a.json", "{\"a\": 1}", files});
  ASSERT_EQ(kept.size(), 4u);
  const HandedData opened = openData(blobs_, kept[0]);
  EXPECT_EQ(opened.text, "{\"a\": 1}");
  EXPECT_EQ(opened.files, files);
  EXPECT_EQ(hashesInData(blobs_.require(kept[0])),
            std::vector<std::string>(kept.begin() + 1, kept.end()));
}
TEST_F(Handed, EqualDataHaveEqualHashes) {
  const HandedData data{"a.json", "{}", {{"a", "b"}}};
  EXPECT_EQ(keepData(blobs_, data), keepData(blobs_, data));
}
TEST_F(Handed, LostFilesAreNoticed) {
  const auto kept = keepData(blobs_, {"a.json", "{}", {{"a", "b"}}});
  std::filesystem::remove(blobs_.pathOf(kept[2]));
  EXPECT_THROW(openData(blobs_, kept[0]), WorldError);
}
TEST_F(Handed, ListsOfANewerVersionAreNotGuessed) {
  EXPECT_THROW(openData(blobs_, blobs_.put("data version=\"2\" text=\"x\"\n")), WorldError);
}

}  // namespace
}  // namespace chancery::runtime
