#include "effects/site.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "base/file.h"
#include "store/temporary_folder.h"

namespace chancery::effects {
namespace {

namespace fs = std::filesystem;

TEST(Site, PublishesIntoFoldersThatItMakes) {
  TemporaryFolder folder;
  const Site site(folder.path() / "site");
  site.publish({{"orders/a.pdf", "pdf"}, {"orders/a.docx", "docx"}});
  EXPECT_EQ(readFile(folder.path() / "site/orders/a.pdf", 100), "pdf");
  EXPECT_EQ(readFile(folder.path() / "site/orders/a.docx", 100), "docx");
  EXPECT_EQ(site.folder(), folder.path() / "site");
}

TEST(Site, PublishingAgainChangesNothing) {
  TemporaryFolder folder;
  const Site site(folder.path());
  site.publish({{"a.pdf", "pdf"}});
  const auto time = fs::file_time_type::clock::now() - std::chrono::hours(5);
  fs::last_write_time(folder.path() / "a.pdf", time);
  site.publish({{"a.pdf", "pdf"}, {"b.pdf", "b"}});
  EXPECT_EQ(fs::last_write_time(folder.path() / "a.pdf"), time);
  EXPECT_TRUE(fs::exists(folder.path() / "b.pdf"));
}

TEST(Site, AnotherDocumentsFileStaysAndNothingIsWritten) {
  TemporaryFolder folder;
  const Site site(folder.path());
  site.publish({{"b.pdf", "of another document"}});
  EXPECT_THROW(site.publish({{"a.pdf", "a"}, {"b.pdf", "b"}}), WorldError);
  EXPECT_FALSE(fs::exists(folder.path() / "a.pdf"));
  EXPECT_EQ(readFile(folder.path() / "b.pdf", 100), "of another document");
  EXPECT_FALSE(site.isFree({"b.pdf", "b"}));
  EXPECT_TRUE(site.isFree({"b.pdf", "of another document"}));
  EXPECT_TRUE(site.isFree({"a.pdf", "a"}));
}

// Somebody may have found it already; the next attempt goes on from there.
TEST(Site, AFileThatAppearedStays) {
  TemporaryFolder folder;
  const Site site(folder.path());
  writeFile(folder.path() / "file", "x");
  EXPECT_THROW(site.publish({{"c.pdf", "c"}, {"file/d.pdf", "d"}}), WorldError);
  EXPECT_EQ(readFile(folder.path() / "c.pdf", 100), "c");
  fs::remove(folder.path() / "file");
  site.publish({{"c.pdf", "c"}, {"file/d.pdf", "d"}});
  EXPECT_EQ(readFile(folder.path() / "file/d.pdf", 100), "d");
}

TEST(SafeName, LeavesLettersAndReplacesWhatFileSystemsDoNotBear) {
  EXPECT_EQ(safeName("order-2026-06-05-104"), "order-2026-06-05-104");
  EXPECT_EQ(safeName("15-од"), "15-од");
  EXPECT_EQ(safeName("104/57 a\\b:c"), "104-57-a-b-c");
  EXPECT_EQ(safeName("../x"), "-..-x");
  EXPECT_EQ(safeName(""), "-");
  EXPECT_EQ(safeName(std::string("a\x01\x1F"
                                 "b")),
            "a--b");
}

}  // namespace
}  // namespace chancery::effects
