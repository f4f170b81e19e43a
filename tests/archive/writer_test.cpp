#include "archive/writer.h"

#include <gtest/gtest.h>

#include "archive/format.h"
#include "archive/reader.h"

namespace chancery::archive {
namespace {

const Moment kMoment = *parseMoment("2026-06-05T09:30:15Z");

std::string written(std::string_view name, std::string_view bytes, Moment moment = kMoment) {
  Writer writer(moment);
  writer.add(name, bytes);
  return writer.finish();
}

std::uint16_t dosDate(const std::string& archive) {
  return zip::get16(archive, 12);
}
std::uint16_t dosTime(const std::string& archive) {
  return zip::get16(archive, 10);
}

TEST(ArchiveWriter, EmptyArchiveIsAnEndRecordAlone) {
  EXPECT_EQ(Writer(kMoment).finish(), std::string("PK\5\6") + std::string(18, '\0'));
}

TEST(ArchiveWriter, StoresWhatDeflatingDoesNotShrink) {
  const std::string archive = written("a", "xyz");
  EXPECT_EQ(zip::get32(archive, 0), zip::kLocalSignature);
  EXPECT_EQ(zip::get16(archive, 4), 20);
  EXPECT_EQ(zip::get16(archive, 6), 0x0800);
  EXPECT_EQ(zip::get16(archive, 8), zip::kStored);
  EXPECT_EQ(zip::get32(archive, 14), 0xEB8EBA67u);  // CRC-32 of "xyz"
  EXPECT_EQ(zip::get32(archive, 18), 3u);
  EXPECT_EQ(zip::get32(archive, 22), 3u);
  EXPECT_EQ(zip::get16(archive, 26), 1);
  EXPECT_EQ(zip::get16(archive, 28), 0);
  EXPECT_EQ(archive.substr(30, 4), "axyz");
}

TEST(ArchiveWriter, CentralDirectoryRepeatsTheLocalHeader) {
  Writer writer(kMoment);
  writer.add("a", "xyz");
  writer.add("b/c", "");
  const std::string archive = writer.finish();
  const std::size_t second = 34;
  const std::size_t directory = second + 30 + 3;
  EXPECT_EQ(zip::get32(archive, directory), zip::kCentralSignature);
  EXPECT_EQ(zip::get16(archive, directory + 4), 20);
  EXPECT_EQ(archive.substr(directory + 6, 26), archive.substr(4, 26));
  EXPECT_EQ(zip::get32(archive, directory + 42), 0u);
  const std::size_t next = directory + 46 + 1;
  EXPECT_EQ(archive.substr(next + 6, 26), archive.substr(second + 4, 26));
  EXPECT_EQ(zip::get32(archive, next + 42), second);
  EXPECT_EQ(archive.substr(next + 46, 3), "b/c");
  const std::size_t end = next + 46 + 3;
  EXPECT_EQ(zip::get32(archive, end), zip::kEndSignature);
  EXPECT_EQ(zip::get32(archive, end + 4), 0u);
  EXPECT_EQ(zip::get16(archive, end + 8), 2);
  EXPECT_EQ(zip::get16(archive, end + 10), 2);
  EXPECT_EQ(zip::get32(archive, end + 12), end - directory);
  EXPECT_EQ(zip::get32(archive, end + 16), directory);
  EXPECT_EQ(archive.size(), end + 22);
}

TEST(ArchiveWriter, DeflatesText) {
  const std::string text(10'000, 'a');
  const std::string archive = written("a.txt", text);
  EXPECT_EQ(zip::get16(archive, 8), zip::kDeflated);
  EXPECT_EQ(zip::get32(archive, 22), 10'000u);
  EXPECT_LT(zip::get32(archive, 18), 100u);
  EXPECT_LT(archive.size(), 300u);
}

TEST(ArchiveWriter, WritesTheTimeInDosForm) {
  const std::string archive = written("a", "");
  EXPECT_EQ(dosDate(archive), ((2026 - 1980) << 9) | (6 << 5) | 5);
  EXPECT_EQ(dosTime(archive), (9 << 11) | (30 << 5) | 7);
}

TEST(ArchiveWriter, ClampsTimesThatTheFormatCannotTell) {
  const std::string early = written("a", "", *parseMoment("1975-01-01T10:00:00Z"));
  EXPECT_EQ(dosDate(early), (1 << 5) | 1);
  EXPECT_EQ(dosTime(early), 0);
  const std::string late = written("a", "", *parseMoment("2200-01-01T00:00:00Z"));
  EXPECT_EQ(dosDate(late), (127 << 9) | (12 << 5) | 31);
  EXPECT_EQ(dosTime(late), (23 << 11) | (59 << 5) | 29);
}

TEST(ArchiveWriter, EqualInputGivesEqualBytes) {
  const auto make = [] {
    Writer writer(kMoment, 6);
    writer.add("один.xml", std::string(5000, 'x'));
    writer.add("two", "2");
    return writer.finish();
  };
  EXPECT_EQ(make(), make());
}

TEST(ArchiveWriter, PackedOnceGivesTheSameArchive) {
  const std::string text(5000, 'x');
  Packer packer;
  Writer plain(kMoment);
  Writer reused(kMoment, packer);
  for (const std::string& bytes : {text, std::string("2"), std::string()}) {
    plain.add("n" + std::to_string(bytes.size()), bytes);
    const Packed packed = packer.pack(bytes);
    EXPECT_EQ(packed.size, bytes.size());
    EXPECT_EQ(packed.deflated, bytes.size() == 5000);
    reused.add("n" + std::to_string(bytes.size()), packed);
  }
  EXPECT_EQ(reused.finish(), plain.finish());
}

TEST(ArchiveWriter, StoresWhatIsCompressedAlready) {
  const std::string picture(1000, 'p');
  Writer writer(kMoment);
  writer.reserve(4000);
  writer.store("a.png", picture);
  writer.add("b", "2");
  const std::string archive = writer.finish();
  EXPECT_EQ(zip::get16(archive, 8), zip::kStored);
  EXPECT_EQ(zip::get32(archive, 18), 1000u);
  EXPECT_EQ(zip::get32(archive, 22), 1000u);
  Diagnostics diagnostics;
  const auto reader = Reader::open(archive, "a.zip", {}, diagnostics);
  ASSERT_TRUE(reader);
  EXPECT_EQ(reader->read(reader->entries()[0], diagnostics), picture);
}

TEST(ArchiveWriterDeathTest, RefusesALevelThatDoesNotExist) {
  EXPECT_DEATH(Writer(kMoment, 99), "deflate level");
}

TEST(ArchiveWriterDeathTest, CountsItsEntries) {
  EXPECT_DEATH(
      {
        Writer writer(kMoment);
        for (int i = 0; i <= 0xFFFF; ++i) writer.add("a", "");
      },
      "entries are counted");
}

}  // namespace
}  // namespace chancery::archive
