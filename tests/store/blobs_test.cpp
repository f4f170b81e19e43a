#include "store/blobs.h"

#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <set>

#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "temporary_folder.h"

namespace {
std::set<std::string> synced;  // what fsync was called for
}

// Stands before the system's.
extern "C" int fsync(int descriptor) {
  std::error_code ignored;
  const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
  synced.insert(std::filesystem::read_symlink(link, ignored).string());
  return static_cast<int>(::syscall(SYS_fsync, descriptor));
}

namespace chancery::store {
namespace {

// The other process that wrote the file may not have synced the folders yet.
TEST(Blobs, AFileThatIsThereIsNamedOnDiskToo) {
  TemporaryFolder folder;
  const Blobs blobs(folder.path() / "blobs");
  const std::filesystem::path path = blobs.pathOf(blobs.put("x"));
  for (int i = 0; i < 2; ++i) {
    EXPECT_TRUE(synced.contains(path.parent_path().string())) << i;
    EXPECT_TRUE(synced.contains((folder.path() / "blobs").string())) << i;
    synced.clear();
    blobs.put("x");
  }
}

TEST(Blobs, KeepsBytesByTheirHash) {
  TemporaryFolder folder;
  const Blobs blobs(folder.path() / "a" / "blobs");
  const std::string bytes("one\0two", 7);
  const std::string hash = blobs.put(bytes);
  EXPECT_EQ(hash, sha256(bytes));
  EXPECT_EQ(blobs.require(hash), bytes);
  EXPECT_EQ(blobs.pathOf(hash), folder.path() / "a" / "blobs" / hash.substr(0, 2) / hash.substr(2));
  EXPECT_EQ(blobs.put(bytes), hash);
  EXPECT_EQ(blobs.put(""), sha256(""));
  EXPECT_EQ(blobs.find(sha256("")), "");
}

TEST(Blobs, AFileOnceThereIsNotWrittenAgain) {
  TemporaryFolder folder;
  const Blobs blobs(folder.path());
  const std::string hash = blobs.put("x");
  const auto time = std::filesystem::file_time_type::clock::now() - std::chrono::hours(5);
  std::filesystem::last_write_time(blobs.pathOf(hash), time);
  blobs.put("x");
  EXPECT_EQ(std::filesystem::last_write_time(blobs.pathOf(hash)), time);
}

TEST(Blobs, UnknownAndDamaged) {
  TemporaryFolder folder;
  const Blobs blobs(folder.path());
  EXPECT_FALSE(blobs.find(sha256("nothing")));
  EXPECT_FALSE(blobs.find(""));
  EXPECT_THROW(blobs.require(sha256("nothing")), WorldError);
  const std::string hash = blobs.put("x");
  writeFile(blobs.pathOf(hash), "y");
  EXPECT_THROW(blobs.find(hash), WorldError);
}

}  // namespace
}  // namespace chancery::store
