#include "archive/reader.h"

#include <gtest/gtest.h>

#include <functional>

#include "archive/format.h"
#include "archive/writer.h"

namespace chancery::archive {
namespace {

const Moment kMoment = *parseMoment("2026-06-05T09:30:00Z");

std::string archiveOf(const std::vector<std::pair<std::string, std::string>>& files) {
  Writer writer(kMoment);
  for (const auto& [name, bytes] : files) writer.add(name, bytes);
  return writer.finish();
}

void set16(std::string& bytes, std::size_t at, std::uint32_t value) {
  std::string field;
  zip::put16(field, value);
  bytes.replace(at, 2, field);
}
void set32(std::string& bytes, std::size_t at, std::uint32_t value) {
  std::string field;
  zip::put32(field, value);
  bytes.replace(at, 4, field);
}

std::size_t endOf(const std::string& archive) {
  return archive.size() - zip::kEndSize;
}
std::size_t directoryOf(const std::string& archive) {
  return zip::get32(archive, endOf(archive) + 16);
}

/// The codes of all findings, e.g. "Z105 Z106"; "" when the archive opens.
std::string codes(std::string_view archive, const Limits& limits = {}) {
  Diagnostics diagnostics;
  const auto reader = Reader::open(archive, "in.docx", limits, diagnostics);
  EXPECT_EQ(reader.has_value(), !diagnostics.hasErrors());
  std::string found;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    EXPECT_EQ(diagnostic.place.file, "in.docx");
    EXPECT_NE(diagnostic.hint, nullptr);
    found += (found.empty() ? "" : " ") + std::string(diagnostic.message->code);
  }
  return found;
}

/// The findings for a one-file archive ("a.xml", stored "xyz") with some of its bytes changed.
std::string codesAfter(const std::function<void(std::string&)>& change) {
  std::string archive = archiveOf({{"a.xml", "xyz"}});
  change(archive);
  return codes(archive);
}

TEST(ArchiveReader, ReadsWhatTheWriterWrote) {
  const std::string text(100'000, 'a');
  const std::string archive = archiveOf({{"a.xml", "xyz"}, {"папка/б.xml", text}, {"empty", ""}});
  Diagnostics diagnostics;
  const auto reader = Reader::open(archive, "in.docx", {}, diagnostics);
  ASSERT_TRUE(reader);
  ASSERT_EQ(reader->entries().size(), 3u);
  EXPECT_EQ(reader->entries()[1].name, "папка/б.xml");
  EXPECT_EQ(reader->entries()[1].size, 100'000u);
  EXPECT_EQ(reader->read(reader->entries()[0], diagnostics), "xyz");
  EXPECT_EQ(reader->read(reader->entries()[1], diagnostics), text);
  EXPECT_EQ(reader->read(*reader->find("empty"), diagnostics), "");
  EXPECT_EQ(reader->find("A.xml"), nullptr);
  EXPECT_FALSE(diagnostics.hasErrors());
}

TEST(ArchiveReader, LeavesFoldersOut) {
  const std::string archive = archiveOf({{"word/", ""}, {"word/a.xml", "x"}});
  Diagnostics diagnostics;
  const auto reader = Reader::open(archive, "in.docx", {}, diagnostics);
  ASSERT_TRUE(reader);
  ASSERT_EQ(reader->entries().size(), 1u);
  EXPECT_EQ(reader->entries()[0].name, "word/a.xml");
}

TEST(ArchiveReader, AllowsACommentAtTheEnd) {
  std::string archive = archiveOf({{"a.xml", "xyz"}});
  set16(archive, endOf(archive) + 20, 5);
  EXPECT_EQ(codes(archive + "hello"), "");
  EXPECT_EQ(codes(archive + "hell"), "Z101");
  std::string full = archiveOf({{"a.xml", "xyz"}});
  set16(full, endOf(full) + 20, 0xFFFF);
  EXPECT_EQ(codes(full + std::string(0xFFFF, ' ')), "");
}

TEST(ArchiveReader, RefusesWhatIsNoArchive) {
  EXPECT_EQ(codes(""), "Z101");
  EXPECT_EQ(codes("%PDF-1.7"), "Z101");
  EXPECT_EQ(codes(std::string(100'000, 'x')), "Z101");
  const std::string archive = archiveOf({{"a.xml", "xyz"}});
  EXPECT_EQ(codes(archive.substr(0, archive.size() - 1)), "Z101");
}

TEST(ArchiveReader, EveryTruncationIsRefused) {
  const std::string archive = archiveOf({{"a.xml", "xyz"}, {"b.xml", std::string(500, 'b')}});
  for (std::size_t size = 0; size < archive.size(); ++size) {
    EXPECT_EQ(codes(std::string_view(archive).substr(0, size)), "Z101") << size;
  }
}

TEST(ArchiveReader, RefusesVolumesAndHugeArchives) {
  EXPECT_EQ(codesAfter([](std::string& a) { set16(a, endOf(a) + 4, 1); }), "Z102");
  EXPECT_EQ(codesAfter([](std::string& a) { set16(a, endOf(a) + 6, 1); }), "Z102");
  EXPECT_EQ(codesAfter([](std::string& a) { set16(a, endOf(a) + 8, 2); }), "Z102");
  EXPECT_EQ(codesAfter([](std::string& a) { set32(a, endOf(a) + 8, 0xFFFFFFFF); }), "Z102");
  EXPECT_EQ(codesAfter([](std::string& a) { set32(a, endOf(a) + 12, 0xFFFFFFFF); }), "Z102");
  EXPECT_EQ(codesAfter([](std::string& a) { set32(a, endOf(a) + 16, 0xFFFFFFFF); }), "Z102");
}

TEST(ArchiveReader, RefusesADamagedDirectory) {
  EXPECT_EQ(codesAfter([](std::string& a) { set32(a, endOf(a) + 16, 1); }), "Z104");
  EXPECT_EQ(codesAfter([](std::string& a) { set32(a, endOf(a) + 12, 1); }), "Z104");
  EXPECT_EQ(codesAfter([](std::string& a) { set32(a, directoryOf(a), 1); }), "Z104");
  EXPECT_EQ(codesAfter([](std::string& a) { set16(a, directoryOf(a) + 28, 6); }), "Z104");
  EXPECT_EQ(codesAfter([](std::string& a) { set16(a, directoryOf(a) + 30, 1); }), "Z104");
  EXPECT_EQ(codesAfter([](std::string& a) { set16(a, directoryOf(a) + 32, 1); }), "Z104");
}

TEST(ArchiveReader, RefusesACountThatIsNotTheDirectorys) {
  const auto counted = [](std::uint32_t count) {
    return codesAfter([count](std::string& a) {
      set16(a, endOf(a) + 8, count);
      set16(a, endOf(a) + 10, count);
    });
  };
  EXPECT_EQ(counted(0), "Z104");
  EXPECT_EQ(counted(1), "");
  EXPECT_EQ(counted(2), "Z104");
}

TEST(ArchiveReader, RefusesUnsafeNames) {
  for (const char* name : {"/a", "../a", "a/../b", "a/..", "..", ".", "a/./b", "a//b", "a\\b",
                           "C:a", "a\nb", "\x7F", "\xFF", "", "/"}) {
    EXPECT_EQ(codes(archiveOf({{name, "x"}})), "Z105") << name;
  }
  for (const char* name : {"a", "a/b", "..a", "a..", "a/...", "[Content_Types].xml", "é б"}) {
    EXPECT_EQ(codes(archiveOf({{name, "x"}})), "") << name;
  }
}

TEST(ArchiveReader, RefusesDuplicatesWhateverTheirCase) {
  EXPECT_EQ(codes(archiveOf({{"a", "1"}, {"a", "2"}})), "Z106");
  EXPECT_EQ(codes(archiveOf({{"az.XML", "1"}, {"AZ.xml", "2"}})), "Z106");
  EXPECT_EQ(codes(archiveOf({{"@", "1"}, {"`", "2"}, {"[", "3"}, {"{", "4"}})), "");
}

TEST(ArchiveReader, RefusesEncryption) {
  for (const std::uint32_t flags : {0x0001u, 0x0040u, 0x2000u}) {
    EXPECT_EQ(codesAfter([&](std::string& a) { set16(a, directoryOf(a) + 8, flags); }), "Z107");
  }
  // Bit 3, a data descriptor, is what many writers use.
  EXPECT_EQ(codesAfter([](std::string& a) { set16(a, directoryOf(a) + 8, 0x0008); }), "");
}

TEST(ArchiveReader, RefusesUnknownMethods) {
  EXPECT_EQ(codesAfter([](std::string& a) {
              set16(a, directoryOf(a) + 10, 12);
              set16(a, 8, 12);
            }),
            "Z108");
}

TEST(ArchiveReader, RefusesALocalHeaderThatDiffers) {
  EXPECT_EQ(codesAfter([](std::string& a) { set32(a, 0, 1); }), "Z113");
  EXPECT_EQ(codesAfter([](std::string& a) { set16(a, 8, 8); }), "Z113");
  EXPECT_EQ(codesAfter([](std::string& a) { a[30] = 'b'; }), "Z113");
  EXPECT_EQ(codesAfter([](std::string& a) { set16(a, 26, 4); }), "Z113");
  EXPECT_EQ(codesAfter([](std::string& a) { set16(a, 28, 1); }), "Z113");
  EXPECT_EQ(codesAfter([](std::string& a) { set32(a, directoryOf(a) + 42, 9); }), "Z113");
  EXPECT_EQ(codesAfter([](std::string& a) { set32(a, directoryOf(a) + 42, 0xFFFFFFFF); }), "Z113");
}

TEST(ArchiveReader, RefusesAStoredEntryOfTwoSizes) {
  EXPECT_EQ(codesAfter([](std::string& a) { set32(a, directoryOf(a) + 24, 4); }), "Z113");
}

TEST(ArchiveReader, HoldsToItsLimits) {
  const std::string archive = archiveOf({{"a", std::string(10, 'a')}, {"b", std::string(11, 'b')}});
  EXPECT_EQ(codes(archive, {.entries = 2, .entryBytes = 11, .totalBytes = 21}), "");
  EXPECT_EQ(codes(archive, {.entries = 1, .entryBytes = 11, .totalBytes = 21}), "Z103");
  EXPECT_EQ(codes(archive, {.entries = 2, .entryBytes = 10, .totalBytes = 21}), "Z109");
  EXPECT_EQ(codes(archive, {.entries = 2, .entryBytes = 11, .totalBytes = 20}), "Z110");
  EXPECT_EQ(codes(archive, {.entries = 2, .entryBytes = 11, .totalBytes = 9}), "Z110");
}

TEST(ArchiveReader, RefusesBombs) {
  const std::string bomb = archiveOf({{"a", std::string(3u << 20, '\0')}});
  EXPECT_EQ(codes(bomb), "Z111");
  EXPECT_EQ(codes(bomb, {.ratio = 2000}), "");
  EXPECT_EQ(codes(archiveOf({{"a", std::string(1u << 20, '\0')}})), "");
}

TEST(ArchiveReader, RefusesEntriesThatShareBytes) {
  // Stored "b" lies wholly inside the stored bytes of "a".
  const std::string inner = archiveOf({{"b", "xyz"}});
  std::string archive = archiveOf({{"a", inner.substr(0, 34)}, {"b", "xyz"}});
  const std::size_t second = directoryOf(archive) + zip::kCentralSize + 1;
  set32(archive, second + 42, 31);
  EXPECT_EQ(codes(archive), "Z112");
}

TEST(ArchiveReader, FindsDamageWhenReading) {
  const auto damaged = [](std::string archive, std::size_t at) {
    archive[at] = static_cast<char>(archive[at] ^ 1);
    Diagnostics diagnostics;
    const auto reader = Reader::open(archive, "in.docx", {}, diagnostics);
    if (!reader) return std::string("closed");
    const auto bytes = reader->read(reader->entries()[0], diagnostics);
    EXPECT_EQ(bytes.has_value(), !diagnostics.hasErrors());
    return bytes ? *bytes : formatText(diagnostics, Language::english);
  };
  const std::string stored = archiveOf({{"a", "xyz"}});
  EXPECT_EQ(damaged(stored, 4), "xyz");  // the version needed matters to nobody
  EXPECT_NE(damaged(stored, 31).find("Z113"), std::string::npos);
  const std::string text = std::string(1000, 'a') + std::string(1000, 'b');
  const std::string deflated = archiveOf({{"a", text}});
  int found = 0;
  for (std::size_t at = 31; at < directoryOf(deflated); ++at) {
    const std::string got = damaged(deflated, at);
    // A flipped padding bit changes nothing.
    EXPECT_TRUE(got == text || got.find("Z113") != std::string::npos) << at;
    found += got != text;
  }
  EXPECT_GT(found, 8);
}

TEST(ArchiveReader, RefusesADeflatedEntryOfAnotherSize) {
  for (const std::uint32_t size : {999u, 1001u}) {
    std::string archive = archiveOf({{"a", std::string(1000, 'a')}});
    set32(archive, directoryOf(archive) + 24, size);
    Diagnostics diagnostics;
    const auto reader = Reader::open(archive, "in.docx", {}, diagnostics);
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->read(reader->entries()[0], diagnostics), std::nullopt);
    EXPECT_EQ(diagnostics.errorCount(), 1u);
  }
}

TEST(ArchiveReader, RefusesBytesBehindTheDeflatedData) {
  std::string archive = archiveOf({{"a", std::string(1000, 'a')}});
  const std::size_t data = directoryOf(archive);
  archive.insert(data, "!");
  set32(archive, data + 1 + 20, zip::get32(archive, data + 1 + 20) + 1);
  set32(archive, endOf(archive) + 16, static_cast<std::uint32_t>(data + 1));
  Diagnostics diagnostics;
  const auto reader = Reader::open(archive, "in.docx", {}, diagnostics);
  ASSERT_TRUE(reader);
  EXPECT_EQ(reader->read(reader->entries()[0], diagnostics), std::nullopt);
}

TEST(ArchiveReader, SurvivesEveryFlippedByte) {
  const std::string archive = archiveOf({{"a.xml", "xyz"}, {"b.xml", std::string(300, 'b')}});
  for (std::size_t at = 0; at < archive.size(); ++at) {
    for (const int bit : {1, 16, 128}) {
      std::string changed = archive;
      changed[at] = static_cast<char>(changed[at] ^ bit);
      Diagnostics diagnostics;
      const auto reader = Reader::open(changed, "in.docx", {}, diagnostics);
      if (!reader) continue;
      for (const Entry& entry : reader->entries()) reader->read(entry, diagnostics);
    }
  }
}

}  // namespace
}  // namespace chancery::archive
