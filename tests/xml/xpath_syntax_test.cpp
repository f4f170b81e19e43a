#include "xml/xpath_syntax.h"

#include <gtest/gtest.h>

#include "support.h"

namespace chancery::xml {
namespace {

struct Parsed {
  Diagnostics diagnostics;
  std::optional<Expression> expression;

  explicit Parsed(std::string_view text) {
    const auto place = [](std::size_t offset) {
      return Place{"e", 1, static_cast<int>(offset) + 1};
    };
    expression = parseXPath(text, place, diagnostics);
  }
  std::string dumped() const { return expression ? dump(*expression) : "error"; }
  std::string message() const { return diagnostics.all().at(0).text(Language::russian); }
};

std::string parsed(std::string_view text) {
  return Parsed(text).dumped();
}
Found errors(std::string_view text) {
  return foundIn(Parsed(text).diagnostics);
}

TEST(XPathSyntaxTest, Paths) {
  EXPECT_EQ(parsed("a"), "child::a");
  EXPECT_EQ(parsed(" a / b "), "child::a/child::b");
  EXPECT_EQ(parsed("."), "self::node()");
  EXPECT_EQ(parsed(".."), "parent::node()");
  EXPECT_EQ(parsed("../a"), "parent::node()/child::a");
  EXPECT_EQ(parsed("/"), "/");
  EXPECT_EQ(parsed("/a/b"), "/child::a/child::b");
  EXPECT_EQ(parsed("//a"), "/descendant-or-self::node()/child::a");
  EXPECT_EQ(parsed(".//a"), "self::node()/descendant-or-self::node()/child::a");
  EXPECT_EQ(parsed("@id"), "attribute::id");
  EXPECT_EQ(parsed("*/@*"), "child::*/attribute::*");
  EXPECT_EQ(parsed("preceding-sibling::a"), "preceding-sibling::a");
  EXPECT_EQ(parsed("ancestor-or-self::*"), "ancestor-or-self::*");
  EXPECT_EQ(parsed("text()"), "child::text()");
  EXPECT_EQ(parsed("self::node()"), "self::node()");
  EXPECT_EQ(parsed("comment()|processing-instruction('x')"),
            "(| child::comment() child::processing-instruction())");
  EXPECT_EQ(parsed("t:a"), "child::t:a");
  EXPECT_EQ(parsed("t:*"), "child::t:*");
  EXPECT_EQ(parsed("срок/дата"), "child::срок/child::дата");
}

TEST(XPathSyntaxTest, Predicates) {
  EXPECT_EQ(parsed("a[1][b='x']/c"), "child::a[1][(= child::b 'x')]/child::c");
  EXPECT_EQ(parsed("$v[2]/a"), "$v[2]/child::a");
  EXPECT_EQ(parsed("(a|b)[last()]"), "(| child::a child::b)[(last)]");
}

TEST(XPathSyntaxTest, OperatorsBindAsTheStandardSays) {
  EXPECT_EQ(parsed("1 + 2 * 3"), "(+ 1 (* 2 3))");
  EXPECT_EQ(parsed("1 - 2 - 3"), "(- (- 1 2) 3)");
  EXPECT_EQ(parsed("a or b and c"), "(or child::a (and child::b child::c))");
  EXPECT_EQ(parsed("a = b != c"), "(!= (= child::a child::b) child::c)");
  EXPECT_EQ(parsed("a < 1 = (b >= 2)"), "(= (< child::a 1) (>= child::b 2))");
  EXPECT_EQ(parsed("a <= 1"), "(<= child::a 1)");
  EXPECT_EQ(parsed("a > 1"), "(> child::a 1)");
  EXPECT_EQ(parsed("4 div 2 mod 3"), "(mod (div 4 2) 3)");
  EXPECT_EQ(parsed("(a or b) and f(c or d)[1 or 2]"),
            "(and (or child::a child::b) (f (or child::c child::d))[(or 1 2)])");
  EXPECT_EQ(parsed("a[b or c]"), "child::a[(or child::b child::c)]");
  EXPECT_EQ(parsed("--1"), "(neg (neg 1))");
  EXPECT_EQ(parsed("-a|b"), "(neg (| child::a child::b))");
}

TEST(XPathSyntaxTest, StarsAndWordsAreOperatorsAfterAnOperandOnly) {
  EXPECT_EQ(parsed("* * *"), "(* child::* child::*)");
  EXPECT_EQ(parsed("div div div"), "(div child::div child::div)");
  EXPECT_EQ(parsed("and and or"), "(and child::and child::or)");
  EXPECT_EQ(parsed("a[*]"), "child::a[child::*]");
  EXPECT_EQ(parsed(". * 2"), "(* self::node() 2)");
  EXPECT_EQ(parsed(".. mod 2"), "(mod parent::node() 2)");
  EXPECT_EQ(parsed("a[1] * f(1) * 2"), "(* (* child::a[1] (f 1)) 2)");
}

TEST(XPathSyntaxTest, PrimaryExpressions) {
  EXPECT_EQ(parsed("'it''"), "error");
  EXPECT_EQ(parsed("\"it's\""), "'it's'");
  EXPECT_EQ(parsed(".5"), ".5");
  EXPECT_EQ(parsed("1."), "1.");
  EXPECT_EQ(parsed("12.50"), "12.50");
  EXPECT_EQ(parsed("$row"), "$row");
  EXPECT_EQ(parsed("f()"), "(f)");
  EXPECT_EQ(parsed("office:letterhead()"), "(office:letterhead)");
  EXPECT_EQ(parsed("cell($row, id)"), "(cell $row child::id)");
  EXPECT_EQ(parsed("f(a)/b"), "(f child::a)/child::b");
  EXPECT_EQ(parsed("$v//b"), "$v/descendant-or-self::node()/child::b");
  EXPECT_EQ(parsed("child::text/text()"), "child::text/child::text()");
}

TEST(XPathSyntaxTest, OffsetsPointAtTheTokens) {
  const Parsed p("aa/bb[ cc = $dd ] | f( 'x' )");
  const Expression& path = p.expression->operands[0];
  EXPECT_EQ(p.expression->offset, 18u);
  EXPECT_EQ(path.steps[1].offset, 3u);
  const Expression& comparison = path.steps[1].predicates[0];
  EXPECT_EQ(comparison.offset, 10u);
  EXPECT_EQ(comparison.operands[0].offset, 7u);
  EXPECT_EQ(comparison.operands[1].offset, 12u);
  EXPECT_EQ(p.expression->operands[1].offset, 20u);
  EXPECT_EQ(p.expression->operands[1].operands[0].offset, 23u);
  const Parsed axis("child::name");
  EXPECT_EQ(axis.expression->steps[0].offset, 7u);
  EXPECT_EQ(Parsed("x//y").expression->steps[1].offset, 1u);
  EXPECT_TRUE(Parsed("x//y").expression->steps[1].abbreviated);
  EXPECT_FALSE(Parsed("x/y").expression->steps[1].abbreviated);
}

TEST(XPathSyntaxTest, ErrorsStandAtTheOffendingToken) {
  EXPECT_EQ(errors(""), Found{"X146 1:1"});
  EXPECT_EQ(errors("  "), Found{"X146 1:1"});
  EXPECT_EQ(errors("a["), Found{"X149 1:3"});
  EXPECT_EQ(errors("a[1"), Found{"X150 1:4"});
  EXPECT_EQ(errors("f(1"), Found{"X150 1:4"});
  EXPECT_EQ(errors("a b"), Found{"X142 1:3"});
  EXPECT_EQ(errors("a/"), Found{"X149 1:3"});
  EXPECT_EQ(errors("a = )"), Found{"X140 1:5"});
  EXPECT_EQ(errors("f(1 2)"), Found{"X141 1:5"});
  EXPECT_EQ(errors("a = 'x"), Found{"X143 1:5"});
  EXPECT_EQ(errors("a # b"), Found{"X147 1:3"});
  EXPECT_EQ(errors("№"), Found{});
  EXPECT_EQ(errors("a & b"), Found{"X147 1:3"});
  EXPECT_EQ(errors("$ a"), Found{"X147 1:1"});
  EXPECT_EQ(errors("a ! b"), Found{"X147 1:3"});
  EXPECT_EQ(errors("chidl::a"), Found{"X144 1:1"});
}

TEST(XPathSyntaxTest, MessagesSayWhatIsWanted) {
  EXPECT_EQ(Parsed("f(1 2)").message(), "ошибка в выражении: здесь должно стоять «)», а стоит «2»");
  EXPECT_EQ(Parsed("f(1").message(), "выражение оборвано: не хватает «)»");
  EXPECT_EQ(Parsed("a b").message(), "ошибка в выражении: лишнее «b»");
  EXPECT_EQ(Parsed("a[]").message(),
            "ошибка в выражении: здесь должно стоять имя, число, строка или скобка, а стоит «]»");
  EXPECT_EQ(Parsed("chidl::a").diagnostics.all()[0].hintText(Language::russian),
            "возможно, вы имели в виду «child»");
}

TEST(XPathSyntaxTest, NestingIsBounded) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '(') + '1' + std::string(depth, ')');
  };
  EXPECT_EQ(parsed(nested(50)), "1");
  const Parsed deep(nested(61));
  EXPECT_EQ(foundIn(deep.diagnostics), Found{"X145 1:61"});
  EXPECT_EQ(deep.diagnostics.all()[0].arguments, std::vector<std::string>{"60"});
  EXPECT_EQ(errors(nested(100000)).size(), 1u);
}

/// `first`, then `next` so many times.
std::string chained(const std::string& first, const std::string& next, int count) {
  std::string result = first;
  for (int i = 0; i < count; ++i) result += next;
  return result;
}

TEST(XPathSyntaxTest, ChainsOfOperatorsAreBounded) {
  EXPECT_EQ(errors(chained("1", "+1", 1000)), Found{});
  const Parsed sum(chained("1", "+1", 1001));
  EXPECT_EQ(foundIn(sum.diagnostics), Found{"X145 1:2002"});
  EXPECT_EQ(sum.diagnostics.all()[0].arguments, std::vector<std::string>{"1000"});
  EXPECT_EQ(errors(chained("1", "+1", 200000)), Found{"X145 1:2002"});
  // Every operand of a union is a step as well.
  EXPECT_EQ(errors(chained("a", "|a", 499)), Found{});
  EXPECT_EQ(errors(chained("a", "|a", 200000)), Found{"X145 1:1001"});
  EXPECT_EQ(errors(chained("$a", "|$a", 1000)), Found{});
  EXPECT_EQ(errors(chained("$a", "|$a", 1001)), Found{"X145 1:3003"});
}

TEST(XPathSyntaxTest, StepsPredicatesAndArgumentsAreBounded) {
  EXPECT_EQ(errors(chained("a", "/a", 999)), Found{});
  EXPECT_EQ(errors(chained("a", "/a", 1000)), Found{"X145 1:2001"});
  EXPECT_EQ(errors(chained("a", "[1]", 999)), Found{});
  EXPECT_EQ(errors(chained("a", "[1]", 1000)), Found{"X145 1:3000"});
  EXPECT_EQ(errors(chained("f(1", ",1", 999) + ")"), Found{});
  EXPECT_EQ(errors(chained("f(1", ",1", 1000) + ")"), Found{"X145 1:2003"});
}

}  // namespace
}  // namespace chancery::xml
