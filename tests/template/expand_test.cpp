#include <gtest/gtest.h>

#include "support.h"

namespace chancery::templates {
namespace {

const std::string kFields = R"(<t:fields>
<t:field name="title" type="text"/>
<t:field name="date" type="date" optional="true"/>
<t:field name="sum" type="money" optional="true"/>
<t:field name="line" repeat="true" optional="true"/>
<t:group name="item" repeat="true" optional="true" recursive="4">
  <t:field name="text" type="text"/><t:field name="who" repeat="true" optional="true"/>
</t:group>
</t:fields>)";

std::string filled(const std::string& body, const std::string& json) {
  Job job(kFields + body);
  job.fill(json);
  EXPECT_EQ(job.found(), Found{}) << formatText(job.diagnostics, Language::russian);
  return job.output();
}

const std::string kData = R"({"title": "О школе", "date": "2026-06-05", "sum": 12500.5,
  "line": ["а", "б"], "item": [{"text": "раз", "who": ["x", "y"]},
  {"text": "два", "item": [{"text": "два-один", "item": [{"text": "глубже"}]}]}]})";

TEST(ExpandTest, TheRootIsADocumentWithTheTemplatesAttributes) {
  Job job;
  job.store.files["a.template.xml"] =
      "<template xmlns='urn:chancery:document' xmlns:t='urn:chancery:template' id='a' "
      "title='Справка' profile='gost' workflow='w'><t:fields/><part/></template>";
  job.parseFile("a.template.xml");
  job.fill("{}");
  ASSERT_TRUE(job.document);
  EXPECT_EQ(xml::dump(*job.document),
            "document id=\"a\" title=\"Справка\" profile=\"gost\" workflow=\"w\"\n  part\n");
  EXPECT_TRUE(job.document->is(xml::Namespace::document, "document"));
  EXPECT_EQ(job.compiled->title(), "Справка");
}

TEST(ExpandTest, ValuesStandWhereTheyAreAskedFor) {
  EXPECT_EQ(filled("<title><t:value-of select='title'/></title>", kData), "title\n  \"О школе\"\n");
}

TEST(ExpandTest, AnEmptyValueLeavesNoText) {
  EXPECT_EQ(filled("<p><t:value-of select='date'/></p>", R"({"title": "x"})"), "p\n");
  EXPECT_EQ(filled("<p><t:value-of select='date' format='d MMMM'/></p>", R"({"title": "x"})"),
            "p\n");
}

TEST(ExpandTest, DatesAndNumbersAreFormatted) {
  EXPECT_EQ(filled("<p><t:value-of select='date' format=\"d MMMM yyyy 'г.'\"/></p>", kData),
            "p\n  \"5 июня 2026 г.\"\n");
  EXPECT_EQ(filled("<p><t:value-of select='sum' format='0,00'/></p>", kData),
            "p\n  \"12\u00A0500,50\"\n");
  EXPECT_EQ(filled("<p><t:value-of select='count(item)' format='0'/></p>", kData), "p\n  \"2\"\n");
}

TEST(ExpandTest, SeveralValuesAreJoined) {
  EXPECT_EQ(filled("<p><t:value-of select='line' separator=', '/></p>", kData), "p\n  \"а, б\"\n");
  EXPECT_EQ(filled("<p><t:value-of select='line[2]'/></p>", kData), "p\n  \"б\"\n");
}

TEST(ExpandTest, LoopsMoveTheContext) {
  EXPECT_EQ(filled("<t:for-each select='item'><p n='{position()} из {last()}'>"
                   "<t:value-of select='text'/></p></t:for-each>",
                   kData),
            "p n=\"1 из 2\"\n  \"раз\"\np n=\"2 из 2\"\n  \"два\"\n");
}

TEST(ExpandTest, ALoopBindsItsNodeToo) {
  EXPECT_EQ(filled("<t:for-each select='item' as='i'><t:for-each select='who'><p>"
                   "<t:value-of select='$i/text'/>:<t:value-of select='.'/></p></t:for-each>"
                   "</t:for-each>",
                   kData),
            "p\n  \"раз\"\n  \":\"\n  \"x\"\np\n  \"раз\"\n  \":\"\n  \"y\"\n");
}

TEST(ExpandTest, Conditions) {
  EXPECT_EQ(filled("<t:if test='date'><a/></t:if><t:if test='not(date)'><b/></t:if>"
                   "<t:if test='count(item) &gt; 1'><c/></t:if>",
                   kData),
            "a\nc\n");
}

TEST(ExpandTest, ChooseTakesTheFirstThatHolds) {
  const std::string choose =
      "<t:choose><t:when test=\"title = 'а'\"><a/></t:when><t:when test=\"title\"><b/></t:when>"
      "<t:otherwise><c/></t:otherwise></t:choose>";
  EXPECT_EQ(filled(choose, R"({"title": "а"})"), "a\n");
  EXPECT_EQ(filled(choose, R"({"title": "б"})"), "b\n");
  EXPECT_EQ(filled("<t:choose><t:when test='date'><a/></t:when><t:otherwise><c/></t:otherwise>"
                   "</t:choose>",
                   R"({"title": "а"})"),
            "c\n");
  EXPECT_EQ(filled("<t:choose><t:when test='date'><a/></t:when></t:choose>", R"({"title": "а"})"),
            "");
}

TEST(ExpandTest, LetBindsForTheRestOfItsParent) {
  EXPECT_EQ(filled("<q><t:let name='x' select='title'/><a v='{$x}'/>"
                   "<t:let name='x' select=\"'внутри'\"/><a v='{$x}'/></q>",
                   kData),
            "q\n  a v=\"О школе\"\n  a v=\"внутри\"\n");
  EXPECT_EQ(
      filled("<t:let name='x' select='1'/><q><t:let name='x' select='2'/></q><a v='{$x}'/>", kData),
      "q\na v=\"1\"\n");
}

TEST(ExpandTest, ALoopsNameEndsWithTheLoop) {
  EXPECT_EQ(filled("<t:let name='i' select=\"'снаружи'\"/>"
                   "<t:for-each select='line' as='i'><a v='{$i}'/></t:for-each><a v='{$i}'/>",
                   kData),
            "a v=\"а\"\na v=\"б\"\na v=\"снаружи\"\n");
}

TEST(ExpandTest, DefinitionsAreCalledHereOrForEveryNode) {
  const std::string define =
      "<t:define name='d'><p n='{position()}'><t:value-of select='text'/></p></t:define>";
  EXPECT_EQ(filled(define + "<t:call name='d' select='item'/>", kData),
            "p n=\"1\"\n  \"раз\"\np n=\"2\"\n  \"два\"\n");
  EXPECT_EQ(filled(define + "<t:for-each select='item[2]'><t:call name='d'/></t:for-each>", kData),
            "p n=\"1\"\n  \"два\"\n");
  EXPECT_EQ(filled(define + "<t:call name='d' select='item'/>", R"({"title": "x"})"), "");
}

TEST(ExpandTest, DefinitionsTakeValuesButSeeNoOthers) {
  EXPECT_EQ(filled("<t:define name='d'><p n='{$x}-{$y}'/></t:define><t:let name='z' select='1'/>"
                   "<t:call name='d'><t:let name='x' select='title'/><t:let name='y' select='$z'/>"
                   "</t:call><a z='{$z}'/>",
                   kData),
            "p n=\"О школе-1\"\na z=\"1\"\n");
}

TEST(ExpandTest, RecursionRepeatsTheLoopBody) {
  EXPECT_EQ(filled("<t:for-each select='item'><c><t:value-of select='text'/>"
                   "<t:recurse select='item'/></c></t:for-each>",
                   kData),
            "c\n  \"раз\"\nc\n  \"два\"\n  c\n    \"два-один\"\n    c\n      \"глубже\"\n");
}

TEST(ExpandTest, RecursionRepeatsADefinition) {
  EXPECT_EQ(filled("<t:define name='d'><c><t:value-of select='text'/><t:recurse select='item'/></c>"
                   "</t:define><t:call name='d' select='item[2]'/>",
                   kData),
            "c\n  \"два\"\n  c\n    \"два-один\"\n    c\n      \"глубже\"\n");
}

TEST(ExpandTest, TheLoopVariableFollowsTheRecursion) {
  EXPECT_EQ(filled("<t:for-each select='item' as='i'><c t='{$i/text}'><t:recurse select='item'/>"
                   "</c></t:for-each>",
                   kData),
            "c t=\"раз\"\nc t=\"два\"\n  c t=\"два-один\"\n    c t=\"глубже\"\n");
}

TEST(ExpandTest, AttributesMixTextAndValues) {
  EXPECT_EQ(filled("<a b='№ {title}!' c='{{x}}' d=\"{concat('}', title)}\" e=''/>", kData),
            "a b=\"№ О школе!\" c=\"{x}\" d=\"}О школе\" e=\"\"\n");
}

TEST(ExpandTest, ForeignAttributesStayBehindAndXmlOnesGo) {
  EXPECT_EQ(filled("<a xml:lang='ru' xmlns:xsi='urn:xsi' xsi:schemaLocation='x'/>", kData),
            "a xml:lang=\"ru\"\n");
}

TEST(ExpandTest, LayoutOfTheTemplateIsNotContent) {
  EXPECT_EQ(
      filled("<p>\n   Слово  и\n   слово\n  <b>x</b> <b>y</b>\n <b>z</b>\n конец\n</p>", kData),
      "p\n  \"Слово и слово \"\n  b\n    \"x\"\n  \" \"\n  b\n    \"y\"\n  b\n    \"z\"\n"
      "  \" конец\"\n");
  EXPECT_EQ(filled("<p> x </p><q>   </q>", kData), "p\n  \" x \"\nq\n  \" \"\n");
}

TEST(ExpandTest, LineBreaksOfTheDataStay) {
  EXPECT_EQ(filled("<p><t:value-of select='title'/></p>", R"({"title": "а\nб"})"),
            "p\n  \"а\\nб\"\n");
}

TEST(ExpandTest, MarkupInDataStaysText) {
  EXPECT_EQ(filled("<p a='{title}'><t:value-of select='title'/></p>",
                   R"({"title": "<b>&amp;{title}</b>"})"),
            "p a=\"<b>&amp;{title}</b>\"\n  \"<b>&amp;{title}</b>\"\n");
}

TEST(ExpandTest, EveryNodeKnowsItsTemplateAndItsData) {
  Job job(kFields +
          "<q><t:for-each select='item'><p id='{text}'><t:value-of select='text'/>.</p>"
          "</t:for-each></q>");
  const std::string json = R"({"title": "x", "item": [{"text": "раз"}]})";
  job.fill(json);
  ASSERT_TRUE(job.document);
  const xml::Node& p = job.document->children[0].children[0];
  const Place stated = job.sources.place(p.origin.stated);
  EXPECT_EQ(stated.file, "x.template.xml");
  EXPECT_EQ(stated.line, 10);
  EXPECT_EQ(stated.column, 41);
  EXPECT_EQ(job.sources.place(xml::positionOf(p, p.attributes[0])).column, 44);
  EXPECT_EQ(p.origin.data.offset, json.find("{\"text"));
  EXPECT_EQ(job.sources.name(p.origin.data.source), "d.json");
  const xml::Node& value = p.children[0];
  EXPECT_EQ(value.text, "раз");
  EXPECT_EQ(value.origin.data.offset, json.find("\"раз"));
  EXPECT_EQ(job.sources.place(value.origin.stated).column, 56);
  EXPECT_EQ(p.children[1].text, ".");
  EXPECT_EQ(job.document->children[0].origin.data.offset, 0u);
}

TEST(ExpandTest, OneTemplateFillsManyDataSets) {
  Job job(kFields + "<p><t:value-of select='title'/></p>");
  for (const char* title : {"один", "два"}) {
    job.fill(std::string(R"({"title": ")") + title + "\"}");
    EXPECT_EQ(job.output(), std::string("p\n  \"") + title + "\"\n");
  }
}

TEST(ExpandTest, WrongValuesOfFormatsAreAllReported) {
  Job job(
      "<t:fields><t:group name='row' repeat='true' open='true'/></t:fields>"
      "<t:for-each select='row'><p><t:value-of select='day' format='d MMMM'/>"
      "<t:value-of select='sum' format='0,00'/></p></t:for-each>");
  EXPECT_EQ(job.found(), Found{});
  job.fill(
      "{\"row\": [{\"day\": \"2026-06-05\", \"sum\": 1},\n{\"day\": \"завтра\", \"sum\": "
      "\"много\"}]}");
  EXPECT_EQ(job.found(), (Found{"T174 d.json:2:9", "T175 d.json:2:26"}));
  EXPECT_EQ(job.message(0), "«завтра» — не дата ГГГГ-ММ-ДД");
  EXPECT_EQ(job.message(1), "«много» — не число");
  EXPECT_FALSE(job.document);
}

TEST(ExpandTest, GivenValuesReplaceTheData) {
  Job job(
      "<t:fields><t:field name='date' type='date' from='registration'/>"
      "<t:field name='number' from='registration'/></t:fields>"
      "<p d='{date}' n='{number}'/>");
  job.input.given = {{"date", "2026-11-22"}, {"number", ""}, {"other", "x"}};
  job.fill(R"({"date": "2020-01-01", "number": "7"})");
  EXPECT_EQ(job.found(), Found{});
  EXPECT_EQ(job.output(), "p d=\"2026-11-22\" n=\"\"\n");
}

}  // namespace
}  // namespace chancery::templates
