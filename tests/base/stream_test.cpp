#include "base/stream.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "base/file.h"
#include "store/temporary_folder.h"

namespace chancery {
namespace {

std::vector<std::string> linesOf(const std::filesystem::path& path, std::size_t limit = 1 << 20) {
  LineReader reader(path, limit);
  std::vector<std::string> lines;
  for (std::string line; reader.next(line);) lines.push_back(line);
  return lines;
}

TEST(Stream, AFileAppearsWhenItIsFinished) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "x.txt";
  writeFile(path, "old");
  {
    FileWriter writer(path);
    writer.write("new");
    EXPECT_EQ(readFile(path, 100), "old");
  }
  EXPECT_EQ(readFile(path, 100), "old");  // not finished: nothing stays
  FileWriter writer(path);
  writer.write("ne");
  writer.write("w\n");
  writer.finish();
  EXPECT_EQ(readFile(path, 100), "new\n");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
  EXPECT_THROW(FileWriter(folder.path()), WorldError);
  EXPECT_THROW(FileWriter(folder.path() / "no" / "x"), WorldError);
}

TEST(Stream, LinesComeOneAtATime) {
  const TemporaryFolder folder;
  const auto path = folder.path() / "x.txt";
  const std::string large(700'000, 'x');
  writeFile(path, "a\n\n" + large + "\nlast");
  EXPECT_EQ(linesOf(path), (std::vector<std::string>{"a\n", "\n", large + "\n", "last"}));
  EXPECT_THROW(linesOf(path, 1000), WorldError);
  writeFile(path, "");
  EXPECT_EQ(linesOf(path), std::vector<std::string>{});
  EXPECT_THROW(linesOf(folder.path() / "none"), WorldError);
}

}  // namespace
}  // namespace chancery
