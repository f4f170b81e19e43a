#include <gtest/gtest.h>

#include "support.h"

namespace chancery::templates {
namespace {

const std::string kNone = "<t:fields><t:field name='a' optional='true'/></t:fields>\n";

// Content begins on line 2 of the file.
Found errors(const std::string& content) {
  return Job(content).found();
}

TEST(StructureTest, UnknownControlElementsGetAHint) {
  const Job job(kNone + "<p><t:foreach select='a'/><t:zzzzzzz/></p>");
  EXPECT_EQ(job.found(), (Found{"T110 x.template.xml:3:4", "T110 x.template.xml:3:27"}));
  EXPECT_EQ(job.message(), "неизвестный управляющий элемент «t:foreach»");
  EXPECT_EQ(job.hint(), "возможно, вы имели в виду «for-each»");
}

TEST(StructureTest, UnknownAndMissingAttributesAreReported) {
  const Job job(kNone + "<t:for-each selct='a'/>\n<t:value-of/>");
  EXPECT_EQ(job.found(), (Found{"X133 x.template.xml:3:1", "X132 x.template.xml:3:13",
                                "X133 x.template.xml:4:1"}));
  EXPECT_EQ(job.hint(1), "возможно, вы имели в виду «select»");
}

TEST(StructureTest, MisplacedControlsAreReported) {
  const Job job(kNone +
                "<p><t:when test='a'/></p>\n<p><t:otherwise/></p>\n<p><t:fields/></p>\n"
                "<p><t:field name='b'/></p>\n<p><t:define name='d'/></p>\n<t:recurse select='a'/>");
  EXPECT_EQ(job.found(), (Found{"T111 x.template.xml:3:4", "T111 x.template.xml:4:4",
                                "T111 x.template.xml:5:4", "T111 x.template.xml:6:4",
                                "T111 x.template.xml:7:4", "T119 x.template.xml:8:1"}));
  EXPECT_EQ(job.hint(0), "он стоит только внутри «t:choose»");
  EXPECT_EQ(job.hint(2), "он стоит только внутри «template»");
  EXPECT_EQ(job.hint(3), "он стоит только внутри «t:fields»");
}

TEST(StructureTest, ChooseHoldsBranchesOnly) {
  const Job job(kNone + "<t:choose>текст<p/><t:if test='a'/><t:when test='a'/></t:choose>");
  EXPECT_EQ(job.found(), (Found{"T112 x.template.xml:3:11", "T111 x.template.xml:3:16",
                                "T111 x.template.xml:3:20"}));
  EXPECT_EQ(job.hint(1), "допустимо: t:when, t:otherwise");
}

TEST(StructureTest, CallHoldsLetsOnly) {
  const Job job(kNone + "<t:define name='d'/><t:call name='d'><p/></t:call>");
  EXPECT_EQ(job.found(), Found{"T111 x.template.xml:3:38"});
  EXPECT_EQ(job.hint(), "допустимо: t:let");
}

TEST(StructureTest, EmptyControlsHoldNothing) {
  EXPECT_EQ(errors(kNone + "<t:value-of select='a'>x</t:value-of>"),
            Found{"T112 x.template.xml:3:24"});
  EXPECT_EQ(errors(kNone + "<t:let name='v' select='a'><p/></t:let>"),
            Found{"T111 x.template.xml:3:28"});
}

TEST(StructureTest, BracesInAttributes) {
  const Job job(kNone + "<p b='{a' c='a}' d='{{}}'/>");
  EXPECT_EQ(job.found(), (Found{"T121 x.template.xml:3:7", "T122 x.template.xml:3:15"}));
  EXPECT_EQ(job.hint(), "знак «{» пишут как {{, а «}» — как }}");
}

TEST(StructureTest, FieldDeclarations) {
  const Job job(R"(<t:fields>
<t:field name="a" type="dat"/>
<t:field name="b" repeat="yes"/>
<t:field/>
<t:field name="1c"/>
<t:field name="a"/>
<t:feild name="d"/>
<t:field name="e" type="choice"/>
<t:field name="f" type="date" default="завтра"/>
<t:group name="g" recursive="many"/>
<t:document name="h"/>
слово
</t:fields>)");
  EXPECT_EQ(
      job.found(),
      (Found{"X134 x.template.xml:3:19", "X134 x.template.xml:4:19", "X133 x.template.xml:5:1",
             "T114 x.template.xml:6:16", "T113 x.template.xml:7:16", "T110 x.template.xml:8:1",
             "T117 x.template.xml:9:1", "T118 x.template.xml:10:40", "T115 x.template.xml:11:30",
             "X133 x.template.xml:12:1", "T112 x.template.xml:12:23"}));
  EXPECT_EQ(job.hint(0), "возможно, вы имели в виду «date»");
  EXPECT_EQ(job.hint(1), "допустимо: true, false");
  EXPECT_EQ(job.hint(4), "первый раз — x.template.xml:3");
  EXPECT_EQ(job.hint(5), "возможно, вы имели в виду «field»");
  EXPECT_EQ(job.message(7), "значение по умолчанию «завтра» не подходит к типу date");
}

TEST(StructureTest, NamedFieldSetsServeSeveralGroups) {
  Job job(R"(<t:fields><t:group name="one" use="stamp"/><t:group name="two" use="stamp"/></t:fields>
<t:fields name="stamp"><t:field name="post"/></t:fields>
<p><t:value-of select="one/post"/><t:value-of select="two/post"/></p>)");
  EXPECT_EQ(job.found(), Found{});
  job.fill(R"({"one": {"post": "а"}, "two": {"post": "б"}})");
  EXPECT_EQ(job.output(), "p\n  \"а\"\n  \"б\"\n");
}

TEST(StructureTest, UnknownAndRepeatedFieldSets) {
  const Job job(R"(<t:fields><t:group name="one" use="stmap"/></t:fields>
<t:fields name="stamp"><t:field name="post"/></t:fields>
<t:fields name="stamp"><t:field name="post"/></t:fields>
<t:fields><t:group name="two" use="stamp"><t:field name="x"/></t:group></t:fields>)");
  EXPECT_EQ(job.found(), (Found{"T116 x.template.xml:2:36", "T113 x.template.xml:4:17",
                                "T111 x.template.xml:5:43"}));
  EXPECT_EQ(job.hint(0), "возможно, вы имели в виду «stamp»");
  EXPECT_EQ(job.hint(1), "первый раз — x.template.xml:3");
}

TEST(StructureTest, DefinitionsHaveOneNameEach) {
  const Job job(kNone +
                "<t:define name='d'/>\n<t:define name='d'/>\n<t:define/>\n<t:define name='№'/>");
  EXPECT_EQ(job.found(), (Found{"T113 x.template.xml:4:17", "X133 x.template.xml:5:1",
                                "T114 x.template.xml:6:17"}));
}

TEST(StructureTest, NamesOfVariablesAreChecked) {
  EXPECT_EQ(errors(kNone + "<t:let name='1' select='a'/><t:for-each select='a' as='x y'/>"),
            (Found{"T114 x.template.xml:3:14", "T114 x.template.xml:3:56"}));
}

TEST(StructureTest, AnotherRootIsRefused) {
  Job job;
  job.store.files["a"] = "<document xmlns='urn:chancery:document'/>";
  job.parseFile("a");
  EXPECT_EQ(job.found(), Found{"T106 a:1:1"});
  EXPECT_FALSE(job.compiled);
}

TEST(StructureTest, TheRootNeedsAnId) {
  Job job;
  job.store.files["a"] = "<template xmlns='urn:chancery:document' titel='x'/>";
  job.parseFile("a");
  EXPECT_EQ(job.found(), (Found{"X133 a:1:1", "X132 a:1:41"}));
  EXPECT_EQ(job.hint(1), "возможно, вы имели в виду «title»");
}

TEST(StructureTest, BrokenFilesAreRefused) {
  const std::vector<std::pair<std::string, Found>> cases{
      {"<template", {"X121 a:1:1"}},
      {"<template xmlns='urn:chancery:document' id='a'><p></template>", {"X110 a:1:51"}},
      {"<!DOCTYPE t [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><t>&b;</t>", {"X103 a:1:1"}},
      {"<!DOCTYPE t SYSTEM 'http://127.0.0.1/x'><t/>", {"X103 a:1:1"}},
      {"<?xml version='1.0' encoding='windows-1251'?><t/>", {"X102 a:1:31"}},
      {"<t>\xCF\xF0</t>", {"X101 a:1:4"}},
      {"", {"X118 a:1:1"}},
  };
  for (const auto& [text, found] : cases) {
    Job job;
    job.store.files["a"] = text;
    job.parseFile("a");
    EXPECT_EQ(job.found(), found) << text;
    EXPECT_FALSE(job.compiled);
  }
}

TEST(StructureTest, AMissingTemplateIsReported) {
  Job job;
  job.parseFile("none.template.xml");
  EXPECT_EQ(job.found(), Found{"T101 :0:0"});
  EXPECT_EQ(job.message(), "шаблон «none.template.xml» не найден");
}

TEST(StructureTest, DeclaredFieldsAreShown) {
  const Job job(R"(<t:fields>
<t:field name="kind" type="line" label="Вид" help="Как на бланке" default="ПРИКАЗ"/>
<t:field name="state" type="choice" values="в работе | готово" optional="true" keep-empty="true"/>
<t:group name="clauses" label="Пункты" repeat="true" recursive="4"><t:field name="text" type="text"/></t:group>
<t:group name="rows" open="true" optional="true"/>
<t:field name="date" type="date" from="registration"/>
</t:fields>)");
  ASSERT_TRUE(job.compiled);
  const FieldSet& fields = job.compiled->fields();
  EXPECT_EQ(fields.names(), (std::vector<std::string>{"kind", "state", "clauses", "rows", "date"}));
  EXPECT_EQ(fields.find("kind")->label, "Вид");
  EXPECT_EQ(fields.find("kind")->help, "Как на бланке");
  EXPECT_EQ(fields.find("kind")->fallback, "ПРИКАЗ");
  EXPECT_FALSE(fields.find("kind")->optional);
  EXPECT_EQ(fields.find("state")->type, FieldType::choice);
  EXPECT_EQ(fields.find("state")->values, (std::vector<std::string>{"в работе", "готово"}));
  EXPECT_TRUE(fields.find("state")->optional);
  EXPECT_TRUE(fields.find("state")->keepEmpty);
  EXPECT_EQ(fields.find("state")->label, "state");
  const Field& clauses = *fields.find("clauses");
  EXPECT_EQ(clauses.kind, Field::Kind::group);
  EXPECT_TRUE(clauses.repeat);
  EXPECT_EQ(clauses.depth, 4);
  EXPECT_EQ(clauses.set->names(), (std::vector<std::string>{"text", "clauses"}));
  EXPECT_EQ(clauses.set->find("clauses")->set, clauses.set);
  EXPECT_TRUE(clauses.set->find("clauses")->optional);
  EXPECT_TRUE(fields.find("rows")->open);
  EXPECT_EQ(fields.find("date")->from, "registration");
  EXPECT_EQ(fields.find("none"), nullptr);
}

TEST(StructureTest, FieldTypesHaveWords) {
  for (const std::string& word : fieldTypeWords()) {
    ASSERT_TRUE(findFieldType(word));
    EXPECT_EQ(wordOf(*findFieldType(word)), word);
  }
  EXPECT_EQ(fieldTypeWords().size(), 11u);
  EXPECT_FALSE(findFieldType("string"));
}

}  // namespace
}  // namespace chancery::templates
