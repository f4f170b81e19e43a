#include "check/rules.h"

#include <gtest/gtest.h>

#include "base/file.h"
#include "xml/reader.h"

namespace chancery::check {
namespace {

std::string told(const std::string& text) {
  Sources sources;
  Diagnostics diagnostics;
  const auto rules = readRules(sources, sources.add("r.xml", text), diagnostics);
  EXPECT_EQ(rules.has_value(), !diagnostics.hasErrors());
  return formatText(diagnostics, Language::english);
}

std::string inRules(const std::string& rules) {
  return "<rules xmlns=\"urn:chancery:rules\" id=\"r\">" + rules + "</rules>";
}

TEST(ReadRules, TakesWhatIsStated) {
  Sources sources;
  Diagnostics diagnostics;
  const auto rules = readRules(
      sources,
      sources.add("r.xml",
                  "<rules xmlns=\"urn:chancery:rules\" id=\"own\" title=\"Свои\">"
                  "<requisite any=\"approved approved-by\" of=\" План мероприятий , карта\" "
                  "severity=\"warning\" source=\"S\"/><title words=\"О Об\" source=\"T\"/>"
                  "</rules>"),
      diagnostics);
  ASSERT_TRUE(rules);
  EXPECT_EQ(rules->id, "own");
  EXPECT_EQ(rules->title, "Свои");
  ASSERT_EQ(rules->rules.size(), 2u);
  const Rule& first = rules->rules[0];
  EXPECT_EQ(first.kind, RuleKind::requisite);
  EXPECT_EQ(first.severity, Severity::warning);
  EXPECT_EQ(first.kinds, (std::vector<std::string>{"план мероприятий", "карта"}));
  EXPECT_EQ(first.any,
            (std::vector<document::Kind>{document::Kind::approved, document::Kind::approvedBy}));
  EXPECT_EQ(first.source, "S");
  EXPECT_EQ(rules->rules[1].kind, RuleKind::title);
  EXPECT_EQ(rules->rules[1].severity, Severity::error);
  EXPECT_EQ(rules->rules[1].words, (std::vector<std::string>{"О", "Об"}));
  EXPECT_TRUE(rules->rules[1].kinds.empty());
}

TEST(ReadRules, TellsAllThatIsWrong) {
  const std::string text = told(
      "<rules xmlns=\"urn:chancery:rules\" id=\"r\">\n"
      "<requisite any=\"titel\" source=\"S\"/>\n"
      "<title words=\" \" source=\"S\"/>\n"
      "<names of=\" , \" source=\"S\"/>\n"
      "<pairs/>\n"
      "<pears source=\"S\"/>\n"
      "<terms severity=\"fatal\" source=\"S\"/>\n"
      "</rules>");
  for (const char* expected :
       {"r.xml:2:12: error [O101]: there is no document element “titel”\n    hint: did you mean "
        "“title”?",
        "r.xml:3:8: error [O102]: “words” names nothing",
        "r.xml:4:8: error [O102]: “of” names nothing", "r.xml:5:", "r.xml:6:", "r.xml:7:"}) {
    EXPECT_NE(text.find(expected), std::string::npos) << expected << " in\n" << text;
  }
}

TEST(ReadRules, RefusesOtherFiles) {
  EXPECT_NE(told("<order/>"), "");
  EXPECT_NE(told("<rules xmlns=\"urn:chancery:rules\" id=\"r\">"), "");
  EXPECT_EQ(told(inRules("")), "");
}

TEST(ReadRules, TheReadyMadeOnesAreInOrder) {
  const std::string path = CHANCERY_PROJECT_DIR "/doc-templates/styles/gost-7.0.97-2025.rules.xml";
  Sources sources;
  Diagnostics diagnostics;
  const auto rules = readRules(sources, sources.add(path, readFile(path, 1 << 20)), diagnostics);
  EXPECT_EQ(formatText(diagnostics, Language::english), "");
  ASSERT_TRUE(rules);
  EXPECT_EQ(rules->id, "gost-7.0.97-2025");
  std::vector<bool> used(static_cast<std::size_t>(RuleKind::numbering) + 1);
  for (const Rule& rule : rules->rules) used[static_cast<std::size_t>(rule.kind)] = true;
  EXPECT_EQ(used, std::vector<bool>(used.size(), true)) << "each test has a rule";
}

}  // namespace
}  // namespace chancery::check
