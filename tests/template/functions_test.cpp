#include "template/functions.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support.h"
#include "template/job.h"

namespace chancery::templates {
namespace {

/// An expression's value over a small table.
std::string value(const std::string& expression) {
  Job job(
      "<t:fields><t:group name='row' repeat='true' open='true'/><t:field name='day' type='date'/>"
      "<t:field name='n' type='number'/><t:field name='text' type='text'/></t:fields>"
      "<p><t:value-of select=\"" +
      expression + "\"/></p>");
  job.fill(R"({"day": "2026-06-05", "n": 12500.5, "text": " а\n  б ",
    "row": [{"cost": 0.1, "2021-I": "план"}, {"cost": "0.2"}]})");
  EXPECT_EQ(job.diagnostics.errorCount(), 0u) << formatText(job.diagnostics, Language::russian);
  return job.document ? job.document->textContent() : "error";
}

TEST(FunctionsTest, CellsByAnyKey) {
  EXPECT_EQ(value("cell(row, '2021-I')"), "план");
  EXPECT_EQ(value("cell(row[2], 'cost')"), "0.2");
  EXPECT_EQ(value("cell(row[2], '2021-I')"), "");
  EXPECT_EQ(value("cell(row[9], 'cost')"), "");
}

TEST(FunctionsTest, DatesAndNumbers) {
  EXPECT_EQ(value("format-date(day, 'dd.MM.yy')"), "05.06.26");
  EXPECT_EQ(value("format-date('', 'dd.MM.yy')"), "");
  EXPECT_EQ(value("format-number(n)"), "12\u00A0500,5");
  EXPECT_EQ(value("format-number(n, 2)"), "12\u00A0500,50");
  EXPECT_EQ(value("format-number('')"), "");
  EXPECT_EQ(value("format-number(count(row), 1)"), "2,0");
}

TEST(FunctionsTest, SumsAreExact) {
  EXPECT_EQ(value("sum(row/cost)"), "0.3");
  EXPECT_EQ(value("sum(row/cost) = 0.3"), "true");
  EXPECT_EQ(value("sum(row[9]/cost)"), "0");
}

TEST(FunctionsTest, RoundingToPlaces) {
  EXPECT_EQ(value("round(2.5)"), "3");
  EXPECT_EQ(value("round(-2.5)"), "-3");
  EXPECT_EQ(value("round(n div 7, 2)"), "1785.79");
  EXPECT_EQ(value("round(1.005, 2)"), "1.01");
  EXPECT_EQ(value("round(1 div 0)"), "Infinity");
}

TEST(FunctionsTest, SharesAreExact) {
  EXPECT_EQ(value("share(1, 3)"), "33.3");
  EXPECT_EQ(value("share(2, 3)"), "66.7");
  EXPECT_EQ(value("share(3, 8, 1)"), "37.5");
  EXPECT_EQ(value("share(1, 8, 1)"), "12.5");
  EXPECT_EQ(value("share(1, 8, 0)"), "13");
  EXPECT_EQ(value("share(1, 3, 4)"), "33.3333");
  EXPECT_EQ(value("share(0, 3)"), "0.0");
  EXPECT_EQ(value("share(-1, 3)"), "-33.3");
  EXPECT_EQ(value("share(-1, -3)"), "33.3");
  EXPECT_EQ(value("share(-1, 100000)"), "0.0");
  EXPECT_EQ(value("share(1, 2000, 1)"), "0.1");
  EXPECT_EQ(value("share(sum(row/cost), n)"), "0.0");
  EXPECT_EQ(value("share(9000000000000, 9000000000000, 6)"), "100.000000");
  EXPECT_EQ(value("share(5, 0)"), "");
  EXPECT_EQ(value("share('', 5)"), "0.0");
  EXPECT_EQ(value("format-number(share(1, 3), 1)"), "33,3");
}

TEST(FunctionsTest, Words) {
  EXPECT_EQ(value("concat(count(row), ' ', plural(count(row), 'день', 'дня', 'дней'))"), "2 дня");
  EXPECT_EQ(value("plural(1, 'день', 'дня', 'дней')"), "день");
  EXPECT_EQ(value("plural(11, 'день', 'дня', 'дней')"), "дней");
  EXPECT_EQ(value("upper('приказ')"), "ПРИКАЗ");
  EXPECT_EQ(value("lower('ПРИКАЗ Ё')"), "приказ ё");
  EXPECT_EQ(value("normalize(text)"), "а б");
}

TEST(FunctionsTest, WithoutAnOfficeItsFunctionsAnswerNothing) {
  EXPECT_EQ(value("count(office:letterhead())"), "0");
  EXPECT_EQ(value("concat(office:post('x'), office:person('x'))"), "");
  EXPECT_EQ(value("office:coat-of-arms()"), "");
}

Found problems(const std::string& expression) {
  Job job("<t:fields><t:group name='row' repeat='true' open='true'/></t:fields>\n<p v=\"{" +
          expression + "}\"/>");
  EXPECT_EQ(job.found(), Found{});
  job.fill(
      "{\"row\": [\n{\"cost\": \"много\", \"big\": 9000000000000},\n{\"cost\": 1, \"big\": "
      "9000000000000}]}");
  EXPECT_FALSE(job.document);
  return job.found();
}

TEST(FunctionsTest, ProblemsArePlacedInTheData) {
  EXPECT_EQ(problems("sum(row/cost)"), Found{"T175 d.json:2:10"});
  EXPECT_EQ(problems("format-date(row/cost, 'd')"), Found{"T174 d.json:2:10"});
  EXPECT_EQ(problems("format-number(row/cost)"), Found{"T175 d.json:2:10"});
  EXPECT_EQ(problems("sum(row/big)"), Found{"T176 d.json:3:20"});
  EXPECT_EQ(problems("share(row/cost, 5)"), Found{"T175 d.json:2:10"});
  EXPECT_EQ(problems("share(9000000000000, 0.000001)"), Found{"T176 x.template.xml:3:4"});
}

TEST(FunctionsTest, ProblemsWithoutDataArePlacedInTheTemplate) {
  EXPECT_EQ(problems("format-date('x', 'd')"), Found{"T174 x.template.xml:3:4"});
  EXPECT_EQ(problems("format-date('2026-01-01', concat('m', 'm'))"),
            Found{"T141 x.template.xml:3:4"});
}

TEST(FunctionsTest, NumbersThatNoIntegerHoldsAreRefused) {
  EXPECT_EQ(problems("plural(number('x'), 'a', 'b', 'c')"), Found{"T175 x.template.xml:3:4"});
  EXPECT_EQ(problems("plural(row/cost, 'a', 'b', 'c')"), Found{"T175 d.json:2:10"});
  EXPECT_EQ(problems("plural(1 div 0, 'a', 'b', 'c')"), Found{"T179 x.template.xml:3:4"});
  EXPECT_EQ(problems("plural(9007199254740994, 'a', 'b', 'c')"), Found{"T179 x.template.xml:3:4"});
  EXPECT_EQ(problems("round(1, number('x'))"), Found{"T175 x.template.xml:3:4"});
  EXPECT_EQ(problems("round(1, -1 div 0)"), Found{"T179 x.template.xml:3:4"});
  EXPECT_EQ(problems("format-number(1, number('x'))"), Found{"T175 x.template.xml:3:4"});
  EXPECT_EQ(value("plural(9007199254740992, 'a', 'b', 'c')"), "b");
  EXPECT_EQ(value("plural(-9007199254740991, 'a', 'b', 'c')"), "a");
  EXPECT_EQ(value("round(1.2345678, 4000000000)"), "1.234568");
  EXPECT_EQ(value("round(1.5, -4000000000)"), "2");
  EXPECT_EQ(value("format-number(7, 4000000000)"), "7,000000");
  EXPECT_EQ(value("format-number(7.25, -4000000000)"), "7,25");
}

TEST(FunctionsTest, TextIsReadFromAllArgumentsButPaths) {
  Sources sources;
  JobSources jobSources(sources);
  Diagnostics diagnostics;
  const JobEnvironment environment(nullptr, jobSources, diagnostics);
  EXPECT_FALSE(environment.readsText("cell", 0));
  EXPECT_TRUE(environment.readsText("cell", 1));
  EXPECT_FALSE(environment.readsText("sum", 0));
  EXPECT_TRUE(environment.readsText("upper", 0));
  EXPECT_FALSE(environment.readsText("unknown", 0));
}

TEST(FunctionsTest, FormatsOfNumbers) {
  EXPECT_EQ(placesOf("0"), 0);
  EXPECT_EQ(placesOf("0,0"), 1);
  EXPECT_EQ(placesOf("0,000000"), 6);
  for (const char* format : {"", "1", "0,", "0.0", "0,01", "0,0000000", "00"}) {
    EXPECT_EQ(placesOf(format), std::nullopt) << format;
  }
  EXPECT_EQ(formatted("1234.5", "0,00"), "1234,50");
  EXPECT_EQ(formatted("x", "0"), std::nullopt);
  EXPECT_EQ(formatted("2026-06-05", "d.M"), "5.6");
  EXPECT_EQ(formatted("2026-06-05", "q"), std::nullopt);
  EXPECT_EQ(formatted("5.6", "d.M"), std::nullopt);
}

TEST(FunctionsTest, EveryFunctionTakesItsArgumentsAndNoMore) {
  const auto refused = [](const std::string& call) {
    const Job job("<t:fields><t:field name='a'/></t:fields><p v=\"{" + call + "}\"/>");
    return job.diagnostics.hasErrors();
  };
  const std::vector<std::pair<std::string, std::vector<std::size_t>>> functions{
      {"cell", {2}},
      {"format-date", {2}},
      {"format-number", {1, 2}},
      {"plural", {4}},
      {"upper", {1}},
      {"lower", {1}},
      {"normalize", {1}},
      {"sum", {1}},
      {"round", {1, 2}},
      {"office:letterhead", {0}},
      {"office:coat-of-arms", {0}},
      {"office:post", {1}},
      {"office:person", {1}},
      {"last", {0}},
      {"position", {0}},
      {"count", {1}},
      {"name", {0, 1}},
      {"local-name", {0, 1}},
      {"string", {0, 1}},
      {"concat", {2, 3, 4, 5}},
      {"starts-with", {2}},
      {"contains", {2}},
      {"substring-before", {2}},
      {"substring-after", {2}},
      {"substring", {2, 3}},
      {"string-length", {0, 1}},
      {"normalize-space", {0, 1}},
      {"translate", {3}},
      {"boolean", {1}},
      {"not", {1}},
      {"true", {0}},
      {"false", {0}},
      {"number", {0, 1}},
      {"floor", {1}},
      {"ceiling", {1}},
      {"lang", {1}},
      {"id", {1}}};
  for (const auto& [name, counts] : functions) {
    for (std::size_t count = 0; count <= 5; ++count) {
      std::string call = name + '(';
      for (std::size_t i = 0; i < count; ++i) call += i ? ", a" : "a";
      const bool allowed = std::find(counts.begin(), counts.end(), count) != counts.end();
      EXPECT_EQ(refused(call + ')'), !allowed) << call;
    }
  }
}

TEST(FunctionsTest, TheTableKnowsWhatIsOurs) {
  EXPECT_TRUE(Functions::has("cell"));
  EXPECT_TRUE(Functions::has("round"));
  EXPECT_FALSE(Functions::has("concat"));
  EXPECT_FALSE(Functions::has("none"));
  EXPECT_EQ(findFunction("none"), nullptr);
  EXPECT_EQ(functionNames().size(), 38u);
}

}  // namespace
}  // namespace chancery::templates
