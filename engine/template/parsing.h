#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "template/program.h"
#include "xml/tree.h"
#include "xml/vocabulary.h"

/// What the parsers of one template's files share.
namespace chancery::templates {

struct Parsing {
  struct Use {
    std::string name;
    const xml::Node* element;
    const xml::Attribute* attribute;
  };

  const Sources& sources;
  Template::Data& data;
  Diagnostics& diagnostics;
  std::vector<Use> uses;  ///< of named field sets, resolved when all files are read

  Place placeOf(const xml::Node& node) const { return sources.place(node.origin.stated); }
  Place placeOf(const xml::Node& node, const xml::Attribute& attribute,
                std::size_t offset = 0) const;

  /// Compiles the expression `text` that stands at `offset` in the attribute's value; an empty path
  /// after an error.
  Path makePath(const xml::Node& element, const xml::Attribute& attribute, std::string text,
                std::size_t offset);
  /// The whole attribute as an expression; an empty path when it is absent or wrong.
  Path makePath(const xml::Node& element, std::string_view attribute);

  /// Reports text inside a control element that takes none.
  void refuseText(const xml::Node& element);
  /// Reports a name that cannot name anything. Result: whether it is good.
  bool checkName(const xml::Node& element, std::string_view attribute);
  void reportMisplaced(const xml::Node& element, const std::string& container);
};

/// Reads the fields under `element` (t:fields or t:group) into `set`.
void parseFields(Parsing& parsing, const xml::Node& element, FieldSet& set);

/// Compiles the content of `element` (the template's root or t:define).
std::vector<Instruction> parseBody(Parsing& parsing, const xml::Node& element);

/// t:fields, t:define and t:include href, which stand at the top of a file.
bool isDeclaration(const xml::Node& node);

/// Names of control elements, for hints.
const std::vector<std::string>& controlNames();

/// Literal text as it goes into the document: blanks collapse, layout of the source is dropped.
/// @param first, last whether the text begins or ends its element
std::string literalText(std::string_view text, bool first, bool last);

/// "a b  c" → {"a", "b", "c"}, cut at `separator`, trimmed, empty pieces left out.
std::vector<std::string> splitWords(std::string_view text, char separator);

}  // namespace chancery::templates
