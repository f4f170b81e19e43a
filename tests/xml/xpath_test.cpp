#include "xml/xpath.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <thread>

#include "support.h"
#include "xml/direct.h"

namespace chancery::xml {
namespace {

Place placeOf(std::size_t offset) {
  return {"e", 1, static_cast<int>(offset) + 1};
}

/// A small road map, variables and two functions of our own.
class XPathTest : public testing::Test, public Environment {
 protected:
  XPathTest() {
    const DomNode root = dom.makeRoot("data", {});
    text(root, "kind", "ПРИКАЗ");
    for (int i = 1; i <= 3; ++i) {
      const DomNode row = dom.appendElement(root, "row", {});
      text(row, "no", std::to_string(i));
      text(row, "cost", i == 2 ? "10.5" : "4");
      text(dom.appendElement(row, "part", {}), "no", "p" + std::to_string(i));
    }
    text(root, "empty", "");
    variables.emplace("rows", children(root, "row"));
    variables.emplace("first", NodeSet{children(root, "row")[0]});
    variables.emplace("n", Value(2.0));
    variables.emplace("s", Value("4"));
    variables.emplace("yes", Value(true));
  }

  const Value* findVariable(std::string_view name) const override {
    const auto found = variables.find(std::string(name));
    return found == variables.end() ? nullptr : &found->second;
  }
  bool hasFunction(std::string_view name) const override {
    return name == "twice" || name == "fail" || name == "throw" || name == "office:name" ||
           name == "round";
  }
  std::optional<Value> call(std::string_view name, const std::vector<Value>& arguments) override {
    ++calls;
    if (name == "fail") return std::nullopt;
    if (name == "throw") throw std::runtime_error("from the environment");
    if (name == "office:name") return Value("отдел");
    if (name == "round") return Value("own round");
    return Value(arguments.at(0).toText() + arguments.at(0).toText());
  }

  void text(DomNode parent, std::string_view name, std::string_view value) {
    dom.appendText(dom.appendElement(parent, name, {}), value, {});
  }
  static NodeSet children(DomNode node, std::string_view name) {
    NodeSet result;
    for (DomNode c = node.firstElement(); c; c = c.nextElement()) {
      if (c.name() == name) result.push_back(c);
    }
    return result;
  }
  /// The value as text, node-sets as their texts in brackets; "failure N" when there is none.
  std::string shown(const std::string& expression, bool libraryOnly) {
    Diagnostics diagnostics;
    const auto compiled = XPath::compile(expression, placeOf, diagnostics);
    if (!compiled) return "refused " + std::string(diagnostics.all().at(0).message->code);
    Evaluator evaluator(dom, *this, operations);
    if (libraryOnly) evaluator.useLibraryOnly();
    const auto value = evaluator.evaluate(*compiled, focus());
    failureText = evaluator.failureText();
    if (!value) return "failure " + std::to_string(static_cast<int>(evaluator.failure()));
    if (!value->nodes()) return value->toText();
    std::string result = "[";
    for (const DomNode node : *value->nodes()) result += node.text() + '|';
    return result + ']';
  }
  std::string evaluated(const std::string& expression) { return shown(expression, false); }
  Focus focus() const { return {context ? context : dom.root(), 2, 3}; }

  Dom dom;
  DomNode context;
  std::map<std::string, Value> variables;
  std::size_t operations = 100'000;
  int calls = 0;
  std::string failureText;
};

TEST_F(XPathTest, EverydayExpressions) {
  EXPECT_EQ(evaluated("kind"), "[ПРИКАЗ|]");
  EXPECT_EQ(evaluated("row/no"), "[1|2|3|]");
  EXPECT_EQ(evaluated("row/part/no"), "[p1|p2|p3|]");
  EXPECT_EQ(evaluated("./row/./no"), "[1|2|3|]");
  EXPECT_EQ(evaluated("none"), "[]");
  EXPECT_EQ(evaluated("$first/no"), "[1|]");
  EXPECT_EQ(evaluated("$rows/no"), "[1|2|3|]");
  EXPECT_EQ(evaluated("$s"), "4");
  EXPECT_EQ(evaluated("kind = 'ПРИКАЗ'"), "true");
  EXPECT_EQ(evaluated("row/no = '3'"), "true");
  EXPECT_EQ(evaluated("row/no != '3'"), "true");
  EXPECT_EQ(evaluated("kind != 'ПРИКАЗ'"), "false");
  EXPECT_EQ(evaluated("none = ''"), "false");
  EXPECT_EQ(evaluated("not(none) and kind"), "true");
  EXPECT_EQ(evaluated("none or empty"), "true");
  EXPECT_EQ(evaluated("none and fail()"), "false");
  EXPECT_EQ(evaluated("kind or fail()"), "true");
  EXPECT_EQ(evaluated("count(row)"), "3");
  EXPECT_EQ(evaluated("string(row)"), "14p1");
  EXPECT_EQ(evaluated("position()"), "2");
  EXPECT_EQ(evaluated("last()"), "3");
  EXPECT_EQ(evaluated("twice(kind)"), "ПРИКАЗПРИКАЗ");
  EXPECT_EQ(evaluated("office:name()"), "отдел");
  EXPECT_EQ(evaluated("true()"), "true");
  EXPECT_EQ(evaluated("false()"), "false");
}

TEST_F(XPathTest, ExpressionsForTheLibrary) {
  EXPECT_EQ(evaluated("row[cost > 5]/no"), "[2|]");
  EXPECT_EQ(evaluated("row[last()]/no"), "[3|]");
  EXPECT_EQ(evaluated("row[no = $n]/no"), "[2|]");
  EXPECT_EQ(evaluated("$rows[2]/no | kind"), "[ПРИКАЗ|2|]");
  EXPECT_EQ(evaluated("1 + 2 * 3"), "7");
  EXPECT_EQ(evaluated("concat('a', $s, twice('b'))"), "a4bb");
  EXPECT_EQ(evaluated("concat(office:name(), '')"), "отдел");
  EXPECT_EQ(evaluated("not($yes)"), "false");
  EXPECT_EQ(evaluated("row/no[. = '2']/preceding::no"), "[1|p1|]");
  EXPECT_EQ(evaluated("$yes and 1 < 2"), "true");
}

TEST_F(XPathTest, OurFunctionsReplaceThoseOfXPath) {
  EXPECT_EQ(evaluated("round(1.5)"), "own round");
  EXPECT_EQ(evaluated("concat(round(1.5), '')"), "own round");
}

TEST_F(XPathTest, TheDirectWayAndTheLibraryAgree) {
  for (const char* expression : {"kind",
                                 ".",
                                 "row",
                                 "row/no",
                                 "$rows",
                                 "$rows/no",
                                 "$first/part/no",
                                 "none/none",
                                 "row/part",
                                 "'text'",
                                 "12.50",
                                 "$n",
                                 "$yes",
                                 "kind = 'ПРИКАЗ'",
                                 "row/no = '2'",
                                 "row/no != '2'",
                                 "none != ''",
                                 "not(row)",
                                 "not(none)",
                                 "count(row/no)",
                                 "count($rows)",
                                 "string(kind)",
                                 "string($n)",
                                 "position()",
                                 "last()",
                                 "true()",
                                 "false()",
                                 "row and none",
                                 "row or none",
                                 "twice(kind)",
                                 "twice($s)",
                                 "empty",
                                 "not(empty = '')",
                                 "concat('a', 'b')",
                                 "concat(kind, ' ', row/no, $n, $yes)",
                                 "concat(none, substring('yes', 1, 3 * (row and not(none))))",
                                 "3 * (kind = 'ПРИКАЗ')",
                                 "2 * 1.5 * (none = '')",
                                 "substring(kind, 2)",
                                 "substring(kind, 2, 3)",
                                 "substring(kind, 1.5, 2.4)",
                                 "substring(kind, 0, 2)",
                                 "substring(kind, 9)",
                                 "substring($s, 1, 99999999999)",
                                 "substring('yes', 1, 3 * (kind = 'ПРИКАЗ'))",
                                 "substring('yes', 1, 3 * (kind = 'ПИСЬМО'))",
                                 "substring(none, 1)"}) {
    Diagnostics diagnostics;
    const auto compiled = XPath::compile(expression, placeOf, diagnostics);
    EXPECT_TRUE(direct::isEveryday(compiled->syntax())) << expression;
    EXPECT_EQ(shown(expression, false), shown(expression, true)) << expression;
  }
}

TEST_F(XPathTest, TheSecondOfTwoIsLeftToTheLibraryWhenItIsNeeded) {
  for (const char* expression : {"none and row[1]", "row and row[9]", "row and row[1]",
                                 "none or row[9]", "none or row[1]", "row or fail()"}) {
    EXPECT_EQ(shown(expression, false), shown(expression, true)) << expression;
  }
  EXPECT_EQ(calls, 0);
}

TEST_F(XPathTest, WhatIsNotEverydayIsLeftToTheLibrary) {
  for (const char* expression : {"/",
                                 "//row",
                                 "row[1]",
                                 "..",
                                 "@key",
                                 "row/*",
                                 "(row)[1]/no",
                                 "a:b",
                                 "1 + 1",
                                 "-1",
                                 "row | kind",
                                 "concat('a', row[1])",
                                 "normalize-space(kind)",
                                 "'a' = kind",
                                 "2 * kind",
                                 "substring(kind, cost)",
                                 "substring(kind)",
                                 "none and row[1]",
                                 "kind = row",
                                 "descendant::no",
                                 "self::row",
                                 "text()",
                                 "number(kind)",
                                 "sum(row/cost)"}) {
    Diagnostics diagnostics;
    const auto compiled = XPath::compile(expression, placeOf, diagnostics);
    ASSERT_TRUE(compiled) << expression;
    EXPECT_FALSE(direct::isEveryday(compiled->syntax())) << expression;
  }
}

TEST_F(XPathTest, TheContextNodeMoves) {
  context = children(dom.root(), "row")[1];
  EXPECT_EQ(evaluated("no"), "[2|]");
  EXPECT_EQ(evaluated("../kind"), "[ПРИКАЗ|]");
  EXPECT_EQ(evaluated("cost * 2"), "21");
}

TEST_F(XPathTest, NestedNodesOfAVariableComeInDocumentOrder) {
  const NodeSet rows = children(dom.root(), "row");
  variables.insert_or_assign("nested", NodeSet{rows[0], children(rows[0], "part")[0], rows[1]});
  EXPECT_EQ(evaluated("$nested/no"), "[1|p1|2|]");
}

TEST_F(XPathTest, SyntaxErrorsArePlaced) {
  Diagnostics diagnostics;
  EXPECT_FALSE(XPath::compile("row[", placeOf, diagnostics));
  EXPECT_EQ(foundIn(diagnostics), Found{"X149 1:5"});
}

TEST_F(XPathTest, UnknownNamesFailWhenEvaluated) {
  EXPECT_EQ(evaluated("$unknown"), "failure 3");
  EXPECT_EQ(failureText, "unknown variable");
  EXPECT_EQ(evaluated("unknown()"), "failure 3");
  EXPECT_EQ(failureText, "unknown function");
}

TEST_F(XPathTest, WrongTypesAndArgumentsFail) {
  EXPECT_EQ(evaluated("count('a')"), "failure 3");
  EXPECT_EQ(failureText, "wrong type of operand");
  EXPECT_EQ(evaluated("concat('a')"), "failure 3");
  EXPECT_EQ(failureText, "wrong number of arguments");
}

TEST_F(XPathTest, AFailingFunctionEndsTheEvaluation) {
  EXPECT_EQ(evaluated("fail()"), "failure 1");
  EXPECT_EQ(evaluated("concat(fail(), 'x')"), "failure 1");
  EXPECT_EQ(evaluated("row[fail()]"), "failure 1");
  EXPECT_EQ(calls, 3);
}

TEST_F(XPathTest, ExceptionsOfTheEnvironmentPassThroughTheLibrary) {
  EXPECT_THROW(evaluated("concat(throw(), 'x')"), std::runtime_error);
  EXPECT_THROW(evaluated("throw()"), std::runtime_error);
  EXPECT_EQ(evaluated("concat('a', 'b')"), "ab");
}

TEST_F(XPathTest, OperationsAreLimitedOverTheWholeLife) {
  operations = 5;
  EXPECT_EQ(evaluated("row/no"), "failure 2");
  EXPECT_EQ(evaluated("//no[//no[//no]]"), "failure 2");
  operations = 40;
  Diagnostics diagnostics;
  const auto path = XPath::compile("row/no", placeOf, diagnostics);
  Evaluator evaluator(dom, *this, operations);
  EXPECT_TRUE(evaluator.evaluate(*path, focus()));
  EXPECT_EQ(evaluator.failure(), Evaluator::Failure::none);
  EXPECT_TRUE(evaluator.evaluate(*path, focus()));
  EXPECT_FALSE(evaluator.evaluate(*path, focus()));
  EXPECT_EQ(evaluator.failure(), Evaluator::Failure::operations);
  EXPECT_FALSE(evaluator.test(*path, focus()));
  evaluator.useLibraryOnly();
  EXPECT_FALSE(evaluator.evaluate(*path, focus()));
  EXPECT_EQ(evaluator.failure(), Evaluator::Failure::operations);
}

TEST_F(XPathTest, TextReadIsCounted) {
  text(dom.root(), "long", std::string(64'000, 'x'));  // 1002 operations with both its nodes
  variables.emplace("all", NodeSet{dom.root().findChild("long")});
  variables.emplace("string", Value(std::string(64'000, 'y')));
  for (const char* expression :
       {"contains($all, 'z')", "string-length(long)", "concat($all, '')", "normalize-space($all)",
        "translate(long, 'x', '')", "sum(long)", "number(long) + 1", "substring($all, 2)",
        "starts-with($string, 'x')", "twice($all)", "twice(long)", "twice($string)",
        "concat(twice($all), '')", "string($all)", "long = 'x'", "$all = 'x'", "$all + 1",
        "row[$all > 1]", "string(.)"}) {
    operations = 1000;
    EXPECT_EQ(evaluated(expression), "failure 2") << expression;
    operations = 4000;
    EXPECT_NE(evaluated(expression), "failure 2") << expression;
  }
  operations = 1000;
  EXPECT_EQ(evaluated("count($all)"), "1");
  EXPECT_EQ(evaluated("count($all | long)"), "1");
  context = dom.root().findChild("long");
  EXPECT_EQ(evaluated("string-length()"), "failure 2");
  context = {};
  operations = 1'000'000;
  EXPECT_EQ(evaluated("contains($all, $string)"), "failure 2");
  operations = 1'010'000;
  EXPECT_EQ(evaluated("contains($all, $string)"), "false");
}

TEST_F(XPathTest, CopiesOfNodeSetsAreCounted) {
  NodeSet many(800, dom.root().findChild("kind"));
  variables.emplace("many", many);
  operations = 100;
  EXPECT_EQ(evaluated("count($many)"), "failure 2");
  operations = 101;
  EXPECT_EQ(evaluated("count($many)"), "800");
}

TEST_F(XPathTest, TestsAsBooleanDoes) {
  Diagnostics diagnostics;
  Evaluator evaluator(dom, *this, operations);
  EXPECT_EQ(evaluator.test(*XPath::compile("none", placeOf, diagnostics), focus()), false);
  EXPECT_EQ(evaluator.test(*XPath::compile("empty", placeOf, diagnostics), focus()), true);
  EXPECT_EQ(evaluator.test(*XPath::compile("0", placeOf, diagnostics), focus()), false);
}

TEST_F(XPathTest, OneExpressionServesSeveralThreads) {
  Diagnostics diagnostics;
  const auto path = XPath::compile("count(row[cost > 3]) + 1", placeOf, diagnostics);
  std::vector<std::thread> threads;
  std::vector<double> results(4, 0);
  for (double& result : results) {
    threads.emplace_back([&] {
      Dom own;
      const DomNode root = own.makeRoot("data", {});
      for (int i = 0; i < 20; ++i) {
        const DomNode cost = own.appendElement(own.appendElement(root, "row", {}), "cost", {});
        own.appendText(cost, "7", {});
      }
      Evaluator evaluator(own, *this, operations);
      for (int i = 0; i < 50; ++i) result = evaluator.evaluate(*path, {root, 1, 1})->toNumber();
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(results, (std::vector<double>{21, 21, 21, 21}));
}

TEST(ValueTest, NumbersAsText) {
  EXPECT_EQ(Value(12.0).toText(), "12");
  EXPECT_EQ(Value(-0.0).toText(), "0");
  EXPECT_EQ(Value(0.1 + 0.2).toText(), "0.3");
  EXPECT_EQ(Value(1234567.25).toText(), "1234567.25");
  EXPECT_EQ(Value(1e20).toText(), "100000000000000000000");
  EXPECT_EQ(Value(0.000001).toText(), "0.000001");
  EXPECT_EQ(Value(std::nan("")).toText(), "NaN");
  EXPECT_EQ(Value(1.0 / 0.0).toText(), "Infinity");
  EXPECT_EQ(Value(-1.0 / 0.0).toText(), "-Infinity");
}

TEST(ValueTest, TextsAsNumbers) {
  EXPECT_EQ(Value(" 12.5\n").toNumber(), 12.5);
  EXPECT_EQ(Value("-3").toNumber(), -3);
  EXPECT_EQ(Value(".5").toNumber(), 0.5);
  EXPECT_EQ(Value("5.").toNumber(), 5);
  EXPECT_EQ(Value(true).toNumber(), 1);
  EXPECT_EQ(Value(false).toNumber(), 0);
  for (const char* text : {"", " ", "1e3", "+1", "1.2.3", ".", "-", "1,5", "x", "- 1"}) {
    EXPECT_TRUE(std::isnan(Value(text).toNumber())) << text;
  }
}

TEST_F(XPathTest, TellsTheFirstNodeThatWasRead) {
  const auto read = [&](const std::string& expression) {
    Diagnostics diagnostics;
    const auto compiled = XPath::compile(expression, placeOf, diagnostics);
    Evaluator evaluator(dom, *this, operations);
    const DomNode node = evaluator.firstRead(*compiled, focus());
    return node ? std::string(node.name()) + ' ' + node.text() : "-";
  };
  EXPECT_EQ(read("kind"), "kind ПРИКАЗ");
  EXPECT_EQ(read("twice(kind)"), "kind ПРИКАЗ");
  EXPECT_EQ(read("concat('a', absent, $first/no, kind)"), "no 1");
  EXPECT_EQ(read("count(row) + 1"), "row 14p1");
  EXPECT_EQ(read("twice($rows)"), "row 14p1");
  EXPECT_EQ(read("concat($s, position())"), "-");
  EXPECT_EQ(read("twice('x')"), "-");
  EXPECT_EQ(read("absent"), "-");
  // Only libxml2 could tell: the context node stands for what was read.
  context = children(dom.root(), "row")[1];
  EXPECT_EQ(read("concat(no[1], 'x')"), "row 210.5p2");
}

TEST(ValueTest, Booleans) {
  EXPECT_TRUE(Value("0").toBoolean());
  EXPECT_FALSE(Value("").toBoolean());
  EXPECT_TRUE(Value(-1.0).toBoolean());
  EXPECT_FALSE(Value(0.0).toBoolean());
  EXPECT_FALSE(Value(std::nan("")).toBoolean());
  EXPECT_FALSE(Value(NodeSet{}).toBoolean());
  EXPECT_EQ(Value(true).toText(), "true");
  EXPECT_EQ(Value(false).toText(), "false");
  EXPECT_EQ(Value(NodeSet{}).toText(), "");
  EXPECT_TRUE(Value(true).isBoolean());
  EXPECT_FALSE(Value("true").isBoolean());
  EXPECT_TRUE(Value(1.0).isNumber());
}

TEST(OperationLimitTest, GrowsWithTheTree) {
  EXPECT_EQ(operationLimit(0), 10'000'000u);
  EXPECT_EQ(operationLimit(50'000), 60'000'000u);
}

}  // namespace
}  // namespace chancery::xml
