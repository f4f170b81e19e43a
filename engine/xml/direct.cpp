#include "xml/direct.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.h"
#include "xml/text_cost.h"

namespace chancery::xml::direct {
namespace {

using Kind = Expression::Kind;

bool isSelf(const Step& step) {
  return step.axis == Step::Axis::self && step.test == Step::Test::node && step.predicates.empty();
}

bool isChild(const Step& step) {
  return step.axis == Step::Axis::child && step.test == Step::Test::name &&
         step.predicates.empty() && step.name.find(':') == std::string::npos;
}

bool isPlainPath(const Expression& path) {
  if (path.absolute || !path.predicates.empty()) return false;
  if (!path.operands.empty() && path.operands[0].kind != Kind::variable) return false;
  return std::all_of(path.steps.begin(), path.steps.end(),
                     [](const Step& step) { return isSelf(step) || isChild(step); });
}

enum class Core {
  none,
  library,
  logicalNot,
  count,
  text,
  concat,
  substring,
  position,
  last,
  yes,
  no
};

/// XPath's own functions: those done here, and those left to libxml2.
Core coreOf(std::string_view name, std::size_t arguments) {
  struct Row {
    std::string_view name;
    std::size_t arguments;
    Core core;
  };
  static constexpr std::array<Row, 9> kHere{{{"not", 1, Core::logicalNot},
                                             {"count", 1, Core::count},
                                             {"string", 1, Core::text},
                                             {"substring", 2, Core::substring},
                                             {"substring", 3, Core::substring},
                                             {"position", 0, Core::position},
                                             {"last", 0, Core::last},
                                             {"true", 0, Core::yes},
                                             {"false", 0, Core::no}}};
  for (const Row& row : kHere) {
    if (row.name == name && row.arguments == arguments) return row.core;
  }
  if (name == "concat" && arguments > 1) return Core::concat;
  return isCoreFunction(name) ? Core::library : Core::none;
}

bool isTest(const Expression& expression) {
  switch (expression.kind) {
    case Kind::equal:
    case Kind::notEqual:
    case Kind::andOperator:
    case Kind::orOperator:
      return isEveryday(expression);
    default:
      return false;
  }
}

/// Numbers that take no text to find: `3`, `3 * (total = 'true')`.
bool isPlainNumber(const Expression& expression) {
  if (expression.kind == Kind::number) return true;
  return expression.kind == Kind::multiply &&
         std::all_of(
             expression.operands.begin(), expression.operands.end(),
             [](const Expression& operand) { return isTest(operand) || isPlainNumber(operand); });
}

bool isEverydayCall(const Expression& call) {
  const Core core = coreOf(call.text, call.operands.size());
  if (core == Core::library) return false;
  if (core != Core::substring) {
    return std::all_of(call.operands.begin(), call.operands.end(), isEveryday);
  }
  return isEveryday(call.operands[0]) &&
         std::all_of(call.operands.begin() + 1, call.operands.end(), isPlainNumber);
}

void collect(DomNode node, const std::vector<Step>& steps, std::size_t from, Scope& scope,
             NodeSet& result) {
  while (from < steps.size() && isSelf(steps[from])) ++from;
  if (from == steps.size()) {
    result.push_back(node);
    return;
  }
  for (DomNode child = node.firstElement(); child; child = child.nextElement()) {
    ++scope.visited;
    if (child.name() == steps[from].name) collect(child, steps, from + 1, scope, result);
  }
}

std::optional<Value> path(const Expression& expression, Scope& scope) {
  NodeSet result;
  if (expression.operands.empty()) {
    collect(scope.focus.node, expression.steps, 0, scope, result);
    return Value(std::move(result));
  }
  const Value* start = scope.environment.findVariable(expression.operands[0].text);
  // Children of several nodes come in document order only if none of these holds another; libxml2
  // sorts them.
  if (!start || !start->nodes() || start->nodes()->size() > 1) return std::nullopt;
  for (const DomNode node : *start->nodes()) collect(node, expression.steps, 0, scope, result);
  return Value(std::move(result));
}

bool compareTexts(const NodeSet& nodes, const std::string& text, bool wanted, Scope& scope) {
  return std::any_of(nodes.begin(), nodes.end(), [&](DomNode node) {
    scope.visited += costOfText(node);
    return (node.text() == text) == wanted;
  });
}

/// Clause 3.4 for a node-set against a string, the one comparison that templates are full of.
std::optional<Value> equality(const Expression& expression, Scope& scope) {
  auto left = evaluate(expression.operands[0], scope);
  if (!left) return std::nullopt;
  const NodeSet* nodes = left->nodes();
  if (!nodes) return std::nullopt;
  return Value(
      compareTexts(*nodes, expression.operands[1].text, expression.kind == Kind::equal, scope));
}

/// Clause 4.2: the characters from the rounded `start` on, `length` of them, rounded too.
std::string substring(const std::string& text, double start, std::optional<double> length) {
  const auto rounded = [](double number) { return std::floor(number + 0.5); };
  const double first = rounded(start);
  const double end = length ? first + rounded(*length) : HUGE_VAL;
  double position = 1;
  std::string result;
  for (std::size_t at = 0; at < text.size() && position < end; ++position) {
    const std::size_t from = at;
    utf8::next(text, at);
    if (position >= first) result.append(text, from, at - from);
  }
  return result;
}

std::optional<Value> call(const Expression& expression, Scope& scope) {
  const bool ours = scope.environment.hasFunction(expression.text);
  const Core core = ours ? Core::none : coreOf(expression.text, expression.operands.size());
  if (!ours && (core == Core::none || core == Core::library)) return std::nullopt;
  std::vector<Value> arguments;
  for (const Expression& operand : expression.operands) {
    auto value = evaluate(operand, scope);
    if (!value) return std::nullopt;
    arguments.push_back(std::move(*value));
  }
  switch (core) {
    case Core::logicalNot:
      return Value(!arguments[0].toBoolean());
    case Core::count:
      if (!arguments[0].nodes()) return std::nullopt;
      return Value(static_cast<double>(arguments[0].nodes()->size()));
    case Core::text:
      scope.visited += costOfText(arguments[0]);
      return Value(arguments[0].toText());
    case Core::concat: {
      std::string text;
      for (const Value& argument : arguments) {
        scope.visited += costOfText(argument);
        text += argument.toText();
      }
      return Value(std::move(text));
    }
    case Core::substring:
      scope.visited += costOfText(arguments[0]);
      return Value(
          substring(arguments[0].toText(), arguments[1].toNumber(),
                    arguments.size() > 2 ? std::optional(arguments[2].toNumber()) : std::nullopt));
    case Core::position:
      return Value(static_cast<double>(scope.focus.position));
    case Core::last:
      return Value(static_cast<double>(scope.focus.size));
    case Core::yes:
      return Value(true);
    case Core::no:
      return Value(false);
    default:
      break;
  }
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (!scope.environment.readsText(expression.text, i)) continue;
    scope.visited += costOfText(arguments[i]);
  }
  auto result = scope.environment.call(expression.text, arguments);
  scope.environmentFailed = !result;
  return result;
}

}  // namespace

bool isCoreFunction(std::string_view name) {
  static constexpr std::array<std::string_view, 27> kCore{"last",
                                                          "position",
                                                          "count",
                                                          "id",
                                                          "local-name",
                                                          "namespace-uri",
                                                          "name",
                                                          "string",
                                                          "concat",
                                                          "starts-with",
                                                          "contains",
                                                          "substring-before",
                                                          "substring-after",
                                                          "substring",
                                                          "string-length",
                                                          "normalize-space",
                                                          "translate",
                                                          "boolean",
                                                          "not",
                                                          "true",
                                                          "false",
                                                          "lang",
                                                          "number",
                                                          "sum",
                                                          "floor",
                                                          "ceiling",
                                                          "round"};
  return std::find(kCore.begin(), kCore.end(), name) != kCore.end();
}

bool isEveryday(const Expression& expression) {
  switch (expression.kind) {
    case Kind::path:
      return isPlainPath(expression);
    case Kind::literal:
    case Kind::number:
    case Kind::variable:
      return true;
    case Kind::call:
      return isEverydayCall(expression);
    case Kind::multiply:
      return isPlainNumber(expression);
    case Kind::equal:
    case Kind::notEqual:
      return expression.operands[0].kind == Kind::path && isPlainPath(expression.operands[0]) &&
             expression.operands[1].kind == Kind::literal;
    case Kind::andOperator:
    case Kind::orOperator:
      return isEveryday(expression.operands[0]) && isEveryday(expression.operands[1]);
    default:
      return false;
  }
}

bool beginsEveryday(const Expression& expression) {
  const bool hasTwo = expression.kind == Kind::andOperator || expression.kind == Kind::orOperator;
  // A function would be called once more, and report once more, when libxml2 takes over.
  return isEveryday(expression) || (hasTwo && expression.operands[0].kind == Kind::path &&
                                    isEveryday(expression.operands[0]));
}

std::optional<Value> evaluate(const Expression& expression, Scope& scope) {
  switch (expression.kind) {
    case Kind::path:
      return path(expression, scope);
    case Kind::literal:
      return Value(expression.text);
    case Kind::number:
      return Value(Value(expression.text).toNumber());
    case Kind::variable: {
      const Value* value = scope.environment.findVariable(expression.text);
      if (!value) return std::nullopt;
      if (value->nodes()) scope.visited += value->nodes()->size() / kCopiedAtOnce;
      return *value;
    }
    case Kind::call:
      return call(expression, scope);
    case Kind::equal:
    case Kind::notEqual:
      return equality(expression, scope);
    case Kind::multiply: {
      const auto left = evaluate(expression.operands[0], scope);
      const auto right = left ? evaluate(expression.operands[1], scope) : std::nullopt;
      if (!right) return std::nullopt;
      return Value(left->toNumber() * right->toNumber());
    }
    case Kind::andOperator:
    case Kind::orOperator: {
      const auto left = evaluate(expression.operands[0], scope);
      if (!left) return std::nullopt;
      const bool stopsAt = expression.kind == Kind::orOperator;
      if (left->toBoolean() == stopsAt) return Value(stopsAt);
      if (!isEveryday(expression.operands[1])) return std::nullopt;
      const auto right = evaluate(expression.operands[1], scope);
      return right ? std::optional<Value>(right->toBoolean()) : std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

}  // namespace chancery::xml::direct
