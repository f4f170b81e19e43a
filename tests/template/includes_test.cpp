#include <gtest/gtest.h>

#include "support.h"

namespace chancery::templates {
namespace {

std::string library(const std::string& content) {
  return "<t:library xmlns='urn:chancery:document' xmlns:t='urn:chancery:template'>\n" + content +
         "\n</t:library>";
}

std::string appendix(const std::string& id, const std::string& content) {
  return "<template xmlns='urn:chancery:document' xmlns:t='urn:chancery:template' id='" + id +
         "'>\n" + content + "</template>";
}

TEST(IncludesTest, LibrariesGiveFieldsAndDefinitions) {
  Job job;
  job.store.files["lib.xml"] = library(
      "<t:include href='more.xml'/><t:fields><t:field name='a'/></t:fields>"
      "<t:define name='d'><p><t:value-of select='a'/></p></t:define>");
  job.store.files["more.xml"] = library("<t:define name='e'><q/></t:define>");
  job.parseContent(
      "<t:include href='lib.xml'/><t:fields><t:field name='b'/></t:fields>"
      "<t:call name='d'/><t:call name='e'/><r v='{b}'/>");
  EXPECT_EQ(job.found(), Found{});
  job.fill(R"({"a": "1", "b": "2"})");
  EXPECT_EQ(job.output(), "p\n  \"1\"\nq\nr v=\"2\"\n");
  std::vector<std::string> files;
  for (const TemplateFile& file : job.compiled->files()) files.push_back(file.name);
  EXPECT_EQ(files, (std::vector<std::string>{"x.template.xml", "lib.xml", "more.xml"}));
  const xml::Node& p = job.document->children[0];
  EXPECT_EQ(job.sources.place(p.origin.stated).file, "lib.xml");
  EXPECT_EQ(job.sources.place(p.origin.stated).line, 2);
}

TEST(IncludesTest, AFileIncludedTwiceIsReadOnce) {
  Job job;
  job.store.files["a.xml"] = library("<t:include href='c.xml'/>");
  job.store.files["b.xml"] = library("<t:include href='c.xml'/>");
  job.store.files["c.xml"] = library("<t:define name='d'/>");
  job.parseContent("<t:include href='a.xml'/><t:include href='b.xml'/><t:call name='d'/>");
  EXPECT_EQ(job.found(), Found{});
  EXPECT_EQ(job.compiled->files().size(), 4u);
}

TEST(IncludesTest, CyclesAreReportedWithTheirWay) {
  Job job;
  job.store.files["a.xml"] = library("<t:include href='b.xml'/>");
  job.store.files["b.xml"] = library("\n<t:include href='a.xml'/>");
  job.parseContent("<t:include href='a.xml'/>");
  EXPECT_EQ(job.found(), Found{"T103 b.xml:3:18"});
  EXPECT_EQ(job.message(), "файлы включают друг друга по кругу: a.xml → b.xml → a.xml");
}

TEST(IncludesTest, TheDepthIsBounded) {
  Job job;
  job.limits.includeDepth = 3;
  for (int i = 0; i < 5; ++i) {
    job.store.files["l" + std::to_string(i) + ".xml"] =
        library("<t:include href='l" + std::to_string(i + 1) + ".xml'/>");
  }
  job.parseContent("<t:include href='l0.xml'/>");
  EXPECT_EQ(job.found(), Found{"T104 l2.xml:2:18"});
}

TEST(IncludesTest, MissingAndUnsafeFilesAreReported) {
  Job job;
  job.store.files["../x"] = library("");
  job.parseContent(
      "<t:include href='none.xml'/>\n<t:include href='../x'/>\n"
      "<t:include href='/etc/passwd'/>\n<t:include href='http://x'/>\n<t:include href=''/>");
  EXPECT_EQ(job.found(), (Found{"T102 x.template.xml:2:18", "T105 x.template.xml:3:18",
                                "T105 x.template.xml:4:18", "T105 x.template.xml:5:18",
                                "T105 x.template.xml:6:18"}));
  EXPECT_EQ(job.hint(1), "укажите имя файла без папок: он ищется среди шаблонов");
}

TEST(IncludesTest, OnlyLibrariesAreIncluded) {
  Job job;
  job.store.files["t.xml"] = appendix("t", "");
  job.store.files["bad.xml"] = "<t:library xmlns:t='urn:chancery:template'><p></t:library>";
  job.store.files["mixed.xml"] = library("<p/>слова<t:if test='1'/>");
  job.parseContent(
      "<t:include href='t.xml'/><t:include href='bad.xml'/>"
      "<t:include href='mixed.xml'/>");
  EXPECT_EQ(job.found(), (Found{"X110 bad.xml:1:47", "T111 mixed.xml:2:1", "T112 mixed.xml:2:5",
                                "T111 mixed.xml:2:10", "T107 t.xml:1:1"}));
  EXPECT_EQ(job.hint(1), "допустимо: t:fields, t:define, t:include");
}

TEST(IncludesTest, ErrorsOfAllFilesComeInOneRun) {
  Job job;
  job.store.files["lib.xml"] = library("<t:define name='d'><p v='{aa}'/></t:define>");
  job.parseContent(
      "<t:include href='lib.xml'/><t:fields><t:field name='ab'/></t:fields>\n"
      "<t:call name='d'/><p v='{abc}'/>");
  EXPECT_EQ(job.found(), (Found{"T130 lib.xml:2:27", "T130 x.template.xml:3:26"}));
}

TEST(IncludesTest, TheTwoKindsOfIncludeAreNotMixed) {
  const Job job(
      "<t:fields/><p><t:include href='a.xml'/></p>\n<t:include template='a'/>\n"
      "<p><t:include template='a' select='.' href='b'/></p>");
  EXPECT_EQ(job.found(), (Found{"T120 x.template.xml:2:15", "T120 x.template.xml:3:1",
                                "T120 x.template.xml:4:4"}));
}

/// An order with two kinds of appendices.
struct Order : Job {
  Order() {
    store.files["list.template.xml"] =
        appendix("list",
                 "<t:fields><t:field name='heading' label='Название'/>"
                 "<t:field name='items' repeat='true' optional='true'/></t:fields>"
                 "<part><title><t:value-of select='heading'/></title></part>");
    store.files["text.template.xml"] =
        appendix("text",
                 "<t:fields><t:field name='heading' optional='true'/>"
                 "<t:field name='body' type='text'/></t:fields><p n='{position()}'>"
                 "<t:value-of select='body'/></p>");
  }
};

const std::string kOrder =
    "<t:fields><t:field name='title'/><t:document name='appendices' label='Приложения' "
    "templates='list text' repeat='true' optional='true'/></t:fields>\n"
    "<t:let name='v' select='1'/><t:for-each select='appendices'><appendix heading='{heading}'>"
    "<t:include template='{template}' select='.'/></appendix></t:for-each><a v='{$v}'/>";

TEST(AppendicesTest, EachComesFromItsOwnTemplate) {
  Order job;
  job.parseContent(kOrder);
  ASSERT_EQ(job.found(), Found{});
  job.fill(R"({"title": "О", "appendices": [{"template": "list", "heading": "Состав"},
    {"template": "text", "body": "слова"}]})");
  EXPECT_EQ(job.found(), Found{});
  EXPECT_EQ(job.output(),
            "appendix heading=\"Состав\"\n  part\n    title\n      \"Состав\"\n"
            "appendix heading=\"\"\n  p n=\"1\"\n    \"слова\"\na v=\"1\"\n");
  EXPECT_EQ(job.sources.place(job.document->children[0].children[0].origin.stated).file,
            "list.template.xml");
  EXPECT_EQ(job.compiled->fields().find("appendices")->templates.at(1)->id(), "text");
}

TEST(AppendicesTest, TheirDataAreCheckedByTheirTemplates) {
  Order job;
  job.parseContent(kOrder);
  job.fill(
      "{\"title\": \"О\", \"appendices\": [\n{\"template\": \"list\", \"item\": \"x\"},\n"
      "{\"template\": \"txt\"},\n{\"heading\": \"x\"},\n\"слова\"]}");
  EXPECT_EQ(job.found(), (Found{"T150 d.json:2:1", "T152 d.json:2:22", "T160 d.json:3:14",
                                "T159 d.json:4:1", "T163 d.json:5:1"}));
  EXPECT_EQ(job.message(0), "не заполнено обязательное поле «Название» (heading)");
  EXPECT_EQ(job.hint(1), "возможно, вы имели в виду «items»");
  EXPECT_EQ(job.hint(2), "возможно, вы имели в виду «text»");
  EXPECT_EQ(job.hint(3), "допустимо: list, text");
}

TEST(AppendicesTest, ASingleTemplateNeedsNoKey) {
  Order job;
  job.parseContent(
      "<t:fields><t:document name='a' templates='text'/></t:fields>"
      "<t:for-each select='a'><t:include template='{template}' select='.'/></t:for-each>");
  job.fill(R"({"a": {"body": "слова"}})");
  EXPECT_EQ(job.output(), "p n=\"1\"\n  \"слова\"\n");
}

TEST(AppendicesTest, NamesAreCheckedAgainstTheirFields) {
  Order job;
  job.parseContent(
      "<t:fields><t:document name='a' templates='list text' repeat='true'/></t:fields>\n"
      "<t:for-each select='a'><p a='{heading}{body}{items}{template}{numbr}'/>"
      "<t:include template='{templte}' select='heading'/></t:for-each>");
  EXPECT_EQ(job.found(), (Found{"T130 x.template.xml:3:63", "T130 x.template.xml:3:94",
                                "T143 x.template.xml:3:112"}));
}

TEST(AppendicesTest, MissingTemplatesAreReportedAtTheirNames) {
  Order job;
  job.parseContent("<t:fields><t:document name='a' templates='list none ../x'/></t:fields>");
  EXPECT_EQ(job.found(), (Found{"T101 x.template.xml:2:48", "T101 x.template.xml:2:53"}));
}

TEST(AppendicesTest, ErrorsInThemAreReportedInTheSameRun) {
  Order job;
  job.store.files["list.template.xml"] = appendix("list", "<p v='{nothing}'/>");
  job.parseContent(kOrder + "<p v='{titel}'/>");
  EXPECT_EQ(job.found(), (Found{"T130 list.template.xml:2:8", "T130 x.template.xml:3:180"}));
  EXPECT_FALSE(job.compiled);
}

TEST(AppendicesTest, TemplatesThatNameEachOtherAreRefused) {
  Job job;
  job.store.files["a.template.xml"] =
      appendix("a", "<t:fields><t:document name='x' templates='b'/></t:fields>");
  job.store.files["b.template.xml"] =
      appendix("b", "<t:fields><t:document name='x' templates='a'/></t:fields>");
  job.parseFile("a.template.xml");
  EXPECT_EQ(job.found(), Found{"T108 b.template.xml:2:43"});
  EXPECT_EQ(job.message(),
            "шаблоны приложений ссылаются друг на друга по кругу: a.template.xml → "
            "b.template.xml → a.template.xml");
}

TEST(AppendicesTest, OnlyDeclaredTemplatesAreIncluded) {
  Order job;
  job.parseContent(
      "<t:fields><t:field name='which'/><t:document name='a' templates='list'/></t:fields>"
      "<t:include template='{which}' select='a'/>");
  ASSERT_EQ(job.found(), Found{});
  job.fill(R"({"which": "lst", "a": {"heading": "x"}})");
  EXPECT_EQ(job.found(), Found{"T160 x.template.xml:2:84"});
  EXPECT_EQ(job.hint(), "возможно, вы имели в виду «list»");
  EXPECT_FALSE(job.document);
}

}  // namespace
}  // namespace chancery::templates
