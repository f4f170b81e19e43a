#include "xml/vocabulary.h"

#include <gtest/gtest.h>

#include "support.h"
#include "xml/reader.h"

namespace chancery::xml {
namespace {

const Vocabulary& office() {
  static const Vocabulary vocabulary{
      Namespace::office,
      "office",
      {{"office", {{"id", true}, {"language", false, {"ru", "en"}}}, {"posts", "line"}},
       {"posts", {}, {"post"}},
       {"post", {{"id", true}, {"title"}}, {}},
       {"line", {}, {}, true}}};
  return vocabulary;
}

struct Checked {
  Sources sources;
  Diagnostics diagnostics;

  explicit Checked(const std::string& text) {
    const auto root = read(sources, sources.add("o.xml", text), {}, diagnostics);
    if (root) checkVocabulary(sources, *root, office(), diagnostics);
  }
  Found found() const { return foundIn(diagnostics); }
  std::string hint() const { return diagnostics.all().at(0).hintText(Language::russian); }
  std::string message() const { return diagnostics.all().at(0).text(Language::russian); }
};

std::string inOffice(const std::string& content) {
  return "<office xmlns='urn:chancery:office' id='a'>\n" + content + "</office>";
}

TEST(VocabularyTest, AcceptsWhatTheRulesAllow) {
  EXPECT_EQ(Checked(inOffice("<line>Текст</line><posts><post id='1' title='t'/></posts>")).found(),
            Found{});
}

TEST(VocabularyTest, RefusesAnotherRoot) {
  EXPECT_EQ(Checked("<office/>").found(), Found{"X136 1:1"});
  EXPECT_EQ(Checked("<posts xmlns='urn:chancery:office'/>").found(), Found{"X136 1:1"});
}

TEST(VocabularyTest, HintsAtANearElement) {
  const Checked checked(inOffice(" <pots/>"));
  EXPECT_EQ(checked.found(), Found{"X130 2:2"});
  EXPECT_EQ(checked.message(), "неизвестный элемент «pots»");
  EXPECT_EQ(checked.hint(), "возможно, вы имели в виду «posts»");
}

TEST(VocabularyTest, ListsWhatIsAllowedWhenNothingIsNear) {
  const Checked checked(inOffice("<zzzzzzz/>"));
  EXPECT_EQ(checked.hint(), "допустимо: posts, line");
}

TEST(VocabularyTest, RefusesAKnownElementInTheWrongPlace) {
  const Checked checked(inOffice("<post id='1'/>"));
  EXPECT_EQ(checked.found(), Found{"X131 2:1"});
  EXPECT_EQ(checked.message(), "элемент «post» не может стоять внутри «office»");
  EXPECT_EQ(checked.hint(), "допустимо: posts, line");
}

TEST(VocabularyTest, RefusesElementsOfOtherNamespaces) {
  EXPECT_EQ(Checked(inOffice("<line xmlns=''/>")).found(), Found{"X137 2:1"});
}

TEST(VocabularyTest, ReportsAllAttributesAtOnce) {
  const Checked checked(
      "<office xmlns='urn:chancery:office' langage='ru' language='fr' xml:id='q'/>");
  EXPECT_EQ(checked.found(), (Found{"X133 1:1", "X134 1:50", "X132 1:37"}));
  EXPECT_EQ(checked.diagnostics.all()[0].text(Language::russian),
            "у элемента «office» не указан обязательный атрибут «id»");
  EXPECT_EQ(checked.diagnostics.all()[1].hintText(Language::russian), "допустимо: ru, en");
  EXPECT_EQ(checked.diagnostics.all()[2].text(Language::russian),
            "у элемента «office» нет атрибута «langage»");
}

TEST(VocabularyTest, HintsAtANearAttributeThatIsAbsent) {
  const Checked checked(inOffice("<posts><post id='1' titel='x'/></posts>"));
  EXPECT_EQ(checked.found(), Found{"X132 2:21"});
  EXPECT_EQ(checked.hint(), "возможно, вы имели в виду «title»");
}

TEST(VocabularyTest, RefusesTextWhereNoneBelongs) {
  EXPECT_EQ(Checked(inOffice("<posts>\n слова </posts>")).found(), Found{"X135 2:8"});
}

}  // namespace
}  // namespace chancery::xml
