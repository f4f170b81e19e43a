#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "xml/dom.h"
#include "xml/xpath_syntax.h"

namespace chancery::xml {

using NodeSet = std::vector<DomNode>;

/// A value of XPath 1.0. Source: XML Path Language 1.0, clauses 1 and 4 (conversions).
class Value {
 public:
  Value() = default;
  Value(NodeSet nodes) : value_(std::move(nodes)) {}
  Value(std::string text) : value_(std::move(text)) {}
  Value(const char* text) : value_(std::string(text)) {}
  Value(double number) : value_(number) {}
  Value(bool boolean) : value_(boolean) {}

  const NodeSet* nodes() const { return std::get_if<NodeSet>(&value_); }
  const std::string* text() const { return std::get_if<std::string>(&value_); }
  bool isNumber() const { return std::holds_alternative<double>(value_); }
  bool isBoolean() const { return std::holds_alternative<bool>(value_); }
  std::string toText() const;
  double toNumber() const;
  bool toBoolean() const;

 private:
  std::variant<NodeSet, std::string, double, bool> value_;
};

/// What expressions can name besides the data: variables and functions of ours.
class Environment {
 public:
  virtual ~Environment() = default;
  /// Null when there is no such variable.
  virtual const Value* findVariable(std::string_view name) const = 0;
  /// Whether `call` carries out this function; asked before XPath's own functions, so that ours may
  /// replace them. `name` has its prefix: "office:letterhead".
  virtual bool hasFunction(std::string_view name) const = 0;
  /// Whether a function reads an argument as text: what that costs is counted as operations.
  virtual bool readsText(std::string_view, std::size_t /*argument*/) const { return true; }
  /// Nothing when the function cannot answer, which ends the evaluation: the environment has
  /// reported why.
  virtual std::optional<Value> call(std::string_view name, const std::vector<Value>& arguments) = 0;
};

/// An expression compiled once and evaluated often.
///
/// Threads: immutable to its users; may be evaluated by several threads at once.
class XPath {
 public:
  /// Parses `text`. Errors are placed by `placeOf`, which tells where an offset of `text` stands.
  static std::optional<XPath> compile(std::string text, const PlaceOfOffset& placeOf,
                                      Diagnostics& diagnostics);
  ~XPath();
  XPath(XPath&&) noexcept;
  XPath& operator=(XPath&&) noexcept;

  const std::string& text() const;
  const Expression& syntax() const;

 private:
  friend class Evaluator;
  struct Compiled;
  explicit XPath(std::unique_ptr<Compiled> compiled);
  std::unique_ptr<Compiled> compiled_;
};

/// Where an evaluation stands: the context node, its position and the context's size.
struct Focus {
  DomNode node;
  std::size_t position = 1;
  std::size_t size = 1;
};

/// Evaluates expressions over one Dom.
///
/// Limits: `operations` counts visited nodes, steps and the text read over the evaluator's whole
/// life, so that a hostile or quadratic expression ends with an error.
/// Threads: not synchronised; belongs to one job.
class Evaluator {
 public:
  enum class Failure { none, environment, operations, expression };

  Evaluator(const Dom& dom, Environment& environment, std::size_t operations);
  ~Evaluator();
  Evaluator(const Evaluator&) = delete;
  Evaluator& operator=(const Evaluator&) = delete;

  /// The value, or nothing when the evaluation failed; `failure` tells why.
  std::optional<Value> evaluate(const XPath& expression, const Focus& focus);
  /// The same, converted as boolean() does.
  std::optional<bool> test(const XPath& expression, const Focus& focus);
  /// The first node that an expression reads, for telling where a computed value comes from; none
  /// when it reads none. Where only libxml2 could tell, the context node stands for it.
  /// To be asked after `evaluate` has succeeded.
  DomNode firstRead(const XPath& expression, const Focus& focus);

  /// From now on libxml2 evaluates everything, even what needs no machine; for comparing the two.
  void useLibraryOnly();

  Failure failure() const;
  /// What was wrong at the last failure of the kind `expression`.
  const std::string& failureText() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Operations that fit a tree of `nodes` nodes: linear work many times over, not its square.
std::size_t operationLimit(std::size_t nodes);

}  // namespace chancery::xml
