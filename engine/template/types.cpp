#include "template/types.h"

#include <algorithm>

#include "base/suggest.h"
#include "lang/dates.h"
#include "template/functions.h"
#include "template/messages.h"
#include "template/program.h"
#include "xml/attribute_value.h"
#include "xml/vocabulary.h"

namespace chancery::templates {
namespace {

using Axis = xml::Step::Axis;
using Test = xml::Step::Test;
using Kind = xml::Expression::Kind;

constexpr std::string_view kTemplateKey = "template";

std::vector<std::string> namesIn(const Type& type) {
  std::vector<std::string> names;
  for (const Shape& shape : type.shapes) {
    if (!shape.set) continue;
    for (const Field& field : shape.set->fields) {
      if (std::find(names.begin(), names.end(), field.name) == names.end()) {
        names.push_back(field.name);
      }
    }
  }
  return names;
}

/// Adds the kinds of node that a field stands for.
void addField(const Field& field, Type& type) {
  if (field.repeat) type.many = true;
  if (field.kind == Field::Kind::document) {
    for (const Template* attached : field.templates) {
      type.shapes.insert({&attached->fields(), &field});
    }
    if (field.templates.empty()) type.unknown = true;
  } else {
    type.shapes.insert({field.set, &field});
  }
}

/// All field sets that can stand below the type's nodes, itself included.
std::set<const FieldSet*> reachable(const Type& type) {
  std::set<const FieldSet*> sets;
  std::vector<const FieldSet*> waiting;
  for (const Shape& shape : type.shapes) waiting.push_back(shape.set);
  while (!waiting.empty()) {
    const FieldSet* set = waiting.back();
    waiting.pop_back();
    if (!set || !sets.insert(set).second) continue;
    for (const Field& field : set->fields) {
      waiting.push_back(field.set);
      for (const Template* attached : field.templates) waiting.push_back(&attached->fields());
    }
  }
  return sets;
}

bool selectsOne(const xml::Expression& predicate) {
  return predicate.kind == Kind::number ||
         (predicate.kind == Kind::call && predicate.text == "last");
}

}  // namespace

Place PathChecker::placeOf(const Path& path, std::size_t offset) const {
  return sources_.place(
      xml::positionInValue(sources_, *path.element, *path.attribute, path.offset + offset));
}

Diagnostics::Added PathChecker::error(const Message& message, const Path& path, std::size_t offset,
                                      std::vector<std::string> arguments) {
  if (!reported_.insert({&message, {path.attribute, path.offset + offset}}).second) {
    return Diagnostics::Added(nullptr);
  }
  return diagnostics_.error(message, placeOf(path, offset), std::move(arguments));
}

Diagnostics::Added PathChecker::warning(const Message& message, const Path& path,
                                        std::size_t offset, std::vector<std::string> arguments) {
  if (!reported_.insert({&message, {path.attribute, path.offset + offset}}).second) {
    return Diagnostics::Added(nullptr);
  }
  return diagnostics_.warning(message, placeOf(path, offset), std::move(arguments));
}

Type PathChecker::check(const Path& path, const Type& item, const TypedVariables& variables,
                        bool inLoop) {
  if (!path) return Type::anyNodes();  // its error is reported already
  return expression(path.compiled->syntax(), {path, item, variables, inLoop});
}

Type PathChecker::expression(const xml::Expression& e, const Scope& scope) {
  switch (e.kind) {
    case Kind::path:
      return pathType(e, scope);
    case Kind::variable:
      return variable(e, scope);
    case Kind::call:
      return call(e, scope);
    case Kind::literal:
      return Type::of(Type::Kind::text);
    case Kind::number:
      return Type::of(Type::Kind::number);
    default:
      break;
  }
  std::vector<Type> operands;
  for (const xml::Expression& operand : e.operands) operands.push_back(expression(operand, scope));
  if (e.kind == Kind::unite) {
    Type result = operands[0];
    result.shapes.insert(operands[1].shapes.begin(), operands[1].shapes.end());
    result.unknown = operands[0].unknown || operands[1].unknown;
    result.many = true;
    for (std::size_t i = 0; i < operands.size(); ++i) {
      if (!operands[i].isNodes()) error(messages::kNotNodes, scope.path, e.operands[i].offset);
    }
    return result;
  }
  const bool arithmetic = e.kind >= Kind::add && e.kind <= Kind::negate;
  return Type::of(arithmetic ? Type::Kind::number : Type::Kind::boolean);
}

Type PathChecker::pathType(const xml::Expression& e, const Scope& scope) {
  warnOfSlowSteps(e, scope);
  Type type = scope.item;
  if (e.absolute) {
    error(messages::kAbsolutePath, scope.path, e.offset).hint(messages::kUseLet);
    return Type::anyNodes();
  }
  if (!e.operands.empty()) {
    type = expression(e.operands[0], scope);
    if (!type.isNodes()) {
      error(messages::kNotNodes, scope.path, e.operands[0].offset);
      return Type::anyNodes();
    }
    predicates(e.predicates, type, scope);
  }
  for (const xml::Step& one : e.steps) type = step(one, type, scope);
  return type;
}

Type PathChecker::step(const xml::Step& step, const Type& from, const Scope& scope) {
  Type result;
  if (step.test == Test::name && step.name.find(':') != std::string::npos) {
    error(messages::kPrefixedName, scope.path, step.offset, {step.name});
    return Type::anyNodes();
  }
  switch (step.axis) {
    case Axis::self:
      result = from;
      break;
    case Axis::child:
      result = children(step, from, scope);
      break;
    case Axis::descendant:
    case Axis::descendantOrSelf:
      result = descendants(step, from, scope);
      break;
    case Axis::attribute:
      if (step.test == Test::name && step.name != "key") {
        error(messages::kNoAttributes, scope.path, step.offset, {step.name})
            .hint(messages::kWithoutAt);
      }
      result = Type::anyNodes();
      break;
    default:
      result = Type::anyNodes();
      result.many = from.many || step.axis != Axis::parent;
      break;
  }
  predicates(step.predicates, result, scope);
  return result;
}

Type PathChecker::children(const xml::Step& step, const Type& from, const Scope& scope) {
  Type result;
  result.many = from.many;
  result.unknown = from.unknown;
  if (step.test == Test::text) return from;
  bool open = from.unknown;
  for (const Shape& shape : from.shapes) {
    open = open || shape.isOpen();
    if (!shape.set) continue;
    for (const Field& field : shape.set->fields) {
      if (step.test == Test::name && field.name != step.name) continue;
      addField(field, result);
    }
  }
  if (step.test != Test::name) {
    result.many = true;
    result.unknown = result.unknown || open;
    return result;
  }
  const bool isTemplateKey =
      step.name == kTemplateKey &&
      std::any_of(from.shapes.begin(), from.shapes.end(), [](const Shape& shape) {
        return shape.set && (!shape.field || shape.field->kind == Field::Kind::document);
      });
  if (!result.shapes.empty() || result.unknown) return result;
  if (open || isTemplateKey) {
    result.shapes.insert({nullptr, nullptr});
    return result;
  }
  reportUnknown(step, from, scope);
  return Type::anyNodes();
}

Type PathChecker::descendants(const xml::Step& step, const Type& from, const Scope& scope) {
  Type result;
  result.many = true;
  result.unknown = from.unknown;
  bool open = from.unknown;
  Type below;
  for (const FieldSet* set : reachable(from)) {
    below.shapes.insert({set, nullptr});
    for (const Field& field : set->fields) {
      open = open || field.open;
      if (step.test != Test::name || field.name == step.name) addField(field, result);
    }
  }
  for (const Shape& shape : from.shapes) {
    const bool matches = step.test != Test::name || (shape.field && shape.field->name == step.name);
    if (step.axis == Axis::descendantOrSelf && matches) result.shapes.insert(shape);
  }
  if (!result.shapes.empty()) return result;
  if (!open) reportUnknown(step, below, scope);
  return Type::anyNodes();
}

void PathChecker::reportUnknown(const xml::Step& step, const Type& from, const Scope& scope) {
  const std::vector<std::string> names = namesIn(from);
  if (names.empty() && from.shapes.size() == 1 && from.shapes.begin()->field) {
    error(messages::kInsideValue, scope.path, step.offset,
          {step.name, from.shapes.begin()->field->name});
    return;
  }
  auto added = error(messages::kUnknownField, scope.path, step.offset, {step.name});
  if (const auto near = suggest(step.name, names)) {
    added.hint(hints::kDidYouMean, {*near});
  } else if (!names.empty()) {
    added.hint(messages::kFieldsHere, {joined(names)});
  }
}

void PathChecker::predicates(const std::vector<xml::Expression>& predicates, Type& type,
                             const Scope& scope) {
  for (const xml::Expression& predicate : predicates) {
    const Scope inner{scope.path, type.one(), scope.variables, scope.inLoop || type.many};
    expression(predicate, inner);
    if (selectsOne(predicate)) type.many = false;
  }
}

Type PathChecker::variable(const xml::Expression& e, const Scope& scope) {
  std::vector<std::string> known;
  for (auto v = scope.variables.rbegin(); v != scope.variables.rend(); ++v) {
    if (v->first == e.text) return v->second;
    known.push_back(v->first);
  }
  xml::hintNames(error(messages::kUnknownVariable, scope.path, e.offset, {e.text}), e.text, known);
  return Type::anyNodes();
}

Type PathChecker::call(const xml::Expression& e, const Scope& scope) {
  std::vector<Type> arguments;
  for (const xml::Expression& operand : e.operands) arguments.push_back(expression(operand, scope));
  const FunctionRule* rule = findFunction(e.text);
  if (!rule) {
    xml::hintNames(error(messages::kUnknownFunction, scope.path, e.offset, {e.text}), e.text,
                   functionNames());
    return Type::anyNodes();
  }
  if (arguments.size() < rule->least || arguments.size() > rule->most) {
    std::string wanted = std::to_string(rule->least);
    if (rule->most > rule->least) wanted += rule->most > 9 ? "+" : "–" + std::to_string(rule->most);
    error(messages::kArgumentCount, scope.path, e.offset,
          {e.text, wanted, std::to_string(arguments.size())});
    return Type::of(rule->result);
  }
  for (std::size_t i = 0; i < std::min(rule->nodeArguments, arguments.size()); ++i) {
    if (!arguments[i].isNodes()) error(messages::kNotNodes, scope.path, e.operands[i].offset);
  }
  if (e.text == "format-date" && e.operands[1].kind == Kind::literal) {
    if (const auto bad = lang::findPatternError(e.operands[1].text)) {
      error(messages::kBadPattern, scope.path, e.operands[1].offset + 1 + *bad,
            {e.operands[1].text})
          .hint(messages::kPatterns);
    }
  }
  if (rule->result != Type::Kind::nodes) return Type::of(rule->result);
  Type result;
  result.shapes.insert({nullptr, nullptr});
  result.many = e.text != "cell";
  return result;
}

void PathChecker::warnOfSlowSteps(const xml::Expression& e, const Scope& scope) {
  if (!scope.inLoop) return;
  for (std::size_t i = 0; i < e.steps.size(); ++i) {
    const xml::Step& step = e.steps[i];
    std::string slow;
    if (step.axis == Axis::descendantOrSelf && step.abbreviated) slow = "//";
    if (step.axis == Axis::preceding) slow = "preceding::";
    if (step.axis == Axis::precedingSibling) slow = "preceding-sibling::";
    if (step.axis == Axis::following) slow = "following::";
    if (step.axis == Axis::parent && i + 1 < e.steps.size()) slow = "../";
    if (slow.empty()) continue;
    warning(messages::kSlowPath, scope.path, step.offset, {slow}).hint(messages::kBindBefore);
  }
}

}  // namespace chancery::templates
