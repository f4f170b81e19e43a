#include "document/appendix_references.h"

#include <gtest/gtest.h>

#include "support/reading.h"
#include "xml/reader.h"

namespace chancery::document {
namespace {

/// Numbers of the mentions, those of one mention joined: "1+2 - 3"; "-" for one without.
std::string found(std::string_view text) {
  std::string out;
  for (const AppendixMention& mention : findAppendixMentions(text)) {
    if (!out.empty()) out += ' ';
    std::string numbers;
    for (const std::string& number : mention.numbers)
      numbers += (numbers.empty() ? "" : "+") + number;
    out += numbers.empty() ? "-" : numbers;
  }
  return out;
}

TEST(FindAppendixMentions, TheStandardsForms) {
  EXPECT_EQ(found("Утвердить перечень (приложение)."), "-");
  EXPECT_EQ(found("Утвердить перечень (приложение 1)."), "1");
  EXPECT_EQ(found("Утвердить перечень (приложение № 2)."), "2");
  EXPECT_EQ(found("Утвердить перечень (приложение\u00A0№\u00A02)."), "2");
  EXPECT_EQ(found("План (прилагается). Прилагаемый перечень утвердить. Прилагаемую карту – тоже."),
            "- - -");
  EXPECT_EQ(found("Планы прилагаются"), "-");
  EXPECT_EQ(found("согласно приложению 2 и в приложении 3"), "2 3");
  EXPECT_EQ(found("ПРИЛОЖЕНИЕ 4"), "4");
  EXPECT_EQ(found("ПРИЛАГАЕТСЯ"), "-");
  EXPECT_EQ(found("ж, г, ложи, Прилож"), "");
}
TEST(FindAppendixMentions, SeveralNumbers) {
  EXPECT_EQ(found("(приложения 1, 2 и 4)"), "1+2+4");
  EXPECT_EQ(found("(приложения №№ 1"), "-");
  EXPECT_EQ(found("(приложения № 1, № 2)"), "1+2");
  EXPECT_EQ(found("приложениями 1–3"), "1+2+3");
  EXPECT_EQ(found("приложениям 2-3"), "2+3");
  EXPECT_EQ(found("приложения 1, пункты 2 и 3"), "1");
  EXPECT_EQ(found("приложение 1.2"), "1.2");
  EXPECT_EQ(found("приложение 1. 2 августа"), "1");
  EXPECT_EQ(findAppendixMentions("приложения 1–999999")[0].numbers.size(), 101u);
}
TEST(FindAppendixMentions, OtherDocumentsHaveTheirOwn) {
  EXPECT_EQ(found("приложение 2 к постановлению Правительства"), "");
  EXPECT_EQ(found("в приложении № 3 к приказу Минпросвещения"), "");
  EXPECT_EQ(found("приложение 2 к настоящему приказу"), "2");
  EXPECT_EQ(found("приложение к Порядку"), "");
}
TEST(FindAppendixMentions, OtherWordsAreNone) {
  EXPECT_EQ(found("приложенный, приложить, мобильное приложеньице, прилагательное, прилагать"), "");
  EXPECT_EQ(found(""), "");
}

std::string codes(const std::string& xml) {
  Sources sources;
  Diagnostics diagnostics;
  const auto root = xml::read(
      sources,
      sources.add("d.xml", "<document xmlns=\"urn:chancery:document\">" + xml + "</document>"), {},
      diagnostics);
  Node document = read(*root, sources, diagnostics);
  completeAppendixMarks(document);
  EXPECT_EQ(testing::codesOf(diagnostics), "");
  checkAppendixReferences(document, sources, diagnostics);
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) {
    EXPECT_EQ(d.severity, Severity::warning);
    out += std::string(d.message->code);
    for (const std::string& argument : d.arguments) out += ' ' + argument;
    out += ';';
  }
  return out;
}
std::string partWith(const std::string& text) {
  return "<part><p>" + text + "</p></part>";
}
std::string appendices(int count) {
  std::string out;
  for (int i = 0; i < count; ++i)
    out += "<appendix><part><appendix-mark/><p>Текст</p></part></appendix>";
  return out;
}

TEST(CheckAppendixReferences, AllIsWellWhenEachIsNamedInOrder) {
  EXPECT_EQ(codes(partWith("План (приложение 1), карта (приложение 2), снова приложение 1") +
                  appendices(2)),
            "");
  EXPECT_EQ(codes(partWith("План (приложение)") + appendices(1)), "");
  EXPECT_EQ(codes(partWith("План (приложение 1)") + appendices(1)), "");
  EXPECT_EQ(codes(partWith("Утвердить прилагаемый план и прилагаемую карту") + appendices(2)), "");
  EXPECT_EQ(codes(partWith("Без приложений и ссылок")), "");
}
TEST(CheckAppendixReferences, OnesThatNobodyNamesAreTold) {
  EXPECT_EQ(codes(partWith("План (приложение 1)") + appendices(3)), "C116 2;C116 3;");
  EXPECT_EQ(codes(partWith("План") + appendices(1)), "C116 1;");
}
TEST(CheckAppendixReferences, NumbersThatAreNotThereAreTold) {
  EXPECT_EQ(codes(partWith("План (приложение 1), карта (приложение 3)") + appendices(1)),
            "C117 3;");
  EXPECT_EQ(codes(partWith("План (приложение 1)")), "C117 1;");
}
TEST(CheckAppendixReferences, OrderOfFirstMentionIsTheirOrder) {
  EXPECT_EQ(codes(partWith("Карта (приложение 2), план (приложение 1)") + appendices(2)),
            "C118 2 1;");
  EXPECT_EQ(codes(partWith("приложения 3, 2 и 1") + appendices(3)), "C118 3 1;");
}
TEST(CheckAppendixReferences, OwnNumbersCount) {
  EXPECT_EQ(
      codes(partWith("План (приложение 5)") + "<appendix><part><appendix-mark><number>5</number></"
                                              "appendix-mark><p>Т</p></part></appendix>"),
      "");
}
TEST(CheckAppendixReferences, CrossReferencesCount) {
  EXPECT_EQ(codes("<part><p>См. <ref to=\"plan\"/></p></part><appendix "
                  "id=\"plan\"><part><appendix-mark/><p>Т</p></part></appendix>"),
            "");
}
TEST(CheckAppendixReferences, TheIdMayStandOnThePartOfTheAppendix) {
  EXPECT_EQ(codes("<part><p>См. <ref to=\"plan\"/></p></part><appendix "
                  "><part id=\"plan\"><appendix-mark/><p>Т</p></part></appendix>"),
            "");
}
TEST(CheckAppendixReferences, AnAppendixByItselfIsNotLookedAt) {
  EXPECT_EQ(codes("<part><appendix-mark/><p>см. приложение 7</p></part>"), "");
}
TEST(CheckAppendixReferences, ClausesAreLookedInto) {
  EXPECT_EQ(codes("<part><clauses><clause>Общее:<clause>План (приложение "
                  "1)</clause></clause></clauses></part>" +
                  appendices(1)),
            "");
}

}  // namespace
}  // namespace chancery::document
