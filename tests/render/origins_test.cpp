#include <gtest/gtest.h>

#include <filesystem>

#include "base/file.h"
#include "render/render.h"
#include "support/reading.h"
#include "support/temp_folder.h"

// «Откуда это?»: every text on a page knows whose words it is and where they stand.
namespace chancery::render {
namespace {

const std::filesystem::path kProject = CHANCERY_PROJECT_DIR;

constexpr const char* kTemplate =
    R"x(<template xmlns="urn:chancery:document" xmlns:t="urn:chancery:template"
    xmlns:office="urn:chancery:office" id="own" profile="gost-7.0.97-2025">
<t:fields>
  <t:field name="head" repeat="true" default-select="office:letterhead()"/>
  <t:field name="kind" default="ПРИКАЗ"/>
  <t:field name="title"/>
  <t:field name="boss" default-select="office:post('head')" optional="true"/>
  <t:group name="clauses" repeat="true"><t:field name="text"/></t:group>
  <t:group name="rows" repeat="true"><t:field name="a"/><t:field name="b" type="date"/></t:group>
  <t:field name="date" type="date" from="registration" optional="true"/>
  <t:field name="number" from="registration" optional="true"/>
</t:fields>
<part>
  <letterhead><t:for-each select="head"><line><t:value-of select="."/></line></t:for-each></letterhead>
  <kind><t:value-of select="kind"/></kind>
  <registration><date><t:value-of select="date" format="dd.MM.yyyy"/></date>
    <number><t:value-of select="number"/></number></registration>
  <title><t:value-of select="title"/></title>
  <clauses>
    <t:for-each select="clauses"><clause>Пункт: <t:value-of select="text"/></clause></t:for-each>
  </clauses>
  <heading number="7">Сроки</heading>
  <table>
    <column>Дело</column><column>Срок</column>
    <t:for-each select="rows"><row>
      <cell><t:value-of select="upper(a)"/></cell>
      <cell><t:value-of select="b" format="dd.MM.yyyy"/></cell></row></t:for-each>
    <row><cell>Всего</cell><cell><t:value-of select="count(rows)"/></cell></row>
    <row><cell><t:value-of select="concat(rows[1]/a, '!')"/></cell>
      <cell><t:value-of select="6 * 7"/></cell></row>
  </table>
  <signature><post><t:value-of select="boss"/></post>
    <name><t:value-of select="office:person('head')"/></name></signature>
  <stamps><agreed caption="СОГЛАСЕН"><name>И.И. Иванов</name></agreed></stamps>
</part>
</template>
)x";

constexpr const char* kOffice =
    R"(<office xmlns="urn:chancery:office" id="a"><letterhead>
  <line>УПРАВА</line></letterhead>
  <people><person id="p" surname="Веснина" name="Ольга" patronymic="Петровна" post="h"/></people>
  <posts><post id="h" role="head" title="Начальник"/></posts></office>)";

constexpr const char* kData = R"({
  "title": "О школе",
  "clauses": [{"text": "открыть"},
              {"text": "закрыть"}],
  "rows": [{"a": "дом", "b": "2026-06-05"}]
})";

class Origins : public ::testing::Test {
 protected:
  Origins() {
    writeFile(folder_.path() / "own.template.xml", kTemplate);
    job_.templateName = "own";
    job_.dataName = "d.json";
    job_.dataText = kData;
    job_.officeName = "office.xml";
    job_.officeText = kOffice;
    job_.given = {{"date", "2026-11-27"}, {"number", "217"}};
    job_.formats = {Format::svg};
  }

  /// The texts of the first page as the preview gets them: «text: words template value».
  std::string texts() {
    Diagnostics diagnostics;
    const auto result = engine_.render(job_, diagnostics);
    EXPECT_TRUE(result) << formatText(diagnostics, Language::english);
    if (!result) return "";
    testing::ReadText read;
    testing::readInto(read, result->outputs.at(0).bytes);
    std::string lines;
    for (const xml::Node& group : read.root.children) {
      for (const xml::Node& text : group.children) {
        if (text.isElement()) lines += lineOf(text);
      }
    }
    return lines;
  }

  static std::string lineOf(const xml::Node& text) {
    std::string line = text.textContent() + ":";
    for (const char* name : {"data-words", "data-template", "data-value"}) {
      const xml::Attribute* attribute = text.findAttribute(name);
      line += ' ' + (attribute ? attribute->value : "-");
    }
    return line + '\n';
  }

  testing::TempFolder folder_;
  Engine engine_{{folder_.path(), kProject / "doc-templates"}};
  Job job_;
};

TEST_F(Origins, EveryTextKnowsWhereItComesFrom) {
  const std::string actual = texts();
  EXPECT_EQ(actual,
            "УПРАВА: data own.template.xml:14:47 office.xml:2:3\n"
            "ПРИКАЗ: data own.template.xml:15:9 own.template.xml:5:24\n"
            "27.11.2026: given own.template.xml:16:23 -\n"
            "№ : engine own.template.xml:16:3 d.json:1:1\n"
            "217: given own.template.xml:17:13 -\n"
            "О\u00a0школе: data own.template.xml:18:10 d.json:2:12\n"
            "1. : engine own.template.xml:20:34 d.json:3:15\n"
            "Пункт:: stated own.template.xml:20:42 d.json:3:15\n"
            " открыть: data own.template.xml:20:49 d.json:3:24\n"
            "2. : engine own.template.xml:20:34 d.json:4:15\n"
            "Пункт:: stated own.template.xml:20:42 d.json:4:15\n"
            " закрыть: data own.template.xml:20:49 d.json:4:24\n"
            "7 : stated own.template.xml:22:3 d.json:1:1\n"
            "Сроки: stated own.template.xml:22:23 d.json:1:1\n"
            "Дело: stated own.template.xml:24:13 d.json:1:1\n"
            "Срок: stated own.template.xml:24:34 d.json:1:1\n"
            "ДОМ: data own.template.xml:26:13 d.json:5:18\n"
            "05.06.2026: data own.template.xml:27:13 d.json:5:30\n"
            "Всего: stated own.template.xml:28:16 d.json:1:1\n"
            "1: data own.template.xml:28:34 d.json:5:12\n"
            "дом!: data own.template.xml:29:16 d.json:1:1\n"
            "42: stated own.template.xml:30:13 -\n"
            "Начальник: data own.template.xml:32:20 office.xml:4:10\n"
            "О.П.\u00a0Веснина: data own.template.xml:33:11 office.xml:3:11\n"
            "СОГЛАСЕН: stated own.template.xml:34:11 d.json:1:1\n"
            " : engine own.template.xml:34:11 d.json:1:1\n"
            "________________ : engine own.template.xml:34:11 d.json:1:1\n"
            "И.И.\u00a0Иванов: stated own.template.xml:34:44 d.json:1:1\n"
            " : engine own.template.xml:34:11 d.json:1:1\n"
            "«___» _________ 20__ г.: engine own.template.xml:34:11 d.json:1:1\n");
}

TEST_F(Origins, PageNumbersAreTheEngines) {
  std::string data =
      "{\"title\": \"О\", \"rows\": [{\"a\": \"а\", \"b\": \"2026-06-05\"}], \"clauses\": [";
  for (int i = 0; i < 60; ++i) data += (i ? "," : "") + std::string("{\"text\": \"а\"}");
  job_.dataText = data + "]}";
  Diagnostics diagnostics;
  const auto result = engine_.render(job_, diagnostics);
  ASSERT_TRUE(result);
  ASSERT_EQ(result->pageCount, 2);
  ASSERT_EQ(result->outputs.size(), 2u);
  EXPECT_EQ(result->outputs[0].page, 1);
  EXPECT_EQ(result->outputs[1].page, 2);
  EXPECT_NE(result->outputs[1].bytes.find("data-words=\"engine\">2</text>"), std::string::npos);
}

TEST_F(Origins, ASpotIsExplained) {
  Diagnostics diagnostics;
  // On the line of the first clause, behind its label and its literal words.
  const auto found = engine_.explain(job_, {1, Length::pt(190), Length::pt(190)}, diagnostics);
  ASSERT_TRUE(found) << formatText(diagnostics, Language::english);
  EXPECT_EQ(found->text, " открыть");
  EXPECT_EQ(found->words, Words::data);
  EXPECT_EQ(found->stated.file, (folder_.path() / "own.template.xml").string());
  EXPECT_EQ(found->stated.line, 20);
  EXPECT_EQ(found->stated.column, 49);
  EXPECT_EQ(found->data.file, "d.json");
  EXPECT_EQ(found->data.line, 3);
  EXPECT_EQ(found->data.column, 24);
}

TEST_F(Origins, AnEmptySpotHasNoText) {
  Diagnostics diagnostics;
  const auto found = engine_.explain(job_, {1, Length::pt(1), Length::pt(1)}, diagnostics);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->text, "");
  EXPECT_EQ(found->stated.line, 0);
  EXPECT_EQ(found->data.line, 0);
}

TEST_F(Origins, APageThatIsNotThereIsAnError) {
  for (const int page : {0, 2}) {
    Diagnostics diagnostics;
    EXPECT_FALSE(engine_.explain(job_, {page, {}, {}}, diagnostics));
    EXPECT_EQ(formatText(diagnostics, Language::english),
              "error [R105]: there is no page " + std::to_string(page) + ": the document has 1\n");
  }
  job_.dataText = "{";
  Diagnostics diagnostics;
  EXPECT_FALSE(engine_.explain(job_, {1, {}, {}}, diagnostics));
  EXPECT_TRUE(diagnostics.hasErrors());
}

TEST_F(Origins, HtmlHasTheWordsOfThePages) {
  job_.formats = {Format::html, Format::svg};
  Diagnostics diagnostics;
  const auto result = engine_.render(job_, diagnostics);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->outputs[0].format, Format::html);
  EXPECT_EQ(result->outputs[0].page, 0);
  const std::string& html = result->outputs[0].bytes;
  EXPECT_NE(html.find("<li><p class=\"Clause\"><span class=\"label\">2.</span> Пункт: закрыть</p>"),
            std::string::npos)
      << html;
  EXPECT_NE(html.find("<h1 class=\"DocumentTitle\">О\u00a0школе</h1>"), std::string::npos);
  EXPECT_NE(html.find("<th scope=\"col\"><p class=\"TableHeader\">Дело</p>"), std::string::npos);
}

}  // namespace
}  // namespace chancery::render
