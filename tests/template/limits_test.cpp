#include <gtest/gtest.h>

#include "support.h"

namespace chancery::templates {
namespace {

const std::string kFields = "<t:fields><t:field name='a' repeat='true'/></t:fields>\n";

Job filled(const std::string& body, const Limits& limits,
           const std::string& json = R"({"a": "x"})") {
  Job job(kFields + body);
  EXPECT_EQ(job.diagnostics.errorCount(), 0u) << formatText(job.diagnostics, Language::russian);
  job.input.limits = limits;
  job.fill(json);
  return job;
}

TEST(LimitsTest, EndlessRecursionEndsWithAnError) {
  Limits limits;
  limits.callDepth = 10;
  const Job job =
      filled("<t:for-each select='a'><p><t:recurse select='.'/></p></t:for-each>", limits);
  EXPECT_EQ(job.found(), Found{"T172 x.template.xml:3:27"});
  EXPECT_EQ(job.message(), "повторения и вызовы вложены глубже предела 10");
  EXPECT_FALSE(job.document);
}

TEST(LimitsTest, EndlessCallsEndWithAnErrorOnce) {
  const Job job = filled(
      "<t:define name='d'><t:call name='d'/><t:call name='d'/></t:define>"
      "<t:call name='d'/>",
      {});
  EXPECT_EQ(job.found(), Found{"T172 x.template.xml:3:20"});
  EXPECT_EQ(job.diagnostics.all()[0].arguments, std::vector<std::string>{"64"});
}

TEST(LimitsTest, AllowedDepthIsReached) {
  Limits limits;
  limits.callDepth = 2;
  const std::string body =
      "<t:define name='d'><p/></t:define><t:define name='e'><t:call name='d'/></t:define>"
      "<t:define name='f'><t:call name='e'/></t:define>";
  EXPECT_EQ(filled(body + "<t:call name='e'/><t:call name='e'/>", limits).output(), "p\np\n");
  EXPECT_EQ(filled(body + "<t:call name='f'/>", limits).found(), Found{"T172 x.template.xml:3:54"});
}

/// Definitions d0 … each wrapping the call of the next in `open` … `close`.
std::string definitions(int count, const std::string& open, const std::string& close) {
  std::string result;
  for (int i = 0; i < count; ++i) {
    result += "<t:define name='d" + std::to_string(i) + "'>" + open + "<t:call name='d" +
              std::to_string(i + 1) + "'/>" + close + "</t:define>\n";
  }
  return result + "<t:define name='d" + std::to_string(count) + "'><p/></t:define>\n";
}

TEST(LimitsTest, DefinitionsCallingEachOtherAreBoundedWhenChecked) {
  Job most(kFields + definitions(248, "", "") + "<t:call name='d0'/>");
  EXPECT_EQ(most.found(), Found{});
  Job deep(kFields + definitions(249, "", "") + "<t:call name='d0'/>");
  EXPECT_EQ(deep.found(), Found{"T172 x.template.xml:251:23"});
  EXPECT_EQ(deep.diagnostics.all()[0].arguments, std::vector<std::string>{"250"});
  Job hostile(kFields + definitions(20000, "", "") + "<t:call name='d0'/>");
  EXPECT_EQ(hostile.diagnostics.errorCount(), 1u);
}

TEST(LimitsTest, BodiesInsideEachOtherAreBounded) {
  std::string open;
  std::string close;
  for (int i = 0; i < 150; ++i) open += "<t:if test='a'>";
  for (int i = 0; i < 150; ++i) close += "</t:if>";
  Limits limits;
  limits.callDepth = 1'000'000;
  const std::string body =
      "<t:define name='d'>" + open + "<t:call name='d'/>" + close + "</t:define><t:call name='d'/>";
  const Job job = filled(body, limits);
  EXPECT_EQ(job.diagnostics.errorCount(), 1u);
  EXPECT_EQ(job.message(), "повторения и вызовы вложены глубже предела 250");
}

TEST(LimitsTest, TheDepthOfTheDocumentIsBounded) {
  const auto nested = [](int calls) {
    return definitions(calls, "<p><p><p>", "</p></p></p>") + "<t:call name='d0'/>";
  };
  Limits limits;
  limits.outputDepth = 8;  // the root, two calls' elements and the innermost
  const Job allowed = filled(nested(2), limits);
  EXPECT_EQ(allowed.found(), Found{});
  EXPECT_TRUE(allowed.document);
  limits.outputDepth = 7;
  const Job deep = filled(nested(2), limits);
  EXPECT_EQ(deep.found(), Found{"T178 x.template.xml:5:21"});
  EXPECT_EQ(deep.message(), "элементы документа вложены глубже предела 7");
  EXPECT_FALSE(deep.document);
  EXPECT_EQ(filled("<p><p/><p/></p><p><p/></p>", {.outputDepth = 3}).found(), Found{});
  EXPECT_EQ(Limits{}.outputDepth, 200u);
}

TEST(LimitsTest, TheOutputIsBounded) {
  Limits limits;
  limits.outputNodes = 4;
  const std::string body = "<t:for-each select='a'><p>.</p></t:for-each>";
  EXPECT_EQ(filled(body, limits, R"({"a": ["1", "2"]})").output(), "p\n  \".\"\np\n  \".\"\n");
  EXPECT_EQ(filled(body, limits, R"({"a": ["1", "2", "3"]})").found(),
            Found{"T173 x.template.xml:3:24"});
  limits = {};
  limits.outputBytes = 6;
  EXPECT_EQ(filled("<p v='{a}'>12</p>", limits, R"({"a": "1234"})").output(),
            "p v=\"1234\"\n  \"12\"\n");
  EXPECT_EQ(filled("<p v='{a}'>123</p>", limits, R"({"a": "1234"})").found(),
            Found{"T177 x.template.xml:3:12"});
}

TEST(LimitsTest, HostileExpressionsRunOutOfOperations) {
  std::string json = "{\"a\": [";
  for (int i = 0; i < 300; ++i) json += std::string(i ? "," : "") + "\"x\"";
  const Job job = filled("<p v='{count(a[count(../a[count(../a[. = \"x\"]) &gt; 0]) &gt; 0])}'/>",
                         {}, json + "]}");
  EXPECT_EQ(job.diagnostics.errorCount(), 1u);
  EXPECT_EQ(job.found().front(), "T170 x.template.xml:3:4");
  EXPECT_EQ(job.message(), "выражение перебирает слишком много данных");
  EXPECT_FALSE(job.document);
}

TEST(LimitsTest, ThousandsOfRowsStayWithinTheLimits) {
  std::string json = "{\"a\": [";
  for (int i = 0; i < 5000; ++i) json += std::string(i ? "," : "") + "\"x\"";
  const Job job = filled("<t:for-each select='a'><p><t:value-of select='.'/></p></t:for-each>", {},
                         json + "]}");
  EXPECT_EQ(job.found(), Found{});
  EXPECT_EQ(job.document->children.size(), 5000u);
}

}  // namespace
}  // namespace chancery::templates
