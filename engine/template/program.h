#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/source.h"
#include "template/fields.h"
#include "template/template.h"
#include "xml/tree.h"

namespace chancery::templates {

/// A piece of an attribute's value: text as it stands, or an expression's value.
struct ValuePart {
  std::string text;
  Path path;
};

/// An attribute of a literal element, perhaps with `{…}` in it.
struct ValueTemplate {
  std::string name;
  std::uint32_t offset = 0;  ///< of the attribute in its file
  std::vector<ValuePart> parts = {};
};

/// One step of a compiled template.
struct Instruction {
  enum class Kind : std::uint8_t {
    text,     ///< `text` as it stands
    element,  ///< an element of the document with `attributes` and `body`
    valueOf,  ///< `select`, by `format`, joined by `separator`
    forEach,  ///< `body` for every node of `select`, bound to `name` too
    when,     ///< `body` if `select` holds (t:if; a t:when of t:choose; without select: otherwise)
    choose,   ///< the first of the `when`s in `body`
    let,      ///< binds `name`
    call,     ///< definition `name`, for every node of `select` or here; `body` holds its lets
    recurse,  ///< the body of the loop or definition round it, for every node of `select`
    include,  ///< the template named by `attributes[0]` for every node of `select`
    define,   ///< a definition; never run in place
  };

  Kind kind = Kind::text;
  const xml::Node* source = nullptr;  ///< the element it was made from
  Position position;                  ///< its place in the template's own files
  xml::Namespace space = xml::Namespace::document;
  std::string name;
  std::string text;
  std::optional<std::string> format;
  std::optional<std::string> separator;
  Path select;
  std::vector<ValueTemplate> attributes;
  std::vector<Instruction> body;
};

/// What a parsed template consists of.
struct Template::Data {
  std::string id;
  std::string title;
  std::string profile;
  std::string workflow;
  std::vector<xml::Attribute> attributes;  // of the root element
  Position position;                       // of the root element

  std::deque<FieldSet> sets;  // addresses are stable: fields point at them
  FieldSet* fields = nullptr;
  std::map<std::string, std::pair<FieldSet*, Position>> namedSets;
  std::map<std::string, Instruction> definitions;
  std::vector<Instruction> body;

  std::vector<TemplateFile> files;  // the first `ownFiles` are sources 1, 2, … of positions here
  std::size_t ownFiles = 0;
  std::deque<xml::Node> trees;  // what paths and instructions point into
  std::map<std::string, std::shared_ptr<const Template>> attached;  // by name in t:document
};

}  // namespace chancery::templates
