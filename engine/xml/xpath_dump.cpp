#include <string>

#include "xml/xpath_syntax.h"

namespace chancery::xml {
namespace {

std::string_view axisName(Step::Axis axis) {
  static constexpr std::string_view kNames[] = {"child",
                                                "descendant",
                                                "parent",
                                                "ancestor",
                                                "following-sibling",
                                                "preceding-sibling",
                                                "following",
                                                "preceding",
                                                "attribute",
                                                "namespace",
                                                "self",
                                                "descendant-or-self",
                                                "ancestor-or-self"};
  return kNames[static_cast<std::size_t>(axis)];
}

std::string_view operatorName(Expression::Kind kind) {
  static constexpr std::string_view kNames[] = {
      "or", "and", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "div", "mod", "neg", "|"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string dumpPredicates(const std::vector<Expression>& predicates) {
  std::string result;
  for (const Expression& predicate : predicates) result += '[' + dump(predicate) + ']';
  return result;
}

std::string dumpStep(const Step& step) {
  std::string result(axisName(step.axis));
  result += "::";
  switch (step.test) {
    case Step::Test::name:
      result += step.name;
      break;
    case Step::Test::any:
      result += '*';
      break;
    case Step::Test::text:
      result += "text()";
      break;
    case Step::Test::node:
      result += "node()";
      break;
    case Step::Test::comment:
      result += "comment()";
      break;
    case Step::Test::instruction:
      result += "processing-instruction()";
      break;
  }
  return result + dumpPredicates(step.predicates);
}

std::string dumpPath(const Expression& path) {
  std::string result = path.operands.empty() ? "" : dump(path.operands[0]);
  result += dumpPredicates(path.predicates);
  if (path.absolute) result += '/';
  for (std::size_t i = 0; i < path.steps.size(); ++i) {
    if (i > 0 || !path.operands.empty()) result += '/';
    result += dumpStep(path.steps[i]);
  }
  return result;
}

}  // namespace

std::string dump(const Expression& expression) {
  switch (expression.kind) {
    case Expression::Kind::path:
      return dumpPath(expression);
    case Expression::Kind::literal:
      return '\'' + expression.text + '\'';
    case Expression::Kind::number:
      return expression.text;
    case Expression::Kind::variable:
      return '$' + expression.text;
    default:
      break;
  }
  std::string result = "(";
  result += expression.kind == Expression::Kind::call ? std::string_view(expression.text)
                                                      : operatorName(expression.kind);
  for (const Expression& operand : expression.operands) result += ' ' + dump(operand);
  return result + ')';
}

}  // namespace chancery::xml
