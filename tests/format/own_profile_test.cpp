#include <gtest/gtest.h>

#include "base/file.h"
#include "format/format.h"
#include "support/reading.h"

// The look is data: one document by the standard's profile and by an organisation's own. Nothing in
// the code knows either.
namespace chancery::format {
namespace {

constexpr char kDocument[] =
    R"(<document xmlns="urn:chancery:document"><part>
<letterhead><organisation>ШКОЛА</organisation></letterhead><kind>ПРИКАЗ</kind>
<registration><date>2026-06-05</date><number>84</number></registration>
<addressee><post>Главе района</post></addressee>
<title>О лагере</title><p>Текст</p>
<clauses><clause>Открыть лагерь<clause>с 1 июня</clause></clause></clauses>
<enclosures><enclosure sheets="2" copies="1"/></enclosures>
<qr-code>https://school.example</qr-code></part>
<appendix><part orientation="landscape"><p>План</p></part></appendix></document>)";

class OwnProfile : public ::testing::Test {
 protected:
  static Document formatBy(const std::string& name) {
    testing::ReadText profileText;
    readInto(profileText, readFile(std::string(CHANCERY_PROJECT_DIR) + "/doc-templates/styles/" +
                                       name + ".profile.xml",
                                   1 << 20));
    const auto profile = readProfile(profileText.root, profileText.sources, profileText.diagnostics);
    EXPECT_EQ(testing::codesOf(profileText.diagnostics), "");
    testing::ReadText text;
    readInto(text, kDocument);
    document::Node document = document::read(text.root, text.sources, text.diagnostics);
    EXPECT_EQ(testing::codesOf(text.diagnostics), "");
    document::completeAppendixMarks(document);
    document::applyTypography(document, profile->typography);
    return apply(document, *profile, {}, text.sources, text.diagnostics);
  }

  static std::string blocksOf(const std::string& name) {
    const std::string dumped = dump(formatBy(name));
    std::string blocks;
    for (std::size_t at = 0; at < dumped.size();) {
      const std::size_t end = dumped.find('\n', at) + 1;
      const std::string line = dumped.substr(at, end - at);
      if (line.starts_with("    ") && !line.starts_with("    placed") && !line.starts_with("    no header") &&
          !line.starts_with("    footer") && !line.starts_with("      PageNumber")) {
        blocks += line;
      }
      at = end;
    }
    return blocks;
  }
};

TEST_F(OwnProfile, TheStandardsDocument) {
  EXPECT_EQ(blocksOf("gost-7.0.97-2025"),
            "    Letterhead \"ШКОЛА\"\n"
            "    DocumentKind \"ПРИКАЗ\"\n"
            "    table 0 side-by-side 1* 1*\n"
            "      row keep-next\n"
            "        cell\n          RegistrationDate \"5\u00a0июня 2026\u00a0г.\"\n"
            "        cell\n          RegistrationNumber \"№ \" \"84\"\n"
            "    Addressee \"Главе района\"\n"
            "    DocumentTitle heading1 \"О\u00a0лагере\"\n"
            "    BodyText \"Текст\"\n"
            "    Clause item label \"1.\"@0.0 \"Открыть лагерь\"\n"
            "    Clause item label \"1.1.\"@0.1 \"с\u00a01\u00a0июня\"\n"
            "    Enclosures \"Приложение:\" \" \" \"на\u00a02\u00a0л. в\u00a01\u00a0экз.\"\n"
            "    AppendixMarkLandscape \"Приложение\" \"\\nк\u00a0приказу\" \"\\nот\u00a0\" "
            "\"5\u00a0июня 2026\u00a0г.\" \" № \" \"84\"\n"
            "    BodyText \"План\"\n");
}

TEST_F(OwnProfile, TheSchoolsDocument) {
  EXPECT_EQ(blocksOf("ozerny-school"),
            "    table 0 side-by-side 75.00mm 15.00mm 1*\n"
            "      row keep-next\n"
            "        cell\n"
            "          Letterhead left \"ШКОЛА\"\n"
            "          DocumentKind left \"ПРИКАЗ\"\n"
            "          RegistrationDate left \"05.06.2026\" \" \" \"№ \" \"84\"\n"
            "        cell\n"
            "        cell\n          AddresseeInCell \"Главе района\"\n"
            "    CornerTitle heading1 \"О\u00a0лагере\"\n"
            "    BodyText \"Текст\"\n"
            "    Clause item label \"Пункт 1.\"@0.0 \"Открыть лагерь\"\n"
            "    Clause item label \"1.1)\"@0.1 \"с\u00a01\u00a0июня\"\n"
            "    Enclosures \"К письму прилагаются:\" \" \" \"на\u00a02\u00a0л. в\u00a01\u00a0экз.\"\n"
            "    AppendixMarkLandscape \"ПРИЛОЖЕНИЕ\" \"\\nк\u00a0приказу\" \"\\nот\u00a0\" "
            "\"05.06.2026\" \" № \" \"84\"\n"
            "    BodyText \"План\"\n");
}

const ParagraphStyle* findStyle(const Document& document, std::string_view id) {
  for (const ParagraphStyle& style : document.styles) {
    if (style.id == id) return &style;
  }
  return nullptr;
}

TEST_F(OwnProfile, FontsAndFiguresDiffer) {
  const Document gost = formatBy("gost-7.0.97-2025");
  const Document school = formatBy("ozerny-school");
  EXPECT_EQ(findStyle(gost, "BodyText")->text.family, "Times New Roman");
  EXPECT_EQ(findStyle(gost, "BodyText")->text.pdfFamily, "Tinos");
  EXPECT_EQ(findStyle(gost, "BodyText")->text.size, Length::pt(14));
  EXPECT_EQ(findStyle(gost, "BodyText")->spacing.multiple240, 240);
  EXPECT_EQ(findStyle(school, "BodyText")->text.family, "PT Serif");
  EXPECT_EQ(findStyle(school, "BodyText")->text.pdfFamily, "PT Serif");
  EXPECT_EQ(findStyle(school, "BodyText")->text.size, Length::pt(12));
  EXPECT_EQ(findStyle(school, "BodyText")->spacing.multiple240, 276);
  EXPECT_EQ(findStyle(school, "BodyText")->firstLine, Length::mm(10));
  EXPECT_EQ(findStyle(school, "Letterhead")->text.family, "PT Sans");
}

TEST_F(OwnProfile, SheetsDiffer) {
  const Document gost = formatBy("gost-7.0.97-2025");
  const Document school = formatBy("ozerny-school");
  EXPECT_EQ(gost.sections[0].left, Length::mm(30));
  EXPECT_EQ(school.sections[0].left, Length::mm(25));
  EXPECT_EQ(school.sections[0].right, Length::mm(15));
  EXPECT_EQ(gost.sections[1].top, Length::mm(30));  // the binding edge
  EXPECT_EQ(school.sections[1].top, Length::mm(20));
  EXPECT_EQ(gost.sections[0].placed.at(0).y, Length::mm(277));
  EXPECT_EQ(school.sections[0].placed.at(0).y, Length::mm(2));
  EXPECT_EQ(gost.objects.at(0).width, Length::mm(15));
  EXPECT_EQ(school.objects.at(0).width, Length::mm(18));
  EXPECT_FALSE(gost.sections[1].firstPageNumber);
  EXPECT_EQ(school.sections[1].firstPageNumber, 1);
}

}  // namespace
}  // namespace chancery::format
