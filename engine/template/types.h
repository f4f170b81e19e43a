#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "template/fields.h"

/// What the static check knows of values before there are any data.
namespace chancery::templates {

/// A kind of node: the root of data, a group, an attached document (with `set`), or a value
/// (without). `field` is null for the root and for a document's own root fields.
struct Shape {
  const FieldSet* set = nullptr;
  const Field* field = nullptr;

  auto operator<=>(const Shape&) const = default;
  bool isOpen() const { return field && field->open; }
};

/// The type of an expression.
struct Type {
  enum class Kind { nodes, text, number, boolean };

  Kind kind = Kind::nodes;
  std::set<Shape> shapes;
  bool unknown = false;  ///< nodes of which nothing is declared
  bool many = false;     ///< there may be several

  auto operator<=>(const Type&) const = default;

  static Type of(Kind kind) { return {kind, {}, false, false}; }
  static Type anyNodes() { return {Kind::nodes, {}, true, true}; }
  bool isNodes() const { return kind == Kind::nodes; }
  Type one() const {
    Type result = *this;
    result.many = false;
    return result;
  }
};

using TypedVariables = std::vector<std::pair<std::string, Type>>;

/// Infers the type of expressions and reports what they name wrongly.
class PathChecker {
 public:
  PathChecker(const Sources& sources, Diagnostics& diagnostics)
      : sources_(sources), diagnostics_(diagnostics) {}

  /// @param item the context node
  /// @param inLoop whether the expression is evaluated once for each of many nodes
  Type check(const Path& path, const Type& item, const TypedVariables& variables, bool inLoop);

  /// Where an offset of an expression stands.
  Place placeOf(const Path& path, std::size_t offset) const;
  /// Reports at an offset of an expression, once for each place and message.
  Diagnostics::Added error(const Message& message, const Path& path, std::size_t offset,
                           std::vector<std::string> arguments = {});
  Diagnostics::Added warning(const Message& message, const Path& path, std::size_t offset,
                             std::vector<std::string> arguments = {});

 private:
  struct Scope {
    const Path& path;
    Type item;
    const TypedVariables& variables;
    bool inLoop;
  };

  Type expression(const xml::Expression& e, const Scope& scope);
  Type pathType(const xml::Expression& e, const Scope& scope);
  Type step(const xml::Step& step, const Type& from, const Scope& scope);
  Type children(const xml::Step& step, const Type& from, const Scope& scope);
  Type descendants(const xml::Step& step, const Type& from, const Scope& scope);
  void predicates(const std::vector<xml::Expression>& predicates, Type& type, const Scope& scope);
  Type call(const xml::Expression& e, const Scope& scope);
  Type variable(const xml::Expression& e, const Scope& scope);
  void reportUnknown(const xml::Step& step, const Type& from, const Scope& scope);
  void warnOfSlowSteps(const xml::Expression& e, const Scope& scope);

  const Sources& sources_;
  Diagnostics& diagnostics_;
  std::set<std::pair<const Message*, std::pair<const void*, std::size_t>>> reported_;
};

}  // namespace chancery::templates
