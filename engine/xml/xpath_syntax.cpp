#include "xml/xpath_syntax.h"

#include <array>
#include <utility>

#include "base/suggest.h"
#include "xml/messages.h"
#include "xml/vocabulary.h"
#include "xml/xpath_tokens.h"

namespace chancery::xml {
namespace {

using Kind = Expression::Kind;
using Axis = Step::Axis;
using Test = Step::Test;

constexpr int kMaxDepth = 60;
/// Operators, steps, predicates and arguments of one expression. A chain "1+1+…" is a tree as deep
/// as it is long, and whoever walks the tree later does so by recursion.
constexpr int kMaxParts = 1000;

constexpr std::array<std::pair<std::string_view, Axis>, 13> kAxes{{
    {"child", Axis::child},
    {"descendant", Axis::descendant},
    {"parent", Axis::parent},
    {"ancestor", Axis::ancestor},
    {"following-sibling", Axis::followingSibling},
    {"preceding-sibling", Axis::precedingSibling},
    {"following", Axis::following},
    {"preceding", Axis::preceding},
    {"attribute", Axis::attribute},
    {"namespace", Axis::namespaces},
    {"self", Axis::self},
    {"descendant-or-self", Axis::descendantOrSelf},
    {"ancestor-or-self", Axis::ancestorOrSelf},
}};

constexpr std::array<std::pair<std::string_view, Test>, 4> kNodeTypes{{
    {"text", Test::text},
    {"node", Test::node},
    {"comment", Test::comment},
    {"processing-instruction", Test::instruction},
}};

struct OperatorRow {
  std::string_view symbol;
  Kind kind;
};
/// Binary operators from the loosest to the tightest, clause 3.4 and 3.5.
const std::array<std::vector<OperatorRow>, 6> kLevels{{
    {{"or", Kind::orOperator}},
    {{"and", Kind::andOperator}},
    {{"=", Kind::equal}, {"!=", Kind::notEqual}},
    {{"<", Kind::less},
     {"<=", Kind::lessOrEqual},
     {">", Kind::greater},
     {">=", Kind::greaterOrEqual}},
    {{"+", Kind::add}, {"-", Kind::subtract}},
    {{"*", Kind::multiply}, {"div", Kind::divide}, {"mod", Kind::modulo}},
}};

/// Thrown inside this file only, to leave the descent after an error has been reported.
struct SyntaxError {};

class Parser {
 public:
  Parser(std::vector<Token> tokens, const PlaceOfOffset& placeOf, Diagnostics& diagnostics)
      : tokens_(std::move(tokens)), placeOf_(placeOf), diagnostics_(diagnostics) {}

  Expression run() {
    if (current().kind == Token::Kind::end) {
      diagnostics_.error(messages::kEmptyExpression, placeOf_(0));
      throw SyntaxError{};
    }
    Expression result = binary(0);
    if (current().kind != Token::Kind::end) {
      fail(messages::kUnexpectedToken, {}, messages::kUnexpectedToken);
    }
    return result;
  }

 private:
  const Token& current() const { return tokens_[at_]; }
  const Token& following() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }

  /// Reports what is wrong with the current token and leaves the descent.
  [[noreturn]] void fail(const Message& message, std::vector<std::string> arguments,
                         const Message& atEnd) {
    const bool ends = current().kind == Token::Kind::end;
    if (!ends) arguments.push_back(current().text);
    diagnostics_.error(ends ? atEnd : message, placeOf_(current().offset), std::move(arguments));
    throw SyntaxError{};
  }

  bool accept(std::string_view symbol) {
    if (!current().is(symbol)) return false;
    ++at_;
    return true;
  }

  void expect(std::string_view symbol) {
    if (accept(symbol)) return;
    fail(messages::kExpectedToken, {std::string(symbol)}, messages::kTokenMissing);
  }

  Expression binary(std::size_t level) {
    if (level == kLevels.size()) return unary();
    Expression left = binary(level + 1);
    for (;;) {
      const OperatorRow* row = findOperator(level);
      if (!row) return left;
      countPart();
      Expression joined;
      joined.kind = row->kind;
      joined.offset = current().offset;
      ++at_;
      joined.operands.push_back(std::move(left));
      joined.operands.push_back(binary(level + 1));
      left = std::move(joined);
    }
  }

  const OperatorRow* findOperator(std::size_t level) const {
    const Token& token = current();
    if (token.kind != Token::Kind::symbol) return nullptr;
    for (const OperatorRow& row : kLevels[level]) {
      if (token.text == row.symbol && (token.text != "*" || token.isOperator)) return &row;
    }
    return nullptr;
  }

  Expression unary() {
    const Depth depth(*this);
    if (!current().is("-")) return unite();
    Expression result;
    result.kind = Kind::negate;
    result.offset = current().offset;
    ++at_;
    result.operands.push_back(unary());
    return result;
  }

  Expression unite() {
    Expression left = path();
    while (current().is("|")) {
      countPart();
      Expression joined;
      joined.kind = Kind::unite;
      joined.offset = current().offset;
      ++at_;
      joined.operands.push_back(std::move(left));
      joined.operands.push_back(path());
      left = std::move(joined);
    }
    return left;
  }

  Expression path() {
    Expression result;
    result.offset = current().offset;
    if (startsPrimary()) {
      Expression start = primary();
      if (!current().is("[") && !current().is("/") && !current().is("//")) return start;
      result.operands.push_back(std::move(start));
      result.predicates = predicates();
      if (current().is("/") || current().is("//")) relative(result);
      return result;
    }
    if (current().is("/")) {
      result.absolute = true;
      ++at_;
      if (startsStep()) result.steps.push_back(step());
    } else if (current().is("//")) {
      result.absolute = true;
    } else {
      result.steps.push_back(step());
    }
    relative(result);
    return result;
  }

  /// The rest of a path: ("/" | "//") Step …
  void relative(Expression& result) {
    for (;;) {
      const std::uint32_t offset = current().offset;
      if (accept("//")) {
        Step all;
        all.axis = Axis::descendantOrSelf;
        all.test = Test::node;
        all.offset = offset;
        all.abbreviated = true;
        result.steps.push_back(std::move(all));
      } else if (!accept("/")) {
        return;
      }
      result.steps.push_back(step());
    }
  }

  bool startsStep() const {
    const Token& token = current();
    return token.kind == Token::Kind::name || token.is(".") || token.is("..") || token.is("@") ||
           token.is("*");
  }

  bool startsPrimary() const {
    const Token& token = current();
    if (token.kind == Token::Kind::literal || token.kind == Token::Kind::number ||
        token.kind == Token::Kind::variable || token.is("(")) {
      return true;
    }
    return token.kind == Token::Kind::name && following().is("(") && !findNodeType(token.text);
  }

  static std::optional<Test> findNodeType(std::string_view name) {
    for (const auto& [word, test] : kNodeTypes) {
      if (word == name) return test;
    }
    return std::nullopt;
  }

  Expression primary() {
    Expression result;
    result.offset = current().offset;
    if (accept("(")) {
      result = binary(0);
      expect(")");
      return result;
    }
    result.text = current().text;
    const Token::Kind kind = current().kind;
    ++at_;
    if (kind == Token::Kind::literal) result.kind = Kind::literal;
    if (kind == Token::Kind::number) result.kind = Kind::number;
    if (kind == Token::Kind::variable) result.kind = Kind::variable;
    if (kind != Token::Kind::name) return result;
    result.kind = Kind::call;
    expect("(");
    if (accept(")")) return result;
    do {
      countPart();
      result.operands.push_back(binary(0));
    } while (accept(","));
    expect(")");
    return result;
  }

  Step step() {
    const Depth depth(*this);
    countPart();
    Step result;
    result.offset = current().offset;
    if (accept(".") || accept("..")) {
      result.axis = tokens_[at_ - 1].is(".") ? Axis::self : Axis::parent;
      result.test = Test::node;
      result.abbreviated = true;
      return result;
    }
    if (accept("@")) {
      result.axis = Axis::attribute;
    } else if (current().kind == Token::Kind::name && following().is("::")) {
      result.axis = axis();
    }
    result.offset = current().offset;
    nodeTest(result);
    result.predicates = predicates();
    return result;
  }

  Axis axis() {
    const Token name = current();
    at_ += 2;
    std::vector<std::string> known;
    for (const auto& [word, value] : kAxes) {
      if (word == name.text) return value;
      known.emplace_back(word);
    }
    hintNames(diagnostics_.error(messages::kUnknownAxis, placeOf_(name.offset), {name.text}),
              name.text, known);
    throw SyntaxError{};
  }

  void nodeTest(Step& result) {
    if (accept("*")) {
      result.test = Test::any;
      return;
    }
    if (current().kind != Token::Kind::name) {
      fail(messages::kExpectedOperand, {}, messages::kExpressionEnds);
    }
    const std::string name = current().text;
    ++at_;
    const auto type = findNodeType(name);
    if (!type || !current().is("(")) {
      result.name = name;
      return;
    }
    result.test = *type;
    expect("(");
    if (result.test == Test::instruction && current().kind == Token::Kind::literal) ++at_;
    expect(")");
  }

  std::vector<Expression> predicates() {
    std::vector<Expression> result;
    while (accept("[")) {
      countPart();
      result.push_back(binary(0));
      expect("]");
    }
    return result;
  }

  [[noreturn]] void tooDeep(int limit) {
    diagnostics_.error(messages::kExpressionTooDeep, placeOf_(current().offset),
                       {std::to_string(limit)});
    throw SyntaxError{};
  }

  void countPart() {
    if (++parts_ > kMaxParts) tooDeep(kMaxParts);
  }

  /// Bounds the descent, so that no expression can exhaust the stack.
  struct Depth {
    explicit Depth(Parser& owner) : parser(owner) {
      if (parser.depth_ == kMaxDepth) parser.tooDeep(kMaxDepth);
      ++parser.depth_;
    }
    ~Depth() { --parser.depth_; }
    Parser& parser;
  };

  std::vector<Token> tokens_;
  const PlaceOfOffset& placeOf_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  int depth_ = 0;
  int parts_ = 0;
};

}  // namespace

std::optional<Expression> parseXPath(std::string_view text, const PlaceOfOffset& placeOf,
                                     Diagnostics& diagnostics) {
  auto tokens = tokenize(text, placeOf, diagnostics);
  if (!tokens) return std::nullopt;
  try {
    return Parser(std::move(*tokens), placeOf, diagnostics).run();
  } catch (const SyntaxError&) {
    return std::nullopt;
  }
}

}  // namespace chancery::xml
