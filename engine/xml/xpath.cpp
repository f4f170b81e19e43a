#include "xml/xpath.h"

#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include <algorithm>
#include <array>
#include <exception>
#include <mutex>
#include <new>
#include <utility>

#include "xml/direct.h"
#include "xml/messages.h"
#include "xml/text_cost.h"
#include "xml/tree.h"

namespace chancery::xml {
namespace {

constexpr std::string_view kOfficePrefix = "office:";

const xmlChar* chars(const std::string& text) {
  return reinterpret_cast<const xmlChar*>(text.c_str());
}
std::string copied(const xmlChar* text) {
  return text ? std::string(reinterpret_cast<const char*>(text)) : std::string();
}

struct FreeCompiled {
  void operator()(xmlXPathCompExpr* expression) const { xmlXPathFreeCompExpr(expression); }
};
struct FreeContext {
  void operator()(xmlXPathContext* context) const { xmlXPathFreeContext(context); }
};
struct FreeObject {
  void operator()(xmlXPathObject* object) const { xmlXPathFreeObject(object); }
};
using CompiledPointer = std::unique_ptr<xmlXPathCompExpr, FreeCompiled>;
using ContextPointer = std::unique_ptr<xmlXPathContext, FreeContext>;
using ObjectPointer = std::unique_ptr<xmlXPathObject, FreeObject>;

/// libxml2 gives XPath errors a number only.
std::string nameOfError(int code) {
  switch (code - static_cast<int>(XML_XPATH_EXPRESSION_OK)) {
    case XPATH_UNDEF_VARIABLE_ERROR:
      return "unknown variable";
    case XPATH_UNKNOWN_FUNC_ERROR:
      return "unknown function";
    case XPATH_INVALID_OPERAND:
    case XPATH_INVALID_TYPE:
      return "wrong type of operand";
    case XPATH_INVALID_ARITY:
      return "wrong number of arguments";
    default:
      return "XPath error " + std::to_string(code);
  }
}

void keepError(void* user, xmlError* error) {
  auto& text = *static_cast<std::string*>(user);
  if (text.empty()) text = nameOfError(error->code);
}

Value valueOf(const xmlXPathObject& object) {
  switch (object.type) {
    case XPATH_BOOLEAN:
      return Value(object.boolval != 0);
    case XPATH_NUMBER:
      return Value(object.floatval);
    case XPATH_STRING:
      return Value(copied(object.stringval));
    default:
      break;
  }
  NodeSet nodes;
  if (xmlNodeSet* set = object.nodesetval) {
    if (set->nodeNr > 1) xmlXPathNodeSetSort(set);
    nodes.reserve(static_cast<std::size_t>(set->nodeNr));
    for (int i = 0; i < set->nodeNr; ++i) nodes.emplace_back(set->nodeTab[i]);
  }
  return Value(std::move(nodes));
}

xmlXPathObject* objectOf(const Value& value) {
  if (const NodeSet* nodes = value.nodes()) {
    xmlNodeSet* set = xmlXPathNodeSetCreate(nullptr);
    for (const DomNode node : *nodes) xmlXPathNodeSetAddUnique(set, node.get());
    return xmlXPathWrapNodeSet(set);
  }
  if (value.isNumber()) return xmlXPathNewFloat(value.toNumber());
  if (value.isBoolean()) return xmlXPathNewBoolean(value.toBoolean() ? 1 : 0);
  return xmlXPathNewString(chars(value.toText()));
}

/// XPath's own functions that read text; libxml2 counts none of that.
struct TextFunction {
  std::string_view name;
  xmlXPathFunction function;
  bool comparesEach = false;  // each character of the first text with those of the second
};
constexpr std::array<TextFunction, 12> kTextFunctions{{
    {"string", xmlXPathStringFunction},
    {"concat", xmlXPathConcatFunction},
    {"starts-with", xmlXPathStartsWithFunction},
    {"contains", xmlXPathContainsFunction, true},
    {"substring-before", xmlXPathSubstringBeforeFunction, true},
    {"substring-after", xmlXPathSubstringAfterFunction, true},
    {"substring", xmlXPathSubstringFunction},
    {"string-length", xmlXPathStringLengthFunction},
    {"normalize-space", xmlXPathNormalizeFunction},
    {"translate", xmlXPathTranslateFunction, true},
    {"number", xmlXPathNumberFunction},
    {"sum", xmlXPathSumFunction},
}};

const TextFunction* findTextFunction(std::string_view name) {
  const auto* found = std::find_if(kTextFunctions.begin(), kTextFunctions.end(),
                                   [&](const TextFunction& row) { return row.name == name; });
  return found == kTextFunctions.end() ? nullptr : found;
}

/// Of the text below the first `count` nodes.
std::size_t costOfNodes(const xmlNodeSet* nodes, int count) {
  std::size_t cost = 0;
  for (int i = 0; nodes && i < std::min(nodes->nodeNr, count); ++i) {
    cost += costOfText(DomNode(nodes->nodeTab[i]));
  }
  return cost;
}

std::size_t costOf(const xmlXPathObject& object, bool all) {
  if (object.type == XPATH_STRING) {
    return costOfText(static_cast<std::size_t>(xmlStrlen(object.stringval)));
  }
  const bool nodes = object.type == XPATH_NODESET || object.type == XPATH_XSLT_TREE;
  return nodes ? costOfNodes(object.nodesetval, all ? object.nodesetval->nodeNr : 1) : 0;
}

/// Whether the operations suffice; ends the evaluation otherwise.
bool charge(xmlXPathParserContext* parser, std::size_t operations) {
  xmlXPathContext& context = *parser->context;
  if (operations <= context.opLimit - std::min(context.opLimit, context.opCount)) {
    context.opCount += operations;
    return true;
  }
  context.opCount = context.opLimit;
  xmlXPathErr(parser, XPATH_OP_LIMIT_EXCEEDED);
  return false;
}

/// Carries out one of kTextFunctions after counting what it is going to read.
void callTextFunction(xmlXPathParserContext* parser, int count) {
  const TextFunction* row = findTextFunction(copied(parser->context->function));
  std::size_t cost = count == 0 ? costOfText(DomNode(parser->context->node)) : 0;
  std::size_t product = 1;
  for (int i = 0; i < std::min(count, parser->valueNr); ++i) {
    const xmlXPathObject* argument = parser->valueTab[parser->valueNr - count + i];
    if (!argument) continue;
    const std::size_t one = costOf(*argument, row->name == "sum");
    cost += one;
    if (i < 2) product *= one;
  }
  if (row->comparesEach && count > 1) cost += product;
  if (charge(parser, cost)) row->function(parser, count);
}

/// Variables that an operator of the expression compares or counts with.
void collectCompared(const Expression& expression, std::vector<std::string>& names) {
  const bool reads =
      expression.kind >= Expression::Kind::equal && expression.kind <= Expression::Kind::negate;
  for (const Expression& operand : expression.operands) {
    if (reads && operand.kind == Expression::Kind::variable) names.push_back(operand.text);
    collectCompared(operand, names);
  }
  for (const Expression& predicate : expression.predicates) collectCompared(predicate, names);
  for (const Step& step : expression.steps) {
    for (const Expression& predicate : step.predicates) collectCompared(predicate, names);
  }
}

}  // namespace

// --- XPath ---------------------------------------------------------------------------------------

/// libxml2 writes into a compiled expression while it evaluates (it remembers functions it found),
/// so each evaluation borrows one of its own: the idle ones wait here.
struct XPath::Compiled {
  std::string text;
  Expression syntax;
  bool everyday = false;
  std::vector<std::string> compared;  // variables whose text operators read
  std::mutex mutex;
  std::vector<CompiledPointer> idle;  // guarded by mutex

  CompiledPointer borrow() {
    {
      const std::lock_guard lock(mutex);
      if (!idle.empty()) {
        CompiledPointer result = std::move(idle.back());
        idle.pop_back();
        return result;
      }
    }
    std::string problem;
    return compileText(problem);
  }
  void giveBack(CompiledPointer expression) {
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(expression));
  }
  CompiledPointer compileText(std::string& problem) const {
    const ContextPointer context(xmlXPathNewContext(nullptr));
    if (!context) throw std::bad_alloc();
    context->error = keepError;
    context->userData = &problem;
    return CompiledPointer(xmlXPathCtxtCompile(context.get(), chars(text)));
  }
};

XPath::XPath(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
XPath::~XPath() = default;
XPath::XPath(XPath&&) noexcept = default;
XPath& XPath::operator=(XPath&&) noexcept = default;
const std::string& XPath::text() const {
  return compiled_->text;
}
const Expression& XPath::syntax() const {
  return compiled_->syntax;
}

std::optional<XPath> XPath::compile(std::string text, const PlaceOfOffset& placeOf,
                                    Diagnostics& diagnostics) {
  auto syntax = parseXPath(text, placeOf, diagnostics);
  if (!syntax) return std::nullopt;
  auto compiled = std::make_unique<Compiled>();
  compiled->text = std::move(text);
  compiled->syntax = std::move(*syntax);
  collectCompared(compiled->syntax, compiled->compared);
  compiled->everyday = direct::beginsEveryday(compiled->syntax);
  if (!direct::isEveryday(compiled->syntax)) {
    std::string problem;
    CompiledPointer first = compiled->compileText(problem);
    if (!first) {
      diagnostics.error(messages::kNotCompiled, placeOf(0), {problem});
      return std::nullopt;
    }
    compiled->giveBack(std::move(first));
  }
  return XPath(std::move(compiled));
}

// --- Evaluator -----------------------------------------------------------------------------------

struct Evaluator::State {
  const Dom& dom;
  Environment& environment;
  std::size_t left;  // operations
  bool libraryOnly = false;
  ContextPointer context;
  Failure failure = Failure::none;
  std::string failureText;
  std::exception_ptr thrown;  // by the environment, carried over libxml2's C frames
  const std::vector<std::string>* compared = nullptr;  // of the expression that runs

  static State& of(void* user) { return *static_cast<State*>(user); }

  bool spend(std::size_t operations) {
    if (operations > left) {
      left = 0;
      failure = Failure::operations;
      return false;
    }
    left -= operations;
    return true;
  }
  void open();
  std::optional<Value> evaluate(const XPath& expression, const Focus& focus);
  DomNode firstRead(const Expression& expression, const Focus& focus);

  static void callFunction(xmlXPathParserContext* parser, int count);
  static void refuseFunction(xmlXPathParserContext* parser, int count);
  static xmlXPathFunction findFunction(void* user, const xmlChar* name, const xmlChar* uri);
  static xmlXPathObject* findVariable(void* user, const xmlChar* name, const xmlChar* uri);
  static std::string prefixed(const xmlChar* name, const xmlChar* uri) {
    return (uri ? std::string(kOfficePrefix) : std::string()) + copied(name);
  }
};

void Evaluator::State::callFunction(xmlXPathParserContext* parser, int count) {
  State& state = of(parser->context->funcLookupData);
  std::vector<Value> arguments(static_cast<std::size_t>(count));
  for (std::size_t i = arguments.size(); i > 0; --i) {
    const ObjectPointer object(valuePop(parser));
    if (object) arguments[i - 1] = valueOf(*object);
  }
  const std::string name = prefixed(parser->context->function, parser->context->functionURI);
  std::size_t cost = 0;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (state.environment.readsText(name, i)) cost += costOfText(arguments[i]);
  }
  if (!charge(parser, cost)) return;
  std::optional<Value> result;
  try {
    result = state.environment.call(name, arguments);
  } catch (...) {
    state.thrown = std::current_exception();
  }
  if (!result) {
    state.failure = Failure::environment;
    xmlXPathErr(parser, XPATH_EXPR_ERROR);
    return;
  }
  valuePush(parser, objectOf(*result));
}

xmlXPathFunction Evaluator::State::findFunction(void* user, const xmlChar* name,
                                                const xmlChar* uri) {
  const std::string wanted = prefixed(name, uri);
  if (of(user).environment.hasFunction(wanted)) return callFunction;
  if (findTextFunction(wanted)) return callTextFunction;
  // libxml2 would print a function that it does not find on standard error.
  return direct::isCoreFunction(wanted) ? nullptr : refuseFunction;
}

void Evaluator::State::refuseFunction(xmlXPathParserContext* parser, int) {
  xmlXPathErr(parser, XPATH_UNKNOWN_FUNC_ERROR);
}

xmlXPathObject* Evaluator::State::findVariable(void* user, const xmlChar* name, const xmlChar*) {
  State& state = of(user);
  const std::string wanted = copied(name);
  const Value* value = state.environment.findVariable(wanted);
  if (!value) return nullptr;
  xmlXPathObject* object = objectOf(*value);
  // An excess is found by libxml2 at its next operation.
  std::size_t cost = value->nodes() ? value->nodes()->size() / direct::kCopiedAtOnce : 0;
  const auto& compared = *state.compared;
  if (std::find(compared.begin(), compared.end(), wanted) != compared.end()) {
    cost += costOf(*object, true);
  }
  xmlXPathContext& context = *state.context;
  context.opCount += std::min(cost, context.opLimit - std::min(context.opLimit, context.opCount));
  return object;
}

void Evaluator::State::open() {
  // Numbers the elements, so that sorting node-sets compares numbers and does not walk the tree.
  xmlXPathOrderDocElems(dom.get());
  context.reset(xmlXPathNewContext(dom.get()));
  if (!context) throw std::bad_alloc();
  xmlXPathRegisterFuncLookup(context.get(), findFunction, this);
  xmlXPathRegisterVariableLookup(context.get(), findVariable, this);
  const std::string uri(uriOf(Namespace::office));
  xmlXPathRegisterNs(context.get(), reinterpret_cast<const xmlChar*>("office"), chars(uri));
  context->error = keepError;
  context->userData = &failureText;
}

std::optional<Value> Evaluator::State::evaluate(const XPath& expression, const Focus& focus) {
  failure = Failure::none;
  XPath::Compiled& compiled = *expression.compiled_;
  if (compiled.everyday && !libraryOnly) {
    direct::Scope scope{environment, focus};
    auto result = direct::evaluate(compiled.syntax, scope);
    if (scope.environmentFailed) {
      failure = Failure::environment;
      return std::nullopt;
    }
    if (!spend(scope.visited + 1)) return std::nullopt;
    if (result) return result;
  }
  if (!context) open();
  if (left == 0) {  // to libxml2 a limit of 0 is no limit
    failure = Failure::operations;
    return std::nullopt;
  }
  context->node = focus.node.get();
  context->proximityPosition = static_cast<int>(focus.position);
  context->contextSize = static_cast<int>(focus.size);
  context->opLimit = left;
  context->opCount = 0;
  compared = &compiled.compared;
  failureText.clear();
  xmlResetError(&context->lastError);
  CompiledPointer own = compiled.borrow();
  const ObjectPointer object(own ? xmlXPathCompiledEval(own.get(), context.get()) : nullptr);
  if (own) compiled.giveBack(std::move(own));
  left -= std::min<std::size_t>(left, context->opCount);
  if (thrown) std::rethrow_exception(std::exchange(thrown, nullptr));
  if (object) return valueOf(*object);
  if (failure == Failure::none) {
    const bool limit = context->lastError.code == static_cast<int>(XML_XPATH_EXPRESSION_OK) +
                                                      static_cast<int>(XPATH_OP_LIMIT_EXCEEDED);
    failure = limit ? Failure::operations : Failure::expression;
  }
  return std::nullopt;
}

DomNode Evaluator::State::firstRead(const Expression& expression, const Focus& focus) {
  using Kind = Expression::Kind;
  const bool isPath = expression.kind == Kind::path;
  // Of functions only those of the environment may give nodes.
  const bool isOurs = expression.kind == Kind::call && environment.hasFunction(expression.text);
  if (isPath || expression.kind == Kind::variable || isOurs) {
    if (isPath && !direct::isEveryday(expression)) return focus.node;
    direct::Scope scope{environment, focus};
    const auto value = direct::evaluate(expression, scope);
    spend(scope.visited);
    if (value && value->nodes() && !value->nodes()->empty()) return value->nodes()->front();
  }
  for (const Expression& operand : expression.operands) {
    if (const DomNode node = firstRead(operand, focus)) return node;
  }
  return {};
}

Evaluator::Evaluator(const Dom& dom, Environment& environment, std::size_t operations)
    : state_(new State{
          dom, environment, operations, false, nullptr, Failure::none, {}, nullptr, nullptr}) {}
Evaluator::~Evaluator() = default;

std::optional<Value> Evaluator::evaluate(const XPath& expression, const Focus& focus) {
  return state_->evaluate(expression, focus);
}

std::optional<bool> Evaluator::test(const XPath& expression, const Focus& focus) {
  const auto value = state_->evaluate(expression, focus);
  return value ? std::optional<bool>(value->toBoolean()) : std::nullopt;
}

DomNode Evaluator::firstRead(const XPath& expression, const Focus& focus) {
  return state_->firstRead(expression.compiled_->syntax, focus);
}

void Evaluator::useLibraryOnly() {
  state_->libraryOnly = true;
}
Evaluator::Failure Evaluator::failure() const {
  return state_->failure;
}
const std::string& Evaluator::failureText() const {
  return state_->failureText;
}

std::size_t operationLimit(std::size_t nodes) {
  return 10'000'000 + 1'000 * nodes;
}

}  // namespace chancery::xml
