#include "xml/reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace chancery::xml {
namespace {

/// One reading with what it found.
struct Reading {
  Sources sources;
  Diagnostics diagnostics;
  std::optional<Node> root;

  explicit Reading(std::string text, ReadLimits limits = {}) {
    root = read(sources, sources.add("f.xml", std::move(text)), limits, diagnostics);
  }
  /// "CODE line:column" of every finding.
  std::vector<std::string> found() const {
    std::vector<std::string> result;
    for (const Diagnostic& d : diagnostics.all()) {
      result.push_back(std::string(d.message->code) + ' ' + std::to_string(d.place.line) + ':' +
                       std::to_string(d.place.column));
    }
    return result;
  }
  std::string hint(std::size_t index = 0) const {
    return diagnostics.all().at(index).hintText(Language::russian);
  }
};

using Found = std::vector<std::string>;

TEST(ReaderTest, KeepsElementsTextAndAttributesInOrder) {
  const Reading run("<a x='1' y=\"2\">one<b/>two<![CDATA[<3>]]><!-- no --></a>");
  ASSERT_TRUE(run.root);
  EXPECT_EQ(run.found(), Found{});
  EXPECT_EQ(dump(*run.root), "a x=\"1\" y=\"2\"\n  \"one\"\n  b\n  \"two<3>\"\n");
}

TEST(ReaderTest, TellsTheNamespaces) {
  const Reading run(
      "<template xmlns='urn:chancery:document' xmlns:t='urn:chancery:template' "
      "xmlns:q='urn:q'><t:if/><q:z/><n xmlns=''/></template>");
  ASSERT_TRUE(run.root);
  EXPECT_EQ(run.root->space, Namespace::document);
  EXPECT_EQ(run.root->children[0].space, Namespace::templates);
  EXPECT_EQ(run.root->children[1].space, Namespace::other);
  EXPECT_EQ(run.root->children[2].space, Namespace::none);
}

TEST(ReaderTest, ExpandsPredefinedEntitiesInTextAndAttributes) {
  const Reading run("<a x='1 &amp; 2 &lt; &#1071;'>&lt;b&gt; &quot;&apos;&amp;amp;</a>");
  ASSERT_TRUE(run.root);
  EXPECT_EQ(run.root->attribute("x"), "1 & 2 < Я");
  EXPECT_EQ(run.root->textContent(), "<b> \"'&amp;");
}

TEST(ReaderTest, PositionsAreThoseOfTagsAndAttributeNames) {
  const std::string text = "<a>\n  <жук b='>' xml:space='preserve'\n    c = \"b='\"/>текст</a>";
  const Reading run(text);
  ASSERT_TRUE(run.root);
  EXPECT_EQ(run.root->origin.stated.offset, 0u);
  const Node& bug = run.root->children[1];
  EXPECT_EQ(bug.origin.stated.offset, text.find("<жук"));
  EXPECT_EQ(bug.attributes[0].offset, text.find("b='>'"));
  EXPECT_EQ(bug.attributes[1].offset, text.find("xml:space"));
  EXPECT_EQ(bug.attributes[1].name, "xml:space");
  EXPECT_EQ(bug.attributes[2].offset, text.find("c = "));
  EXPECT_EQ(run.root->children[2].origin.stated.offset, text.find("текст"));
  const Place place = run.sources.place(positionOf(bug, bug.attributes[0]));
  EXPECT_EQ(place.line, 2);
  EXPECT_EQ(place.column, 8);
}

TEST(ReaderTest, AByteOrderMarkIsSkippedAndPositionsStayRight) {
  const Reading run("\xEF\xBB\xBF<?xml version='1.0' encoding='utf-8'?><a b='1'/>");
  ASSERT_TRUE(run.root);
  EXPECT_EQ(run.root->origin.stated.offset, 41u);
  EXPECT_EQ(run.root->attributes[0].offset, 44u);
}

TEST(ReaderTest, PositionsHoldInLargeTexts) {
  std::string text = "<a>";
  for (int i = 0; i < 20000; ++i) text += "<b i='" + std::to_string(i) + "'>строка</b>";
  const std::size_t last = text.size();
  text += "<last/></a>";
  const Reading run(text);
  ASSERT_TRUE(run.root);
  EXPECT_EQ(run.root->children.size(), 20001u);
  EXPECT_EQ(run.root->children.back().origin.stated.offset, last);
}

TEST(ReaderTest, RefusesBytesThatAreNotUtf8) {
  const Reading run("<a>\n \xCF\xF0\xE8</a>");
  EXPECT_FALSE(run.root);
  EXPECT_EQ(run.found(), Found{"X101 2:2"});
  EXPECT_EQ(run.hint(), "сохраните файл в кодировке UTF-8");
}

TEST(ReaderTest, RefusesUtf16WithoutAMark) {
  const Reading run(std::string("<\0a\0/\0>\0", 8));
  EXPECT_EQ(run.found(), Found{"X101 1:2"});
}

TEST(ReaderTest, RefusesADeclaredEncodingOtherThanUtf8) {
  const Reading run("<?xml version=\"1.0\" encoding=\"windows-1251\"?><a>\xCF</a>");
  EXPECT_EQ(run.found(), Found{"X102 1:31"});
  EXPECT_EQ(run.diagnostics.all()[0].text(Language::english),
            "the file declares the encoding “windows-1251”, only UTF-8 is read");
}

TEST(ReaderTest, RefusesAnEntityBomb) {
  const Reading run(
      "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]><a>&c;</a>");
  EXPECT_FALSE(run.root);
  EXPECT_EQ(run.found(), Found{"X103 2:1"});
}

TEST(ReaderTest, RefusesAnExternalEntity) {
  const Reading run("<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'><a/>");
  EXPECT_FALSE(run.root);
  EXPECT_EQ(run.found(), Found{"X103 1:1"});
}

TEST(ReaderTest, PlacesAMismatchedTag) {
  const Reading run("<a>\n <b>\n </c>\n</a>");
  EXPECT_EQ(run.found(), Found{"X110 3:2"});
  EXPECT_EQ(run.hint(), "элемент «b» открыт в строке 2");
}

TEST(ReaderTest, PlacesAPrematureEnd) {
  const Reading run("<a>\n<b>text</b>\n");
  EXPECT_EQ(run.found(), Found{"X111 3:1"});
  EXPECT_EQ(run.hint(), "элемент «a» открыт в строке 1");
}

TEST(ReaderTest, ReportsEveryUnknownEntity) {
  const Reading run("<a>\n<b>x &nbsp; y</b>\n &laquo;z</a>");
  EXPECT_EQ(run.found(), (Found{"X112 2:6", "X112 3:2"}));
  EXPECT_EQ(run.diagnostics.all()[0].text(Language::russian), "неизвестная сущность «&nbsp;»");
}

TEST(ReaderTest, PlacesABareAmpersand) {
  const Reading run("<a>Рога & копыта</a>");
  EXPECT_EQ(run.found(), Found{"X113 1:9"});
  EXPECT_EQ(run.hint(), "пишите &amp; вместо &");
}

TEST(ReaderTest, PlacesALessSignInAnAttribute) {
  const Reading run("<a b='x<y'/>");
  EXPECT_EQ(run.found(), Found{"X114 1:8"});
}

TEST(ReaderTest, PlacesADuplicateAttribute) {
  const Reading run("<a one='1' one='2'/>");
  EXPECT_EQ(run.found(), Found{"X115 1:12"});
}

TEST(ReaderTest, PlacesAnUnquotedAttribute) {
  const Reading run("<a one=1/>");
  EXPECT_EQ(run.found(), Found{"X116 1:8"});
}

TEST(ReaderTest, PlacesAnUndeclaredPrefix) {
  const Reading run("<a>\n <t:if/></a>");
  EXPECT_FALSE(run.root);
  EXPECT_EQ(run.found(), Found{"X117 2:2"});
  EXPECT_EQ(run.hint(), "добавьте xmlns:t=\"urn:chancery:template\" в корневой элемент");
  EXPECT_EQ(Reading("<a x:b='1'/>").hint(), "добавьте xmlns:x=\"…\" в корневой элемент");
  EXPECT_EQ(Reading("<office:a/>").hint(),
            "добавьте xmlns:office=\"urn:chancery:office\" в корневой элемент");
}

TEST(ReaderTest, TellsAPrefixOnce) {
  const Reading run("<a>\n <t:if/><u:b/><t:if t:c='1'/></a>");
  EXPECT_EQ(run.found(), (Found{"X117 2:2", "X117 2:9"}));
}

TEST(ReaderTest, RefusesEmptyAndBlankFiles) {
  EXPECT_EQ(Reading("").found(), Found{"X118 1:1"});
  EXPECT_EQ(Reading("plain").found(), Found{"X118 1:1"});
}

TEST(ReaderTest, PlacesContentAfterTheRoot) {
  EXPECT_EQ(Reading("<a/>\n<b/>").found(), Found{"X119 2:1"});
}

TEST(ReaderTest, PlacesAForbiddenCharacter) {
  EXPECT_EQ(Reading("<a>ab\x01</a>").found(), Found{"X120 1:6"});
}

TEST(ReaderTest, NestingIsBounded) {
  ReadLimits limits;
  limits.depth = 3;
  EXPECT_TRUE(Reading("<a><b><c/></b></a>", limits).root);
  const Reading run("<a><b><c><d/></c></b></a>", limits);
  EXPECT_EQ(run.found(), Found{"X105 1:10"});
  EXPECT_EQ(run.diagnostics.all()[0].arguments, std::vector<std::string>{"3"});
}

TEST(ReaderTest, NodesAreBounded) {
  ReadLimits limits;
  limits.nodes = 3;
  EXPECT_TRUE(Reading("<a>x<b/></a>", limits).root);
  EXPECT_EQ(Reading("<a>x<b/>y</a>", limits).found(), Found{"X106 1:9"});
}

TEST(ReaderTest, SizeIsBounded) {
  ReadLimits limits;
  limits.bytes = 4;
  EXPECT_TRUE(Reading("<a/>", limits).root);
  EXPECT_EQ(Reading("<ab/>", limits).found(), Found{"X104 1:1"});
}

}  // namespace
}  // namespace chancery::xml
