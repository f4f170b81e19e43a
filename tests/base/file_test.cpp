#include "base/file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/error.h"

namespace chancery {
namespace {

class File : public ::testing::Test {
 protected:
  File() {
    std::string pattern = (std::filesystem::temp_directory_path() / "chancery-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~File() override { std::filesystem::remove_all(folder_); }

  std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder_),
                                                  std::filesystem::directory_iterator()));
  }

  std::filesystem::path folder_;
};

TEST_F(File, WritesWholeFilesForEveryone) {
  const auto path = folder_ / "a.txt";
  writeFile(path, "первый");
  writeFile(path, "второй");
  EXPECT_EQ(readFile(path, 100), "второй");
  EXPECT_EQ(entries(), 1u);
  struct stat info {};
  ASSERT_EQ(::stat(path.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0644u);
}

TEST_F(File, BytesSurviveAsTheyAre) {
  std::string bytes(200'000, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 7);
  writeFile(folder_ / "b", bytes);
  EXPECT_EQ(readFile(folder_ / "b", bytes.size()), bytes);
}

TEST_F(File, RefusesMoreThanTheLimit) {
  writeFile(folder_ / "c", "12345");
  EXPECT_EQ(readFile(folder_ / "c", 5), "12345");
  EXPECT_THROW(readFile(folder_ / "c", 4), WorldError);
}

TEST_F(File, ANewFileIsMadeOnceAndNeverReplaced) {
  const auto path = folder_ / "new";
  EXPECT_TRUE(createFile(path, "one"));
  EXPECT_FALSE(createFile(path, "two"));
  EXPECT_EQ(readFile(path, 100), "one");
  std::filesystem::create_symlink(folder_ / "nowhere", folder_ / "link");
  EXPECT_FALSE(createFile(folder_ / "link", "x"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "nowhere"));
  EXPECT_THROW(createFile(folder_ / "none" / "e", "text"), WorldError);
  std::size_t left = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    left += entry.path().filename().string().starts_with(".chancery");
  }
  EXPECT_EQ(left, 0u);
}

TEST_F(File, MissingFilesAreNothingOrAnError) {
  EXPECT_EQ(findFile(folder_ / "none", 10), std::nullopt);
  EXPECT_EQ(findFile(folder_ / "none" / "deeper", 10), std::nullopt);
  try {
    readFile(folder_ / "none", 10);
    FAIL();
  } catch (const WorldError& error) {
    EXPECT_EQ(error.operation(), "open");
    EXPECT_EQ(error.subject(), (folder_ / "none").string());
    EXPECT_EQ(error.cause(), "No such file or directory");
  }
}

TEST_F(File, AFolderIsNoFile) {
  EXPECT_THROW(readFile(folder_, 10), WorldError);
}

TEST_F(File, AFailedWriteLeavesTheOldFileAndNoRest) {
  std::filesystem::create_directory(folder_ / "d");
  std::ofstream(folder_ / "d" / "x") << "x";
  EXPECT_THROW(writeFile(folder_ / "d", "text"), WorldError);  // a folder stands in the way
  EXPECT_EQ(entries(), 1u);
  EXPECT_THROW(writeFile(folder_ / "none" / "e", "text"), WorldError);
}

TEST_F(File, SyncingAMissingFolderIsAnError) {
  EXPECT_NO_THROW(syncFolder(folder_));
  EXPECT_THROW(syncFolder(folder_ / "none"), WorldError);
}

TEST(WorldErrorText, NamesOperationSubjectAndCause) {
  EXPECT_STREQ(WorldError("write", "a.pdf", "disk full").what(), "write a.pdf: disk full");
}

TEST(CheckDeathTest, StopsTheProgram) {
  check(true, "fine");
  EXPECT_DEATH(check(false, "broken"), "internal check failed: broken");
}

TEST_F(File, KnowsItsSizeBeforeItIsRead) {
  std::filesystem::resize_file((writeFile(folder_ / "huge", ""), folder_ / "huge"), 1ull << 40);
  try {
    readFile(folder_ / "huge", 1000);
    FAIL();
  } catch (const WorldError& error) {
    EXPECT_EQ(error.cause(), "larger than the limit of 1000 bytes");
  }
}

TEST_F(File, MakesFoldersAndThoseAboveThem) {
  makeFolder(folder_ / "a" / "b" / "c");
  EXPECT_TRUE(std::filesystem::is_directory(folder_ / "a" / "b" / "c"));
  makeFolder(folder_ / "a" / "b" / "c");
  makeFolder((folder_ / "a" / "d").string() + "/");
  EXPECT_TRUE(std::filesystem::is_directory(folder_ / "a" / "d"));
  makeFolder("");
  makeFolder("/");
  makeFolder(".");
  writeFile(folder_ / "file", "x");
  EXPECT_THROW(makeFolder(folder_ / "file"), WorldError);
  EXPECT_THROW(makeFolder(folder_ / "file" / "x"), WorldError);
}

}  // namespace
}  // namespace chancery
