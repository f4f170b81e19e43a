#include <gtest/gtest.h>

#include "support.h"
#include "xml/reader.h"

namespace chancery::templates {
namespace {

const std::string kFields = R"(<t:fields>
<t:field name="title" type="text"/><t:field name="date" type="date"/><t:field name="cost" type="money"/>
<t:field name="letterhead" repeat="true"/>
<t:group name="clauses" repeat="true" recursive="4"><t:field name="text" type="text"/>
<t:field name="responsible" repeat="true" optional="true"/></t:group>
<t:group name="signature"><t:field name="post"/><t:field name="name"/></t:group>
<t:group name="columns" repeat="true"><t:field name="id"/></t:group>
<t:group name="rows" repeat="true" open="columns/id"><t:field name="section" optional="true"/></t:group>
</t:fields>
)";
constexpr int kFirstLine = 11;  // of what follows the fields

/// "CODE column" of the findings in `body`, one line long, after the fields.
Found found(const std::string& body) {
  const Job job(kFields + body);
  Found result;
  for (const Diagnostic& d : job.diagnostics.all()) {
    EXPECT_EQ(d.place.line, kFirstLine) << d.text(Language::russian);
    result.push_back(std::string(d.message->code) + ' ' + std::to_string(d.place.column));
  }
  return result;
}

std::string hint(const std::string& body) {
  return Job(kFields + body).hint();
}
std::string message(const std::string& body) {
  return Job(kFields + body).message();
}

TEST(PathsTest, DeclaredNamesAreAccepted) {
  EXPECT_EQ(found("<p a='{title}{signature/post}{count(clauses)}{clauses[1]/text}{.//post}"
                  "{string(date)}{rows/anything}{clauses/clauses/text}'/>"),
            Found{});
  EXPECT_EQ(
      found("<t:for-each select='clauses'><t:value-of select='text'/><t:if test='responsible'/>"
            "<t:recurse select='clauses'/></t:for-each>"),
      Found{});
}

TEST(PathsTest, AMisspeltNameIsPlacedInsideTheAttribute) {
  EXPECT_EQ(found("<t:value-of select='signature/naem'/>"), Found{"T130 31"});
  EXPECT_EQ(hint("<t:value-of select='signature/naem'/>"), "возможно, вы имели в виду «name»");
  EXPECT_EQ(message("<t:value-of select='signature/naem'/>"), "поле «naem» не объявлено");
  EXPECT_EQ(hint("<t:value-of select='signature/zzzzz'/>"), "здесь есть: post, name");
  EXPECT_EQ(found("<p a='Приказ {titel}'/>"), Found{"T130 15"});
  EXPECT_EQ(found("<t:if test=\"cost &gt; 0 and kost &lt; 5\"/>"), Found{"T130 29"});
  EXPECT_EQ(found("<t:if test='clauses[txt]'/>"), Found{"T130 21"});
}

TEST(PathsTest, TheContextIsFollowedThroughLoops) {
  EXPECT_EQ(found("<t:for-each select='clauses'><t:value-of select='title'/></t:for-each>"),
            Found{"T130 50"});
  EXPECT_EQ(found("<t:for-each select='letterhead'><t:value-of select='.'/></t:for-each>"),
            Found{});
  EXPECT_EQ(found("<t:for-each select='letterhead'><t:value-of select='text'/></t:for-each>"),
            Found{"T131 53"});
  EXPECT_EQ(message("<t:value-of select='title/text'/>"),
            "«title» — поле с текстом: внутри него нет поля «text»");
  EXPECT_EQ(found("<t:for-each select='clauses'><t:recurse select='claus'/></t:for-each>"),
            Found{"T130 49"});
  // The body is checked anew for what it recurses into.
  EXPECT_EQ(found("<t:for-each select='signature'><t:recurse select='post'/></t:for-each>"),
            Found{"T131 51"});
}

TEST(PathsTest, TheContextIsFollowedThroughVariables) {
  EXPECT_EQ(found("<t:let name='s' select='signature'/><p a='{$s/post}{$s/pots}{$t}'/>"),
            (Found{"T130 56", "T132 62"}));
  EXPECT_EQ(hint("<t:let name='s' select='signature'/><p a='{$ss/post}'/>"), "допустимо: s");
  EXPECT_EQ(found("<t:for-each select='clauses' as='c'><p a='{$c/text}{$c/x}'/></t:for-each>"
                  "<p a='{$c}'/>"),
            (Found{"T130 56", "T132 81"}));
  EXPECT_EQ(found("<q><t:let name='s' select='title'/></q><p a='{$s}'/>"), Found{"T132 47"});
  EXPECT_EQ(found("<t:let name='s' select='1'/><t:for-each select='$s'/>"), Found{"T135 49"});
}

TEST(PathsTest, DefinitionsAreCheckedForEveryKindOfCall) {
  const std::string define = "<t:define name='d'><t:value-of select='post'/></t:define>";
  EXPECT_EQ(found(define + "<t:call name='d' select='signature'/>"), Found{});
  EXPECT_EQ(found(define + "<t:call name='d' select='signature'/><t:call name='d'/>"),
            Found{"T130 40"});
  EXPECT_EQ(found(define), Found{});
  EXPECT_EQ(found("<t:define name='d'><p a='{$x}'/></t:define><t:let name='x' select='1'/>"
                  "<t:call name='d'/>"),
            Found{"T132 27"});
  EXPECT_EQ(found("<t:define name='d'><p a='{$x}'/></t:define>"
                  "<t:call name='d'><t:let name='x' select='1'/></t:call>"),
            Found{});
  EXPECT_EQ(found("<t:define name='d'><p a='{fn()}'/></t:define>"), Found{"T133 27"});
}

TEST(PathsTest, DefinitionsMayCallThemselves) {
  EXPECT_EQ(
      found("<t:define name='d'><t:value-of select='text'/><t:call name='d' select='clauses'/>"
            "</t:define><t:call name='d' select='clauses'/>"),
      Found{});
}

TEST(PathsTest, UnknownDefinitionsGetAHint) {
  const std::string body = "<t:define name='stamp'/><t:call name='stmap'/>";
  EXPECT_EQ(found(body), Found{"T123 33"});
  EXPECT_EQ(hint(body), "возможно, вы имели в виду «stamp»");
}

TEST(PathsTest, FunctionsAreChecked) {
  EXPECT_EQ(found("<p a='{uper(title)}'/>"), Found{"T133 8"});
  EXPECT_EQ(hint("<p a='{uper(title)}'/>"), "возможно, вы имели в виду «upper»");
  const std::string known = hint("<p a='{zzzzzzzz(title)}'/>");
  EXPECT_NE(known.find("format-date"), std::string::npos) << known;
  EXPECT_EQ(found("<p a='{upper()}{cell(rows)}{concat(title)}'/>"),
            (Found{"T134 8", "T134 17", "T134 29"}));
  EXPECT_EQ(message("<p a='{upper()}'/>"), "функция «upper()» принимает 1 арг., а дано 0");
  EXPECT_EQ(message("<p a='{round(1,2,3)}'/>"), "функция «round()» принимает 1–2 арг., а дано 3");
  EXPECT_EQ(message("<p a='{concat(title)}'/>"), "функция «concat()» принимает 2+ арг., а дано 1");
  EXPECT_EQ(found("<p a=\"{count('x')}{sum(1)}{cell(title, 'a')}\"/>"),
            (Found{"T135 14", "T135 24"}));
  EXPECT_EQ(found("<p a=\"{format-date(date, 'd MMMM')}{format-date(date, 'd month')}\"/>"),
            Found{"T141 58"});
}

TEST(PathsTest, BadSyntaxIsPlaced) {
  EXPECT_EQ(found("<t:if test='title ='/><t:if test='a['/><p a='{title + }'/>"),
            (Found{"X149 20", "X149 37", "X149 55"}));
  EXPECT_EQ(found("<t:value-of select=''/>"), Found{"X146 21"});
}

TEST(PathsTest, SingleValuesAreNoPaths) {
  EXPECT_EQ(found("<t:for-each select=\"'a'\"/>"), Found{"T135 21"});
  EXPECT_EQ(found("<t:define name='d'/><t:call name='d' select='1 + 1'/>"), Found{"T135 46"});
  EXPECT_EQ(found("<t:for-each select=\"title | 'x'\"/>"), Found{"T135 29"});
  EXPECT_EQ(found("<t:let name='s' select=\"'x'\"/><p a='{$s/title}'/>"), Found{"T135 38"});
}

TEST(PathsTest, PathsFromTheRootAreRefused) {
  EXPECT_EQ(found("<p a='{/title}{//post}'/>"), (Found{"T136 8", "T136 16"}));
  EXPECT_EQ(hint("<p a='{/title}'/>"),
            "начните путь от текущего места или сохраните значение: t:let");
}

TEST(PathsTest, AttributesAndPrefixesAreRefused) {
  EXPECT_EQ(found("<p a='{signature/@post}{t:title}'/>"), (Found{"T137 19", "T144 25"}));
  EXPECT_EQ(hint("<p a='{@title}'/>"), "пишите имя поля без «@»");
  EXPECT_EQ(found("<p a='{rows/entry/@key}'/>"), Found{});
}

TEST(PathsTest, AGroupHasNoText) {
  EXPECT_EQ(found("<t:value-of select='signature'/><p a='{clauses}'/><t:if test='signature'/>"),
            (Found{"T138 21", "T138 40"}));
  EXPECT_EQ(message("<t:value-of select='signature'/>"),
            "«signature» — группа полей, у неё нет собственного текста");
  EXPECT_EQ(hint("<t:value-of select='signature'/>"), "выберите поле внутри неё: post, name");
  EXPECT_EQ(found("<t:value-of select='.'/>"), Found{"T138 21"});
}

TEST(PathsTest, AFirstOfManyGetsAWarning) {
  const Job job(kFields + "<t:value-of select='letterhead'/>");
  EXPECT_EQ(job.found(), Found{"T139 x.template.xml:11:21 (w)"});
  EXPECT_TRUE(job.compiled);
  EXPECT_EQ(job.hint(), "добавьте separator=\", \" или пройдите по ним: t:for-each");
  EXPECT_EQ(
      found("<t:value-of select='letterhead' separator=' '/><t:value-of select='letterhead[1]'/>"
            "<t:value-of select='letterhead[last()]'/><t:value-of select='string(letterhead)'/>"),
      Found{});
  EXPECT_EQ(found("<t:value-of select='clauses/text'/>"), Found{"T139 21"});
}

TEST(PathsTest, FormatsFitTheTypes) {
  EXPECT_EQ(found("<t:value-of select='date' format='d MMMM yyyy'/>"
                  "<t:value-of select='cost' format='0,00'/>"
                  "<t:value-of select='sum(clauses/text)' format='0'/>"),
            Found{});
  EXPECT_EQ(found("<t:value-of select='title' format='d'/>"), Found{"T142 28"});
  EXPECT_EQ(found("<t:value-of select='date' format='D'/>"), Found{"T141 27"});
  EXPECT_EQ(found("<t:value-of select='date' format='0,0'/>"), Found{"T141 27"});
  EXPECT_EQ(found("<t:value-of select='cost' format='d'/>"), Found{"T141 27"});
  EXPECT_EQ(found("<t:value-of select='cost' format='0,'/>"), Found{"T141 27"});
  EXPECT_EQ(found("<t:value-of select='1 + 1' format='q'/>"), Found{"T141 28"});
  EXPECT_EQ(message("<t:value-of select='title' format='d'/>"),
            "format действует на даты и числа, а поле «title» имеет тип text");
}

TEST(PathsTest, SlowPathsInLoopsGetWarnings) {
  const std::string loop = "<t:for-each select='rows'>";
  const Job job(kFields + loop + "<p a='{count(../columns)}'/></t:for-each>");
  EXPECT_EQ(job.found(), Found{"T140 x.template.xml:11:40 (w)"});
  EXPECT_EQ(job.message(), "«../» внутри повторения: время растёт как квадрат числа строк");
  EXPECT_EQ(found(loop + "<p a='{count(.//section)}{count(preceding-sibling::rows)}"
                         "{count(preceding::rows)}{count(following::rows)}'/></t:for-each>"),
            (Found{"T140 41", "T140 78", "T140 102", "T140 126"}));
  EXPECT_EQ(found("<p a='{count(.//section)}{count(signature/../rows)}'/>"), Found{});
  EXPECT_EQ(found(loop + "<t:if test='..'/></t:for-each>"), Found{});
  EXPECT_EQ(found("<t:for-each select='signature'><t:if test='.//post'/></t:for-each>"), Found{});
  EXPECT_EQ(found("<t:if test='rows[../columns]'/>"), Found{"T140 18"});
  EXPECT_EQ(found("<t:define name='d'><t:if test='.//section'/></t:define>" + loop +
                  "<t:call name='d'/></t:for-each>"),
            Found{"T140 33"});
}

TEST(PathsTest, DescendantsMustExistSomewhere) {
  EXPECT_EQ(found("<p a='{signature//nmae}'/>"), Found{"T130 19"});
  EXPECT_EQ(
      found("<p a='{signature/descendant::name}{clauses/descendant-or-self::clauses/text}'/>"),
      Found{});
  EXPECT_EQ(found("<p a='{signature/descendant-or-self::signature/post}'/>"), Found{});
  EXPECT_EQ(found("<p a='{signature/descendant-or-self::clauses}'/>"), Found{"T130 38"});
  EXPECT_EQ(found("<p a='{signature/descendant::nmae}'/>"), Found{"T130 30"});
}

TEST(PathsTest, DefaultsAndOpenKeysAreCheckedToo) {
  const Job job(R"(<t:fields><t:field name="a"/><t:field name="b" default-select="aa"/>
<t:group name="rows" open="colums/id"/><t:group name="columns"><t:field name="id"/></t:group>
<t:group name="more" open="1 + 1"/></t:fields>)");
  EXPECT_EQ(job.found(), (Found{"T130 x.template.xml:2:64", "T130 x.template.xml:3:28",
                                "T135 x.template.xml:4:28"}));
  EXPECT_EQ(job.hint(1), "возможно, вы имели в виду «columns»");
}

TEST(PathsTest, AllErrorsOfAFileAreReportedAtOnce) {
  const Job job(kFields +
                "<p a='{titel}'/>\n<t:value-of select='signature/naem'/>\n<t:if test='a['/>\n"
                "<t:foreach/>\n<p b='{fn()}{$v}'/>\n<t:call name='none'/>");
  EXPECT_EQ(job.found(), (Found{"T130 x.template.xml:11:8", "T130 x.template.xml:12:31",
                                "X149 x.template.xml:13:15", "T110 x.template.xml:14:1",
                                "T133 x.template.xml:15:8", "T132 x.template.xml:15:14",
                                "T123 x.template.xml:16:9"}));
  EXPECT_FALSE(job.compiled);
}

TEST(PathsTest, ExpressionsOfWorkflowsAreCheckedAgainstTheFields) {
  const Job job(kFields);
  Sources sources;
  Diagnostics diagnostics;
  const auto stage = xml::read(
      sources,
      sources.add("w.xml", "<s when='cost &gt; 0'><s when='kost &gt; 0'/><s when='a['/></s>"), {},
      diagnostics);
  const auto columns = [&](const xml::Node& element) {
    Diagnostics found;
    checkExpression(*job.compiled, element, element.attributes[0], sources, found);
    Found result;
    for (const Diagnostic& d : found.all()) {
      result.push_back(std::string(d.message->code) + ' ' + d.place.file + ' ' +
                       std::to_string(d.place.column));
    }
    return result;
  };
  EXPECT_EQ(columns(*stage), Found{});
  EXPECT_EQ(columns(stage->children[0]), Found{"T130 w.xml 32"});
  EXPECT_EQ(columns(stage->children[1]), Found{"X149 w.xml 57"});
}

}  // namespace
}  // namespace chancery::templates
